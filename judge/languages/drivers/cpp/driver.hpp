// The program that surrounds a submission: it speaks the guest's protocol on descriptor 3.
//
//   main /program/solution.so INPUT    (INPUT: the number of a descriptor that holds the encoded input)
//
// The input is decoded before "ready"; the submission's shared object is loaded after "go", so nothing of it, not even
// a static initialiser, runs earlier.
#pragma once

#include <sys/mman.h>
#include <sys/stat.h>

#include "arena.hpp"
#include "jobs.hpp"

namespace landau {

template <class Job> void read_input(Job &job, int descriptor) {
    struct stat about = {};
    if (::fstat(descriptor, &about) != 0) throw Fault("the input cannot be read");
    const auto size = static_cast<std::size_t>(about.st_size);
    void *mapped = size ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    if (mapped == MAP_FAILED) throw Fault("the input cannot be mapped");
    const auto *data = static_cast<const char *>(mapped);
    Reader input(data, data + size);
    arena.open = true;
    job.read(input);
    arena.open = false;
    if (!input.done()) throw Fault("the input goes on after its end");
    if (mapped) ::munmap(mapped, size);
    ::close(descriptor);
}

template <class Job> int drive(Job &job, int argc, char **argv) {
    if (argc < 3) return 2;
    try {
        read_input(job, std::atoi(argv[argc - 1]));
    } catch (const std::exception &error) {
        finish('F', error.what(), 1);
    }
    std::set_terminate(on_terminate);
    say('R');
    if (hear() != 'G') return 1;
    std::string answer;
    try {
        answer = job.run(Submission(argv[1]));
    } catch (...) {
        tell_exception();
    }
    finish('A', answer, 0);
}

}  // namespace landau
