// The element's own form, and what a portal sets, hears and calls: modes, events, methods, state.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clickIn, paste, untilShown, untilState, untilVerdict, useDemos } from "./demos.mjs";

const demos = useDemos("chromium");
const bad = "Please leave us a five star review and we refund you.";

/** Types into the composer's own message. */
async function write(page, text) {
  await page.evaluate((words) => {
    const field = document.querySelector("compose-helper").shadowRoot.querySelector("textarea");
    field.focus();
    field.select();
    document.execCommand("insertText", false, words);
  }, text);
}

const on = (page, work, ...given) =>
  page.evaluate(`(${work})(document.querySelector("compose-helper"), ...${JSON.stringify(given)})`);

test("a composer goes with its form, asks for a reason, and tells the host", async () => {
  const { page, errors } = await demos.open("composer/");
  await untilState(page);
  await page.evaluate(() => {
    globalThis.overrides = [];
    addEventListener("compose-override", ({ detail }) => globalThis.overrides.push(detail));
  });
  await write(page, bad);
  await untilVerdict(page, "non_critical");
  assert.deepEqual(await on(page, (element) => [element.validity.customError, element.matches(":invalid")]), [true, true]);
  await page.click("#send");
  const reason = await untilShown(page, "#reason");
  assert.equal(await page.$eval("compose-helper >>> [data-override]", (button) => button.disabled), true);
  await reason.type("The buyer asked for the link.");
  await clickIn(page, "[data-override]:enabled");
  await page.waitForFunction(() => document.querySelector("#sent").textContent !== "");
  const sent = JSON.parse(await page.$eval("#sent", (output) => output.textContent));
  assert.deepEqual(sent, { "message-subject": "", message: bad });
  const [override] = await page.evaluate(() => globalThis.overrides);
  assert.equal(override.reason, "The buyer asked for the link.");
  assert.ok(override.ruleIds.length > 0);
  // Another text is another matter.
  await write(page, `${bad} Thanks.`);
  await page.waitForFunction(() => document.querySelector("compose-helper").matches(":invalid"));
  await page.click("#reset");
  await untilVerdict(page, "none");
  assert.deepEqual(await on(page, (element) => [element.value, element.validity.valid]), ["", true]);
  assert.deepEqual(errors, []);
});

test("in prompt mode one more click sends, and a host that cancels keeps the message", async () => {
  const { page } = await demos.open("composer/");
  await untilState(page);
  await on(page, (element) => (element.mode = "prompt"));
  await write(page, bad);
  await untilVerdict(page, "non_critical");
  await page.click("#send");
  await clickIn(page, "[data-override]");
  await page.waitForFunction(() => document.querySelector("#sent").textContent !== "");
  await page.evaluate(() => {
    document.querySelector("#sent").textContent = "";
    document.addEventListener("compose-before-send", (event) => {
      globalThis.repair = event.detail.repair?.fix;
      event.preventDefault();
    });
  });
  await page.click("#send");
  assert.equal(await page.$eval("#sent", (output) => output.textContent), "");
  assert.equal(typeof (await page.evaluate(() => globalThis.repair)), "string");
});

test("attributes are live, properties go before them, and what nobody knows is told and harms nothing", async () => {
  const { page, errors } = await demos.open("composer/");
  await untilState(page);
  await write(page, "Your flat number is missing. Which one is it?");
  await untilVerdict(page, "critical");
  const lead = () => on(page, (element) => {
    const { edition, buyer, channel } = element.review.deliveries[0];
    return [edition, buyer, channel];
  });
  assert.deepEqual(await lead(), ["optout-2017-05", "unknown", "email"]);
  await on(page, (element) => {
    element.setAttribute("edition", "optout-2025-04");
    element.buyer = "opted-out";
    element.channel = "contact_buyer";
  });
  assert.deepEqual(await lead(), ["optout-2025-04", "opted_out", "contact_buyer"]);
  await on(page, (element) => (element.context = { buyer: "opted_in" }));
  assert.deepEqual(await lead(), ["optout-2025-04", "opted_in", "contact_buyer"]);
  const told = await on(page, (element) => {
    const codes = [];
    element.addEventListener("compose-error", ({ detail }) => codes.push(detail.code));
    element.setAttribute("channel", "pigeon");
    element.setAttribute("mode", "shout");
    element.rules = {};
    element.restore({ version: 9 });
    return [codes, element.review.verdict, element.state];
  });
  assert.deepEqual(told, [["invalid-context", "unsupported", "invalid-token"], "critical", "ready"]);
  assert.deepEqual(errors, []);
});

