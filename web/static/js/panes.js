// The three panes: side by side with splitters on a wide screen, one at a time on a narrow one. Alt+1 … 4 go to them.
import { all, one, storage } from "./page.js";
import { openTab } from "./tabs.js";

const KEY = "landau:panes";
const LEAST_PX = 240;

export function wirePanes(focusEditor) {
  const panes = one("[data-panes]");
  const widths = storage.get(KEY) ?? {};
  const apply = () => {
    for (const [name, share] of Object.entries(widths)) panes.style.setProperty(`--${name}-share`, `${share}fr`);
  };
  apply();

  for (const splitter of all("[data-splitter]", panes)) {
    const name = splitter.dataset.splitter;
    const pane = one(`[data-pane="${name}"]`, panes);
    const other = one('[data-pane="code"]', panes);
    const direction = name === "task" ? 1 : -1;
    const move = (delta) => {
      const own = pane.offsetWidth + delta * direction;
      const rest = other.offsetWidth - delta * direction;
      if (own < LEAST_PX || rest < LEAST_PX) return;
      for (const each of all("[data-pane]", panes)) widths[each.dataset.pane] = each.offsetWidth;
      widths[name] = own;
      widths.code = rest;
      apply();
    };
    splitter.addEventListener("pointerdown", (event) => {
      splitter.setPointerCapture(event.pointerId);
      let at = event.clientX;
      splitter.onpointermove = (moved) => {
        move(moved.clientX - at);
        at = moved.clientX;
      };
      splitter.onpointerup = () => {
        splitter.onpointermove = null;
        storage.set(KEY, widths);
      };
    });
    splitter.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -24, ArrowRight: 24 }[event.key];
      if (!step) return;
      event.preventDefault();
      move(step);
      storage.set(KEY, widths);
    });
  }

  const show = (name) => {
    for (const pane of all("[data-pane]", panes)) pane.classList.toggle("shown", pane.dataset.pane === name);
    for (const tab of all("[data-pane-tab]")) tab.setAttribute("aria-selected", String(tab.dataset.paneTab === name));
  };
  show("task");
  for (const tab of all("[data-pane-tab]")) tab.addEventListener("click", () => show(tab.dataset.paneTab));

  const goTo = {
    1: () => (show("task"), one('[data-pane="task"] [role=tab][aria-selected=true]').focus()),
    2: () => (show("code"), focusEditor()),
    3: () => (show("results"), openTab("tab-verdict"), one("#tab-verdict").focus()),
    4: () => (show("results"), openTab("tab-own"), one("#tab-own").focus()),
  };
  document.addEventListener("keydown", (event) => {
    const number = event.code?.match(/^Digit([1-4])$/)?.[1];
    if (!event.altKey || event.ctrlKey || event.metaKey || !number) return;
    event.preventDefault();
    goTo[number]();
  });
  return { show };
}
