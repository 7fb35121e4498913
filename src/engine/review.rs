//! The review: one immutable answer about a draft, the shape that every host gets. Only data; the engine fills it.
//!
//! In JSON the offsets are bytes of UTF-8; the wasm border gives the same shape with UTF-16 units.

use crate::delivery::{Consequence, Explanation, Outcome, Rule as DeliveryRule};
use crate::draft::{Buyer, Channel, Draft, Edition, Field};
use crate::evidence::Role;
use crate::notice::Notice;
use crate::pack::category::Category;
use crate::pack::spec::{Certainty, Grade, Severity};
use crate::span::Span;
use crate::verdict::{Confidence, Verdict};
use serde::Serialize;

/// Everything the engine has to say about one draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// Version of the engine and its packs.
    pub version: String,
    /// Language the draft was read in, BCP 47.
    pub lang: String,
    /// What the draft is.
    pub verdict: Verdict,
    /// How sure that is.
    pub confidence: Confidence,
    /// What its deciding parts are about, the main one first; empty when unclear.
    pub categories: Vec<Category>,
    /// Every sentence with its role, in order of the text, the subject first.
    pub sentences: Vec<SentenceReview>,
    /// The words that decided, in order of the text.
    pub evidence: Vec<EvidenceReview>,
    /// Breaches of policy and style, and hints, the gravest first.
    pub findings: Vec<Finding>,
    /// Marker or look-alike in the subject.
    pub marker: MarkerReview,
    /// What would happen on sending, for every edition; the selected one first.
    pub deliveries: Vec<DeliveryReview>,
    /// Ways to mend the draft, the safest first.
    pub fixes: Vec<Fix>,
}

/// A sentence and what it does for the order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SentenceReview {
    /// Where it stands.
    pub field: Field,
    /// Its place in that field.
    pub span: Span,
    /// False for text quoted from the buyer, which is not judged.
    pub own: bool,
    /// Its role; `None` where nothing is known about it.
    pub role: Option<Role>,
    /// Whether the draft would be `mixed` or not critical because of it.
    pub spoils: bool,
    /// What it is about.
    pub categories: Vec<Category>,
}

/// Words that speak for a role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct EvidenceReview {
    /// Index into `sentences`.
    pub sentence: usize,
    /// Where the words stand.
    pub field: Field,
    /// Their place in that field.
    pub span: Span,
    /// What they say.
    pub role: Role,
    /// What they are about.
    pub category: Option<Category>,
    /// How much they weigh.
    pub certainty: Certainty,
    /// The rule that names them; `None` where the learned scorer found them.
    pub rule: Option<String>,
    /// Whether they were among those that decided the verdict.
    pub decides: bool,
    /// One fact, for the seller; empty without a rule.
    pub what: String,
    /// Policy rows; empty without a rule.
    pub policy: Vec<String>,
}

/// One rule that matched one span and is worth telling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Unique within the review and the same for the same text: rule, field and place.
    pub id: String,
    /// The rule.
    pub rule: String,
    /// How bad it is.
    pub severity: Severity,
    /// Where it stands; `None` for a finding about the whole draft.
    pub place: Option<Place>,
    /// Policy rows, such as `M-06`.
    pub policy: Vec<String>,
    /// One fact.
    pub what: String,
    /// One reason.
    pub why: String,
    /// One action.
    #[serde(rename = "do")]
    pub action: String,
    /// Ids of fixes that mend it.
    pub fixes: Vec<String>,
}

/// A place in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// Which part of the draft.
    pub field: Field,
    /// Its place in that part.
    pub span: Span,
}

/// What stands in the subject by way of a marker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MarkerReview {
    /// Whether the subject holds a marker the marketplace knew.
    pub known: bool,
    /// Whether it holds something that only looks like one.
    pub look_alike: bool,
    /// Whether the subject is the critical menu entry.
    pub topic: bool,
    /// Its place in the subject.
    pub span: Option<Span>,
}

/// What would happen on sending, under one edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeliveryReview {
    /// The edition that answers.
    pub edition: Edition,
    /// The preference and the channel it answers for.
    pub buyer: Buyer,
    /// The way the message takes.
    pub channel: Channel,
    /// What happens for this buyer.
    pub outcome: Outcome,
    /// What would happen for a buyer who opted out.
    pub if_opted_out: Outcome,
    /// Deciding row.
    pub rule: DeliveryRule,
    /// Whether a critical route is used for something else.
    pub misuse: bool,
    /// What it may cost.
    pub consequence: Consequence,
    /// The answer in plain words.
    pub explanation: Explanation,
    /// What lands in the seller's mailbox if the message is blocked.
    pub notice: Option<Notice>,
}

/// A way to mend the draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// Unique within the review and the same for the same text.
    pub id: String,
    /// What kind of change it is.
    pub kind: FixAction,
    /// How safe it is.
    pub grade: Grade,
    /// What it does, in a few words.
    pub title: String,
    /// The changes; none overlaps another.
    pub edits: Vec<Edit>,
    /// What was taken out, as a draft of its own, where the fix splits the draft.
    pub rest: Option<Draft>,
}

/// Kinds of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FixAction {
    /// Put the marker before the subject.
    AddMarker,
    /// Take the marker out of the subject.
    RemoveMarker,
    /// Write the marker as the marketplace knew it.
    CorrectMarker,
    /// Take out a sentence.
    DeleteSentence,
    /// Take out some words.
    DeleteWords,
    /// Put other words in their place.
    Rewrite,
    /// Keep the critical part, park the rest.
    Split,
    /// Put the order ID in.
    InsertOrderId,
}

/// New text in place of old.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edit {
    /// Which part of the draft.
    pub field: Field,
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What is put in.
    pub text: String,
}
