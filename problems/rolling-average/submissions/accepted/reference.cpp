// A running sum that carries its own rounding error along (Neumaier): O(n) for any k, and no drift.
#include <bits/stdc++.h>
using namespace std;

vector<double> rolling_average(const vector<double>& xs, int k, const string& partial) {
    const bool shrink = partial == "shrink";
    vector<double> means;
    means.reserve(xs.size());
    double total = 0, lost = 0;
    auto add = [&](double x) {
        const double rounded = total + x;
        lost += abs(total) >= abs(x) ? (total - rounded) + x : (x - rounded) + total;
        total = rounded;
    };
    for (int i = 0; i < static_cast<int>(xs.size()); ++i) {
        add(xs[i]);
        if (i >= k) add(-xs[i - k]);
        if (i >= k - 1)
            means.push_back((total + lost) / k);
        else
            means.push_back(shrink ? (total + lost) / (i + 1) : NAN);
    }
    return means;
}