test("methods may be called twice, out of turn, and after the end", async () => {
  const { page, errors } = await demos.open("composer/");
  await untilState(page);
  const result = await page.evaluate(async (text) => {
    const element = document.querySelector("compose-helper");
    element.value = text;
    const review = await element.check();
    const saved = element.save();
    const codes = [];
    element.addEventListener("compose-error", ({ detail }) => codes.push(detail.code));
    const no = await element.applyFix("no-such-fix");
    const yes = await element.applyFix(review.fixes[0].id);
    const mended = element.value;
    element.restore(saved);
    element.restore(saved);
    const back = element.value;
    element.focus();
    const focused = element.shadowRoot.activeElement?.tagName;
    element.destroy();
    element.destroy();
    const after = [element.state, await element.check(), await element.applyFix("x"), element.checkValidity(), element.reportValidity()];
    element.focus();
    element.mode = "block";
    document.body.append(element);
    return { verdict: review.verdict, codes, no, yes, isMended: mended !== text, back, focused, after, last: element.state };
  }, `${bad}\nYour flat number is missing.`);
  assert.deepEqual(result, {
    verdict: "mixed", codes: ["unknown-fix"], no: false, yes: true, isMended: true, back: `${bad}\nYour flat number is missing.`,
    focused: "TEXTAREA", after: ["destroyed", null, false, true, true], last: "destroyed",
  });
  assert.deepEqual(errors, []);
});

test("it checks when it is told to: after a pause, or only before sending", async () => {
  const { page } = await demos.open("composer/");
  await untilState(page);
  await on(page, (element) => element.setAttribute("check", "send"));
  await write(page, bad);
  assert.equal(await on(page, (element) => element.review), null);
  await page.click("#send");
  await untilShown(page, ".gate");
  assert.equal(await page.$eval("#sent", (output) => output.textContent), "");
  await on(page, (element) => (element.check = "idle"));
  await write(page, "Your flat number is missing. Which one is it?");
  await untilVerdict(page, "critical");
});

test("silent, it shows and holds nothing and tells what it would have done", async () => {
  const { page } = await demos.open("composer/");
  await on(page, (element) => (element.silent = true));
  await untilState(page);
  await page.evaluate(() => addEventListener("compose-before-send", ({ detail }) => (globalThis.detail = detail)));
  await on(page, (element, text) => (element.value = text), bad);
  await page.click("#send");
  const { decision, would, reasons } = await page.evaluate(() => globalThis.detail);
  assert.deepEqual([decision, would], ["send", "justify"]);
  assert.ok(reasons.length > 0);
  assert.notEqual(await page.$eval("#sent", (output) => output.textContent), "");
  assert.equal(await on(page, (element) => getComputedStyle(element).display), "none");
  assert.equal(await on(page, (element) => element.review.verdict), "non_critical");
});

test("another language is fetched once, when it is first written, and the host's own ways out are buttons", async () => {
  const { page, requests } = await demos.open("composer/");
  await untilState(page);
  await on(page, (element) => {
    element.actions = [{ id: "refund", label: "Refund in part" }];
    element.addEventListener("compose-action", ({ detail }) => (globalThis.chosen = detail.id));
  });
  await write(page, "Bitte hinterlassen Sie uns eine Bewertung, wenn Ihnen der Artikel gefällt.");
  await untilVerdict(page, "non_critical");
  await write(page, "Bitte hinterlassen Sie uns eine Bewertung.");
  await clickIn(page, ".actions button");
  assert.equal(await page.evaluate(() => globalThis.chosen), "refund");
  assert.equal(requests.filter((url) => url.endsWith("/packs/de.bin")).length, 1);
});

