// Which language a page opens with, where its text is kept, and which line a failure names.
import assert from "node:assert/strict";
import test from "node:test";
import { localKey } from "../../../web/static/js/autosave.js";
import { lineOf, openingLanguage } from "../../../web/static/js/languages.js";

const languages = { python: { missing: "" }, cpp: { missing: "" }, rust: { missing: "not installed" } };

test("the newest draft's language comes before what was last chosen", () => {
  assert.equal(openingLanguage({ language: "cpp", own: "python", languages }, "python"), "cpp");
  assert.equal(openingLanguage({ language: null, own: "python", languages }, "cpp"), "cpp");
});

test("what is not here, or cannot do this problem, is not opened", () => {
  assert.equal(openingLanguage({ language: null, own: "python", languages }, "rust"), "python");
  assert.equal(openingLanguage({ language: null, own: "python", languages }, "java"), "python");
  assert.equal(openingLanguage({ language: null, own: "python", languages }, null), "python");
});

test("a problem of another kind opens with its own first language", () => {
  const dialects = { sqlite: { missing: "" }, duckdb: { missing: "" } };
  assert.equal(openingLanguage({ language: null, own: "duckdb", languages: dialects }, "python"), "duckdb");
  assert.equal(openingLanguage({ language: null, own: "duckdb", languages: dialects }, "sqlite"), "sqlite");
});

test("each language has its own copy in the browser", () => {
  assert.equal(localKey(7), "landau:draft:7"); // as before there were others
  assert.notEqual(localKey(7, "cpp"), localKey(7));
  assert.notEqual(localKey(7, "cpp"), localKey(7, "java"));
});

for (const [text, line] of [
  ['Traceback (most recent call last):\n  File "solution.py", line 9, in f\n  File "solution.py", line 4, in g\nE', 4],
  ["SyntaxError: '(' was never closed (solution.py, line 2)", 2],
  ["solution.cpp: In function 'int f()':\nsolution.cpp:3:5: error: x\nsolution.cpp:9:1: error: y", 3],
  ["error[E0425]: cannot find value\n --> main.rs:2:20", 2],
  ["Solution.java:12: error: ';' expected", 12],
  ["java.lang.RuntimeException: x\n\tat Solution.f(Solution.java:7)", 7],
  ["solution.ts(5,3): error TS2304", 5],
  ["./main.go:4:2: undefined: x", 4],
  ["Parser Error: syntax error\n\nLINE 3: FORM t", 3],
  ["nothing of the kind", null],
]) {
  test(`the line of ${JSON.stringify(text.slice(0, 30))}`, () => assert.equal(lineOf(text), line));
}
