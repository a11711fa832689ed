// Two heaps of numbers; the lower half is kept negated.
class Heap {
  constructor() {
    this.items = [];
  }

  get size() {
    return this.items.length;
  }

  get least() {
    return this.items[0];
  }

  push(x) {
    const items = this.items;
    let at = items.push(x) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (items[parent] <= x) break;
      items[at] = items[parent];
      at = parent;
    }
    items[at] = x;
  }

  pop() {
    const items = this.items;
    const least = items[0];
    const x = items.pop();
    if (items.length === 0) return least;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && items[child + 1] < items[child]) child++;
      if (items[child] >= x) break;
      items[at] = items[child];
      at = child;
    }
    items[at] = x;
    return least;
  }
}

module.exports.RunningMedian = class {
  #low = new Heap();
  #high = new Heap();

  add(x) {
    this.#low.push(-x);
    this.#high.push(-this.#low.pop());
    if (this.#high.size > this.#low.size) this.#low.push(-this.#high.pop());
  }

  median() {
    if (this.#low.size === 0) return NaN;
    return this.#low.size > this.#high.size ? -this.#low.least : (this.#high.least - this.#low.least) / 2;
  }
};
