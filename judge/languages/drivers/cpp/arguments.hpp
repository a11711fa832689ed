// Calling something with decoded values, whichever way it takes its parameters: by value (moved), by reference, as
// another number type, a text as code points, or as what a declared type converts to.
#pragma once

#include <cstddef>
#include <tuple>
#include <type_traits>
#include <utility>

#include "numbers.hpp"
#include "text.hpp"

namespace landau {

// What a name means that the submission does not define.
struct NotDefined {};

// A parameter of type P that gets the decoded value of type A.
template <class P, class A> struct Bound {
    using T = std::remove_cvref_t<P>;
    static constexpr bool same = std::is_same_v<T, A>;
    static constexpr bool points = std::is_same_v<T, std::u32string> && std::is_same_v<A, std::string>;
    static constexpr bool possible = same || points || Numeric<T, A> || (!Number<T> && std::is_convertible_v<A &, T>);

    std::conditional_t<same, A &, T> kept;

    explicit Bound(A &value) : kept(make(value)) {}
    P &&pass() { return static_cast<P &&>(kept); }

  private:
    static decltype(auto) make(A &value) {
        if constexpr (same)
            return (value);
        else if constexpr (Numeric<T, A>)
            return number<T>(value);
        else if constexpr (points)
            return code_points(value);
        else
            return T(value);
    }
};

template <class... P> struct Parameters {};

// of(&function) or of(&Class::method): its Parameters, where the name is not overloaded and no template.
struct Signature {
    template <class R, class... P, bool N> static Parameters<P...> of(R (*)(P...) noexcept(N));
    template <class C, class R, class... P, bool N> static Parameters<P...> of(R (C::*)(P...) noexcept(N));
    template <class C, class R, class... P, bool N> static Parameters<P...> of(R (C::*)(P...) const noexcept(N));
    template <class C, class R, class... P, bool N> static Parameters<P...> of(R (C::*)(P...) & noexcept(N));
    template <class C, class R, class... P, bool N> static Parameters<P...> of(R (C::*)(P...) const & noexcept(N));
};

template <class Called, class... P, class... A>
    requires(sizeof...(P) == sizeof...(A))
constexpr bool binds(Parameters<P...>, std::tuple<A...> *) {
    return (Bound<P, A>::possible && ...) && std::is_invocable_v<Called, P &&...>;
}
template <class Called> constexpr bool binds(...) { return false; }
template <class... P> constexpr std::size_t how_many(Parameters<P...>) { return sizeof...(P); }

// A number for a parameter whose type is not known beforehand.
template <class A> struct Flexible {
    A &value;
    template <class T>
        requires Numeric<T, A>
    operator T() const {
        return number<T>(value);
    }
};

// The way in which argument number J is passed by attempt number `Attempt`: bit J set as a reference, else to be moved.
template <std::size_t Attempt, std::size_t J, bool Flex, class A> decltype(auto) passed(A &value) {
    if constexpr (Flex && Number<A>)
        return Flexible<A>{value};
    else if constexpr ((Attempt >> J) & 1)
        return (value);
    else
        return std::move(value);
}

template <std::size_t Attempt, bool Flex, class Called, class... A, std::size_t... J>
constexpr bool attempt_works(std::index_sequence<J...>) {
    return std::is_invocable_v<Called, decltype(passed<Attempt, J, Flex>(std::declval<A &>()))...>;
}

// The first attempt that works, 2^n where none does: constructors, overloads, templates, lambdas.
template <bool Flex, class Called, class... A> constexpr std::size_t attempt(std::tuple<A...> *) {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        std::size_t found = sizeof...(I);
        ((found == sizeof...(I) && attempt_works<I, Flex, Called, A...>(std::index_sequence_for<A...>()) ? found = I : 0), ...);
        return found;
    }(std::make_index_sequence<(std::size_t(1) << sizeof...(A))>());
}

// `Called` is a function object; parameters() of it gives its Signature where that is known.
template <class Called, class Arguments> struct Call;

template <class Called, class... A> struct Call<Called, std::tuple<A...>> {
    using Function = Called;
    using Arguments = std::tuple<A...>;

    static constexpr bool known = requires { Called::parameters(Signature()); };
    static constexpr bool exact = [] {
        if constexpr (known)
            return binds<Called>(decltype(Called::parameters(Signature()))(), static_cast<Arguments *>(nullptr));
        else
            return false;
    }();
    static constexpr std::size_t count = [] {
        if constexpr (known)
            return how_many(decltype(Called::parameters(Signature()))());
        else
            return 0;
    }();
    // Where the number of parameters is as it must be, their types decide, and no conversion behind the checks is tried.
    static constexpr bool settled = known && count == sizeof...(A);
    static constexpr bool defaulted = known && count > sizeof...(A);
    static constexpr bool checked = defaulted || requires { Called::checked; };
    static constexpr std::size_t none = std::size_t(1) << sizeof...(A);
    // Attempts are not even tried where they are not needed: that would compile a template's body for them.
    static constexpr std::size_t flexible = [] {
        if constexpr (!settled && checked)
            return attempt<true, Called>(static_cast<Arguments *>(nullptr));
        else
            return none;
    }();
    static constexpr std::size_t plain = [] {
        if constexpr (!settled && flexible == none)
            return attempt<false, Called>(static_cast<Arguments *>(nullptr));
        else
            return none;
    }();
    static constexpr bool possible = exact || flexible != none || plain != none;

    static decltype(auto) run(Called called, Arguments &arguments) {
        return std::apply(
            [&](A &...argument) -> decltype(auto) {
                if constexpr (exact)
                    return bound(called, decltype(Called::parameters(Signature()))(), argument...);
                else if constexpr (plain != none)
                    return attempted<plain, false>(called, std::index_sequence_for<A...>(), argument...);
                else if constexpr (flexible != none)
                    return attempted<flexible, true>(called, std::index_sequence_for<A...>(), argument...);
                else
                    return NotDefined();
            },
            arguments);
    }

  private:
    template <class... P> static decltype(auto) bound(Called &called, Parameters<P...>, A &...argument) {
        return called(Bound<P, A>(argument).pass()...);
    }
    template <std::size_t Attempt, bool Flex, std::size_t... J>
    static decltype(auto) attempted(Called &called, std::index_sequence<J...>, A &...argument) {
        return called(passed<Attempt, J, Flex>(argument)...);
    }
};

template <class Made> using Returned = decltype(Made::run(std::declval<typename Made::Function>(), std::declval<typename Made::Arguments &>()));

}  // namespace landau
