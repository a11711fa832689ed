// The guest's side of the protocol on descriptor 3: what is said of a run, and how it ends.
#pragma once

#include <cxxabi.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <new>
#include <typeinfo>

#include "bytes.hpp"

namespace landau {

constexpr int CONTROL = 3;
constexpr std::size_t MESSAGE_BYTES = 16384;

inline void write_all(const char *at, std::size_t size) {
    while (size) {
        const ssize_t written = ::write(CONTROL, at, size);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) ::_exit(1);
        at += written;
        size -= static_cast<std::size_t>(written);
    }
}

inline void say(char kind, std::string_view payload = {}) {
    char head[9] = {kind};
    const std::uint64_t size = payload.size();
    std::memcpy(head + 1, &size, sizeof size);
    write_all(head, sizeof head);
    write_all(payload.data(), payload.size());
}

inline char hear() {
    char heard = '\0';
    while (::read(CONTROL, &heard, 1) < 0 && errno == EINTR) {
    }
    return heard;
}

// The last word of a run. The parent ends the process when it has heard it.
[[noreturn]] inline void finish(char kind, std::string_view payload, int code) {
    std::cout.flush();
    std::fflush(nullptr);
    say(kind, payload);
    hear();
    ::_exit(code);
}

inline std::string readable(const std::type_info &type) {
    int status = 0;
    const std::unique_ptr<char, void (*)(void *)> name(abi::__cxa_demangle(type.name(), nullptr, nullptr, &status), std::free);
    return status == 0 ? name.get() : type.name();
}

// Tell of the exception that is being handled; `where` is added in brackets.
[[noreturn]] inline void tell_exception(const std::string &where = {}) {
    std::string text;
    try {
        throw;
    } catch (const Uncarried &error) {
        finish('N', error.what(), 1);
    } catch (const std::bad_array_new_length &error) {
        text = std::string("std::bad_array_new_length: ") + error.what();
    } catch (const std::bad_alloc &) {
        finish('M', "std::bad_alloc", 1);
    } catch (const std::exception &error) {
        text = readable(typeid(error)) + ": " + error.what();
    } catch (const std::string &thrown) {
        text = "std::string: " + thrown;
    } catch (const char *thrown) {
        text = std::string("const char*: ") + thrown;
    } catch (int thrown) {
        text = "int: " + std::to_string(thrown);
    } catch (...) {
        const std::type_info *type = abi::__cxa_current_exception_type();
        text = type ? readable(*type) : "an exception of another language";
    }
    if (!where.empty()) text += " (" + where + ")";
    finish('E', std::string_view(text).substr(0, MESSAGE_BYTES), 1);
}

// An exception that nobody can catch: in another thread, a noexcept function, a destructor, a static initialiser.
[[noreturn]] inline void on_terminate() {
    if (std::current_exception()) tell_exception("uncaught: std::terminate was called");
    std::abort();
}

}  // namespace landau
