// The npm package as a portal's server and build see it: what it holds, what importing it does, and the engine by its public door.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { contexts, drafts, labelled } from "./drafts.mjs";

const root = join(import.meta.dirname, "../..");
const folder = process.env.COMPOSE_NPM ?? join(root, "target/npm");
const from = (name) => import(pathToFileURL(join(folder, name)));

describe("what is published", () => {
  let manifest;
  let packed;

  before(async () => {
    manifest = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    [packed] = JSON.parse(execFileSync("npm", ["pack", "--dry-run", "--json"], { cwd: folder, encoding: "utf8" }));
  });

  test("the tarball holds exactly what is meant to be in it, below a megabyte", () => {
    const names = packed.files.map(({ path }) => path);
    const odd = names.filter(
      (name) =>
        !/^(package\.json|README\.md|LICENSE-(APACHE|MIT)|(custom-elements|rules|integrity)\.json)$/.test(name) &&
        !/^(index|define|react)\.(js|d\.ts)$/.test(name) &&
        !/^(element|engine)\/[a-z]+\.(js|d\.ts)$/.test(name) &&
        !/^wasm\/compose_helper(_bg\.wasm|\.js)$/.test(name) &&
        !/^packs\/[a-z]{2}\.bin$/.test(name),
    );
    assert.deepEqual(odd, []);
    for (const name of ["wasm/compose_helper_bg.wasm", "packs/en.bin", "element/sheet.js", "engine/review.d.ts"]) {
      assert.ok(names.includes(name), name);
    }
    assert.equal(names.filter((name) => name.startsWith("packs/")).length, 12);
    assert.ok(packed.size <= 1_000_000, `${packed.size} bytes`);
  });

  test("its version is the project's, and every export is there", async () => {
    const cargo = await readFile(join(root, "Cargo.toml"), "utf8");
    assert.equal(manifest.version, /\nversion = "([^"]+)"/.exec(cargo)[1]);
    const names = packed.files.map(({ path }) => `./${path}`);
    const targets = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)));
    for (const target of targets.filter((target) => !target.includes("*"))) assert.ok(names.includes(target), target);
    for (const conditions of Object.values(manifest.exports).filter((target) => typeof target !== "string")) {
      assert.equal(Object.keys(conditions)[0], "types");
      assert.equal(Object.keys(conditions).at(-1), "default");
    }
    assert.deepEqual(manifest.sideEffects, ["./define.js"]);
  });

  test("the manifest of the element names what the element listens to", async () => {
    const { modules } = JSON.parse(await readFile(join(folder, "custom-elements.json"), "utf8"));
    const [declaration] = modules[0].declarations;
    const { ComposeHelper } = await from("index.js");
    const documented = declaration.attributes.map(({ name }) => name);
    for (const name of ComposeHelper.observedAttributes) assert.ok(documented.includes(name), name);
    const scripts = (await readdir(join(folder, "element"))).map((name) => readFile(join(folder, "element", name), "utf8"));
    const source = (await Promise.all(scripts)).join("\n");
    const told = new Set([...source.matchAll(/\btell\(\s*"(compose-[a-z-]+)"/g)].map(([, name]) => name));
    assert.deepEqual([...told].sort(), declaration.events.map(({ name }) => name).sort());
  });

  test("its module is whole: nothing of the site's own files is asked for", async () => {
    const glue = await readFile(join(folder, "wasm/compose_helper.js"), "utf8");
    assert.doesNotMatch(glue, /^import |import\(/m);
  });

  test("rules and rows are told without their patterns", async () => {
    const { rules, rows, version } = JSON.parse(await readFile(join(folder, "rules.json"), "utf8"));
    assert.equal(version, manifest.version);
    assert.ok(rules.en.length > 50 && rules.any.length > 5 && rows.length > 50);
    assert.deepEqual(Object.keys(rules.en[0]).sort(), ["category", "do", "id", "policy", "role", "severity", "what", "why"]);
  });
});

describe("without a page", () => {
  test("importing any module throws nothing and defines nothing", async () => {
    for (const name of ["index.js", "define.js", "engine/index.js", "engine/node.js"]) await from(name);
    const { ComposeHelper, define } = await from("index.js");
    define();
    assert.equal(typeof ComposeHelper, "function");
    assert.equal(globalThis.customElements, undefined);
    assert.equal(globalThis.document, undefined);
  });
});

