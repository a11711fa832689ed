# Walks along every path from every node, without a memory.
def longest_path(n: int, edges: list[tuple[int, int, int]]) -> int:
    out = [[] for _ in range(n)]
    for u, v, w in edges:
        out[u].append((v, w))
    answer = 0
    stack = [(v, 0) for v in range(n)]
    while stack:
        u, length = stack.pop()
        if length > answer:
            answer = length
        for v, w in out[u]:
            stack.append((v, length + w))
    return answer
