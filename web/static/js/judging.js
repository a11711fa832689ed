// The verdict pane while a submission is judged: rows by tier as they come, then the server's report in their place.
import { all, element, one } from "./page.js";
import { follow } from "./follow.js";

const TIER_NAMES = { sample: "Samples", own: "Own cases", edge: "Edge", adversarial: "Adversarial", scale: "Scale" };
const QUEUE_NOTE_MS = 4000;

const live = one("[data-live]");
const final = one("[data-final]");
const tiers = one("[data-live-tiers]");
const growths = one("[data-live-growths]");
const stage = one("[data-live-stage]");
const note = one("[data-live-note]");
const progress = one("[data-live-progress]");

/** The pane as it is from the press of the button on; endJudging brings the report before back. */
export function beginJudging(mode) {
  one("[data-said]").textContent = "";
  one("[data-live-title]").textContent = mode === "run" ? "Running" : "Judging";
  stage.textContent = "Waiting for the judge";
  note.textContent = "";
  progress.removeAttribute("value");
  tiers.replaceChildren();
  growths.replaceChildren();
  final.hidden = true;
  live.hidden = false;
}

export function endJudging() {
  live.hidden = true;
  final.hidden = false;
}

/** Draws the events of `submission` as they come; `onDecided(report)` is called at their end. Gives a stop function. */
export function followJudging(submission, onDecided) {
  const queueNote = setTimeout(() => {
    note.textContent = "Still in the queue: another submission is being judged, or the judge is starting.";
  }, QUEUE_NOTE_MS);

  const handlers = {
    stage({ event }) {
      stage.textContent = event.text;
      if (event.total) {
        progress.max = event.total;
        progress.value = event.done ?? 0;
      } else progress.removeAttribute("value");
    },
    built({ event }) {
      stage.textContent = event.ok === false ? "Does not build" : "Built";
    },
    case({ event, html }) {
      stage.textContent = `${TIER_NAMES[event.tier]}: ${event.name}`;
      progress.max = event.total;
      progress.value = (event.index ?? 0) + 1;
      if (!event.index) {
        // Also when judging was interrupted and begins again.
        tiers.replaceChildren();
        growths.replaceChildren();
      }
      addRow(tiers, event, element(html));
    },
    point({ event }) {
      stage.textContent = `Measuring growth on ${event.family}`;
      note.textContent = `n = ${event.point.size.toLocaleString("en").replaceAll(",", " ")}`;
      progress.removeAttribute("value");
    },
    growth({ html }) {
      growths.append(element(html));
    },
    decided({ event, html }) {
      final.replaceChildren(element(html));
      const answers = all(".half-answer", final).map((each) => each.textContent.trim());
      one("[data-said]").textContent = `${answers.join("; growth: ")}. ${event.report.sentence}`;
      endJudging();
      onDecided(event.report);
    },
  };

  return follow(
    submission,
    (item) => {
      clearTimeout(queueNote);
      if (item.type !== "point") note.textContent = "";
      handlers[item.type]?.(item);
    },
    (trouble) => {
      if (trouble) note.textContent = `${trouble} Trying again.`;
    },
  );
}

function addRow(tiers, event, row) {
  let section = one(`[data-tier-section="${event.tier}"]`, tiers);
  if (!section) {
    for (const done of all("details.tier", tiers)) done.open = !one(".tier-count.tone-good", done);
    section = one("[data-tier-template]").content.firstElementChild.cloneNode(true);
    section.dataset.tierSection = event.tier;
    one(".tier-name", section).textContent = TIER_NAMES[event.tier];
    tiers.append(section);
  }
  one(".cases", section).append(row);
  const mark = document.createElement("i");
  mark.className = [...row.classList].find((name) => name.startsWith("tone-"));
  one(".tier-marks", section).append(mark);
  const rows = all("[data-case]", section);
  const passed = rows.filter((each) => each.dataset.verdict === "AC").length;
  one("[data-count]", section).textContent = `${passed} of ${rows.length}`;
  one(".tier-count", section).className = `tier-count tone-${passed === rows.length ? "good" : "bad"}`;
}