describe("the engine", () => {
  let load;
  let engine;
  let ComposeError;

  before(async () => {
    ({ load, ComposeError } = await from("engine/node.js"));
    const { languages } = await from("engine/node.js");
    engine = await load({ langs: languages });
  });

  test("gives every labelled draft the verdict that the engine gives natively", async () => {
    const cases = [...(await labelled()), ...drafts.flatMap((draft) => contexts.map((context) => ({ draft, context })))];
    const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const lines = cases.map(({ draft, context }) =>
      JSON.stringify({ ...draft, context: Object.fromEntries(Object.entries(context).map(([name, value]) => [snake(name), value])) }),
    );
    const arguments_ = ["run", "--quiet", "--package", "compose-helper", "--", "check", "--format", "jsonl"];
    const output = execFileSync("cargo", arguments_, { cwd: root, input: lines.join("\n"), encoding: "utf8", maxBuffer: 1 << 28 });
    const native = output.trim().split("\n").map((line) => JSON.parse(line).review);
    assert.equal(native.length, cases.length);
    const gist = ({ version, lang, verdict, confidence, categories, findings, deliveries, fixes }) => ({
      version, lang, verdict, confidence, categories, deliveries,
      findings: findings.map(({ rule, severity, fixes }) => [rule, severity, fixes.length]),
      fixes: fixes.map(({ kind, grade, title, rest }) => [kind, grade, title, rest]),
    });
    cases.forEach(({ draft, context }, i) => {
      assert.deepEqual(gist(engine.check(draft, context)), gist(native[i]), JSON.stringify({ draft, context }));
    });
  });

  test("counts offsets as JavaScript does and gives plain objects", () => {
    const body = "😀 Please leave us a review. 👍🏽";
    const review = engine.check({ subject: "", body }, { lang: "en" });
    const { span } = review.evidence.find(({ decides }) => decides);
    assert.match(body.slice(span.start, span.end), /review/);
    assert.equal(Object.getPrototypeOf(review), Object.prototype);
    assert.deepEqual(JSON.parse(JSON.stringify(review)), review);
  });

  test("explains rules and rows by their ids", () => {
    const rule = engine.explain("review-request");
    assert.equal(rule.kind, "rule");
    assert.ok(rule.what && rule.rows.length > 0 && rule.rows[0].sources.every(({ urls }) => urls.length > 0));
    assert.equal(engine.explain(rule.rows[0].id).title, rule.rows[0].title);
    assert.equal(engine.explain("no-such-rule"), null);
  });

  test("names what is wrong by a code", async () => {
    const code = (expected) => (error) => error instanceof ComposeError && error.code === expected;
    assert.throws(() => engine.check({ body: 7 }, {}), code("invalid-draft"));
    assert.throws(() => engine.check({ body: "x" }, { edition: "1999" }), code("invalid-context"));
    assert.throws(() => engine.check({ body: "x" }, { marketplce: "US" }), code("invalid-context"));
    assert.throws(() => engine.lintPack("[[rule]]"), code("unsupported"));
    assert.throws(() => engine.addLanguage(new Uint8Array([1, 2, 3])), code("invalid-pack"));
    await assert.rejects(load({ langs: ["tlh"] }), code("unknown-language"));
    await assert.rejects(load({ base: "/no/such/folder" }), code("asset-missing"));
    const own = await load();
    own.close();
    own.close();
    assert.throws(() => own.check({ body: "x" }), code("closed"));
  });

  test("holds a message on a server as the element does in the page", async () => {
    const { gate } = await from("engine/node.js");
    const bad = engine.check({ body: "Please leave us a five star review and we will refund you." }, { lang: "en", buyer: "opted_out" });
    const good = engine.check({ body: "Your flat number is missing. Which one is it?" }, { lang: "en", contactReason: "Other" });
    assert.deepEqual(["inform", "prompt", "justify", "block"].map((mode) => gate(bad, mode).hold), ["free", "prompt", "justify", "block"]);
    assert.ok(gate(bad, "block").reasons.includes("blocked"));
    assert.equal(gate(good, "block").hold, "free", JSON.stringify(gate(good, "block").reasons));
    assert.equal(gate(null, "block").hold, "free");
  });
});

describe("a portal's server", () => {
  test("refuses what block mode would hold, and survives whatever it is sent", async () => {
    const place = await mkdtemp(join(tmpdir(), "compose-portal-"));
    let server;
    try {
      await mkdir(join(place, "node_modules"));
      await symlink(folder, join(place, "node_modules/compose-helper"));
      await copyFile(join(root, "www/demo/server/server.mjs"), join(place, "portal.mjs"));
      ({ server } = await import(pathToFileURL(join(place, "portal.mjs"))));
      await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
      const post = async (body) => {
        const answer = await fetch(`http://127.0.0.1:${server.address().port}/`, { method: "POST", body });
        return [answer.status, await answer.json()];
      };
      const context = { lang: "en" };
      const [bad, judged] = await post(JSON.stringify({ body: "Leave us a five star review and we refund you.", context }));
      assert.deepEqual([bad, judged.isSent, judged.verdict], [422, false, "non_critical"]);
      assert.ok(judged.reasons.length > 0);
      assert.equal((await post(JSON.stringify({ body: "Your flat number is missing. Which one is it?", context })))[0], 200);
      assert.deepEqual(await post("{"), [400, { error: "invalid-json" }]);
      assert.deepEqual(await post('{"body": 7}'), [400, { error: "invalid-draft" }]);
      assert.deepEqual(await post('{"body": "x", "context": {"edition": "1999"}}'), [400, { error: "invalid-context" }]);
    } finally {
      server?.close();
      await rm(place, { recursive: true });
    }
  });
});
