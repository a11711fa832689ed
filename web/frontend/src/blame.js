// The lines that carry the growth: a mark in the gutter and a ground under the line, gone as soon as the text changes.
import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, gutter } from "@codemirror/view";

const setBlame = StateEffect.define();

class Flag extends GutterMarker {
  constructor(message) {
    super();
    this.message = message;
  }
  eq(other) {
    return other.message === this.message;
  }
  toDOM() {
    const flag = document.createElement("span");
    flag.className = "cm-blame-flag";
    flag.title = this.message;
    flag.textContent = "▲";
    return flag;
  }
}

const nothing = { notes: [], lines: Decoration.none, flags: RangeSet.empty };

function marked(doc, notes) {
  const found = new Map();
  for (const note of notes) if (note.line >= 1 && note.line <= doc.lines) found.set(note.line, note.message);
  const sorted = [...found].sort((a, b) => a[0] - b[0]);
  const at = (line) => doc.line(line).from;
  const ground = (message) =>
    Decoration.line({ class: "cm-blamed", attributes: { title: message, "aria-description": message } });
  return {
    notes: sorted,
    lines: Decoration.set(sorted.map(([line, message]) => ground(message).range(at(line)))),
    flags: RangeSet.of(sorted.map(([line, message]) => new Flag(message).range(at(line)))),
  };
}

const field = StateField.define({
  create: () => nothing,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setBlame)) return marked(transaction.state.doc, effect.value);
    }
    return transaction.docChanged ? nothing : value;
  },
  provide: (own) => [
    EditorView.decorations.from(own, (value) => value.lines),
    gutter({ class: "cm-blame-gutter", markers: (view) => view.state.field(own).flags }),
  ],
});

export const blameMarks = [
  field,
  EditorView.theme({
    ".cm-blamed": { backgroundColor: "var(--warn-back)", boxShadow: "inset 3px 0 0 var(--warn)" },
    ".cm-blame-gutter .cm-gutterElement": { paddingInline: "2px" },
    ".cm-blame-flag": { color: "var(--warn)", fontSize: "0.75em", cursor: "help" },
  }),
];

/** Marks `[{line, message}]`, lines from 1; an empty list clears. */
export function blame(view, notes) {
  view.dispatch({ effects: setBlame.of(notes) });
}

/** What is said of a line to those who do not see its mark. */
export function blameOf(state, line) {
  return state.field(field).notes.find(([number]) => number === line)?.[1];
}
