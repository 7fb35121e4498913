//! From evidence to the verdict, as the labelling guide's section 3 combines sentences. Knows no text, no delivery and no rules.

pub(crate) mod scored;
pub mod whole;

use crate::draft::{UnknownName, named_enum};
use crate::evidence::{Evidence, Role};
use crate::pack::category::Category;
use crate::pack::spec::Certainty;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

named_enum! {
    /// What the whole draft is.
    "verdict" Verdict {
        /// At least one critical part and nothing that spoils it.
        Critical = "critical",
        /// Nothing critical, and something that is not; or nothing but thanks.
        NonCritical = "non_critical",
        /// Both: the part that is not critical spoils the other.
        Mixed = "mixed",
        /// Too little to tell. Gates nothing.
        Unclear = "unclear",
    }
}

named_enum! {
    /// How sure the verdict is, in words.
    "confidence" Confidence {
        /// Every sentence that decides is certain.
        Clear = "clear",
        /// The evidence leans one way.
        Likely = "likely",
        /// Too little or conflicting evidence.
        Unsure = "unsure",
    }
}

/// The verdict with the sentences that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) confidence: Confidence,
    /// What the deciding parts are about, the main one first.
    pub(crate) categories: Vec<Category>,
    /// Indices of the evidence that decided.
    pub(crate) deciding: Vec<usize>,
}

/// Combines the evidence of all own sentences.
pub(crate) fn judge(evidence: &[Evidence]) -> Judgement {
    let counts = |role, certainty| evidence.iter().any(|e| e.role == role && e.certainty == certainty);
    let sure_critical = counts(Role::Critical, Certainty::Sure);
    let sure_other = evidence.iter().any(|e| is_substance(e) && e.certainty == Certainty::Sure);
    let likely_critical = counts(Role::Critical, Certainty::Likely);
    let likely_other = evidence.iter().any(|e| is_substance(e) && e.certainty == Certainty::Likely);

    // What is only likely counts where nothing sure stands on the other side; between two likelies the question decides, since
    // news is mostly told as its reason.
    let critical = sure_critical || likely_critical && !sure_other;
    let other = sure_other || likely_other && !critical;
    let deciding: Vec<usize> = evidence
        .iter()
        .enumerate()
        .filter(|(_, e)| match e.role {
            Role::Critical => critical,
            Role::NonCritical => {
                is_substance(e) && other && (e.certainty == Certainty::Sure || !sure_other || !critical)
            }
            Role::Courtesy => false,
        })
        .map(|(i, _)| i)
        .collect();
    if critical || other {
        let verdict = match (critical, other) {
            (true, true) => Verdict::Mixed,
            (true, false) => Verdict::Critical,
            (false, _) => Verdict::NonCritical,
        };
        let sure = deciding.iter().filter_map(|&i| evidence.get(i)).all(|e| e.certainty == Certainty::Sure);
        let confidence = if sure { Confidence::Clear } else { Confidence::Likely };
        return Judgement { verdict, confidence, categories: categories(evidence, &deciding), deciding };
    }
    only_courtesy(evidence)
}

/// Evidence that the draft does something the order does not need; thanks alone is no such thing beside other content.
fn is_substance(e: &Evidence) -> bool {
    e.role == Role::NonCritical && e.category != Some(Category::Thanks)
}

fn only_courtesy(evidence: &[Evidence]) -> Judgement {
    let deciding: Vec<usize> =
        evidence.iter().enumerate().filter(|(_, e)| e.category == Some(Category::Thanks)).map(|(i, _)| i).collect();
    if deciding.is_empty() {
        return Judgement {
            verdict: Verdict::Unclear,
            confidence: Confidence::Unsure,
            categories: Vec::new(),
            deciding,
        };
    }
    Judgement {
        verdict: Verdict::NonCritical,
        confidence: Confidence::Clear,
        categories: vec![Category::Thanks],
        deciding,
    }
}

/// Categories of the deciding evidence: critical ones first, then by how often and how early they occur.
fn categories(evidence: &[Evidence], deciding: &[usize]) -> Vec<Category> {
    let mut found: Vec<(Category, bool, usize)> = Vec::new();
    for e in deciding.iter().filter_map(|&i| evidence.get(i)) {
        let Some(category) = e.category else { continue };
        match found.iter_mut().find(|(c, _, _)| *c == category) {
            Some((_, _, times)) => *times += 1,
            None => found.push((category, e.role == Role::Critical, 1)),
        }
    }
    // A stable sort keeps the order of the text between equals.
    found.sort_by_key(|&(_, critical, times)| (!critical, std::cmp::Reverse(times)));
    found.into_iter().map(|(c, _, _)| c).collect()
}
