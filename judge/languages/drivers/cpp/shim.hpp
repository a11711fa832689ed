// What the generated text behind a submission is made of: calls of its function, or of its class and its methods.
//
// All of it is read before the submission, so that nothing the submission defines can change what it means.
#pragma once

#include "results.hpp"
#include "wire.hpp"

namespace landau {

template <class Called, class Result, class Arguments> constexpr bool fits() {
    using Made = Call<Called, typename Arguments::type>;
    if constexpr (Made::possible)
        return returns<typename Result::type, Returned<Made>>();
    else
        return false;
}

template <class Result, class Arguments, class Called> void call(Called called, void *arguments, void *result) {
    if constexpr (fits<Called, Result, Arguments>()) {
        using To = typename Result::type;
        using Made = Call<Called, typename Arguments::type>;
        auto &given = *static_cast<typename Arguments::type *>(arguments);
        auto &place = *static_cast<std::optional<To> *>(result);
        if constexpr (std::is_same_v<To, std::monostate>) {
            Made::run(called, given);
            place.emplace();
        } else {
            using Value = std::remove_cvref_t<Returned<Made>>;
            place.emplace(Adapt<To, Value>::from(Value(Made::run(called, given))));
        }
    }
}

// The free function, or else the method of a class Solution.
template <class Free, class Class, class Method> struct Either {
    template <class Result, class Arguments> static constexpr bool fits() {
        return landau::fits<Free, Result, Arguments>() || landau::fits<Method, Result, Arguments>();
    }
    template <class Result, class Arguments> static void call(void *arguments, void *result) {
        if constexpr (landau::fits<Free, Result, Arguments>()) {
            landau::call<Result, Arguments>(Free(), arguments, result);
        } else if constexpr (landau::fits<Method, Result, Arguments>()) {
            static Class instance;
            landau::call<Result, Arguments>(Method{instance}, arguments, result);
        }
    }
};

// Where it does not fit, a call without any help: the compiler then says why, and points into the submission.
template <class Direct, class... A, std::size_t... J, class... Instance>
void call_directly(std::tuple<A...> &arguments, std::index_sequence<J...>, Instance &...instance) {
    Direct::run(instance..., std::get<J>(arguments)...);
}
template <bool Fits, class Direct, class Arguments, class... Instance> void explain(void *arguments, Instance &...instance) {
    using Tuple = typename Arguments::type;
    if constexpr (!Fits)
        call_directly<Direct>(*static_cast<Tuple *>(arguments), std::make_index_sequence<std::tuple_size_v<Tuple>>(), instance...);
}

template <class Class> struct Make {
    static constexpr bool checked = true;
    template <class... A>
        requires std::is_constructible_v<Class, A...>
    Class *operator()(A &&...argument) const {
        return new Class(std::forward<A>(argument)...);
    }
};

template <class Class, class Arguments> constexpr bool makes() { return Call<Make<Class>, typename Arguments::type>::possible; }

template <class Class, class Arguments> void *make(void *arguments) {
    if constexpr (makes<Class, Arguments>())
        return Call<Make<Class>, typename Arguments::type>::run({}, *static_cast<typename Arguments::type *>(arguments));
    else
        return nullptr;
}

}  // namespace landau
