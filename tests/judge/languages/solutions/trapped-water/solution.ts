function trapped(heights: number[]): number {
  let left = 0;
  let right = heights.length - 1;
  let topLeft = 0;
  let topRight = 0;
  let water = 0;
  while (left <= right) {
    const fromLeft: boolean = topLeft <= topRight;
    const height: number = fromLeft ? heights[left++] : heights[right--];
    if (fromLeft) topLeft = Math.max(topLeft, height);
    else topRight = Math.max(topRight, height);
    water += (fromLeft ? topLeft : topRight) - height;
  }
  return water;
}
