"""Any frame that keeps the rules is right.

How often a right solution is refused. Every test below is an exact binomial test of a number that has, in a right solution, exactly
that binomial distribution: user-days with a session (all, by day, by user, by disjoint pairs of days and of users); given the sessions,
those with each device, hour, half minute, and cart, also by device; given the carts, the purchases; given the further events, their
steps. By Bonferroni a call refuses a right solution with a probability of at most FALSE_ALARM = 1e-9, however these numbers hang
together. A judgement has under 60 checked frames of 500 sessions or more (edges, draws, sizes of growth): less than 1e-7.
"""

import numpy as np
import pandas as pd
from landau_checks import Tests, binomial_test

FALSE_ALARM = 1e-9
LEAST_SESSIONS = 500  # fewer could be picked so that they look wrong
MOST_USERS = 1000  # each of so many is looked at by itself
COLUMNS = ["user_id", "session_id", "ts", "event", "device"]
EVENTS = ["view", "add_to_cart", "purchase"]
DEVICES = {"mobile": 0.6, "desktop": 0.3, "tablet": 0.1}
START, CART, PURCHASE = 0.4, 0.3, 0.4
DAY, LONGEST_STEP = 86_400, 600
FIRST_DAY = np.datetime64("2024-01-01", "ns")


class Broken(Exception):
    """A rule that a frame does not keep."""


def check(input, expected, answer):
    seen = {}
    for number, (call, made) in enumerate(zip(input, answer, strict=True), 1):
        place = f"call {number}, clickstream{call}: "
        try:
            sessions, steps = read(made, *call)
        except Broken as broken:
            return f"{place}{broken}"
        if len(sessions) >= LEAST_SESSIONS:
            why = unlikely(sessions, steps, *call)
            if why is not None:
                return f"{place}{why}"
        n_users, days, seed = call
        for other, before in seen.get((n_users, days), {}).items():
            if (other == seed) != made.equals(before) and (other == seed or len(sessions) >= 20):
                return f"{place}{'another frame than before' if other == seed else f'the frame of the seed {other}'}"
        seen.setdefault((n_users, days), {})[seed] = made
    return None


def demand(holds, otherwise):
    if not holds:
        raise Broken(otherwise)


def read(made, n_users, days, seed):
    """Sessions (user, day, second, device, cart, purchase), and the steps within them in seconds. Raises Broken."""
    demand(isinstance(made, pd.DataFrame), f"expected a DataFrame, found {type(made).__name__}")
    demand(list(made.columns) == COLUMNS, f"the columns are {list(made.columns)}, expected {COLUMNS}")
    for name in ("user_id", "session_id"):
        kind = made[name].dtype
        demand(pd.api.types.is_integer_dtype(kind), f"{name} has the dtype {kind}, expected whole numbers")
    kind = made["ts"].dtype
    demand(
        getattr(kind, "kind", "") == "M" and getattr(kind, "tz", None) is None,
        f"ts has the dtype {kind}, expected datetime64",
    )
    demand(list(made.index) == list(range(len(made))), "the index is not 0, 1, 2, …")
    demand(not made.isna().any().any(), "a value is missing")
    user, session = made["user_id"].to_numpy(dtype="int64"), made["session_id"].to_numpy()
    ns = (made["ts"].to_numpy().astype("datetime64[ns]") - FIRST_DAY).astype("int64")
    demand((ns % 1_000_000_000 == 0).all(), "a time is not at a whole second")
    seconds = ns // 1_000_000_000
    event, device = made["event"].to_numpy(dtype=object), made["device"].to_numpy(dtype=object)
    demand(not len(user) or (0 <= user.min() and user.max() < n_users), f"a user_id is not from 0 to {n_users - 1}")
    demand(set(event) <= set(EVENTS), f"events are {sorted(map(str, set(event)))}")
    demand(set(device) <= set(DEVICES), f"devices are {sorted(map(str, set(device)))}")

    new = np.ones(len(made), dtype=bool)
    new[1:] = session[1:] != session[:-1]
    first = np.flatnonzero(new)
    demand(
        len(np.unique(session)) == len(first),
        "the rows of a session do not stand together, or two sessions share a session_id",
    )
    lengths = np.diff(np.append(first, len(made)))
    of = np.repeat(np.arange(len(first)), lengths)
    position = np.arange(len(made)) - first[of] if len(made) else np.zeros(0, dtype=int)
    if len(made):
        demand((user == user[first][of]).all(), "a session_id belongs to two users")
        demand((device == device[first][of]).all(), "a session has two devices")
        demand(lengths.max() <= len(EVENTS), f"a session has {lengths.max()} events")
        wrong = np.flatnonzero(event != np.array(EVENTS, dtype=object)[position])
        demand(not len(wrong), f"event {position[wrong[:1]].sum() + 1} of a session is {event[wrong[:1]].sum()!r}")
    steps = np.diff(seconds)[~new[1:]]
    demand(
        ((1 <= steps) & (steps <= LONGEST_STEP)).all(),
        f"a step within a session is not from 1 to {LONGEST_STEP} seconds",
    )
    start, day = seconds[first], seconds[first] // DAY
    demand(((0 <= day) & (day < days)).all(), f"a session does not start on one of the {days} days")
    pairs = user[first] * (days + 1) + day
    demand(len(np.unique(pairs)) == len(first), "a user starts two sessions on one day")
    columns = {"user": user[first], "day": day, "second": start % DAY, "device": device[first]}
    return pd.DataFrame({**columns, "cart": lengths >= 2, "purchase": lengths == 3}), steps


