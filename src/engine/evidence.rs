//! Evidence: what one rule or the learned score says about one sentence, in the seller's own text. Knows no delivery and no fixes.

use crate::draft::{Field, named_enum};
use crate::pack::category::Category;
use crate::pack::spec::Certainty;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use crate::draft::UnknownName;

named_enum! {
    /// What a sentence does for the order.
    "role" Role {
        /// The order cannot be completed without it.
        Critical = "critical",
        /// The order is completed just as well without it.
        NonCritical = "non_critical",
        /// Greeting, reason, sign-off: decides nothing.
        Courtesy = "courtesy",
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Evidence {
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// What it says about the sentence.
    pub(crate) role: Role,
    /// What the sentence is about.
    pub(crate) category: Option<Category>,
    /// How much it weighs.
    pub(crate) certainty: Certainty,
    /// The deciding words.
    pub(crate) span: Span,
    /// Which rule says so; `None` for the scorer.
    pub(crate) rule: Option<RuleRef>,
}

/// A rule of one of the packs at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RuleRef {
    pub(crate) pack: usize,
    pub(crate) rule: usize,
}

/// A sentence of the draft in its own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) field: Field,
    pub(crate) span: Span,
    /// Whether the seller wrote it.
    pub(crate) own: bool,
}
