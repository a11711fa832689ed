// A text that lost against another is offered, never dropped.
import { one, timeOfDay } from "./page.js";

/** A function that offers `other` ({source, saved_at, where}) in place of `text()`; `use(source)` puts it there. */
export function otherText({ what, text, use }) {
  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "small";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  };

  return function offer(other) {
    const place = one("[data-conflict]");
    const words = document.createElement("span");
    words.textContent = `Another text of ${what}, from ${other.where}, saved ${timeOfDay(other.saved_at)}.`;
    const swap = () => {
      const mine = text();
      use(other.source);
      offer({ source: mine, saved_at: new Date().toISOString(), where: "just now" });
    };
    place.replaceChildren(words, button("Use that one", swap), button("Keep this one", () => (place.hidden = true)));
    place.hidden = false;
  };
}
