// A seller who got a notice: pastes it, reads what it is, what to do and what in the own draft brought it about.

import assert from "node:assert/strict";
import { test } from "node:test";
import { axeViolations } from "./harness.mjs";
import { paste, untilVerdict, useComposer } from "./composer.mjs";

const composer = useComposer();
const bounce = `Your message to a buyer could not be delivered

Dear Seller,

We were unable to deliver the message you sent for order 111-2039485-5566778 because the buyer has chosen to opt out of receiving unsolicited messages from sellers.`;
const restriction = "Hola, su cuenta no puede enviar mensajes proactivos durante 30 días por contenido promocional. Puede seguir respondiendo a compradores.";
const unrelated = "Hello, the courier could not deliver my parcel for order 113-1231231-4564564. Could you send it again, please?";

/** Opens the page of notices by the navigation, as a seller does. */
async function openNotices(look = {}) {
  const opened = await composer.open(look);
  await goTo(opened.page, "#/notices");
  await opened.page.waitForSelector("#notice");
  return opened;
}

function goTo(page, address) {
  return page.$eval(`.navigation a[href="${address}"]`, (link) => link.click());
}

/** Waits until the result says this kind. */
function untilKind(page, kind) {
  return page.waitForSelector(`[data-notice="${kind}"]`);
}

function result(page) {
  return page.$eval("#notice-result", (element) => element.innerText);
}

test("a bounced mail is told with its order, its price and the next step", async () => {
  const { page, errors } = await openNotices();
  assert.match(await result(page), /No notice yet/);
  await paste(page, "notice", bounce);
  await untilKind(page, "opted_out");
  const text = await result(page);
  assert.match(text, /Order 111-2039485-5566778/);
  assert.match(text, /What to do now[\s\S]*Contact Buyer page/);
  assert.match(text, /You are here|Message blocked/);
  assert.equal(await page.$eval(".stair.is-here .stair-name", (e) => e.textContent), "Message blocked");
  const marked = await page.$$eval(".notice-told mark", (marks) => marks.map((m) => m.textContent));
  assert.ok(marked.includes("opt out") && marked.includes("buyer"), marked.join(" | "));
  assert.match(await page.$eval("section:has(> #notice-draft)", (e) => e.textContent), /composer is empty/);
  await page.click(".notice-rows .chip");
  const card = await page.waitForSelector(".row-card:popover-open");
  assert.match(await card.evaluate((e) => e.textContent), /Read in/);
  assert.deepEqual(errors, []);
  await page.close();
});

test("a restriction in another language is told, with the cause it names", async () => {
  const { page } = await openNotices();
  await paste(page, "notice", restriction);
  await untilKind(page, "restricted");
  assert.match(await result(page), /Request a Review/);
  assert.equal(await page.$eval(".stair.is-here .stair-name", (e) => e.textContent), "Messaging restricted");
  const rows = await page.$$eval(".notice-rows .chip", (chips) => chips.map((c) => c.textContent));
  assert.deepEqual(rows, ["M-03"]);
  await page.close();
});

test("an unrelated mail is said to be none, with what it may be", async () => {
  const { page } = await openNotices();
  await paste(page, "notice", unrelated);
  await untilKind(page, "none");
  const text = await result(page);
  assert.match(text, /None of the known notices/);
  assert.match(text, /A buyer's own message/);
  assert.match(text, /Order 113-1231231-4564564/);
  assert.equal(await page.$(".ladder:not([hidden] *)").then((e) => e !== null), false);
  await page.close();
});

test("the composer's message is looked through for what brought the notice about", async () => {
  const { page } = await composer.open();
  await paste(page, "body", "Which name should we engrave? Please leave us a 5-star review. See http://shop.example/a today.");
  await untilVerdict(page, "mixed");
  await goTo(page, "#/notices");
  await page.waitForSelector("#notice");
  const quotes = () => page.$$eval(".notice-match q", (found) => found.map((q) => q.textContent));
  await paste(page, "notice", bounce);
  await untilKind(page, "opted_out");
  assert.ok((await quotes()).some((q) => q.includes("review")), (await quotes()).join(" | "));
  await paste(page, "notice", "This message was not sent. It contains an external link, which is not permitted.");
  await untilKind(page, "guidelines");
  assert.ok((await quotes()).length > 0 && (await quotes()).every((q) => q.includes("shop.example")));

  // Both texts are still there after a visit to the composer.
  await goTo(page, "#/");
  assert.match(await page.$eval("#body", (e) => e.value), /engrave/);
  await goTo(page, "#/notices");
  await untilKind(page, "guidelines");
  assert.match(await page.$eval("#notice", (e) => e.value), /external link/);
  await page.close();
});

test("samples and the field work by keyboard alone", async () => {
  const { page } = await openNotices();
  await page.waitForFunction(() => document.activeElement.id === "page-title");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.id), "notice");
  await page.keyboard.type("The buyer opted out from receiving this message");
  await untilKind(page, "opted_out");
  for (const [tabs, kind] of [[2, "guidelines"], [1, "restricted"]]) {
    for (let i = 0; i < tabs; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await untilKind(page, kind);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-notice]", { hidden: true });
  assert.equal(await page.evaluate(() => document.activeElement.id), "notice");
  assert.equal(await page.$eval("#notice", (e) => e.value), "");
  await page.close();
});

test("the kind is announced when it changes", async () => {
  const { page } = await openNotices();
  await paste(page, "notice", bounce);
  await page.waitForFunction(() => document.querySelector("#main [role=status]").textContent === "The buyer opted out");
  await page.close();
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1440, 360]) {
    test(`axe finds nothing and nothing sticks out, ${scheme}, ${width} px`, async () => {
      const { page } = await openNotices({ width, height: 800, scheme });
      assert.deepEqual(await axeViolations(page), [], "empty");
      for (const text of [bounce, restriction, unrelated, `${"x".repeat(300)} ${bounce}`]) {
        await paste(page, "notice", text);
        await page.waitForSelector("[data-notice]");
        assert.deepEqual(await axeViolations(page), [], text);
        const over = await page.evaluate(() => {
          const most = document.documentElement.clientWidth;
          const out = [...document.querySelectorAll("#main *")].filter((e) => {
            const box = e.getBoundingClientRect();
            return box.width > 0 && box.right > most + 1 && !e.closest(".samples, .visually-hidden");
          });
          return [document.documentElement.scrollWidth - most, ...out.map((e) => e.className)];
        });
        assert.deepEqual(over, [0], text);
      }
      await page.close();
    });
  }
}
