// Small things that every page's script needs.

export const one = (selector, from = document) => from.querySelector(selector);
export const all = (selector, from = document) => [...from.querySelectorAll(selector)];

/** A server-drawn piece of page as its first element. */
export function element(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

/** A line at the page's foot for six seconds; read out by screen readers. */
export function toast(text, tone = "calm") {
  const note = document.createElement("p");
  note.className = `toast tone-${tone}`;
  note.textContent = text;
  one("[data-toasts]").append(note);
  setTimeout(() => note.remove(), 6000);
}

/** Runs `act` and shows a failure instead of losing it. Gives back whether it went well. */
export async function tried(act) {
  try {
    await act();
    return true;
  } catch (error) {
    toast(error.message, "bad");
    return false;
  }
}

export async function copy(text) {
  await navigator.clipboard.writeText(text);
  toast("Copied.");
}

export const timeOfDay = (when) => new Date(when).toLocaleTimeString([], { hour12: false });

/** Times that the server wrote in UTC, in the reader's own zone. */
export function localTimes(from = document) {
  for (const time of all("time[datetime]", from)) {
    const when = new Date(time.dateTime);
    time.textContent = when.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
    time.title = time.dateTime;
  }
}

export const storage = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the server's copy is still there.
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};
