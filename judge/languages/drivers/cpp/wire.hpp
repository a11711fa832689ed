// The values of the typed wire format, for types that are known when this is compiled.
//
// A type of an interface is a descriptor: List<Tuple<Int, Str>>. Its `type` is what the submission sees; read() takes a
// value from a message, take() the next one of a packed list, write() appends a value exactly as Python's encoder would.
#pragma once

#include <algorithm>
#include <concepts>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>

#include "bytes.hpp"

namespace landau {

constexpr std::size_t PACK_FROM = 4;  // a shorter list is written item by item

// How a descriptor writes a list of which get(i) is the i-th of n items.
template <class D, class Get> void write_list(Writer &to, std::size_t n, const Get &get) {
    if (n >= PACK_FROM && D::pack(to, n, get)) return;
    to.head('l', n);
    for (std::size_t i = 0; i < n; ++i) D::write(to, get(i));
}

// What most descriptors have in common: a packed list is none of theirs, and they have no packing of their own.
template <class D> struct Plain {
    static auto take(Cursor &from) {
        if (from.form != 'l' && from.form != 't') mismatch("another type");
        return D::read(from.items);
    }
    template <class Get> static bool pack(Writer &, std::size_t, const Get &) { return false; }
};

struct None : Plain<None> {
    using type = std::monostate;
    static type read(Reader &from) {
        if (from.tag() != 'N') mismatch("None");
        return {};
    }
    static void write(Writer &to, type) { to.tag('N'); }
};

struct Bool : Plain<Bool> {
    using type = bool;
    static type read(Reader &from) {
        const char kind = from.tag();
        if (kind != 'T' && kind != 'F') mismatch("bool");
        return kind == 'T';
    }
    static void write(Writer &to, type value) { to.tag(value ? 'T' : 'F'); }
};

struct Int {
    using type = long long;
    static type read(Reader &from) {
        switch (from.tag()) {
            case 'i': return from.raw<std::int64_t>();
            case 'T': return 1;
            case 'F': return 0;
            case 'I': throw Fault("the input holds an integer of more than 64 bits, which C++ cannot");
            default: mismatch("int");
        }
    }
    static type take(Cursor &from) {
        if (from.form == 'q') return from.items.raw<std::int64_t>();
        if (from.form != 'l' && from.form != 't') mismatch("int");
        return read(from.items);
    }
    static void write(Writer &to, type value) {
        to.tag('i');
        to.raw<std::int64_t>(value);
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        to.column<std::int64_t>('q', n, get);
        return true;
    }
};

struct Float {
    using type = double;
    static type read(Reader &from) {
        if (from.peek() != 'd') return static_cast<double>(Int::read(from));
        from.tag();
        return from.raw<double>();
    }
    static type take(Cursor &from) {
        if (from.form == 'L') return from.items.raw<double>();
        if (from.form == 'q') return static_cast<double>(from.items.raw<std::int64_t>());
        if (from.form != 'l' && from.form != 't') mismatch("float");
        return read(from.items);
    }
    static void write(Writer &to, type value) {
        to.tag('d');
        to.raw(value);
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        to.column<double>('L', n, get);
        return true;
    }
};

// Whether Python reads it as UTF-8 with "surrogatepass": shortest forms up to U+10FFFF.
inline bool is_utf8(std::string_view text) {
    const auto *at = reinterpret_cast<const unsigned char *>(text.data());
    const auto *end = at + text.size();
    while (at < end) {
        if (*at < 0x80) {
            ++at;
            continue;
        }
        const int more = *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : 1;
        if (*at < 0xC2 || *at > 0xF4 || end - at <= more) return false;
        if ((*at == 0xE0 && at[1] < 0xA0) || (*at == 0xF0 && at[1] < 0x90) || (*at == 0xF4 && at[1] > 0x8F)) return false;
        for (int i = 1; i <= more; ++i)
            if ((at[i] & 0xC0) != 0x80) return false;
        at += more + 1;
    }
    return true;
}

struct Str {
    using type = std::string;
    static type read(Reader &from) {
        if (from.tag() != 's') mismatch("str");
        return type(from.sized());
    }
    static type take(Cursor &from) {
        if (from.form == 'S') return type(from.items.bytes(from.sizes.raw<std::uint64_t>()));
        if (from.form != 'l' && from.form != 't') mismatch("str");
        return read(from.items);
    }
    static void text(Writer &to, const type &value) {
        if (!is_utf8(value)) throw Uncarried("a string of the answer is not UTF-8");
        to.out += value;
    }
    static void write(Writer &to, const type &value) {
        to.head('s', value.size());
        text(to, value);
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        to.column<std::uint64_t>('S', n, [&](std::size_t i) { return get(i).size(); });
        for (std::size_t i = 0; i < n; ++i) text(to, get(i));
        return true;
    }
};

// A list, or a tuple of any length with items of one type, which differ in what is written.
template <class D> struct Items {
    using type = std::vector<typename D::type>;
    static type read(Reader &from) {
        type made;
        if (from.peek() == 'l' || from.peek() == 't') {
            from.tag();
            const std::size_t size = from.count();
            made.reserve(size);
            for (std::size_t i = 0; i < size; ++i) made.push_back(D::read(from));
        } else {
            Cursor items(from);
            made.reserve(items.size);
            for (std::size_t i = 0; i < items.size; ++i) made.push_back(D::take(items));
        }
        return made;
    }
    static type take(Cursor &from) {
        if (from.form != 'R') return from.form == 'l' || from.form == 't' ? read(from.items) : (mismatch("list"), type());
        type made;
        made.reserve(from.columns.size());
        for (Cursor &column : from.columns) made.push_back(D::take(column));
        return made;
    }
};

template <class D> struct List : Items<D> {
    using type = typename Items<D>::type;
    static void write(Writer &to, const type &value) {
        write_list<D>(to, value.size(), [&](std::size_t i) -> decltype(auto) { return value[i]; });
    }
    template <class Get> static bool pack(Writer &, std::size_t, const Get &) { return false; }
};

template <class D> struct Row : Items<D> {
    using type = typename Items<D>::type;
    static void write(Writer &to, const type &value) {
        to.head('t', value.size());
        for (std::size_t i = 0; i < value.size(); ++i) D::write(to, value[i]);
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        const std::size_t width = get(0).size();
        if (width == 0) return false;
        for (std::size_t i = 1; i < n; ++i)
            if (get(i).size() != width) return false;
        to.head('R', width);
        for (std::size_t j = 0; j < width; ++j)
            write_list<D>(to, n, [&](std::size_t i) -> decltype(auto) { return get(i)[j]; });
        return true;
    }
};

template <class... D> struct Tuple {
    using type = std::tuple<typename D::type...>;
    static constexpr std::size_t width = sizeof...(D);

    static type read(Reader &from) {
        const char kind = from.tag();
        if ((kind != 't' && kind != 'l') || from.count() != width) mismatch("another tuple");
        return type{D::read(from)...};  // braces: from left to right
    }
    static type take(Cursor &from) {
        if (from.form == 'l' || from.form == 't') return read(from.items);
        if (from.form != 'R' || from.columns.size() != width) mismatch("another tuple");
        return each_column(from, std::index_sequence_for<D...>());
    }
    static void write(Writer &to, const type &value) {
        to.head('t', width);
        std::apply([&](const auto &...item) { (D::write(to, item), ...); }, value);
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        if (width == 0) return false;
        to.head('R', width);
        pack_columns(to, n, get, std::index_sequence_for<D...>());
        return true;
    }

  private:
    template <std::size_t... J> static type each_column(Cursor &from, std::index_sequence<J...>) {
        return type{D::take(from.columns[J])...};
    }
    template <class Get, std::size_t... J>
    static void pack_columns(Writer &to, std::size_t n, const Get &get, std::index_sequence<J...>) {
        (write_list<D>(to, n, [&](std::size_t i) -> decltype(auto) { return std::get<J>(get(i)); }), ...);
    }
};

template <class T>
concept Hashable = std::is_default_constructible_v<std::hash<T>>;

template <class D> struct Set : Plain<Set<D>> {
    using key = typename D::type;
    using type = typename std::conditional_t<Hashable<key>, std::type_identity<std::unordered_set<key>>,
                                             std::type_identity<std::set<key>>>::type;
    static type read(Reader &from) {
        const char kind = from.tag();
        if (kind != 'e' && kind != 'z') mismatch("set");
        type made;
        for (std::size_t left = from.count(); left; --left) made.insert(D::read(from));
        return made;
    }
    static void write(Writer &to, const type &value) {
        std::vector<std::string> pieces;
        pieces.reserve(value.size());
        for (const auto &item : value) {
            Writer piece;
            D::write(piece, item);
            pieces.push_back(std::move(piece.out));
        }
        std::sort(pieces.begin(), pieces.end());  // equal sets have equal bytes
        to.head('e', pieces.size());
        for (const auto &piece : pieces) to.out += piece;
    }
};

template <class K, class V> struct Dict : Plain<Dict<K, V>> {
    using key = typename K::type;
    using type = typename std::conditional_t<Hashable<key>, std::type_identity<std::unordered_map<key, typename V::type>>,
                                             std::type_identity<std::map<key, typename V::type>>>::type;
    static type read(Reader &from) {
        if (from.tag() != 'm') mismatch("dict");
        type made;
        for (std::size_t left = from.count(2); left; --left) {
            auto name = K::read(from);
            made.insert_or_assign(std::move(name), V::read(from));
        }
        return made;
    }
    static void write(Writer &to, const type &value) {
        to.head('m', value.size());
        for (const auto &[name, item] : value) {
            K::write(to, name);
            V::write(to, item);
        }
    }
};

template <class D> struct Optional {
    using type = std::optional<typename D::type>;
    static type read(Reader &from) {
        if (from.peek() != 'N') return D::read(from);
        from.tag();
        return std::nullopt;
    }
    static type take(Cursor &from) {
        if (from.form == 'l' || from.form == 't') return read(from.items);
        return D::take(from);
    }
    static void write(Writer &to, const type &value) {
        if (value)
            D::write(to, *value);
        else
            to.tag('N');
    }
    template <class Get> static bool pack(Writer &to, std::size_t n, const Get &get) {
        for (std::size_t i = 0; i < n; ++i)
            if (!get(i)) return false;
        return D::pack(to, n, [&](std::size_t i) -> decltype(auto) { return *get(i); });
    }
};

}  // namespace landau
