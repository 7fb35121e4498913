// The module answers in Node as the engine does natively, takes any string JavaScript has, and names what is wrong with an input.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { contexts, drafts, labelled } from "./drafts.mjs";

const root = join(import.meta.dirname, "../..");
const folder = process.env.COMPOSE_ENGINE ?? join(root, "target/engine-package");
const cases = drafts.flatMap((draft) => contexts.map((context) => ({ draft, context })));
let Checker;
let files;

before(async () => {
  const module = await import(pathToFileURL(join(folder, "compose_wasm.js")));
  module.initSync({ module: await readFile(join(folder, "compose_wasm_bg.wasm")) });
  ({ Checker } = module);
  const packs = await readdir(join(folder, "packs"));
  files = await Promise.all(packs.sort().map((name) => readFile(join(folder, "packs", name))));
});

/** A checker that reads every language, as the command line does. */
function newChecker() {
  const checker = new Checker();
  for (const file of files) checker.addLanguage(file);
  return checker;
}

/** Reviews by the command line, which counts offsets in bytes. */
function natively(cases) {
  const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const renamed = (context) => Object.fromEntries(Object.entries(context).map(([name, value]) => [snake(name), value]));
  const lines = cases.map(({ draft, context }) => JSON.stringify({ ...draft, context: renamed(context) }));
  const program = process.env.COMPOSE_HELPER;
  const [command, before] = program ? [program, []] : ["cargo", ["run", "--quiet", "--package", "compose-helper", "--"]];
  const output = execFileSync(command, [...before, "check", "--format", "jsonl"], {
    cwd: root,
    input: lines.join("\n"),
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return output.trim().split("\n").map((line) => JSON.parse(line).review);
}

/** The review with its byte offsets as UTF-16 units. */
function inUnits(review, draft) {
  const units = (field, { start, end }) => {
    const bytes = Buffer.from(draft[field]);
    const count = (to) => bytes.subarray(0, to).toString().length;
    return { start: count(start), end: count(end) };
  };
  const placed = (place) => place && { ...place, span: units(place.field, place.span) };
  return {
    ...review,
    sentences: review.sentences.map(placed),
    evidence: review.evidence.map(placed),
    findings: review.findings.map((finding) => ({ ...finding, place: placed(finding.place) })),
    marker: { ...review.marker, span: review.marker.span && units("subject", review.marker.span) },
    fixes: review.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(placed) })),
  };
}

test("gives the same reviews as natively", () => {
  const native = natively(cases);
  const checker = newChecker();
  cases.forEach(({ draft, context }, i) => {
    const expected = inUnits(native[i], draft);
    assert.deepEqual(JSON.parse(checker.checkJson(draft, context)), expected, JSON.stringify({ draft, context }));
    assert.deepEqual(checker.check(draft, context), expected, "the object and the JSON differ");
  });
});

test("gives the same reviews as natively of every labelled draft", async () => {
  const lines = await labelled();
  assert.ok(lines.length > 800, `${lines.length} labelled drafts`);
  const native = natively(lines);
  const checker = newChecker();
  lines.forEach(({ draft, context }, i) => {
    assert.deepEqual(JSON.parse(checker.checkJson(draft, context)), inUnits(native[i], draft), JSON.stringify({ draft, context }));
  });
});

test("a checker that has seen other drafts answers like a fresh one", () => {
  const used = newChecker();
  for (const { draft, context } of cases) {
    assert.equal(used.checkJson(draft, context), newChecker().checkJson(draft, context));
  }
});

test("offsets are those of JavaScript's own strings", () => {
  const { subject, body } = drafts[4];
  const review = newChecker().check({ subject, body }, { lang: "en" });
  const words = review.findings.filter(({ place }) => place?.field === "body").map(({ place: { span } }) => body.slice(span.start, span.end));
  assert.ok(words.includes("http://x.example/a"), words.join(" | "));
});

test("lone surrogates shift nothing", () => {
  const checker = newChecker();
  for (const lone of ["\uD83D", "\uDE00", "\uD83D\uD83D\uDE00"]) {
    const body = `${lone} See http://x.example/a today.`;
    const { findings } = checker.check({ subject: lone, body }, undefined);
    const words = findings.filter(({ place }) => place).map(({ place }) => body.slice(place.span.start, place.span.end));
    assert.ok(words.includes("http://x.example/a"), JSON.stringify({ lone, words }));
  }
});

test("a missing context, field or draft part stands for an empty one", () => {
  const checker = newChecker();
  const plain = checker.checkJson({ subject: "", body: "Which size?" }, {});
  for (const [draft, context] of [
    [{ body: "Which size?" }, undefined],
    [{ subject: "", body: "Which size?" }, null],
  ]) {
    assert.equal(checker.checkJson(draft, context), plain);
  }
});

test("names what is wrong with an input", () => {
  const checker = newChecker();
  const wrong = [
    [{ subject: 1, body: "" }, {}, "invalid-draft", /string/],
    ["text", {}, "invalid-draft", /draft/],
    [null, {}, "invalid-draft", /draft/],
    [{}, { edition: "optout-1999" }, "invalid-context", /unknown edition `optout-1999`; known: optout-2017-05, optout-2025-04/],
    [{}, { buyer: "opted" }, "invalid-context", /unknown buyer preference `opted`/],
    [{}, { colour: "red" }, "invalid-context", /colour/],
    [{}, { lang: 1 }, "invalid-context", /string/],
    [{}, "US", "invalid-context", /context/],
  ];
  for (const [draft, context, code, message] of wrong) {
    assert.throws(
      () => checker.check(draft, context),
      (error) => error instanceof Error && error.code === code && message.test(error.message),
      JSON.stringify([draft, context]),
    );
  }
});

test("reads the languages that were added, each once", () => {
  const checker = new Checker();
  assert.deepEqual(checker.languages(), []);
  assert.equal(checker.check({ body: "Which flat number should the courier ring at?" }).verdict, "unclear");
  checker.addLanguage(files[2]);
  checker.addLanguage(files[2]);
  assert.deepEqual(checker.languages(), ["en"]);
  assert.equal(checker.check({ body: "Which flat number should the courier ring at?" }).verdict, "critical");
  assert.equal(newChecker().languages().length, 12);
});

test("a language file that is not whole is refused with the reason", () => {
  const damaged = Uint8Array.from(files[2]);
  damaged[1000] ^= 1;
  for (const [file, reason] of [
    [files[2].subarray(0, 4), /cut short/],
    [files[2].subarray(0, 5000), /cut short/],
    [damaged, /damaged/],
    [new TextEncoder().encode("<!doctype html><title>Not found</title>"), /language file/],
  ]) {
    assert.throws(() => new Checker().addLanguage(file), (error) => error.code === "invalid-pack" && reason.test(error.message));
  }
});
