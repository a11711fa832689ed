// Hints one by one, and the editorial behind its gate.
import { post } from "./ask.js";
import { one, tried } from "./page.js";

export function wireHints(attempt) {
  const button = one("[data-hint]");
  button?.addEventListener("click", () =>
    tried(async () => {
      const { hints, total } = await post(`/api/attempts/${attempt}/hints`);
      one("[data-hints]").replaceChildren(
        ...hints.map((html) => {
          const item = document.createElement("li");
          item.innerHTML = html;
          return item;
        }),
      );
      one("[data-hints-none]").hidden = true;
      one("[data-hints-count]").textContent = `${hints.length}/${total}`;
      button.disabled = hints.length >= total;
    }),
  );

  const editorial = one("[data-editorial]");
  editorial?.addEventListener("click", (event) => {
    if (!event.target.closest("[data-give-up]")) return;
    tried(async () => {
      const isSolved = editorial.dataset.solved === "true";
      if (!isSolved && !confirm("Show the editorial before the problem is solved?")) return;
      const { html } = await post(`/api/attempts/${attempt}/editorial`, { give_up: !isSolved });
      one("[data-editorial-gate]").innerHTML = html;
    });
  });
}
