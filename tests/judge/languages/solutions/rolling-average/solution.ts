type Policy = "none" | "shrink";

class Sum {
  private total = 0;
  private lost = 0;

  add(x: number): void {
    const rounded = this.total + x;
    this.lost += Math.abs(this.total) >= Math.abs(x) ? this.total - rounded + x : x - rounded + this.total;
    this.total = rounded;
  }

  get value(): number {
    return this.total + this.lost;
  }
}

export function rolling_average(xs: number[], k: number, partial: Policy): number[] {
  const sum = new Sum();
  return xs.map((x, i) => {
    sum.add(x);
    if (i >= k) sum.add(-xs[i - k]);
    if (i + 1 >= k) return sum.value / k;
    return partial === "shrink" ? sum.value / (i + 1) : NaN;
  });
}
