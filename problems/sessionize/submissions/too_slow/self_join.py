# The self join: asks all times of the user for the latest before this one: O(n) for each event, O(n^2) for one user.


def sessionize(rows, gap_minutes):
    gap = gap_minutes * 60
    times = {}
    for user, second in rows:
        if user:
            times.setdefault(user, set()).add(second)
    answer = []
    for user, seconds in times.items():
        starts = sorted(s for s in seconds if s - max((t for t in seconds if t < s), default=s - gap - 1) > gap)
        ends = sorted(s for s in seconds if min((t for t in seconds if t > s), default=s + gap + 1) - s > gap)
        for number, (start, end) in enumerate(zip(starts, ends), 1):
            answer.append((user, number, start, end, sum(start <= s <= end for s in seconds)))
    return answer
