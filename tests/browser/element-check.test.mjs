// The page by which a portal's developer checks an installation says when it is in order, and what is missing when it is not.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { useDemos } from "./demos.mjs";

const strict = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src data:";
const lines = (page) => page.$$eval("tr", (rows) => rows.map((row) => `${row.dataset.fine} ${row.textContent}`));

describe("under the policy that the documents name", () => {
  const demos = useDemos("chromium", { policy: strict });

  test("everything is in order", async () => {
    const { page } = await demos.open("check/");
    await page.waitForSelector("#verdict[data-fine]");
    assert.deepEqual((await lines(page)).filter((line) => !line.startsWith("true")), []);
    assert.equal(await page.$eval("#verdict", (line) => line.dataset.fine), "true");
  });

  test("a changed file is named", async () => {
    const { page } = await demos.open("check/", {
      prepare: async (page) => {
        await page.setRequestInterception(true);
        page.on("request", (request) => {
          if (request.url().endsWith("/packs/fr.bin")) request.respond({ status: 200, body: "changed" });
          else request.continue();
        });
      },
    });
    await page.waitForSelector('#verdict[data-fine="false"]');
    const wrong = (await lines(page)).filter((line) => line.startsWith("false"));
    assert.equal(wrong.length, 1);
    assert.match(wrong[0], /packs\/fr\.bin/);
  });
});

describe("under a policy without wasm", () => {
  const demos = useDemos("chromium", { policy: strict.replace(" 'wasm-unsafe-eval'", "") });

  test("the missing word is named", async () => {
    const { page } = await demos.open("check/");
    await page.waitForSelector('#verdict[data-fine="false"]');
    assert.match((await lines(page)).join("\n"), /false .*wasm-unsafe-eval/);
  });
});
