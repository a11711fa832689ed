// Keeps the text of an attempt: at once in the browser, within a second on the server, and both again after anything.
//
// The browser's copy remembers on which server draft it was written (`base`). On opening, a copy that differs from the
// server's draft wins if it was written on that draft or later than it; the one that loses is offered, never dropped.
import { post } from "./ask.js";
import { storage, timeOfDay } from "./page.js";

const QUIET_MS = 600;
const AT_MOST_MS = 900;
const RETRY_MS = 2000;

/** Where the browser keeps its copy: one for each language, Python's under the name that it always had. */
export const localKey = (attempt, language = "python") =>
  language === "python" ? `landau:draft:${attempt}` : `landau:draft:${attempt}:${language}`;

/** What to open with: `{text, unsaved, other}`; `other` is `{source, saved_at, where}` or null. */
export function choose(server, local, starter) {
  if (!local) return { text: server?.source ?? starter, unsaved: false, other: null };
  if (!server) return { text: local.source, unsaved: true, other: null };
  if (local.source === server.source) return { text: server.source, unsaved: false, other: null };
  if (local.base === server.saved_at) return { text: local.source, unsaved: true, other: null };
  if (new Date(local.typed_at) > new Date(server.saved_at)) {
    return { text: local.source, unsaved: true, other: { ...server, where: "the server" } };
  }
  return { text: server.source, unsaved: false, other: { source: local.source, saved_at: local.typed_at, where: "this browser" } };
}

/**
 * `path` is where it is saved, an attempt's draft if not said; a text that is no code has no `language`.
 * `text()` gives what to save; `offset_ms` is the server's clock minus the browser's; `say(text, tone)` shows the state;
 * `onOther(draft)` is told of a draft that came from elsewhere meanwhile.
 */
export function autosave({ attempt, path = `/api/attempts/${attempt}/draft`, language, base, text, offset_ms, say, onOther }) {
  let quiet = 0;
  let firstUnsaved = 0;
  let saving = null;
  let saved = null;
  let stopped = false;

  const keep = () =>
    storage.set(localKey(attempt, language), { source: text(), typed_at: new Date(Date.now() + offset_ms).toISOString(), base });

  function changed() {
    if (stopped) return;
    keep();
    say("unsaved", "calm");
    firstUnsaved ||= Date.now();
    clearTimeout(quiet);
    quiet = setTimeout(save, Math.max(0, Math.min(QUIET_MS, firstUnsaved + AT_MOST_MS - Date.now())));
  }

  async function save() {
    clearTimeout(quiet);
    if (saving) {
      await saving;
      if (text() === saved) return;
    }
    const source = text();
    firstUnsaved = 0;
    saving = send(source).finally(() => (saving = null));
    await saving;
  }

  async function send(source) {
    const writtenIn = language;
    try {
      const answer = await post(path, { source, language, base });
      if (writtenIn !== language) return;
      base = answer.saved_at;
      saved = source;
      if (text() === source) {
        keep();
        say(`saved ${timeOfDay(answer.saved_at)}`, "good");
      }
      if (answer.other) onOther({ ...answer.other, where: "another window" });
    } catch (error) {
      const final = error.status >= 400 && error.status < 500;
      say(final ? `not saved: ${error.message}` : "not saved, kept in this browser; trying again", "bad");
      if (final) stopped = error.status === 410 || error.status === 409;
      else if (!stopped) quiet = setTimeout(save, RETRY_MS);
    }
  }

  const isUnsaved = () => !stopped && saved !== null && text() !== saved;

  // A page that goes away cannot wait for an answer; the browser's copy is there in any case.
  function flush() {
    if (!isUnsaved()) return;
    keep();
    const body = JSON.stringify({ source: text(), language, base });
    const sent = navigator.sendBeacon?.(path, new Blob([body], { type: "application/json" }));
    if (!sent) post(path, { source: text(), language, base }, { keepalive: true }).catch(() => {});
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && isUnsaved()) save();
  });
  addEventListener("pagehide", flush);
  // Brought back as it was left: what the beacon saved is unknown to it, so it opens anew.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  addEventListener("online", () => isUnsaved() && save());

  return {
    changed,
    /** Saves now if anything is unsaved; resolves when that was tried. */
    now: () => (isUnsaved() || saving ? save() : Promise.resolve()),
    /** The text that the page opened with is what the server has. */
    opened(source) {
      saved = source;
    },
    /** From now on `text()` is of another language; `source` is what the server has of it, written there at `at`. */
    switchTo(next, source, at) {
      clearTimeout(quiet);
      firstUnsaved = 0;
      [language, saved, base] = [next, source, at];
    },
    /** What the server has of this language, as far as is known here. */
    kept: () => (base === null ? null : { source: saved, saved_at: base }),
    stop() {
      stopped = true;
      clearTimeout(quiet);
    },
  };
}
