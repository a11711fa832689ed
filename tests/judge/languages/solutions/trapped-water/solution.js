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
