// The problem page: puts its parts together.
import { post } from "./ask.js";
import { autosave, choose, localKey } from "./autosave.js";
import { wireClock } from "./clock.js";
import { wireHints } from "./hints.js";
import { lineOf, wireLanguages } from "./languages.js";
import { beginJudging, endJudging, followJudging } from "./judging.js";
import { otherText } from "./other.js";
import { wireOwnCases } from "./own_cases.js";
import { all, copy, one, storage, timeOfDay, toast, tried } from "./page.js";
import { wirePanes } from "./panes.js";
import { wirePast } from "./past.js";
import { openTab } from "./tabs.js";

const bench = one(".workbench");
const problem = bench.dataset.problem;
const attempt = bench.dataset.attempt ? Number(bench.dataset.attempt) : null;
const session = bench.dataset.session ? Number(bench.dataset.session) : null;
const state = JSON.parse(one("[data-editor-state]").textContent);
const clockState = one("[data-clock]").dataset.state ? JSON.parse(one("[data-clock]").dataset.state) : null;
const isOpen = attempt !== null && !clockState.over && !clockState.ended;
const offset_ms = clockState ? new Date(clockState.now) - Date.now() : 0;

document.documentElement.classList.toggle("hide-difficulty", storage.get("landau:hide-difficulty") === true);

let editor = null;
let saver = null;
let stopFollowing = null;
let isBusy = true;
let isPaused = false;
const panes = wirePanes(() => editor?.focus());

function say(text, tone) {
  const place = one("[data-saved]");
  place.textContent = text;
  place.className = `saved tone-${tone}`;
}

const offerOther = otherText({
  what: "this attempt",
  text: () => editor.text(),
  use(source) {
    editor.setText(source);
    saver.changed();
  },
});

// What to open a language with: the server's draft, the browser's, or the starter.
function openingOf(name) {
  const { draft, starter } = state.languages[name];
  const opening = choose(draft, isOpen ? storage.get(localKey(attempt, name)) : null, starter);
  return { ...opening, draft, saved: opening.unsaved ? (draft?.source ?? "") : opening.text };
}

// Tells what is saved, saves what is not, and offers the text that lost.
async function settle({ unsaved, draft, other }) {
  one("[data-conflict]").hidden = true;
  if (unsaved) await saver.now();
  else if (draft) say(`saved ${timeOfDay(draft.saved_at)}`, "good");
  else say("", "calm");
  if (other) offerOther(other);
}

async function switchLanguage(next, before) {
  if (!editor) return;
  await saver?.now();
  if (saver) state.languages[before].draft = saver.kept() ?? state.languages[before].draft;
  const opening = openingOf(next);
  await editor.switchTo(opening.text, state.languages[next].mode);
  if (!saver) return;
  saver.switchTo(next, opening.saved, opening.draft?.saved_at ?? null);
  await settle(opening);
}

async function openEditor() {
  const { createEditor } = await import(bench.dataset.editorModule);
  const opening = openingOf(languages.name());
  editor = await createEditor({
    parent: one("[data-editor]"),
    text: opening.text,
    mode: state.languages[languages.name()].mode,
    label: "Your code. Escape then Tab leaves the editor.",
    nonce: one('meta[name="style-nonce"]').content,
    onChange: () => {
      editor.mark([]);
      saver?.changed();
    },
    onRun: () => send("run"),
    onSubmit: () => send("submit"),
  });
  coverEditor();
  if (!isOpen) return;
  const base = opening.draft?.saved_at ?? null;
  const language = languages.name();
  saver = autosave({ attempt, language, base, text: editor.text, offset_ms, say, onOther: offerOther });
  saver.opened(opening.saved);
  await settle(opening);
  if (!bench.dataset.judging) setBusy(false);
}

function claim() {
  const time = one("[data-claim-time]").value.trim();
  const space = one("[data-claim-space]").value.trim();
  if (!time && !space) return null;
  return [time && `O(${time})`, space && (time ? `O(${space})` : `space O(${space})`)].filter(Boolean).join(", ");
}

async function send(mode, only = null) {
  if (!editor || one("[data-run]").disabled) return;
  setBusy(true);
  const body = {
    source: editor.text(),
    language: languages.name(),
    mode,
    claim: mode === "submit" ? claim() : null,
    own_cases: mode === "run" ? (only ?? ownCases.texts()) : [],
  };
  showVerdictPane(mode);
  try {
    saver.now();
    const { submission } = await post(`/api/attempts/${attempt}/submissions`, body);
    follow(submission.id, mode);
  } catch (error) {
    setBusy(false);
    endJudging();
    const index = error.where?.match(/^own_cases\.(\d+)/)?.[1];
    if (index !== undefined && !only) {
      panes.show("results");
      ownCases.showError(Number(index), error.message);
    } else if (error.where === "claim") one("[data-claim-time]").focus();
    toast(error.message, "bad");
  }
}

