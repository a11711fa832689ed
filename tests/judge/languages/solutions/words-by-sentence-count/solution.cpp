#include <bits/stdc++.h>
using namespace std;

// Each word remembers the last sentence that counted it.
map<int, vector<string>> words_by_count(const vector<string>& sentences) {
    unordered_map<string, pair<int, int>> seen;  // how many sentences, and the last of them
    int number = 0;
    for (const string& sentence : sentences) {
        ++number;
        string word;
        auto end = [&] {
            if (word.empty()) return;
            auto& [count, last] = seen[word];
            if (last != number) ++count;
            last = number;
            word.clear();
        };
        for (unsigned char c : sentence) {
            if (isalnum(c))
                word += static_cast<char>(tolower(c));
            else
                end();
        }
        end();
    }
    map<int, vector<string>> groups;
    for (const auto& [word, about] : seen) groups[about.first].push_back(word);
    return groups;
}
