// Compares screenshots pixel by pixel, in a blank page of the same browser. Must not know what they show.

/**
 * The pixels in which two screenshots of the same size differ, as one box per run of a row.
 * @param {import("puppeteer-core").Browser} browser
 * @param {Uint8Array} one
 * @param {Uint8Array} other
 * @returns {Promise<{ width: number, height: number, runs: { x: number, y: number, length: number }[] }>}
 */
export async function difference(browser, one, other) {
  const page = await browser.newPage();
  try {
    const urls = [one, other].map((png) => `data:image/png;base64,${Buffer.from(png).toString("base64")}`);
    return await page.evaluate(compare, urls);
  } finally {
    await page.close();
  }
}

async function compare(urls) {
  const [a, b] = await Promise.all(
    urls.map(async (url) => {
      const bitmap = await createImageBitmap(await (await fetch(url)).blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return context.getImageData(0, 0, bitmap.width, bitmap.height);
    }),
  );
  const runs = [];
  for (let y = 0; y < a.height; y++) {
    let run;
    for (let x = 0; x < a.width; x++) {
      const at = 4 * (y * a.width + x);
      const differs = [0, 1, 2].some((c) => Math.abs(a.data[at + c] - b.data[at + c]) > 24);
      if (differs && run) run.length++;
      else if (differs) runs.push((run = { x, y, length: 1 }));
      else run = undefined;
    }
  }
  return { width: a.width, height: a.height, runs };
}
