#include <cmath>
#include <functional>
#include <queue>
#include <vector>

// Two heaps that meet in the middle.
class RunningMedian {
    std::priority_queue<double> low;
    std::priority_queue<double, std::vector<double>, std::greater<>> high;

public:
    void add(double x) {
        low.push(x);
        high.push(low.top());
        low.pop();
        if (high.size() > low.size()) {
            low.push(high.top());
            high.pop();
        }
    }

    double median() const {
        if (low.empty()) return std::nan("");
        return low.size() > high.size() ? low.top() : (low.top() + high.top()) / 2;
    }
};
