# Takes the events from a heap, first the earliest of all, with an open session for each user: O(n log n): accepted.
import heapq


def sessionize(rows, gap_minutes):
    heap = [(second, user) for user, second in rows if user]
    heapq.heapify(heap)
    open_ones = {}
    closed = []
    while heap:
        second, user = heapq.heappop(heap)
        session = open_ones.get(user)
        if session is None:
            open_ones[user] = [1, second, second, 1]
        elif second == session[2]:
            continue
        elif second - session[2] > gap_minutes * 60:
            closed.append((user, *session))
            open_ones[user] = [session[0] + 1, second, second, 1]
        else:
            session[2] = second
            session[3] += 1
    return closed + [(user, *session) for user, session in open_ones.items()]
