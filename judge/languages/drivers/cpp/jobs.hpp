// What is done with a submission: one call of a function, or the calls of a script on one object.
#pragma once

#include <dlfcn.h>

#include <memory>

#include "protocol.hpp"
#include "wire.hpp"

namespace landau {

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
        auto &result = *new std::optional<typename Result::type>;  // never destroyed: that would be charged
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

}  // namespace landau