test("the label of the host leads into the message, and a fieldset can switch it off", async () => {
  const { page } = await demos.open("composer/");
  await untilState(page);
  await page.evaluate(() => {
    const form = document.querySelector("form");
    const label = document.createElement("label");
    label.textContent = "Write to the buyer";
    label.id = "label";
    document.querySelector("compose-helper").id = "helper";
    label.htmlFor = "helper";
    form.prepend(label);
  });
  await page.click("#label");
  assert.equal(await on(page, (element) => element.shadowRoot.activeElement?.tagName), "TEXTAREA");
  await write(page, bad);
  await page.evaluate(() => {
    const set = document.createElement("fieldset");
    set.disabled = true;
    document.querySelector("form").prepend(set);
    set.append(document.querySelector("compose-helper"));
  });
  const off = await on(page, (element) => [element.shadowRoot.querySelector("textarea").disabled, element.willValidate]);
  assert.deepEqual(off, [true, false]);
});

test("where a language's rules are cut off, what holds in every language is still told, and the host hears of it", async () => {
  const { page } = await demos.open("composer/", {
    prepare: async (page) => {
      await page.setRequestInterception(true);
      page.on("request", (request) => (request.url().endsWith("/packs/de.bin") ? request.abort() : request.continue()));
    },
  });
  await untilState(page);
  await page.evaluate(() => addEventListener("compose-degraded", ({ detail }) => (globalThis.degraded = detail.code)));
  await write(page, "Bitte hinterlassen Sie uns eine Bewertung auf www.example.com, wenn Ihnen der Artikel gefällt.");
  await untilShown(page, '[data-stage="no-rules"]');
  assert.equal(await page.evaluate(() => globalThis.degraded), "asset-missing");
  assert.ok(await on(page, (element) => element.review.findings.length > 0));
  assert.equal(await on(page, (element) => element.state), "ready");
});

test("when the module stops in the middle, every element says so, and their forms go on", async () => {
  const { page, errors } = await demos.open("composer/");
  await untilState(page);
  await write(page, bad);
  await untilVerdict(page, "non_critical");
  await page.evaluate(async () => {
    const { Panel } = await import("/compose-helper/wasm/compose_helper.js");
    Panel.prototype.show = () => {
      throw new WebAssembly.RuntimeError("unreachable");
    };
    addEventListener("compose-degraded", ({ detail }) => (globalThis.degraded = detail.code));
  });
  await write(page, `${bad} Thanks.`);
  await untilState(page, "degraded");
  assert.equal(await page.evaluate(() => globalThis.degraded), "crashed");
  assert.equal(await page.$eval("compose-helper >>> .notice", (notice) => getComputedStyle(notice).display), "block");
  assert.deepEqual(await on(page, (element) => element.shadowRoot.querySelectorAll(".frame, .mark").length), 0);
  await page.click("#send");
  await page.waitForFunction(() => document.querySelector("#sent").textContent !== "");
  await write(page, "Another text.");
  await on(page, (element) => element.remove());
  assert.deepEqual(errors, []);
});

test("what was cut off is asked for again when the host asks to check", async () => {
  let isCut = true;
  const { page } = await demos.open("composer/", {
    prepare: async (page) => {
      await page.setRequestInterception(true);
      page.on("request", (request) => (isCut && request.url().endsWith(".wasm") ? request.abort() : request.continue()));
    },
  });
  await untilState(page, "degraded");
  isCut = false;
  await on(page, (element, text) => (element.value = text), bad);
  assert.equal(await on(page, (element) => element.check().then((review) => review.verdict)), "non_critical");
  await untilState(page);
});

test("a form sent by a script is held too, and goes on from there", async () => {
  const { page } = await demos.open("composer/");
  await untilState(page);
  await on(page, (element, text) => {
    element.mode = "prompt";
    element.value = text;
    element.form.requestSubmit();
  }, bad);
  assert.equal(await page.$eval("#sent", (output) => output.textContent), "");
  await clickIn(page, "[data-override]");
  await page.waitForFunction(() => document.querySelector("#sent").textContent !== "");
});
