// Past submissions: a list, and each one whole in a dialog, from which its code can be taken back.
import { ask } from "./ask.js";
import { all, element, localTimes, one, tried } from "./page.js";

export function wirePast(problem, onLoad) {
  const dialog = one("[data-past-dialog]");
  const body = one("[data-past-body]", dialog);
  const list = one("[data-past-list]");
  let submission = null;

  list.addEventListener("click", (event) => {
    const button = event.target.closest("[data-open-submission]");
    if (!button) return;
    const id = button.dataset.openSubmission;
    tried(async () => {
      const [html, answer] = await Promise.all([ask(`/submissions/${id}/report`), ask(`/api/submissions/${id}`)]);
      body.replaceChildren(element(html));
      one("#past-title").textContent = `${answer.submission.mode === "run" ? "Run" : "Submission"} ${id}`;
      submission = answer.submission;
      dialog.showModal();
    });
  });
  one("[data-close-dialog]", dialog).addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  one("[data-load-code]", dialog).addEventListener("click", () => {
    dialog.close();
    onLoad(submission);
  });

  return {
    /** Draws the list anew from the server, and what else a judgement changes: the session's marks, the editorial. */
    async refresh() {
      const fresh = new DOMParser().parseFromString(await ask(location.pathname), "text/html");
      for (const place of [".session-bar ol", "[data-editorial-gate]:has([data-give-up])"]) {
        const now = one(place, fresh);
        if (now && one(place)) one(place).replaceWith(now);
      }
      const solved = one("[data-editorial]", fresh)?.dataset.solved;
      if (solved) one("[data-editorial]").dataset.solved = solved;
      list.replaceChildren(...all("[data-past-list] > li", fresh));
      one("[data-past-count]").textContent = list.children.length;
      one("[data-past-none]").hidden = list.children.length > 0;
      localTimes(list);
    },
  };
}
