// A window whose start jumps past the last occurrence of each new character: O(n) for any alphabet.
#include <bits/stdc++.h>
using namespace std;

long long longest_unique(const u32string& s) {
    unordered_map<char32_t, long long> last_seen;
    long long start = 0, longest = 0;
    for (long long i = 0; i < static_cast<long long>(s.size()); ++i) {
        auto [place, fresh] = last_seen.try_emplace(s[i], i);
        if (!fresh) {
            start = max(start, place->second + 1);
            place->second = i;
        }
        longest = max(longest, i - start + 1);
    }
    return longest;
}
