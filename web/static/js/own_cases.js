// The person's own cases: texts as the samples write them, kept in the browser for each problem.
import { all, one, storage } from "./page.js";
import { openTab } from "./tabs.js";

export function wireOwnCases(problem, onRunOne) {
  const key = `landau:cases:${problem}`;
  const list = one("[data-own-cases]");
  const template = one("[data-own-template]");
  const count = one("[data-own-count]");

  const texts = () => all("textarea", list).map((area) => area.value);
  const keep = () => {
    storage.set(key, texts());
    count.textContent = texts().length;
  };

  function add(text) {
    const item = template.content.firstElementChild.cloneNode(true);
    const area = one("textarea", item);
    area.value = text;
    area.rows = Math.min(12, Math.max(3, text.split("\n").length));
    area.addEventListener("input", () => {
      keep();
      mark(item, "");
    });
    one("[data-run-case]", item).addEventListener("click", () => onRunOne([area.value]));
    one("[data-drop-case]", item).addEventListener("click", () => {
      item.remove();
      keep();
    });
    list.append(item);
    keep();
    return area;
  }

  function mark(item, message) {
    const error = one(".field-error", item);
    error.textContent = message;
    error.hidden = !message;
    one("textarea", item).setAttribute("aria-invalid", String(Boolean(message)));
  }

  for (const text of storage.get(key) ?? []) add(text);
  one("[data-new-case]").addEventListener("click", (event) => add(event.currentTarget.dataset.template).focus());

  return {
    texts: () => texts().filter((text) => text.trim()),
    add(text) {
      openTab("tab-own");
      add(text).focus();
    },
    /** Shows what the server says of the case at `index` among the ones that were sent. */
    showError(index, message) {
      const filled = all(".own-case", list).filter((item) => one("textarea", item).value.trim());
      if (!filled[index]) return;
      openTab("tab-own");
      mark(filled[index], message);
      one("textarea", filled[index]).focus();
    },
  };
}
