# Takes off whole layers of ready nodes, with the edges linked through flat lists: no queue, O(n + m): accepted.


def longest_path(n, edges):
    first = [-1] * n
    following = [-1] * len(edges)
    waiting = [0] * n
    for number, (u, v, _) in enumerate(edges):
        following[number] = first[u]
        first[u] = number
        waiting[v] += 1
    best = [0] * n
    layer = [v for v in range(n) if not waiting[v]]
    while layer:
        next_layer = []
        for u in layer:
            number = first[u]
            while number >= 0:
                _, v, w = edges[number]
                best[v] = max(best[v], best[u] + w)
                waiting[v] -= 1
                if not waiting[v]:
                    next_layer.append(v)
                number = following[number]
        layer = next_layer
    return max(best, default=0)
