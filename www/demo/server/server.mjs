// A portal's server that looks at a message again before it sends it, with the engine that the page uses. `node server.mjs [port]`.

import { createServer } from "node:http";
import { gate, load } from "compose-helper/engine";

const engine = await load({ langs: ["en", "de"] });

/** What the portal answers to `{ subject, body, context }`. */
export function judge({ subject = "", body = "", context = {} }) {
  const review = engine.check({ subject, body }, context);
  const { hold, reasons } = gate(review, "block");
  return { isSent: hold !== "block", verdict: review.verdict, reasons };
}

export const server = createServer(async (request, response) => {
  const answer = (status, body) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  if (request.method !== "POST") return answer(405, { error: "post a message" });
  try {
    const chunks = await request.toArray();
    const judged = judge(JSON.parse(Buffer.concat(chunks).toString("utf8")));
    answer(judged.isSent ? 200 : 422, judged);
  } catch (error) {
    answer(400, { error: error.code ?? "invalid-json" });
  }
});

if (process.argv[1]?.endsWith("server.mjs")) server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1");
