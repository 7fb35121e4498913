// Drafts that the Node tests review, with everything in them that could make hosts differ.

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
