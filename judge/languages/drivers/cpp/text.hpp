// Text as code points, for submissions that take or return a u32string where UTF-8 is given.
#pragma once

#include <concepts>
#include <string>

namespace landau {

// `text` is UTF-8, as every input is; surrogates stand for themselves.
inline std::u32string code_points(const std::string &text) {
    std::u32string made;
    made.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto first = static_cast<unsigned char>(text[at++]);
        const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
        char32_t point = more ? first & (0x3F >> more) : first;
        for (int i = 0; i < more; ++i) point = point << 6 | (text[at++] & 0x3F);
        made.push_back(point);
    }
    return made;
}

// What is beyond U+10FFFF becomes bytes that are no UTF-8, and is refused as such when it is written.
inline std::string utf8(const std::u32string &points) {
    std::string made;
    made.reserve(points.size());
    for (const char32_t point : points) {
        const int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
        constexpr unsigned char lead[] = {0x00, 0xC0, 0xE0, 0xF0};
        made.push_back(static_cast<char>(point > 0x10FFFF ? 0xFF : lead[more] | point >> 6 * more));
        for (int i = more - 1; i >= 0; --i) made.push_back(static_cast<char>(0x80 | (point >> 6 * i & 0x3F)));
    }
    return made;
}

}  // namespace landau
