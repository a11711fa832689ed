// A card: the server's timer runs on the page, the parts of the answer light up, and notes are kept as they are typed.
import { ask, post } from "./ask.js";
import { autosave, choose, localKey } from "./autosave.js";
import { clockText, wireClock } from "./clock.js";
import { otherText } from "./other.js";
import { all, one, storage, timeOfDay, tried } from "./page.js";

const page = one("[data-talk]");
const { session, card, after } = page.dataset;
const path = `/api/sessions/${session}/cards/${card}`;
const clockState = JSON.parse(one("[data-clock]").dataset.state);
const offset_ms = new Date(clockState.now) - Date.now();
const button = one("[data-talk-act]");
let talk = JSON.parse(page.dataset.talk);
let takenAt = performance.now();
let isPaused = clockState.paused;
let part = null;

// The timer

const running = () => talk.takes.find((take) => take.ended_at === null);

/** Seconds that were talked: of the take that runs, else of the last one. */
function talked() {
  const take = running() ?? talk.takes.at(-1);
  if (!take) return 0;
  const goes = take.ended_at === null && !isPaused;
  return take.elapsed_s + (goes ? (performance.now() - takenAt) / 1000 : 0);
}

function draw() {
  const seconds = talked();
  const isOn = Boolean(running());
  const at = talk.parts.findIndex((each) => seconds < each.end_s);
  const timer = one("[data-timer]");
  one("[data-time]").textContent = clockText(seconds);
  timer.classList.toggle("on", isOn);
  timer.classList.toggle("late", at < 0);
  all("[data-span]").forEach((item, index) => {
    const { start_s, end_s } = talk.parts[index];
    one("[data-fill]", item).style.width = `${Math.max(0, Math.min(1, (seconds - start_s) / (end_s - start_s))) * 100}%`;
    if (isOn && index === at) item.setAttribute("aria-current", "step");
    else item.removeAttribute("aria-current");
  });
  const now = !isOn ? "" : at < 0 ? "Come to an end" : talk.parts[at].name;
  if (part !== now) one("[data-part]").textContent = part = now;
  const left = at < 0 ? `${clockText(seconds - talk.seconds)} over` : `${Math.ceil(talk.parts[at].end_s - seconds)} s left of it`;
  one("[data-part-left]").textContent = isOn ? left : "";
}

function buttons() {
  const isOn = Boolean(running());
  one("[data-icon=start]").hidden = isOn;
  one("[data-icon=stop]").hidden = !isOn;
  one("[data-talk-word]").textContent = isOn ? "Stop" : talk.takes.length ? "Talk again" : "Start talking";
}

function take(answer) {
  talk = answer.talk;
  takenAt = performance.now();
  if (answer.takes !== undefined) one("[data-takes]").innerHTML = answer.takes;
  draw();
  buttons();
}

async function turn() {
  if (button.disabled) return;
  button.disabled = true;
  await tried(async () => take(await post(`${path}/${running() ? "stop" : "start"}`)));
  button.disabled = false;
}

const follow = async () => {
  const answer = await ask(path).catch(() => null);
  if (answer) take(answer);
};

all("[data-span]").forEach((item, index) => {
  item.style.flexGrow = talk.parts[index].end_s - talk.parts[index].start_s;
});
button.addEventListener("click", turn);
take({ talk });
setInterval(draw, 200);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && follow());

wireClock({
  state: clockState,
  path: `/api/sessions/${session}`,
  canFinish: false,
  onPause(paused) {
    const changed = paused !== isPaused;
    isPaused = paused;
    if (changed) follow();
  },
  onOver: () => setTimeout(() => saver.now().finally(() => location.reload()), 1500),
});

// Notes

const note = one("[data-note]");
const attempt = `note:${session}:${card}`;

function say(text, tone) {
  const place = one("[data-saved]");
  place.textContent = text;
  place.className = `saved tone-${tone}`;
}

const offerOther = otherText({
  what: "this note",
  text: () => note.value,
  use(source) {
    note.value = source;
    saver.changed();
  },
});
const kept = JSON.parse(note.dataset.savedNote);
const opening = choose(kept, storage.get(localKey(attempt)), "");
note.value = opening.text;
const saver = autosave({
  attempt,
  path: `${path}/note`,
  base: kept?.saved_at ?? null,
  text: () => note.value,
  offset_ms,
  say,
  onOther: offerOther,
});
saver.opened(opening.unsaved ? (kept?.source ?? "") : opening.text);
note.addEventListener("input", () => saver.changed());
if (opening.unsaved) saver.now();
else if (kept) say(`saved ${timeOfDay(kept.saved_at)}`, "good");
if (opening.other) offerOther(opening.other);

// Keys, and the end

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || one("dialog[open]")) return;
  if (event.target === note) {
    if (event.key === "Escape") note.blur();
    return;
  }
  if (event.target.closest("input, textarea, select")) return;
  const to = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
  if (to) one(`a[rel=${to}]`)?.click();
  else if (event.key === "n") note.focus();
  else if (event.key === " " && !event.target.closest("button, a, summary")) turn();
  else return;
  event.preventDefault();
});

one("[data-finish-session]")?.addEventListener("click", () => {
  if (!confirm("Finish it for good?")) return;
  tried(async () => {
    await saver.now();
    await post(`/api/sessions/${session}/finish`);
    location.assign(after);
  });
});
