// The typed wire format, as sandbox/guest/wire.py defines it, for types that are known when this is compiled.
//
// A type of an interface is a descriptor: List<Tuple<Int, Str>>. Its `type` is what the submission sees; read() takes a
// value from a message, take() the next one of a packed list, write() appends a value exactly as Python's encoder would.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

namespace landau {

static_assert(std::endian::native == std::endian::little && sizeof(double) == 8);

constexpr std::size_t PACK_FROM = 4;

// An input that is no message, or that C++ cannot hold: the judge's fault.
struct Fault : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An answer that the wire does not carry.
struct Uncarried : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class Reader {
  public:
    Reader() = default;
    Reader(const char *at, const char *end) : at_(at), end_(end) {}

    bool done() const { return at_ == end_; }
    char peek() const { return at_ == end_ ? '\0' : *at_; }
    char tag() { return *bytes(1).data(); }

    std::string_view bytes(std::size_t size) {
        if (size > static_cast<std::size_t>(end_ - at_)) throw Fault("the input ends early");
        std::string_view piece(at_, size);
        at_ += size;
        return piece;
    }

    template <class T> T raw() {
        T value;
        std::memcpy(&value, bytes(sizeof value).data(), sizeof value);
        return value;
    }

    // A length field, refused when what is left cannot hold that many items.
    std::size_t count(std::size_t item_bytes = 1) {
        const auto count = raw<std::uint64_t>();
        if (count > static_cast<std::size_t>(end_ - at_) / item_bytes) throw Fault("a length is larger than the input");
        return count;
    }

    std::string_view sized() { return bytes(count()); }

    void skip() {
        const char kind = tag();
        switch (kind) {
            case 'N': case 'T': case 'F': return;
            case 'i': case 'd': bytes(8); return;
            case 's': case 'b': case 'I': case 'D': case 'W': case 'k': sized(); return;
            case 'L': case 'q': bytes(count(8) * 8); return;
            case 'S': for (Reader sizes = sub(count(8) * 8); !sizes.done();) bytes(sizes.raw<std::uint64_t>()); return;
            case 'm': for (std::size_t left = 2 * count(2); left; --left) skip(); return;
            case 'l': case 't': case 'e': case 'z': case 'R': for (std::size_t left = count(); left; --left) skip(); return;
            default: throw Fault(std::string("the input holds a value that C++ cannot: ") + kind);
        }
    }

    Reader sub(std::size_t size) {
        const std::string_view piece = bytes(size);
        return {piece.data(), piece.data() + piece.size()};
    }

  private:
    const char *at_ = nullptr;
    const char *end_ = nullptr;
};

// The items of a list, one after the other, whichever way it is packed.
class Cursor {
  public:
    // `in` stands at a list and is moved behind it.
    explicit Cursor(Reader &in) : form(in.tag()) {
        switch (form) {
            case 'L': case 'q':
                size = in.count(8);
                items = in.sub(size * 8);
                return;
            case 'S': {
                size = in.count(8);
                sizes = in.sub(size * 8);
                std::size_t all = 0;
                for (Reader each = sizes; !each.done();) all += each.raw<std::uint64_t>();
                items = in.sub(all);
                return;
            }
            case 'R':
                for (std::size_t left = in.count(); left; --left) columns.emplace_back(in);
                if (columns.empty()) throw Fault("rows without columns");
                size = columns.front().size;
                return;
            case 'l': case 't':
                size = in.count();
                items = in;
                for (std::size_t left = size; left; --left) in.skip();
                return;
            default: throw Fault("the input has something else where a list is declared");
        }
    }

    char form;  // l or t (items follow each other), L (doubles), q (64-bit integers), S (texts), R (columns)
    std::size_t size = 0;
    Reader items, sizes;
    std::vector<Cursor> columns;
};

[[noreturn]] inline void mismatch(const char *declared) {
    throw Fault(std::string("the input has something else where ") + declared + " is declared");
}

class Writer {
  public:
    std::string out;

    void tag(char kind) { out.push_back(kind); }
    template <class T> void raw(T value) { out.append(reinterpret_cast<const char *>(&value), sizeof value); }
    // The values get(0) to get(n - 1), each as a T of 8 bytes.
    template <class T, class Get> void column(char kind, std::size_t n, const Get &get) {
        head(kind, n);
        const std::size_t from = out.size();
        out.resize(from + 8 * n);
        for (std::size_t i = 0; i < n; ++i) {
            const T value = get(i);
            std::memcpy(out.data() + from + 8 * i, &value, 8);
        }
    }
    void head(char kind, std::size_t count) {
        tag(kind);
        raw<std::uint64_t>(count);
    }
};

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
