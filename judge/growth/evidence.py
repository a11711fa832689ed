"""What stands behind a growth verdict, in sentences: how sure, by how much work, on how busy a host, and which line.

The same words in the terminal, on the page, on the scorecard and in a notebook. Pure.
"""

from __future__ import annotations

from judge.growth.draw.curves import open_above
from judge.growth.draw.scale import of_role
from judge.report import FamilyGrowth, Host, Outcome, Report, Resource, Role
from judge.words import harmless

_METHODS = {
    "cpu time": "CPU time",
    "instructions": "executed instructions",
    "probes": "elements read",
    "peak memory": "peak memory",
}


def sureness(growth: FamilyGrowth) -> str:
    """How far the figures carry: the interval of the slope in words. Empty where none was measured, or nothing grew."""
    if growth.slope is None:
        return ""
    if open_above(growth):
        return "A limit stopped it, so this is the least that it grows; how much more cannot be seen."
    low, high = growth.slope_low, growth.slope_high
    if low is None or high is None:
        return ""
    if high - low < 0.005:
        between = f"by n^{_signed(growth.slope)}, the same each time"
    else:
        between = f"by n^{_signed(low)} to n^{_signed(high)} (95 % of repeated measurements)"
    told = f"Beyond what is required it grows {between}"
    match growth.outcome:
        case Outcome.EXCEEDS:
            return f"{told}: more than right solutions differ, whichever end is true."
        case Outcome.WITHIN:
            return f"{told}: no more than right solutions differ."
        case _:
            return f"{told}: that alone does not tell."


def effort(growth: FamilyGrowth) -> str:
    """How much was measured: sizes, runs, and what was done beyond the first rounds."""
    sizes = sorted({point.size for point in of_role(growth.points, Role.SUBMISSION)})
    if not sizes:
        return ""
    parts = [f"{_method(growth)} at {_count(len(sizes), 'size')}, n = {sizes[0]:,} to {sizes[-1]:,}"]
    if growth.runs:
        parts.append(f"{_count(growth.runs, 'run')} of each program at each repeated size")
    if growth.escalated:
        parts.append(f"beyond the first rounds: {', then '.join(growth.escalated)}")
    noisy = " This host's clock is too noisy for time alone to decide." if growth.noisy else ""
    return sentence_of("; ".join(parts)) + noisy


def blamed(growth: FamilyGrowth) -> str:
    """ "Line 7, `q.pop(0)`: 96 % of the time at n = 16,384, growing about n^2. Popping …". Empty where none is."""
    if growth.line is None:
        return ""
    said = said_of_line(growth)
    code = f", `{harmless(growth.line_text)}`" if growth.line_text else ""
    told = f"Line {growth.line}{code}: {said}." if said else f"Line {growth.line}{code} carries the growth."
    return f"{told} {sentence_of(growth.cause)}".strip()


def said_of_line(growth: FamilyGrowth) -> str:
    """What the reason says of the blamed line: share and exponent."""
    return growth.reason.partition(_named_line(growth))[2].rstrip(" .;")


def bare_reason(growth: FamilyGrowth) -> str:
    """The reason, without what `blamed` says apart."""
    at = growth.reason.find(_named_line(growth))
    return growth.reason if at < 0 else growth.reason[:at].rstrip("; ")


def blaming(report: Report) -> FamilyGrowth | None:
    """The exceeding family whose line is told first: of time before others, the one that grew most."""
    named = [one for one in report.families if one.line is not None and one.outcome is Outcome.EXCEEDS]
    return max(named, key=lambda one: (one.resource is Resource.TIME, one.slope or 0.0), default=None)


def circumstances(host: Host) -> str:
    """How busy and how noisy the host was while it measured. Empty where nothing is known."""
    parts = []
    if host.busy_cores is not None and host.cores:
        quiet = host.busy_cores < 0.05 * host.cores
        parts.append(
            f"nothing else ran on the {_count(host.cores, 'core')}"
            if quiet
            else f"other work kept {host.busy_cores:.1f} of {_count(host.cores, 'core')} busy"
        )
    elif host.note:
        parts.append(host.note)
    elif host.contended:
        parts.append("other work took the cores")
    told = [f"While this was measured, {parts[0]}."] if parts else []
    if host.busy_cores is not None and host.note and "other work kept" not in host.note:
        told.append(sentence_of(host.note))
    if host.noise is not None:
        told.append(f"Repeated timings differ by {_percent(host.noise)} on this host.")
    return " ".join(told)


def sentence_of(text: str | None) -> str:
    """With a capital and a full stop; empty stays empty."""
    text = (text or "").strip()
    if not text:
        return ""
    return f"{text[:1].upper()}{text[1:]}" + ("" if text[-1] in ".!?" else ".")


def _named_line(growth: FamilyGrowth) -> str:
    """How a reason begins to speak of the blamed line."""
    return f"line {growth.line}, `{growth.line_text}`: "


def _method(growth: FamilyGrowth) -> str:
    by = {"processor": " (counted by the processor)", "callgrind": " (counted by callgrind)", None: ""}
    return _METHODS.get(growth.method, growth.method) + by[growth.counted_by]


def _signed(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= 0.01 else f"{100 * share:.1f} %"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