def unlikely(sessions, steps, n_users, days, seed):
    tests = Tests(FALSE_ALARM)
    count = len(sessions)

    def add(what, seen, trials, chance):
        tests.add(
            f"{what}: {seen} of {trials}, a chance of {chance:.3g} each", binomial_test(int(seen), int(trials), chance)
        )

    add("sessions", count, n_users * days, START)
    there = np.zeros((n_users, days), dtype=bool)
    there[sessions["user"], sessions["day"]] = True
    for day in range(days):
        add(f"users on day {day}", there[:, day].sum(), n_users, START)
    for user in range(n_users if n_users <= MOST_USERS else 0):
        add(f"days of user {user}", there[user].sum(), days, START)
    both = there[:, 0 : days - days % 2 : 2] & there[:, 1::2]
    add("user-days with the next day, too", both.sum(), both.size, START**2)
    both = there[0 : n_users - n_users % 2 : 2] & there[1::2]
    add("user-days with the next user, too", both.sum(), both.size, START**2)

    for hour in range(24):
        add(f"starts in hour {hour}", (sessions["second"] // 3600 == hour).sum(), count, 1 / 24)
    add("starts in the first half of an hour", (sessions["second"] % 3600 < 1800).sum(), count, 0.5)
    add("starts in the first half of a minute", (sessions["second"] % 60 < 30).sum(), count, 0.5)
    add("starts at even seconds", (sessions["second"] % 2 == 0).sum(), count, 0.5)

    early = sessions["user"] < n_users / 2
    add("sessions with a cart", sessions["cart"].sum(), count, CART)
    add("carts with a purchase", sessions["purchase"].sum(), sessions["cart"].sum(), PURCHASE)
    for device, chance in DEVICES.items():
        of = sessions["device"] == device
        add(f"sessions on {device}", of.sum(), count, chance)
        add(f"sessions on {device}, of the first half of the users", (of & early).sum(), early.sum(), chance)
        add(f"sessions with a cart, on {device}", (of & sessions["cart"]).sum(), of.sum(), CART)
        carts = (of & sessions["cart"]).sum()
        add(f"carts with a purchase, on {device}", (of & sessions["purchase"]).sum(), carts, PURCHASE)
    add("carts of the first half of the users", (sessions["cart"] & early).sum(), early.sum(), CART)

    for low in range(0, LONGEST_STEP, 100):
        add(f"steps of {low + 1} to {low + 100} s", ((low < steps) & (steps <= low + 100)).sum(), len(steps), 1 / 6)
    add("steps of even seconds", (steps % 2 == 0).sum(), len(steps), 0.5)
    return tests.why()
