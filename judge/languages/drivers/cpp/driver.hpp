// The program that surrounds a submission: it speaks the guest's protocol on descriptor 3.
//
//   main /program/solution.so INPUT    (INPUT: the number of a descriptor that holds the encoded input)
//
// The input is decoded before "ready"; the submission's shared object is loaded after "go", so nothing of it, not even
// a static initialiser, runs earlier.
#pragma once

#include <cxxabi.h>
#include <dlfcn.h>
#include <malloc.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <new>
#include <typeinfo>

#include "wire.hpp"

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

class Submission {
  public:
    explicit Submission(const char *path) : library_(::dlopen(path, RTLD_LAZY | RTLD_LOCAL)) {
        if (!library_) throw std::runtime_error(::dlerror());
    }
    template <class F> F *symbol(const std::string &name) const {
        void *found = ::dlsym(library_, name.c_str());
        if (!found) throw std::runtime_error(::dlerror());
        return reinterpret_cast<F *>(found);
    }

  private:
    void *library_;
};

// One function, called once.
template <class Arguments, class Result> class Function {
  public:
    void read(Reader &input) { arguments_ = Arguments::read(input); }
    std::string run(const Submission &submission) {
        std::optional<typename Result::type> result;
        submission.symbol<void(void *, void *)>("landau_function")(&arguments_, &result);
        Writer answer;
        Result::write(answer, *result);
        return std::move(answer.out);
    }

  private:
    typename Arguments::type arguments_;
};

// One object of a class, made and then driven by a list of calls.
template <class Constructor> class Script {
  public:
    explicit Script(std::string name) : name_(std::move(name)) {}

    template <class Arguments, class Result> void method(const std::string &name) {
        numbers_.emplace(name, methods_.size());
        methods_.push_back(std::make_unique<Calls<Arguments, Result>>(name));
    }

    void read(Reader &input) {
        if (input.peek() == 'R') {
            Cursor steps(input);
            if (steps.columns.size() != 2) mismatch("a list of (method, arguments)");
            for (std::size_t i = 0; i < steps.size; ++i) {
                const auto name = Str::take(steps.columns[0]);
                if (i == 0)
                    construct(name, Constructor::take(steps.columns[1]));
                else
                    step(name, [&](Method &method) { method.take(steps.columns[1]); });
            }
            return;
        }
        if (input.tag() != 'l') mismatch("a list of (method, arguments)");
        const std::size_t size = input.count();
        for (std::size_t i = 0; i < size; ++i) {
            if (input.tag() != 't' || input.count() != 2) mismatch("a list of (method, arguments)");
            const auto name = Str::read(input);
            if (i == 0)
                construct(name, Constructor::read(input));
            else
                step(name, [&](Method &method) { method.read(input); });
        }
    }

    std::string run(const Submission &submission) {
        Writer answer;
        answer.head('l', order_.size() + 1);
        void *instance = submission.symbol<void *(void *)>("landau_construct")(&constructor_);
        None::write(answer, {});
        for (std::size_t i = 0; i < methods_.size(); ++i) methods_[i]->find(submission, i);
        std::size_t call = 0;
        try {
            for (const auto number : order_) {
                ++call;
                methods_[number]->call(instance, answer);
            }
        } catch (...) {
            tell_exception("in call " + std::to_string(call) + ", " + methods_[order_[call - 1]]->name);
        }
        return std::move(answer.out);
    }

  private:
    struct Method {
        explicit Method(std::string called) : name(std::move(called)) {}
        virtual ~Method() = default;
        virtual void read(Reader &) = 0;
        virtual void take(Cursor &) = 0;
        virtual void find(const Submission &, std::size_t) = 0;
        virtual void call(void *, Writer &) = 0;
        std::string name;
    };

    // The arguments of all calls of one method, in their order.
    template <class Arguments, class Result> struct Calls : Method {
        using Method::Method;
        void read(Reader &from) override { arguments.push_back(Arguments::read(from)); }
        void take(Cursor &from) override { arguments.push_back(Arguments::take(from)); }
        void find(const Submission &submission, std::size_t number) override {
            function = submission.symbol<void(void *, void *, void *)>("landau_method_" + std::to_string(number));
        }
        void call(void *instance, Writer &answer) override {
            std::optional<typename Result::type> result;
            function(instance, &arguments[next++], &result);
            Result::write(answer, *result);
        }
        std::vector<typename Arguments::type> arguments;
        std::size_t next = 0;
        void (*function)(void *, void *, void *) = nullptr;
    };

    void construct(const std::string &name, typename Constructor::type arguments) {
        if (name != name_) throw Fault("the first step must make a " + name_);
        constructor_ = std::move(arguments);
    }
    template <class Take> void step(const std::string &name, const Take &take) {
        const auto found = numbers_.find(name);
        if (found == numbers_.end()) throw Fault("the interface has no method " + name);
        take(*methods_[found->second]);
        order_.push_back(static_cast<std::uint32_t>(found->second));
    }

    std::string name_;
    typename Constructor::type constructor_;
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::unique_ptr<Method>> methods_;
    std::vector<std::uint32_t> order_;
};

template <class Job> void read_input(Job &job, int descriptor) {
    struct stat about = {};
    if (::fstat(descriptor, &about) != 0) throw Fault("the input cannot be read");
    const auto size = static_cast<std::size_t>(about.st_size);
    void *mapped = size ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    if (mapped == MAP_FAILED) throw Fault("the input cannot be mapped");
    const auto *data = static_cast<const char *>(mapped);
    Reader input(data, data + size);
    job.read(input);
    if (!input.done()) throw Fault("the input goes on after its end");
    if (mapped) ::munmap(mapped, size);
    ::close(descriptor);
}

template <class Job> int drive(Job &job, int argc, char **argv) {
    if (argc < 3) return 2;
    try {
        read_input(job, std::atoi(argv[argc - 1]));
    } catch (const std::exception &error) {
        finish('F', error.what(), 1);
    }
    ::malloc_trim(0);  // what decoding needed for itself belongs to nobody's peak
    std::set_terminate(on_terminate);
    say('R');
    if (hear() != 'G') return 1;
    std::string answer;
    try {
        answer = job.run(Submission(argv[1]));
    } catch (...) {
        tell_exception();
    }
    finish('A', answer, 0);
}

}  // namespace landau
