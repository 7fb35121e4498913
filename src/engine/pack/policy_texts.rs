//! The parts of the policy book that a seller reads: notices, status lines, consequences, explanations. Data types only.

use super::Confidence;
use serde::{Deserialize, Serialize};

/// The notice about a blocked message in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeText {
    /// BCP 47 language.
    pub lang: String,
    /// Subject line.
    pub subject: String,
    /// First words.
    pub salutation: String,
    /// First sentence, with `{order_id}`.
    pub first_line: String,
    /// First sentence when no order ID is known.
    pub first_line_without_order: String,
    /// Why the message came back.
    pub reason: String,
    /// How a critical message can still be sent, by built edition.
    pub how_to: Vec<EditionText>,
    /// What counts as critical.
    pub critical: Vec<String>,
    /// What does not.
    pub non_critical: Vec<String>,
    /// How well the quoted parts are known.
    pub confidence: Confidence,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// A text that one edition needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionText {
    /// Id of a built edition.
    pub edition: String,
    /// The text.
    pub text: String,
}

/// Status lines that stand under sent messages, word for word.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusLines {
    /// The buyer opted out.
    pub opted_out: String,
    /// The text broke the guidelines.
    pub guidelines: String,
    /// The account may send no proactive messages.
    pub restricted: String,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// One step of the consequences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LadderStep {
    /// Name of the engine's `Consequence`.
    pub consequence: String,
    /// What happens, in three or four words.
    pub title: String,
    /// When it happens.
    pub text: String,
    /// Policy rows.
    pub rows: Vec<String>,
    /// How well it is known.
    pub confidence: Confidence,
    /// Keys of sources.
    pub sources: Vec<String>,
}

/// Sentences about a delivery decision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExplanationBook {
    /// Said when the row would not deliver, but the buyer has not opted out.
    pub opted_in: String,
    /// Said, after the row's own sentence, when the buyer's preference is not known and matters.
    pub unknown_buyer: String,
    /// Said when a row rests on no document.
    pub undocumented: String,
    /// Said when the critical route is used for something else.
    pub misuse: String,
    /// One entry for each row D1 to D13.
    pub rows: Vec<Explanation>,
}

/// What one row means for a buyer who has opted out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Explanation {
    /// Row id.
    pub row: String,
    /// Whether Amazon documents the outcome.
    pub documented: bool,
    /// Sentence when it is delivered, for rows that can deliver.
    pub delivered: Option<String>,
    /// Sentence when it is held back, for rows that can block.
    pub blocked: Option<String>,
    /// Sentence when it cannot be told, for rows that leave it open.
    pub depends: Option<String>,
}

/// What is better than writing a message of some kinds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// Names of the categories it holds for.
    pub categories: Vec<String>,
    /// What to do, in a few words.
    pub title: String,
    /// How, and why that is better.
    pub text: String,
    /// The mail that the marketplace sends by itself, if one covers the message.
    pub automatic: Option<String>,
    /// Id of the contact reason that does it, if one does.
    pub reason: Option<String>,
    /// Policy rows.
    pub rows: Vec<String>,
}

/// A question on which pages disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disagreement {
    /// Its name in addresses and tests.
    pub id: String,
    /// The question.
    pub title: String,
    /// Names of categories that raise it whatever rows are named.
    #[serde(default)]
    pub categories: Vec<String>,
    /// Rows that raise it.
    pub rows: Vec<String>,
    /// What the pages say, each in the project's own words.
    pub sides: Vec<Side>,
    /// The way that satisfies all sides, step by step; empty where none is known.
    #[serde(default)]
    pub path: Vec<String>,
}

/// What some pages say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// The statement.
    pub says: String,
    /// Policy rows that hold it, where there are any.
    #[serde(default)]
    pub rows: Vec<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
}
