// A running sum that carries its own rounding error along (Neumaier): O(n) for any k, and no drift.
function rollingAverage(xs, k, partial) {
  const means = new Array(xs.length);
  let total = 0;
  let lost = 0;
  const add = (x) => {
    const rounded = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - rounded + x : x - rounded + total;
    total = rounded;
  };
  for (let i = 0; i < xs.length; i++) {
    add(xs[i]);
    if (i >= k) add(-xs[i - k]);
    if (i + 1 >= k) means[i] = (total + lost) / k;
    else means[i] = partial === "shrink" ? (total + lost) / (i + 1) : NaN;
  }
  return means;
}
