// Drafts that the Node tests review, with everything in them that could make hosts differ.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

export const drafts = [
  { subject: "", body: "" },
  { subject: "Your tag", body: "Hello, which name should we engrave on the tag?" },
  { subject: "[Important] Order 113-5520918-4402713", body: "The flat number is missing. Please leave us a review too." },
  { subject: "［重要］お名前", body: "お名前は何ですか。レビューをお願いします。" },
  { subject: "😀 [important]", body: "👩‍👩‍👧‍👦 Größe? “Which size” do you need, José? 🇩🇪 Please rate us ⭐⭐⭐⭐⭐ at http://x.example/a 👍🏽" },
  { subject: "Re: cafe\u0301", body: "> quoted\nr.e.v.i.e.w us\r\n\r\n\r\n{{name}}, 20 % off re\u200bview \u202Eabc\u202C" },
  { subject: "", body: "Your order has shipped. Tracking 123. Call +44 7700 900 311 or write to a@b.example." },
];

export const contexts = [
  {},
  { edition: "optout-2025-04", buyer: "opted_out", channel: "contact_buyer", contactReason: "Other", lang: "en" },
  { channel: "email", thread: "new_after_contact", orderId: "113-5520918-4402713", marketplace: "US", program: "handmade" },
];

/** Every labelled draft of the corpus, read in its language. */
export async function labelled() {
  const folder = join(import.meta.dirname, "../corpus");
  const names = (await readdir(folder)).filter((name) => /^[a-z]{2}\.jsonl$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  const lines = texts.flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));
  return lines.map((line) => {
    const { subject, body, lang } = JSON.parse(line);
    return { draft: { subject, body }, context: { lang } };
  });
}
