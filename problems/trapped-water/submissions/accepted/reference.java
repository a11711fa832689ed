// Two pointers; the side whose passed bars are lower knows its water level and moves: O(n) time, O(1) space.
public class Solution {
    public static long trapped(int[] heights) {
        int left = 0;
        int right = heights.length - 1;
        int topLeft = 0;
        int topRight = 0;
        long water = 0;
        while (left <= right) {
            if (topLeft <= topRight) {
                int height = heights[left++];
                topLeft = Math.max(topLeft, height);
                water += topLeft - height;
            } else {
                int height = heights[right--];
                topRight = Math.max(topRight, height);
                water += topRight - height;
            }
        }
        return water;
    }
}
