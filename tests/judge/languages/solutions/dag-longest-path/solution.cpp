#include <bits/stdc++.h>
using namespace std;

// Kahn's order; each edge is relaxed once, when its source is final.
long long longest_path(int n, vector<tuple<long long, long long, long long>> edges) {
    vector<vector<pair<int, long long>>> outgoing(n);
    vector<int> waiting(n), ready;
    for (const auto& [u, v, w] : edges) {
        outgoing[u].emplace_back(v, w);
        ++waiting[v];
    }
    for (int v = 0; v < n; ++v)
        if (!waiting[v]) ready.push_back(v);
    vector<long long> best(n);
    while (!ready.empty()) {
        const int u = ready.back();
        ready.pop_back();
        for (const auto& [v, w] : outgoing[u]) {
            best[v] = max(best[v], best[u] + w);
            if (--waiting[v] == 0) ready.push_back(v);
        }
    }
    return n ? *max_element(best.begin(), best.end()) : 0;
}
