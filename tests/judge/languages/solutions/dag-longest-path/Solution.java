import java.util.ArrayList;
import java.util.List;

// Depth first, with the language's own stack: paths are up to 400,000 edges long.
class Solution {
    private List<List<long[]>> outgoing;
    private long[] best;

    public long longestPath(int n, long[][] edges) {
        outgoing = new ArrayList<>();
        for (int u = 0; u < n; u++) outgoing.add(new ArrayList<>());
        for (long[] edge : edges) outgoing.get((int) edge[0]).add(edge);
        best = new long[n];
        java.util.Arrays.fill(best, -1);
        long longest = 0;
        for (int u = 0; u < n; u++) longest = Math.max(longest, from(u));
        return longest;
    }

    private long from(int u) {
        if (best[u] >= 0) return best[u];
        long longest = 0;
        for (long[] edge : outgoing.get(u)) longest = Math.max(longest, from((int) edge[1]) + edge[2]);
        return best[u] = longest;
    }
}
