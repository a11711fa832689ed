// The one door to CodeMirror: the page's modules know only createEditor and what it returns.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import {
  HighlightStyle,
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentOnInput,
  syntaxHighlighting,
} from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  EditorView,
  crosshairCursor,
  drawSelection,
  dropCursor,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  rectangularSelection,
} from "@codemirror/view";
import { tags as t } from "@lezer/highlight";
import { blame, blameMarks, blameOf } from "./blame.js";
import { modeExtensions } from "./modes.js";

// Colours are the page's custom properties, so light and dark need no second theme.
const look = EditorView.theme({
  "&": { height: "100%", color: "var(--code-text)", backgroundColor: "var(--code-back)", fontSize: "0.875rem" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", overflow: "auto" },
  ".cm-content": { caretColor: "var(--accent)", padding: "0.6rem 0" },
  "&.cm-focused": { outline: "none" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--code-selection)",
  },
  ".cm-activeLine": { backgroundColor: "var(--code-line)" },
  ".cm-gutters": { backgroundColor: "var(--code-back)", color: "var(--code-gutter)", border: "none" },
  ".cm-activeLineGutter": { backgroundColor: "var(--code-line)", color: "var(--text)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--raised)", border: "1px solid var(--line)", color: "var(--muted)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
    backgroundColor: "var(--code-selection)",
    outline: "1px solid var(--line-strong)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--code-match)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)", borderColor: "var(--line)" },
  ".cm-panels input, .cm-panels button": { color: "var(--text)", backgroundImage: "none" },
  ".cm-textfield": { backgroundColor: "var(--surface)", border: "1px solid var(--line-strong)" },
  ".cm-button": { backgroundColor: "var(--surface)", border: "1px solid var(--line-strong)" },
  ".cm-searchMatch": { backgroundColor: "var(--code-match)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--line)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
});

const colours = HighlightStyle.define([
  { tag: [t.keyword, t.operatorKeyword, t.modifier], color: "var(--code-keyword)" },
  { tag: [t.string, t.special(t.string), t.regexp], color: "var(--code-string)" },
  { tag: [t.number, t.bool, t.null, t.atom], color: "var(--code-number)" },
  { tag: [t.comment, t.docString], color: "var(--code-comment)", fontStyle: "italic" },
  { tag: [t.function(t.definition(t.variableName)), t.function(t.variableName)], color: "var(--code-function)" },
  { tag: [t.definition(t.className), t.className, t.typeName], color: "var(--code-type)" },
  { tag: [t.self, t.standard(t.variableName)], color: "var(--code-type)" },
  { tag: t.invalid, color: "var(--bad)" },
]);

/**
 * An editor in `parent`. `mode`: a name of modes.js.
 *
 * `onChange(text)` follows every edit by the person (not setText); `onRun` and `onSubmit` the two shortcuts.
 * Tab indents; Escape then Tab, or Ctrl-m (Shift-Alt-m on a Mac), lets Tab leave.
 */
export async function createEditor({ parent, text, mode, label, nonce, onChange, onRun, onSubmit }) {
  const editable = new Compartment();
  let silent = false;
  let isReadOnly = false;
  const readOnly = () => (isReadOnly ? [EditorState.readOnly.of(true)] : []);
  const command = (action) => () => (action(), true);
  const stateOf = async (doc, name) => {
    const colouring = await modeExtensions(name);
    return EditorState.create({
      doc,
      extensions: [
        EditorView.cspNonce.of(nonce),
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
        keymap.of([
          { key: "Mod-Enter", run: command(onSubmit) },
          { key: "Mod-'", run: command(onRun) },
        ]),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        foldGutter(),
        drawSelection(),
        dropCursor(),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        syntaxHighlighting(colours),
        bracketMatching(),
        closeBrackets(),
        autocompletion(),
        rectangularSelection(),
        crosshairCursor(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        lintGutter(),
        blameMarks,
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        colouring,
        look,
        editable.of(readOnly()),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !silent) onChange(update.state.doc.toString());
        }),
      ],
    });
  };
  const view = new EditorView({ parent, state: await stateOf(text, mode) });

  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    /** Replaces everything; one undo brings the old text back. */
    setText(next) {
      silent = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } });
      silent = false;
    },
    /** Another text in another language: no undo leads from one into the other. */
    async switchTo(next, name) {
      view.setState(await stateOf(next, name));
    },
    setReadOnly(wanted) {
      isReadOnly = wanted;
      view.dispatch({ effects: editable.reconfigure(readOnly()) });
    },
    goTo(number) {
      const line = view.state.doc.line(Math.max(1, Math.min(number, view.state.doc.lines)));
      const told = blameOf(view.state, line.number);
      view.dispatch({
        selection: { anchor: line.from + line.text.length - line.text.trimStart().length },
        effects: [
          EditorView.scrollIntoView(line.from, { y: "center" }),
          EditorView.announce.of(`Line ${line.number}${told ? `: ${told}` : ""}`),
        ],
      });
      view.focus();
    },
    /** Marks the lines that carry the growth: `[{line, message}]`; gone with the next change of the text. */
    blame: (notes) => blame(view, notes),
    /** Marks lines: `[{line, message, severity}]`, lines from 1; an empty list clears. */
    mark(notes) {
      const { doc } = view.state;
      const found = notes
        .filter((note) => note.line >= 1 && note.line <= doc.lines)
        .map((note) => {
          const line = doc.line(note.line);
          const indent = line.text.length - line.text.trimStart().length;
          const from = Math.min(line.from + indent, line.to);
          return { from, to: line.to, severity: note.severity ?? "error", message: note.message };
        });
      view.dispatch(setDiagnostics(view.state, found));
    },
  };
}
