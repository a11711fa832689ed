// The problem list: filters that live in the address, and starting a session.
import { post } from "./ask.js";
import { all, one, storage, tried } from "./page.js";

const HIDE_KEY = "landau:hide-difficulty";
const form = one("[data-filters]");
const rows = all("[data-row]");

function filter() {
  const { q, status, tag } = Object.fromEntries(new FormData(form));
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const { status: has, tags, words: text } = row.dataset;
    const fits =
      words.every((word) => text.includes(word)) && (!status || has === status) && (!tag || tags.split(" ").includes(tag));
    row.hidden = !fits;
    shown += fits;
  }
  if (rows.length) one("[data-none]").hidden = shown > 0;
  const query = new URLSearchParams(Object.entries({ q, status, tag }).filter(([, value]) => value));
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

function hideDifficulty() {
  const isHidden = one("[data-hide-difficulty]").checked;
  document.documentElement.classList.toggle("hide-difficulty", isHidden);
  storage.set(HIDE_KEY, isHidden);
}

for (const [name, value] of new URLSearchParams(location.search)) {
  if (form.elements[name] && name !== "hide") form.elements[name].value = value;
}
one("[data-hide-difficulty]").checked = storage.get(HIDE_KEY) === true;
form.addEventListener("input", () => (filter(), hideDifficulty()));
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of all("[data-tag]")) {
  button.addEventListener("click", () => {
    form.elements.tag.value = button.dataset.tag;
    filter();
  });
}
filter();
hideDifficulty();

for (const button of all("[data-start-session]")) {
  button.addEventListener("click", () =>
    tried(async () => {
      const body = { loop: button.dataset.startSession, hard: "hard" in button.dataset };
      if (body.hard && !confirm("An interview: the clock starts now and cannot be paused. Begin?")) return;
      const { session } = await post("/api/sessions", body);
      const first = session.attempts[0] ? `/problems/${session.attempts[0].problem}` : "";
      location.assign(`/sessions/${session.id}${first}`);
    }),
  );
}
