// Depth first, with the language's own stack: paths are up to 400,000 edges long.
interface Edge {
  to: number;
  weight: number;
}

function longestPath(n: number, edges: [number, number, number][]): number {
  const outgoing: Edge[][] = Array.from({ length: n }, () => []);
  for (const [u, to, weight] of edges) outgoing[u].push({ to, weight });
  const best = new Float64Array(n).fill(-1);
  const from = (u: number): number => {
    if (best[u] >= 0) return best[u];
    let longest = 0;
    for (const edge of outgoing[u]) longest = Math.max(longest, from(edge.to) + edge.weight);
    return (best[u] = longest);
  };
  let longest = 0;
  for (let u = 0; u < n; u++) longest = Math.max(longest, from(u));
  return longest;
}
