// Two pointers; the side whose passed bars are lower knows its water level and moves: O(n) time, O(1) space.
#include <bits/stdc++.h>
using namespace std;

class Solution {
public:
    long long trapped(vector<long long>& heights) {
        int left = 0, right = static_cast<int>(heights.size()) - 1;
        long long top_left = 0, top_right = 0, water = 0;
        while (left <= right) {
            if (top_left <= top_right) {
                top_left = max(top_left, heights[left]);
                water += top_left - heights[left++];
            } else {
                top_right = max(top_right, heights[right]);
                water += top_right - heights[right--];
            }
        }
        return water;
    }
};
