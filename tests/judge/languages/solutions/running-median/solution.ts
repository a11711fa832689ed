class Heap {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  get least(): number {
    return this.items[0];
  }

  push(x: number): void {
    let at = this.items.push(x) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && this.items[parent] > x; parent = (at - 1) >> 1) {
      this.items[at] = this.items[parent];
      at = parent;
    }
    this.items[at] = x;
  }

  pop(): number {
    const least = this.items[0];
    const x = this.items.pop()!;
    if (this.items.length === 0) return least;
    let at = 0;
    for (let child = 1; child < this.items.length; child = 2 * at + 1) {
      if (child + 1 < this.items.length && this.items[child + 1] < this.items[child]) child++;
      if (this.items[child] >= x) break;
      this.items[at] = this.items[child];
      at = child;
    }
    this.items[at] = x;
    return least;
  }
}

class RunningMedian {
  private low = new Heap();
  private high = new Heap();

  add(x: number): void {
    this.low.push(-x);
    this.high.push(-this.low.pop());
    if (this.high.size > this.low.size) this.low.push(-this.high.pop());
  }

  median(): number {
    if (this.low.size === 0) return NaN;
    return this.low.size > this.high.size ? -this.low.least : (this.high.least - this.low.least) / 2;
  }
}
