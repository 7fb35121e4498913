//! What the composer's further panels say, by language. Words only.

use crate::desk::Way;
use compose_engine::Buyer;

/// Their words.
pub(crate) struct Texts {
    pub(crate) matrix: &'static str,
    pub(crate) matrix_lead: &'static str,
    pub(crate) matrix_buyer: &'static str,
    pub(crate) matrix_now: &'static str,
    pub(crate) matrix_misuse: &'static str,
    pub(crate) matrix_cell: &'static str,
    pub(crate) matrix_chosen: &'static str,
    pub(crate) matrix_fitting: &'static str,
    pub(crate) matrix_no_reason: &'static str,
    pub(crate) matrix_reply: &'static str,
    pub(crate) way_of: fn(Way) -> &'static str,
    pub(crate) buyer_of: fn(Buyer) -> &'static str,
    pub(crate) editions: &'static str,
    pub(crate) edition_since: &'static str,
    pub(crate) edition_leads: &'static str,
    pub(crate) edition_others: (&'static str, &'static str),
    pub(crate) disagree: &'static str,
    pub(crate) disagree_lead: &'static str,
}

/// The words in the page's language.
pub(crate) const fn texts() -> &'static Texts {
    &EN
}

static EN: Texts = Texts {
    matrix: "Every way of sending",
    matrix_lead: "What becomes of this draft. Pick a field to read why.",
    matrix_buyer: "Buyer",
    matrix_now: "Now",
    matrix_misuse: "misuse",
    matrix_cell: "{}, {}: {}.",
    matrix_chosen: "With {}, as chosen.",
    matrix_fitting: "With {}, which fits this text.",
    matrix_no_reason: "No contact reason chosen.",
    matrix_reply: "You are replying in the buyer’s thread, which is none of these ways:",
    way_of: |way| match way {
        Way::Template => "Template",
        Way::FreeText => "Free text",
        Way::Email => "Mail client",
        Way::Api => "API type",
    },
    buyer_of: |buyer| match buyer {
        Buyer::OptedIn => "Takes mail",
        Buyer::OptedOut => "Opted out",
        Buyer::Unknown => "Not known",
    },
    editions: "Under each rule",
    edition_since: "since {}",
    edition_leads: "shown now",
    edition_others: ("{} dated version that it answers for", "{} dated versions that it answers for"),
    disagree: "Pages that disagree",
    disagree_lead: "Nobody but Amazon can settle this. What the pages say, in our words:",
};
