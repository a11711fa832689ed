// Tabs as the ARIA pattern has them: arrows move, one tab stop, panels hidden by the attribute.
import { all, one } from "./page.js";

export function wireTabs(from = document) {
  for (const list of all(".tabs[role=tablist]", from)) {
    const tabs = all("[role=tab]", list);
    list.addEventListener("click", (event) => {
      const tab = event.target.closest("[role=tab]");
      if (tab) openTab(tab.id);
    });
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = tabs.indexOf(document.activeElement);
      if (!step || at < 0) return;
      const next = tabs[(at + step + tabs.length) % tabs.length];
      openTab(next.id);
      next.focus();
    });
  }
}

export function openTab(id) {
  const chosen = one(`#${id}`);
  if (!chosen) return;
  for (const tab of all("[role=tab]", chosen.closest("[role=tablist]"))) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    one(`#${tab.getAttribute("aria-controls")}`).hidden = !isChosen;
  }
}
