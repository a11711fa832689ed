// Two pointers; the side whose passed bars are lower knows its water level and moves: O(n) time, O(1) space.
const trapped = (heights) => {
  let [left, right, topLeft, topRight, water] = [0, heights.length - 1, 0, 0, 0];
  while (left <= right) {
    if (topLeft <= topRight) {
      const height = heights[left++];
      if (height > topLeft) topLeft = height;
      else water += topLeft - height;
    } else {
      const height = heights[right--];
      if (height > topRight) topRight = height;
      else water += topRight - height;
    }
  }
  return water;
};
