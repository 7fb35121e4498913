// The element on difficult pages: a strict policy, hostile scripts and styles, many births and deaths, right-to-left, small, dark.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { available, axeViolations } from "./harness.mjs";
import { clickIn, paste, untilState, untilVerdict, useDemos } from "./demos.mjs";

const bad = "Please leave us a review.";
const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";
const head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">';
const pages = {
  "/hostile": `${head}
    <script>
      // As libraries of old did, and worse.
      Array.prototype.last = function () { return this[this.length - 1]; };
      Array.prototype.toJSON = function () { return "patched"; };
      Array.prototype.contains = Array.prototype.includes;
      Array.from = () => { throw new Error("patched"); };
    </script>
    <style>* { all: unset; color: red !important; font-size: 40px !important; position: absolute; }</style>
    <script type="module" src="/compose-helper/define.js"></script>
    <script type="module" src="/compose-helper/define.js?again"></script>
    </head><body>
    <textarea id="one"></textarea><compose-helper for="one"></compose-helper>
    <textarea id="two"></textarea><compose-helper for="two" id="second"></compose-helper>
    </body></html>`,
  "/cycles": `${head}<script type="module" src="/compose-helper/define.js"></script></head><body><textarea id="message">${bad}</textarea><div id="place"></div></body></html>`,
  "/rtl": `${head.replace('lang="en"', 'lang="ar" dir="rtl"')}<script type="module" src="/compose-helper/define.js"></script></head><body>
    <main><h1>A</h1><label for="message">Message</label><textarea id="message" rows="3"></textarea><compose-helper for="message"></compose-helper></main></body></html>`,
};

for (const name of ["chromium", "firefox"]) {
  describe(`${name}, strict policy`, { skip: !available(name) && "not installed" }, () => {
    const demos = useDemos(name);

    test("works, asks for nothing after load, and complains of nothing", async () => {
      const { page, requests, errors } = await demos.open("strict-csp/");
      await untilState(page);
      const before = requests.length;
      await paste(page, "#message", `${bad} Your flat number is missing.`);
      await untilVerdict(page, "mixed");
      await clickIn(page, '[data-fix^="split"]');
      await untilVerdict(page, "critical");
      const isAsked = (url) => !url.startsWith("data:");
      assert.deepEqual(requests.slice(before).filter(isAsked), []);
      assert.deepEqual(requests.filter((url) => !url.startsWith(demos.url) && !url.startsWith("data:")), []);
      assert.deepEqual(errors, []);
      await page.close();
    });
  });
}

describe("strict policy as a header, without wasm", () => {
  const demos = useDemos("chromium", { policy: strict.replace(" 'wasm-unsafe-eval'", "") });

  test("a policy that refuses wasm leaves the form to its host", async () => {
    const { page } = await demos.open("form/");
    await untilState(page, "degraded");
    await page.type("#message", bad);
    await Promise.all([page.waitForNavigation(), page.click("#send")]);
    assert.match(page.url(), /sent\.html/);
  });
});

describe("difficult pages", () => {
  const demos = useDemos("chromium", { pages });

  test("patched prototypes, a style for everything, two elements and a second script: still right", async () => {
    const { page, errors } = await demos.open("hostile");
    await untilState(page);
    await untilState(page, "ready", "#second");
    await paste(page, "#one", `${bad} Your flat number is missing.`);
    await paste(page, "#two", bad);
    await untilVerdict(page, "mixed");
    await untilVerdict(page, "non_critical", "#second");
    const look = await page.evaluate(() => {
      const root = document.querySelector("compose-helper").shadowRoot;
      const { color, fontSize, display } = getComputedStyle(root.querySelector(".frame"));
      return { color, fontSize, display, host: getComputedStyle(root.host).display };
    });
    assert.deepEqual({ ...look, color: look.color === "rgb(255, 0, 0)" }, { color: false, fontSize: "15px", display: "block", host: "block" });
    await page.evaluate(() => document.querySelector("compose-helper").applyFix(document.querySelector("compose-helper").review.fixes[0].id));
    await untilVerdict(page, "critical");
    assert.deepEqual(errors, []);
  });

  test("500 lives leave no listener, no node and no memory behind", async (t) => {
    const { page } = await demos.open("cycles");
    const session = await page.createCDPSession();
    await session.send("Performance.enable");
    await session.send("HeapProfiler.enable");
    const measured = async () => {
      await session.send("HeapProfiler.collectGarbage");
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
    };
    const live = (times) =>
      page.evaluate(async (count) => {
        const module = await import("/compose-helper/wasm/compose_helper.js");
        for (let i = 0; i < count; i += 1) {
          const element = document.createElement("compose-helper");
          element.loading = "eager";
          element.htmlFor = "message";
          document.querySelector("#place").append(element);
          await element.check();
          if (element.review?.verdict !== "non_critical") throw new Error(`life ${i}: ${element.state}`);
          if (i % 2 === 0) element.destroy();
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
        }
        return module.initSync ? (await module.default()).memory.buffer.byteLength : 0;
      }, times);
    const wasmBefore = await live(50);
    const before = await measured();
    const wasmAfter = await live(500);
    const after = await measured();
    t.diagnostic(`heap ${before.JSHeapUsedSize} to ${after.JSHeapUsedSize}, wasm ${wasmBefore} to ${wasmAfter} bytes`);
    t.diagnostic(`listeners ${before.JSEventListeners} to ${after.JSEventListeners}, nodes ${before.Nodes} to ${after.Nodes}`);
    assert.ok(after.JSEventListeners <= before.JSEventListeners + 5, "listeners are left");
    assert.ok(after.Nodes <= before.Nodes + 200, "nodes are left");
    assert.ok(after.JSHeapUsedSize < before.JSHeapUsedSize + 1_000_000, "the heap grows");
    assert.equal(wasmAfter, wasmBefore, "wasm memory grows");
  });

  test("right-to-left and 320 pixels wide, nothing sticks out, and axe finds nothing in either theme", async () => {
    for (const scheme of ["light", "dark"]) {
      const { page } = await demos.open("rtl", { width: 320, scheme });
      await page.evaluate(() => (document.documentElement.style.colorScheme = "light dark"));
      await untilState(page);
      await paste(page, "#message", `${bad} Your flat number is missing. See www.example.com`);
      await untilVerdict(page, "mixed");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0);
      const direction = await page.$eval("compose-helper", (element) => getComputedStyle(element.shadowRoot.querySelector(".frame")).direction);
      assert.equal(direction, "rtl");
      assert.deepEqual(await axeViolations(page), []);
      await page.close();
    }
  });
});
