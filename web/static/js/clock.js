// Lets the server's clock run on the page. What counts is the server's; this only shows it, by the offset of the two.
import { all, one, tried } from "./page.js";
import { ask, post } from "./ask.js";

const ANNOUNCED_MINUTES = [1, 5, 10];
const AGAIN_MS = 30_000;

export function clockText(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/**
 * `state` is the server's clock as JSON; `attempt` whose clock the buttons turn, or the API's `path` of a session whose
 * clock they turn (both null: shown only).
 * `onOver` is called once when a hard clock reaches zero, `onSoon` a few seconds before.
 */
export function wireClock({ state, attempt = null, path = attempt && `/api/attempts/${attempt}`, canFinish = true, onPause = () => {}, onOver = () => {}, onSoon = () => {} }) {
  const root = one("[data-clock]");
  const face = one("[data-clock-face]", root);
  const bar = one("[data-clock-bar]", root);
  const announce = one("[data-announce]");
  let clock = state;
  let takenAt = performance.now();
  let before = null;
  let warned = false;
  let over = false;

  const elapsed = () => {
    const stands = clock.paused || clock.ended || clock.over;
    return clock.elapsed_s + (stands ? 0 : (performance.now() - takenAt) / 1000);
  };

  function draw() {
    const used = elapsed();
    const left = clock.duration_s === null ? null : clock.duration_s - used;
    root.dataset.mode = clock.mode;
    root.classList.toggle("paused", clock.paused);
    root.classList.toggle("late", left !== null && left < 0);
    root.classList.toggle("soon", left !== null && left >= 0 && left < 60);
    if (clock.mode === "untimed") face.textContent = "no clock";
    else if (left === null) face.textContent = clockText(used);
    else if (left < 0 && clock.mode !== "hard") face.textContent = `+${clockText(left)}`;
    else face.textContent = clockText(Math.max(0, Math.ceil(left)));
    if (bar && left !== null) bar.style.width = `${Math.max(0, Math.min(1, left / clock.duration_s)) * 100}%`;
    if (left !== null && before !== null) {
      const passed = ANNOUNCED_MINUTES.find((minutes) => before > minutes * 60 && left <= minutes * 60);
      if (passed && announce) announce.textContent = passed === 1 ? "One minute left" : `${passed} minutes left`;
    }
    before = left;
    if (clock.mode === "hard" && left !== null && !clock.ended) {
      if (left < 4 && !warned) {
        warned = true;
        onSoon();
      }
      if (left <= 0 && !over) {
        over = true;
        onOver();
      }
    }
  }

  function buttons() {
    const canPause = path !== null && clock.mode !== "hard" && !clock.ended && clock.mode !== "untimed";
    const shown = { pause: canPause && !clock.paused, resume: canPause && clock.paused, finish: canFinish && path !== null && !clock.ended && !clock.over };
    for (const button of all("[data-clock-act]", root)) button.hidden = !shown[button.dataset.clockAct];
  }

  function take(next) {
    clock = next;
    takenAt = performance.now();
    draw();
    buttons();
    onPause(clock.paused);
  }

  for (const button of all("[data-clock-act]")) {
    button.addEventListener("click", () =>
      tried(async () => {
        const act = button.dataset.clockAct;
        if (act === "finish" && !confirm("Stop the clock of this attempt? Your code and reports stay.")) return;
        const answer = await post(`${path}/${act}`);
        take((answer.attempt ?? answer.session).clock);
        if (act === "finish") location.reload();
      }),
    );
  }

  // A computer that slept has lost time, and another window may have turned the clock: the server is asked again.
  async function follow() {
    if (path === null || clock.ended || clock.over) return;
    const answer = await ask(path).catch(() => null);
    if (!answer) return;
    const next = (answer.attempt ?? answer.session).clock;
    if (next.ended || (next.over && next.mode !== "hard")) location.reload();
    else take(next);
  }

  take(state);
  setInterval(draw, 250);
  setInterval(follow, AGAIN_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && follow());
}
