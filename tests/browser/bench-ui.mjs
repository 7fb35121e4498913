// Measures the page as a seller feels it: what a keystroke costs the main thread beside a bare textarea with the same text in the same
// run, how long a key takes to be painted, and how soon a visit can judge. `cargo xtask bench ui` builds the page and runs it.

import { launch, serve } from "./harness.mjs";

const characters = 4000;
const keys = 500;
const visits = 9;

const text = [
  "Hello Priya, thank you for ordering the walnut cutting board.",
  "The engraving field in your order is empty, so which text should we engrave?",
  "Please reply to this message with up to 30 characters including spaces.",
  "Our courier asks whether someone is at home on Thursday between 9 and 12.",
  "If you like it, please leave us a review and take 10 % off your next order.",
]
  .join(" ")
  .repeat(20)
  .slice(0, characters);

const server = await serve();
const browser = await launch();
try {
  const bare = await typing(bareTextarea);
  const ours = await typing(composer);
  report(bare, ours, await starts());
} finally {
  await browser.close();
  await server.close();
}

async function composer(page) {
  await page.goto(server.url);
  await page.waitForSelector("html[data-ready]");
  await page.waitForSelector("#body");
  await page.focus("#body");
  return "#body";
}

/** The same page without the composer around the field: same style, same text. */
async function bareTextarea(page) {
  await composer(page);
  await page.evaluate(() => {
    const field = document.createElement("textarea");
    field.id = "bare";
    field.style.cssText = "width: 40rem; height: 20rem";
    document.body.replaceChildren(field);
    field.focus();
  });
  return "#bare";
}

/** Main-thread milliseconds and key-to-paint milliseconds of each key, typed at a steady pace into a long text. */
async function typing(prepare) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const field = await prepare(page);
  await page.evaluate(
    (selector, value) => {
      const element = document.querySelector(selector);
      element.focus();
      document.execCommand("insertText", false, value);
      element.setSelectionRange(2000, 2000);
      globalThis.paints = [];
      element.addEventListener("keydown", (event) => {
        const from = event.timeStamp;
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => globalThis.paints.push(performance.now() - from);
          port2.postMessage(0);
        });
      });
    },
    field,
    text,
  );
  await page.waitForNetworkIdle();
  const session = await page.createCDPSession();
  for (let i = 0; i < 50; i += 1) await key(session, page);
  await page.evaluate(() => (globalThis.paints.length = 0));
  await page.tracing.start({ categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  for (let i = 0; i < keys; i += 1) await key(session, page);
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const paints = await page.evaluate(() => globalThis.paints);
  await context.close();
  return { paints, ...mainThread(trace.traceEvents) };
}

/** A letter, and then a pause as long as two frames. */
async function key(session, page) {
  await session.send("Input.dispatchKeyEvent", { type: "keyDown", text: "e", key: "e", code: "KeyE" });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", key: "e", code: "KeyE" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Script, style and layout of the page's main thread, from the trace. */
function mainThread(events) {
  const kinds = new Set(["FunctionCall", "EventDispatch", "UpdateLayoutTree", "Layout", "FireAnimationFrame", "TimerFire", "RunMicrotasks"]);
  const own = events.filter((e) => e.ph === "X" && e.dur !== undefined);
  const threads = Map.groupBy(own.filter((e) => e.name === "UpdateLayoutTree"), (e) => `${e.pid} ${e.tid}`);
  const [main] = [...threads.entries()].toSorted((a, b) => b[1].length - a[1].length)[0] ?? [""];
  const here = own.filter((e) => `${e.pid} ${e.tid}` === main);
  // Events lie in one another: only the outermost count.
  let until = 0;
  let work = 0;
  for (const e of here.filter((e) => kinds.has(e.name)).toSorted((a, b) => a.ts - b.ts)) {
    if (e.ts >= until) [work, until] = [work + e.dur, e.ts + e.dur];
  }
  const tasks = here.filter((e) => e.name === "RunTask" || e.name === "ThreadControllerImpl::RunTask").map((e) => e.dur / 1000);
  return { work: work / 1000 / keys, longest: Math.max(0, ...tasks), long: tasks.filter((t) => t > 50).length };
}

/** Milliseconds from navigation until a verdict is possible: first visits, and second visits of the same browser. */
async function starts() {
  const first = [];
  const warm = [];
  for (let i = 0; i < visits; i += 1) {
    const context = await browser.createBrowserContext();
    for (const times of [first, warm]) {
      const page = await context.newPage();
      await page.evaluateOnNewDocument(() => {
        new MutationObserver((_, watch) => {
          if (!document.documentElement?.hasAttribute("data-ready")) return;
          globalThis.readyAt ??= performance.now();
          watch.disconnect();
        }).observe(document, { attributes: true, childList: true, subtree: true });
      });
      await page.goto(server.url);
      await page.waitForFunction(() => globalThis.readyAt !== undefined);
      times.push(await page.evaluate(() => globalThis.readyAt));
      await page.close();
    }
    await context.close();
  }
  return { first, warm };
}

function report(bare, ours, { first, warm }) {
  const quantile = (times, part) => times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)];
  const ms = (time) => `${time.toFixed(1)} ms`;
  console.log(`${keys} keys in ${characters} characters`);
  console.log(`  main thread a key        ${ms(ours.work)}, bare textarea ${ms(bare.work)}: ${ms(ours.work - bare.work)} above (aim: 2)`);
  const paint = (part) => [quantile(ours.paints, part), quantile(bare.paints, part)];
  for (const [name, part] of [["median", 0.5], ["95 of 100", 0.95]]) {
    const [mine, theirs] = paint(part);
    console.log(`  key to paint, ${name.padEnd(10)} ${ms(mine)}, bare textarea ${ms(theirs)}: ratio ${(mine / theirs).toFixed(2)} (aim: 1.15)`);
  }
  console.log(`  longest task             ${ms(ours.longest)}, over 50 ms: ${ours.long} (aim: 0)`);
  console.log(`a visit, navigation to ready, median of ${visits}`);
  console.log(`  first ${ms(quantile(first, 0.5))} (aim: 300), warm ${ms(quantile(warm, 0.5))} (aim: 150)`);
}
