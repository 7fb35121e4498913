//! A decision in plain sentences, taken from the policy book. Decides nothing and holds no wording of its own.

use super::{Decision, Outcome};
use crate::pack::policy::{PolicyBook, Row};
use serde::{Deserialize, Serialize};

/// What the page says about a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// Id of the policy row that decides.
    pub row: String,
    /// The row's fact.
    pub title: String,
    /// Sentences, most important first: the reason, what hangs on the buyer, whether it is documented, misuse.
    pub sentences: Vec<String>,
    /// Whether Amazon documents the outcome.
    pub documented: bool,
    /// Keys of sources.
    pub sources: Vec<String>,
}

impl Explanation {
    /// The sentences as one text.
    pub fn text(&self) -> String {
        self.sentences.join(" ")
    }
}

/// The sentences for `decision`. A book that lacks the row gives an explanation without sentences.
pub fn explain(decision: &Decision, policy: &PolicyBook) -> Explanation {
    let id = decision.rule.as_str();
    let book = &policy.explanations;
    let entry = book.rows.iter().find(|entry| entry.row == id);
    let if_opted_out = entry.and_then(|entry| match decision.if_opted_out {
        Outcome::Delivered => entry.delivered.as_ref(),
        Outcome::Blocked => entry.blocked.as_ref(),
        Outcome::Depends => entry.depends.as_ref(),
    });
    let documented = entry.is_some_and(|entry| entry.documented);
    let mut sentences = Vec::new();
    match (decision.outcome, decision.if_opted_out) {
        (Outcome::Delivered, Outcome::Blocked | Outcome::Depends) => sentences.push(book.opted_in.clone()),
        (Outcome::Depends, Outcome::Blocked) => {
            sentences.push(book.unknown_buyer.clone());
            sentences.extend(if_opted_out.cloned());
        }
        (Outcome::Delivered | Outcome::Blocked, Outcome::Delivered | Outcome::Blocked)
        | (Outcome::Blocked | Outcome::Depends, Outcome::Delivered | Outcome::Depends) => {
            sentences.extend(if_opted_out.cloned());
        }
    }
    if !documented && sentences.first() != Some(&book.opted_in) {
        sentences.push(book.undocumented.clone());
    }
    if decision.misuse {
        sentences.push(book.misuse.clone());
    }
    let row = policy.row(id);
    Explanation {
        row: id.to_owned(),
        title: row.map(|row: &Row| row.title.clone()).unwrap_or_default(),
        sentences,
        documented,
        sources: row.map(|row| row.sources.clone()).unwrap_or_default(),
    }
}
