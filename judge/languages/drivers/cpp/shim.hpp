// Calls a submission's function or class with the declared types, whichever way it takes its parameters: by value
// (moved), by reference, as another number type (checked), or as what a declared type converts to.
//
// It is read before the submission, so that nothing the submission defines can change what it means.
#pragma once

#include "wire.hpp"

namespace landau {

// What a name means that the submission does not define.
struct NotDefined {};

template <class T>
concept Number = std::is_arithmetic_v<T>;

// Whether a number of type From may stand for a To: never a fraction for a whole number.
template <class To, class From>
concept Numeric = Number<To> && Number<From> && (std::is_floating_point_v<To> || !std::is_floating_point_v<From>);

template <Number To, Number From> To number(From value) {
    const To made = static_cast<To>(value);
    if constexpr (std::is_integral_v<To> && std::is_integral_v<From> && !std::is_same_v<To, bool>) {
        if (static_cast<From>(made) != value || (made < To(0)) != (value < From(0)))
            throw std::out_of_range(std::to_string(value) + " does not fit into the number type that is used for it");
    }
    return made;
}

// ---------------------------------------------------------------- arguments

// A parameter of type P that gets the decoded value of type A.
template <class P, class A> struct Bound {
    using T = std::remove_cvref_t<P>;
    static constexpr bool same = std::is_same_v<T, A>;
    static constexpr bool possible = same || Numeric<T, A> || (!Number<T> && std::is_convertible_v<A &, T>);

    std::conditional_t<same, A &, T> kept;

    explicit Bound(A &value) : kept(make(value)) {}
    P &&pass() { return static_cast<P &&>(kept); }

  private:
    static decltype(auto) make(A &value) {
        if constexpr (same)
            return (value);
        else if constexpr (Numeric<T, A>)
            return number<T>(value);
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

// ---------------------------------------------------------------- results

// How a From that a submission returns becomes another type To. `possible` is false where it does not.
template <class To, class From> struct Convert {
    static constexpr bool possible = !Number<To> && std::is_convertible_v<From, To>;
    static To from(From &&value) { return static_cast<To>(std::move(value)); }
};
template <class To, class From> struct Adapt : Convert<To, From> {};
template <class T> struct Adapt<T, T> {
    static constexpr bool possible = true;
    static T from(T &&value) { return std::move(value); }
};
template <class To, class From>
    requires Numeric<To, From>
struct Convert<To, From> {
    static constexpr bool possible = true;
    static To from(From value) { return number<To>(value); }
};

template <class T>
concept Range = requires(T &value) {
    value.begin();
    value.end();
    typename T::value_type;
} && !std::is_convertible_v<T, std::string_view>;
template <class T>
concept Mapping = Range<T> && requires { typename T::mapped_type; };
template <class T>
concept Keyed = Range<T> && requires { typename T::key_type; } && !Mapping<T>;
template <class T>
concept Sequence = Range<T> && !Mapping<T> && !Keyed<T>;

template <class To, class From>
    requires(Sequence<To> && Sequence<From>)
struct Convert<To, From> {
    using Item = Adapt<typename To::value_type, typename From::value_type>;
    static constexpr bool possible = Item::possible;
    static To from(From &&value) {
        To made;
        if constexpr (requires { made.reserve(value.size()); }) made.reserve(value.size());
        for (auto &&item : value) made.push_back(Item::from(static_cast<typename From::value_type &&>(item)));
        return made;
    }
};
template <class To, class From>
    requires(Keyed<To> && Keyed<From>)
struct Convert<To, From> {
    using Item = Adapt<typename To::value_type, typename From::value_type>;
    static constexpr bool possible = Item::possible;
    static To from(From &&value) {
        To made;
        for (const auto &item : value) made.insert(Item::from(typename From::value_type(item)));
        return made;
    }
};
template <class To, class From>
    requires(Mapping<To> && Mapping<From>)
struct Convert<To, From> {
    using Key = Adapt<typename To::key_type, typename From::key_type>;
    using Value = Adapt<typename To::mapped_type, typename From::mapped_type>;
    static constexpr bool possible = Key::possible && Value::possible;
    static To from(From &&value) {
        To made;
        for (auto &[key, item] : value) made.emplace(Key::from(typename From::key_type(key)), Value::from(std::move(item)));
        return made;
    }
};

template <class T>
concept TupleLike = requires { std::tuple_size<T>::value; };

// pair, array or tuple for a tuple
template <class... To, TupleLike From>
    requires(sizeof...(To) == std::tuple_size_v<From>)
struct Convert<std::tuple<To...>, From> {
    template <std::size_t J> using Item = Adapt<std::tuple_element_t<J, std::tuple<To...>>, std::tuple_element_t<J, From>>;
    template <std::size_t... J> static constexpr bool all(std::index_sequence<J...>) { return (Item<J>::possible && ...); }
    template <std::size_t... J> static std::tuple<To...> each(From &value, std::index_sequence<J...>) {
        return {Item<J>::from(std::get<J>(std::move(value)))...};
    }
    static constexpr bool possible = all(std::index_sequence_for<To...>());
    static std::tuple<To...> from(From &&value) { return each(value, std::index_sequence_for<To...>()); }
};

template <class To, class From>
struct Convert<std::optional<To>, From> {
    using Item = Adapt<To, From>;
    static constexpr bool possible = Item::possible;
    static std::optional<To> from(From &&value) { return Item::from(std::move(value)); }
};
template <class To, class From>
struct Convert<std::optional<To>, std::optional<From>> {
    using Item = Adapt<To, From>;
    static constexpr bool possible = Item::possible;
    static std::optional<To> from(std::optional<From> &&value) {
        if (!value) return std::nullopt;
        return Item::from(std::move(*value));
    }
};

template <class To, class From> constexpr bool returns() {
    if constexpr (std::is_same_v<std::remove_cvref_t<From>, NotDefined>)
        return false;
    else if constexpr (std::is_same_v<To, std::monostate>)
        return true;
    else if constexpr (std::is_void_v<From>)
        return false;
    else
        return Adapt<To, std::remove_cvref_t<From>>::possible;
}

// ---------------------------------------------------------------- what the generated text uses

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
