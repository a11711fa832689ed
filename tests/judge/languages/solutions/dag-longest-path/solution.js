export function longest_path(n, edges) {
  const first = new Int32Array(n + 1);
  for (const [u] of edges) first[u + 1]++;
  for (let u = 0; u < n; u++) first[u + 1] += first[u];
  const next = first.slice();
  const to = new Int32Array(edges.length);
  const weight = new Float64Array(edges.length);
  const missing = new Int32Array(n);
  for (const [u, v, w] of edges) {
    to[next[u]] = v;
    weight[next[u]++] = w;
    missing[v]++;
  }
  const best = new Float64Array(n);
  const ready = [];
  for (let u = 0; u < n; u++) if (missing[u] === 0) ready.push(u);
  let longest = 0;
  while (ready.length) {
    const u = ready.pop();
    longest = Math.max(longest, best[u]);
    for (let at = first[u]; at < first[u + 1]; at++) {
      const v = to[at];
      best[v] = Math.max(best[v], best[u] + weight[at]);
      if (--missing[v] === 0) ready.push(v);
    }
  }
  return longest;
}
