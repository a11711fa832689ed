// Where the decoded input lies. Nothing of it is ever given back: a parameter taken by value is the submission's to
// destroy, and giving back its pages would cost time that grows with the input, in a function that only looks at three
// of its elements. It also leaves malloc untouched for the submission, whatever the input was.
//
// The operators below are the executable's, so they are those of the submission too.
#pragma once

#include <sys/mman.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <new>

namespace landau {

class Arena {
  public:
    bool open = false;  // whether what is allocated now belongs to the input

    void *take(std::size_t size) {
        size = (std::max<std::size_t>(size, 1) + 15) / 16 * 16;
        if (size > left_) extend(size);
        void *taken = next_;
        next_ += size;
        left_ -= size;
        return taken;
    }

    bool owns(const void *pointer) const {
        const auto at = reinterpret_cast<std::uintptr_t>(pointer);
        for (std::size_t i = 0; i < count_; ++i)
            if (at - pieces_[i].from < pieces_[i].size) return true;
        return false;
    }

  private:
    struct Piece {
        std::uintptr_t from;
        std::size_t size;
    };

    // Each piece is as large as all before it, so there are few.
    void extend(std::size_t size) {
        constexpr std::size_t page = 4096;
        const std::size_t wanted = (std::max({size, all_, std::size_t(1) << 20}) + page - 1) / page * page;
        if (count_ == std::size(pieces_)) throw std::bad_alloc();
        void *made = ::mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (made == MAP_FAILED) throw std::bad_alloc();
        next_ = static_cast<char *>(made);
        left_ = wanted;
        all_ += wanted;
        pieces_[count_++] = {reinterpret_cast<std::uintptr_t>(made), wanted};
    }

    char *next_ = nullptr;
    std::size_t left_ = 0, all_ = 0, count_ = 0;
    Piece pieces_[48] = {};
};

inline constinit Arena arena;

}  // namespace landau

void *operator new(std::size_t size) {
    if (landau::arena.open) return landau::arena.take(size);
    for (;;) {
        if (void *made = std::malloc(std::max<std::size_t>(size, 1))) return made;
        const std::new_handler handler = std::get_new_handler();
        if (!handler) throw std::bad_alloc();
        handler();
    }
}
void operator delete(void *pointer) noexcept {
    if (!landau::arena.owns(pointer)) std::free(pointer);
}
void operator delete(void *pointer, std::size_t) noexcept { operator delete(pointer); }
