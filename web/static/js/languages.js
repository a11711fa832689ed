// The language picker: which language a page opens with, its version and flags, and where a compiler's words point.
import { ask } from "./ask.js";
import { one, storage } from "./page.js";

const PREFERRED = "landau:language";

/** The language of the newest draft; else the one last chosen here; else the problem's own. */
export function openingLanguage(state, preferred) {
  if (state.language) return state.language;
  const wanted = state.languages[preferred];
  return wanted && !wanted.missing ? preferred : state.own;
}

/** The line of the person's own text that a traceback or a compiler names; null where none is. */
export function lineOf(text) {
  // Python names the innermost frame last, a compiler the first fault first.
  const frame = [...text.matchAll(/\bline (\d+)/gi)].at(-1)?.[1];
  const place = text.match(/\b(?:solution|main|query)\.\w+[:(](\d+)/i)?.[1];
  const found = place ?? frame;
  return found ? Number(found) : null;
}

/** `onChoose(name)` may give a promise; meanwhile the picker rests. Gives back `{name, choose}`. */
export function wireLanguages(problem, state, onChoose) {
  const picker = one("[data-pick-language]");
  const spoken = one("[data-spoken]");
  // Which SQL somebody likes says nothing about programs.
  const key = state.languages[state.own].mode === "sql" ? `${PREFERRED}:sql` : PREFERRED;
  let name = openingLanguage(state, storage.get(key));
  let known = new Map();

  function show() {
    picker.value = name;
    const found = known.get(name);
    const parts = found?.version ? [`version ${found.version}`] : [];
    if (found?.build_flags.length) parts.push(`builds with ${found.build_flags.join(" ")}`);
    if (found?.run_flags.length) parts.push(`runs with ${found.run_flags.join(" ")}`);
    spoken.textContent = parts.join(" · ");
  }

  async function choose(next) {
    if (next === name) return;
    const before = name;
    name = next;
    picker.disabled = true;
    try {
      await onChoose(next, before);
      storage.set(key, next);
    } finally {
      picker.disabled = false;
      show();
    }
  }

  picker.addEventListener("change", () => choose(picker.value).then(() => picker.focus()));
  show();
  ask(`/api/problems/${problem}/languages`)
    .then((answer) => {
      known = new Map(answer.languages.map((each) => [each.name, each]));
      show();
    })
    .catch(() => {}); // the line stays empty; nothing hangs on it
  return { name: () => name, choose };
}
