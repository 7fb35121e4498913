//! What the page `notices` says, by language. Words only; what a notice means is said by the engine's packs.

use compose_engine::NoticeKind;

/// Its words.
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) label: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) samples: &'static str,
    pub(crate) result: &'static str,
    pub(crate) empty_title: &'static str,
    pub(crate) empty: &'static str,
    /// Headline and the line under it.
    pub(crate) kind_of: fn(NoticeKind) -> (&'static str, &'static str),
    pub(crate) order: &'static str,
    pub(crate) no_order: &'static str,
    pub(crate) steps: &'static str,
    pub(crate) told: &'static str,
    pub(crate) told_legend: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) draft: &'static str,
    pub(crate) draft_empty: &'static str,
    pub(crate) draft_clean: &'static str,
    pub(crate) draft_found: (&'static str, &'static str),
    pub(crate) needless: &'static str,
    pub(crate) to_composer: &'static str,
    pub(crate) may_be: &'static str,
    pub(crate) may_be_list: &'static [&'static str],
    pub(crate) announce_empty: &'static str,
}

/// A notice to try.
pub(crate) struct Sample {
    /// Short name on the button.
    pub(crate) name: &'static str,
    /// The notice.
    pub(crate) text: &'static str,
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    title: "Notices",
    lead: "A mail came back, a red line stands under your message, or messaging was restricted? Paste the text here and see what it means.",
    label: "The notice",
    hint: "Paste the whole mail, a part of it, or the line under the sent message",
    clear: "Clear",
    samples: "Try one:",
    result: "What it is",
    empty_title: "No notice yet",
    empty: "Paste a notice or try one of the samples; it is read on this device, in any of twelve languages.",
    kind_of: en_kind,
    order: "Order {}",
    no_order: "No order is named",
    steps: "What to do now",
    told: "What told us",
    told_legend: "The marked words decide.",
    rows: "Policy",
    draft: "In your draft",
    draft_empty: "The composer is empty. Write or paste the message there, and this place shows what in it matches.",
    draft_clean: "Nothing in the composer's message matches what this notice is about.",
    draft_found: ("One place in the composer's message matches.", "{} places in the composer's message match."),
    needless: "The order does not need this sentence.",
    to_composer: "Go to the composer",
    may_be: "What it may be instead",
    may_be_list: &[
        "A buyer's own message: answer it in its thread.",
        "A letter about an order, a return, a payout, a listing or the account: what it asks for stands in it.",
        "A message you want to send: check it in the composer.",
        "A notice in words not met so far: look for why the message was not delivered, and paste that sentence alone.",
    ],
    announce_empty: "No notice.",
};

fn en_kind(kind: NoticeKind) -> (&'static str, &'static str) {
    match kind {
        NoticeKind::OptedOut => ("The buyer opted out", "This message was not delivered."),
        NoticeKind::Guidelines => ("The message broke the rules", "This message was stopped before it was sent."),
        NoticeKind::Restricted => ("Your messaging is restricted", "This concerns the account, not a single message."),
        NoticeKind::None => {
            ("None of the known notices", "Nothing in it says that a message was blocked or messaging restricted.")
        }
    }
}

/// One for each kind, in own words but for the line under a message, which is the marketplace's.
pub(crate) const SAMPLES: &[Sample] = &[
    Sample {
        name: "Bounced mail",
        text: "Your message to a buyer could not be delivered\n\nDear Seller,\n\nWe were unable to deliver the message you sent \
               for order 113-4471928-1183340 because the buyer has chosen to opt out of receiving unsolicited messages from sellers.",
    },
    Sample {
        name: "Red line",
        text: "This message was not sent as it did not meet the Buyer-Seller Messaging communication guidelines.",
    },
    Sample {
        name: "Restriction",
        text: "Hello Harbour Lamps,\n\nfor the next 30 days your account is restricted from sending proactive messages to buyers. \
               Several messages were marked as important although the order did not need them, and they asked for positive reviews.",
    },
];
