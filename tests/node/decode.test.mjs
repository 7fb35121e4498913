// The notice decoder in Node: every labelled notice as natively, and offsets in JavaScript's own units.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");
const folder = process.env.COMPOSE_ENGINE ?? join(root, "target/engine-package");
let checker;

before(async () => {
  const module = await import(pathToFileURL(join(folder, "compose_wasm.js")));
  module.initSync({ module: await readFile(join(folder, "compose_wasm_bg.wasm")) });
  checker = new module.Checker();
});

test("every labelled notice is read without any language", async () => {
  const lines = (await readFile(join(root, "tests/corpus/notices.jsonl"), "utf8")).trim().split("\n");
  for (const { id, text, kind, order_id } of lines.map((line) => JSON.parse(line))) {
    const decoded = checker.decode(text);
    assert.deepEqual([decoded.kind, decoded.orderId?.id ?? null], [kind, order_id], id);
  }
});

test("offsets are those of JavaScript's own strings", () => {
  const text = "😀 é Order 701-3392819-6647720: this message was not sent. It violates the messaging rules: an external link 👍🏽.";
  const { evidence, causes, orderId, rows, steps } = checker.decode(text);
  const words = ({ start, end }) => text.slice(start, end);
  assert.equal(words(orderId.span), "701-3392819-6647720");
  assert.deepEqual(causes.map(({ row, span }) => [row, words(span)]), [["E-01", "external link"]]);
  assert.ok(evidence.map(words).includes("violates"), evidence.map(words).join(" | "));
  assert.deepEqual(rows, ["E-01"]);
  assert.ok(steps.length > 1);
});

test("lone surrogates shift nothing, and what is no notice is none", () => {
  const text = "\uD83D Order 701-3392819-6647720: which size?";
  const { kind, orderId, steps } = checker.decode(text);
  assert.equal(kind, "none");
  assert.equal(text.slice(orderId.span.start, orderId.span.end), "701-3392819-6647720");
  assert.deepEqual(steps, []);
});
