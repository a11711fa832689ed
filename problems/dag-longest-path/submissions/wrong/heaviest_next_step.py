# Greedy: from every node always takes the heaviest edge; a lighter one may lead further.


def longest_path(n, edges):
    step = [None] * n
    for u, v, w in edges:
        if w > 0 and (step[u] is None or w > step[u][1]):
            step[u] = (v, w)
    length = [None] * n
    for root in range(n):
        way = [root]
        while length[way[-1]] is None and step[way[-1]] is not None:
            way.append(step[way[-1]][0])
        for u in reversed(way):
            if length[u] is None:
                length[u] = 0 if step[u] is None else length[step[u][0]] + step[u][1]
    return max(length, default=0)
