# Objects, sorted by a merge sort in plain Python that calls a comparison: twenty and more times slower, the same growth: accepted.


class Event:
    def __init__(self, user, second):
        self.user = user
        self.second = second

    def before(self, other):
        if self.user == other.user:
            return self.second < other.second
        return self.user < other.user

    def same(self, other):
        return self.user == other.user and self.second == other.second


class Session:
    def __init__(self, event, number):
        self.user = event.user
        self.number = number
        self.events = [event]

    def reaches(self, event, gap):
        return event.user == self.user and event.second - self.events[-1].second <= gap

    def told(self):
        return (self.user, self.number, self.events[0].second, self.events[-1].second, len(self.events))


def merge_sorted(events):
    if len(events) < 2:
        return events
    middle = len(events) // 2
    left, right = merge_sorted(events[:middle]), merge_sorted(events[middle:])
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j].before(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


def sessionize(rows, gap_minutes):
    sessions = []
    last = None
    for event in merge_sorted([Event(user, second) for user, second in rows if user != ""]):
        if last is not None and event.same(last):
            continue
        last = event
        if sessions and sessions[-1].reaches(event, gap_minutes * 60):
            sessions[-1].events.append(event)
        elif sessions and sessions[-1].user == event.user:
            sessions.append(Session(event, sessions[-1].number + 1))
        else:
            sessions.append(Session(event, 1))
    return [session.told() for session in sessions]
