// Making the declared type of what a submission returns: vector<long long> of vector<int>, a tuple of a pair, and so on.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "arguments.hpp"

namespace landau {

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

template <> struct Convert<std::string, std::u32string> {
    static constexpr bool possible = true;
    static std::string from(std::u32string &&value) { return utf8(value); }
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

}  // namespace landau
