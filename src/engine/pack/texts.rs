//! Texts of a review: what a rule tells the seller, titles of fixes, words the engine inserts. Data only. Shared with `build.rs`.

use serde::{Deserialize, Serialize};

/// Texts of one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is the title of the fix of its name")]
pub struct Texts {
    pub add_marker: String,
    pub remove_marker: String,
    pub correct_marker: String,
    pub delete_sentence: String,
    pub delete_words: String,
    pub rewrite: String,
    pub split: String,
    pub insert_order_id: String,
    /// Line that is put in for a missing order ID; `{order_id}` stands for it.
    pub order_id_line: String,
    /// How a word was disguised.
    pub tricks: TrickTexts,
}

/// Ends of the sentence "this word is written …".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is the trick of its name")]
pub struct TrickTexts {
    pub look_alike: String,
    pub set_apart: String,
    pub styled: String,
    pub invisible: String,
    pub stand_in: String,
    pub broken: String,
}

/// What a rule tells the seller, in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTexts {
    /// One fact.
    pub what: String,
    /// One reason.
    pub why: String,
    /// One action.
    #[serde(rename = "do")]
    pub action: String,
}
