// A submission's events as they happen: by server-sent events, and by asking again and again where that fails.
import { ask } from "./ask.js";

const POLL_MS = 400;
const FAILURES_BEFORE_POLLING = 3;

/** Calls `onEvent({id, type, event, html})` for each, in order and once; the last one is "decided". Gives a stop function. */
export function follow(submission, onEvent, onTrouble = () => {}) {
  let after = 0;
  let stopped = false;
  let source = null;
  let failures = 0;

  const stop = () => {
    stopped = true;
    source?.close();
  };

  function take(item) {
    if (stopped || item.id <= after) return;
    after = item.id;
    failures = 0;
    onTrouble("");
    if (item.type === "decided") stop();
    onEvent(item);
  }

  async function poll() {
    while (!stopped) {
      try {
        const answer = await ask(`/api/submissions/${submission}/events?after=${after}`);
        onTrouble("");
        answer.events.forEach(take);
      } catch (error) {
        onTrouble(error.message);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  if (!window.EventSource) {
    poll();
    return stop;
  }
  source = new EventSource(`/api/submissions/${submission}/stream`);
  source.addEventListener("judging", (message) => take(JSON.parse(message.data)));
  source.onerror = () => {
    failures += 1;
    // The browser itself takes up a broken stream, with Last-Event-ID; a refused one it leaves closed.
    if (source.readyState !== EventSource.CLOSED && failures < FAILURES_BEFORE_POLLING) return;
    source.close();
    if (!stopped) poll();
  };
  return stop;
}
