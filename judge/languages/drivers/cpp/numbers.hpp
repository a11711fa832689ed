// Numbers of one type where another is declared: checked, never wrapped or cut in silence.
#pragma once

#include <stdexcept>
#include <string>
#include <type_traits>

namespace landau {

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

}  // namespace landau
