// Which text a page opens with, when the server and the browser each remember one.
import assert from "node:assert/strict";
import test from "node:test";
import { choose } from "../../../web/static/js/autosave.js";
import { clockText } from "../../../web/static/js/clock.js";

const server = { source: "server", saved_at: "2026-03-01T12:00:05+00:00" };

test("nothing is remembered: the starter", () => {
  assert.deepEqual(choose(null, null, "starter"), { text: "starter", unsaved: false, other: null });
});

test("only one remembers: that one", () => {
  assert.equal(choose(server, null, "starter").text, "server");
  const local = { source: "typed", typed_at: "2026-03-01T12:00:00.000Z", base: null };
  assert.deepEqual(choose(null, local, "starter"), { text: "typed", unsaved: true, other: null });
});

test("both say the same", () => {
  const local = { source: "server", typed_at: "2026-03-01T11:00:00.000Z", base: null };
  assert.deepEqual(choose(server, local, ""), { text: "server", unsaved: false, other: null });
});

test("written on top of the server's: the browser's wins, nothing to offer", () => {
  const local = { source: "more", typed_at: "2026-03-01T11:59:00.000Z", base: server.saved_at };
  assert.deepEqual(choose(server, local, ""), { text: "more", unsaved: true, other: null });
});

test("both went on: the later wins and the other is offered", () => {
  const later = { source: "mine", typed_at: "2026-03-01T12:00:06.000Z", base: "before" };
  const won = choose(server, later, "");
  assert.equal(won.text, "mine");
  assert.equal(won.unsaved, true);
  assert.equal(won.other.source, "server");
  const earlier = { ...later, typed_at: "2026-03-01T12:00:04.000Z" };
  const lost = choose(server, earlier, "");
  assert.equal(lost.text, "server");
  assert.equal(lost.unsaved, false);
  assert.equal(lost.other.source, "mine");
});

test("times are compared as times, whatever zone they are written in", () => {
  const there = { source: "server", saved_at: "2026-03-01T14:00:05+02:00" };
  const local = { source: "mine", typed_at: "2026-03-01T12:00:06.000Z", base: "before" };
  assert.equal(choose(there, local, "").text, "mine");
});

test("clock figures", () => {
  assert.deepEqual([0, 59.9, 723, 3600, -192].map(clockText), ["0:00", "0:59", "12:03", "1:00:00", "3:12"]);
});
