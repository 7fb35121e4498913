// Run by hand: 5,000 templates of about 400 characters, how long checking takes and how long its longest tasks are. Of tasks the time on the
// processor counts too: on a busy machine the clock alone says little.

import { launch, open, serve } from "./harness.mjs";

const texts = [
  "Hello {{buyer_name}}, your address for order {{order_id}} shows no flat number. Could you tell us the flat number?",
  "If you have a minute, please leave us a product review.",
  "We shipped your order today.",
  "Which day suits you for the delivery of the wardrobe?",
  "Guten Tag, der Paketbote fand an der Haustür keinen passenden Namen. Welcher Name steht auf Ihrer Klingel?",
];
const filler = "We are writing about the order you placed with our shop a few days ago, and we would like to keep this short. ";
const number = Number(process.argv[2] ?? 5000);
const line = (i) => `Template number ${i},About your order,"${`${texts[i % texts.length]} Part ${i}. ${filler.repeat(4)}`.slice(0, 400)}"`;
const csv = `name,subject,text\n${Array.from({ length: number }, (_, i) => line(i)).join("\n")}\n`;

const [server, browser] = await Promise.all([serve(), launch()]);
const { page } = await open(browser, server.url);
await page.evaluate(() => (location.hash = "#/templates"));
await page.waitForSelector("#template-files");
// Handing over the text is no part of it.
await page.evaluate((text) => (globalThis.many = new File([text], "many.csv")), csv);
await page.tracing.start({ categories: ["toplevel", "disabled-by-default-devtools.timeline", "devtools.timeline"] });
const milliseconds = await page.evaluate(
  async (words) => {
    const data = new DataTransfer();
    data.items.add(globalThis.many);
    const start = performance.now();
    document.querySelector(".templates").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    await new Promise((done) => {
      const watch = setInterval(() => {
        if (document.querySelector(".audit-count")?.textContent !== words) return;
        clearInterval(watch);
        done();
      }, 50);
    });
    return Math.round(performance.now() - start);
  },
  `${number} templates checked`,
);
const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
const main = traceEvents.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid}:${e.tid}`);
const tasks = traceEvents.filter((e) => e.ph === "X" && /RunTask$/.test(e.name) && main.includes(`${e.pid}:${e.tid}`));
const most = (key) => tasks.map((e) => Math.round((e[key] ?? 0) / 100) / 10).sort((a, b) => b - a).slice(0, 5);
const result = { milliseconds, tasks: tasks.length, processor: most("tdur"), clock: most("dur") };
console.log(JSON.stringify({ number, ...result }));
await browser.close();
await server.close();
