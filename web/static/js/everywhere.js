// What every page has: theme, help, times in the reader's zone, and the keys g p, g h and ?.
import { all, localTimes, one } from "./page.js";
import { wireTabs } from "./tabs.js";

const THEMES = ["system", "light", "dark"];

function wireTheme() {
  const button = one("[data-theme-toggle]");
  const word = one("[data-theme-word]");
  const root = document.documentElement;
  const show = () => {
    const theme = root.dataset.theme ?? "system";
    word.textContent = theme[0].toUpperCase() + theme.slice(1);
    button.setAttribute("aria-label", `Theme: ${theme}`);
  };
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    one('meta[name="color-scheme"]').content = next === "system" ? "light dark" : next;
    // A cookie, so that the server draws the right theme at once and nothing flashes.
    document.cookie = `theme=${next}; path=/; max-age=${next === "system" ? 0 : 31536000}; samesite=strict`;
    show();
  });
  show();
}

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable=true], .cm-editor");

function wireKeys(openHelp) {
  let before = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || one("dialog[open]")) return;
    if (event.key === "?") openHelp();
    else if (before === "g" && event.key === "p") location.assign("/");
    else if (before === "g" && event.key === "h") location.assign("/history");
    else {
      before = event.key;
      return;
    }
    before = "";
    event.preventDefault();
  });
}

function wireHelp() {
  const dialog = one("[data-help-dialog]");
  const open = () => dialog.showModal();
  one("[data-help]").addEventListener("click", open);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  if (/Mac|iP/.test(navigator.platform)) for (const key of all("[data-mod]")) key.textContent = "⌘";
  return open;
}

wireTheme();
wireKeys(wireHelp());
wireTabs();
localTimes();
