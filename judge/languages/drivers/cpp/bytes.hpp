// The bytes of a message in the typed wire format, which sandbox/guest/wire.py defines: reading them, item by item, and
// writing them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace landau {

static_assert(std::endian::native == std::endian::little && sizeof(double) == 8);

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

}  // namespace landau
