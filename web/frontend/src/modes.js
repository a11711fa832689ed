// What the editor knows of each language. All but Python's come in pieces of their own, when they are wanted.
import { python } from "@codemirror/lang-python";
import { indentUnit } from "@codemirror/language";
import { EditorState } from "@codemirror/state";

const MODES = {
  python: { load: async () => python(), indent: "    " },
  c: { load: async () => (await import("./modes/cpp.js")).mode(), indent: "    " },
  cpp: { load: async () => (await import("./modes/cpp.js")).mode(), indent: "    " },
  java: { load: async () => (await import("./modes/java.js")).mode(), indent: "    " },
  javascript: { load: async () => (await import("./modes/javascript.js")).mode(), indent: "  " },
  typescript: { load: async () => (await import("./modes/javascript.js")).typed(), indent: "  " },
  rust: { load: async () => (await import("./modes/rust.js")).mode(), indent: "    " },
  go: { load: async () => (await import("./modes/go.js")).mode(), indent: "\t" },
  sql: { load: async () => (await import("./modes/sql.js")).mode(), indent: "  " },
};

/** Extensions for a mode; without colours for one that is not known or whose piece does not come. */
export async function modeExtensions(name) {
  const { load, indent } = MODES[name] ?? { load: async () => [], indent: "    " };
  const colours = await load().catch(() => []);
  return [colours, indentUnit.of(indent), EditorState.tabSize.of(4)];
}