function setBusy(busy) {
  isBusy = busy;
  showButtons();
}

// Under a cover nothing is typed, by keyboard either.
function coverEditor() {
  one("[data-editor]").inert = isPaused || !isOpen;
  editor?.setReadOnly(isPaused || !isOpen);
}

function showButtons() {
  for (const button of all("[data-run], [data-submit]")) button.disabled = isBusy || isPaused || !isOpen;
}

function showVerdictPane(mode) {
  panes.show("results");
  openTab("tab-verdict");
  beginJudging(mode);
}

function follow(id, mode) {
  stopFollowing?.();
  stopFollowing = followJudging(id, (report) => {
    setBusy(false);
    markLines(report);
    past.refresh().catch(() => {});
    if (report.accepted && mode === "submit") bench.classList.add("accepted");
  });
}

// The line of the person's own text that a failure names, and the line that growth is blamed on.
function markLines(report) {
  if (!editor) return;
  const notes = [];
  const failed = report.cases.find((each) => each.traceback);
  const text = failed?.traceback ?? (report.built && !report.built.ok ? report.built.message : "");
  const line = lineOf(text);
  if (line) notes.push({ line, message: failed?.message || report.sentence });
  editor.mark(notes);
  const blamed = report.families.filter((family) => family.line && family.outcome === "exceeds");
  editor.blame(
    blamed.map(({ line, cause, measured }) => ({
      line,
      message: `This line carries the growth${measured ? ` (${measured})` : ""}. ${cause ?? ""}`.trim(),
    })),
  );
}

const languages = wireLanguages(problem, state, switchLanguage);
const ownCases = wireOwnCases(problem, (texts) => send("run", texts));
const past = wirePast(problem, async ({ source, language }) => {
  if (!isOpen) {
    toast("Start the clock first; then load it.", "warn");
    return;
  }
  if (state.languages[language]) await languages.choose(language);
  editor.setText(source);
  saver.changed();
  panes.show("code");
  toast("Loaded. Undo brings your text back.");
});

if (clockState) {
  wireClock({
    state: clockState,
    attempt,
    canFinish: session === null,
    onPause(paused) {
      isPaused = paused;
      showButtons();
      one("[data-paused]").hidden = !isPaused;
      coverEditor();
    },
    onSoon: () => saver?.now(),
    onOver() {
      editor?.setReadOnly(true);
      setBusy(true);
      saver?.now().finally(() => saver.stop());
      say("Time is up. What was saved is submitted.", "warn");
      setTimeout(() => location.reload(), 2500);
    },
  });
}
wireHints(attempt);

one("[data-start-form]")?.addEventListener("submit", (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const mode = form.get("mode");
  const minutes = ["countdown", "hard"].includes(mode) ? Number(form.get("minutes")) : null;
  tried(async () => {
    await post(`/api/problems/${problem}/attempts`, { mode, minutes });
    location.reload();
  });
});

one("[data-run]").addEventListener("click", () => send("run"));
one("[data-submit]").addEventListener("click", () => send("submit"));
one("[data-finish-session]")?.addEventListener("click", (event) => {
  const { finishSession: id, after } = event.currentTarget.dataset;
  if (!confirm("Finish it for good?")) return;
  tried(async () => {
    await saver?.now();
    await post(`/api/sessions/${id}/finish`);
    location.assign(after);
  });
});

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  const mode = { Enter: "submit", "'": "run" }[event.key];
  if (!mode) return;
  event.preventDefault();
  send(mode);
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const { copyText, addCase, goLine } = button.dataset;
  const input = () => one("[data-copy-source]", button.closest(".io")).textContent;
  if (copyText !== undefined) tried(() => copy(copyText));
  else if ("copy" in button.dataset) tried(() => copy(input()));
  else if ("keepCase" in button.dataset) ownCases.add(input());
  else if (addCase !== undefined) {
    panes.show("results");
    ownCases.add(addCase);
  } else if (goLine) {
    button.closest("dialog")?.close();
    panes.show("code");
    editor?.goTo(Number(goLine));
  }
});

tried(openEditor);
if (bench.dataset.judging) {
  setBusy(true);
  showVerdictPane(bench.dataset.judgingMode);
  follow(Number(bench.dataset.judging), bench.dataset.judgingMode);
}
