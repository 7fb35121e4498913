//! The verdict where the language has a scorer, and the sentences that decided. The rules that matched are part of what the scorer
//! sees, so its probabilities weigh both; what a rule says against them stays in the review as evidence that did not decide.

use super::whole::{Part, Whole};
use super::{Confidence, Judgement, Verdict, categories};
use crate::evidence::{Evidence, Role};
use crate::model::{Label, Score};
use crate::pack::category::{Category, Class};
use crate::pack::spec::Certainty;
use crate::span::Span;
use std::collections::{BTreeMap, BTreeSet};

/// From this probability on, the scorer is sure of a sentence.
const SURE: f32 = 0.8;
/// From this probability on, a sentence is named as one that decided.
const DECIDES: f32 = 0.5;

/// A sentence with its score and the words behind it, in the source.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScoredSentence<'a> {
    pub(crate) sentence: usize,
    pub(crate) subject: bool,
    pub(crate) score: &'a Score,
    pub(crate) critical: Option<Span>,
    pub(crate) non_critical: Option<Span>,
    /// All of the sentence.
    pub(crate) span: Span,
}

/// A role that a sentence has, and how probable it is.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Decided {
    sentence: usize,
    role: Role,
    probability: f32,
}

/// Judges the draft and adds the scorer's evidence to that of the rules.
pub(crate) fn judge(evidence: &mut Vec<Evidence>, sentences: &[ScoredSentence<'_>], whole: &Whole) -> Judgement {
    let parts: Vec<Part<'_>> = sentences.iter().map(|s| Part { score: s.score, subject: s.subject }).collect();
    if parts.is_empty() {
        return Judgement {
            verdict: Verdict::Unclear,
            confidence: Confidence::Unsure,
            categories: Vec::new(),
            deciding: Vec::new(),
        };
    }
    let (verdict, confidence) = whole.judge(&parts);
    if verdict == Verdict::Unclear {
        // Where the scorer cannot tell, a rule that is certain can.
        let by_rules = super::judge(evidence);
        if by_rules.confidence == Confidence::Clear {
            return Judgement { confidence: Confidence::Likely, ..by_rules };
        }
    }
    if verdict == Verdict::NonCritical
        && let Some(s) = only_thanks(sentences)
    {
        if !evidence.iter().any(is_thanks) {
            evidence.push(thanks(s));
            evidence.sort_by_key(|e| (e.sentence, e.span, e.rule));
        }
        let deciding = numbers(evidence, is_thanks);
        return Judgement { verdict, confidence, categories: vec![Category::Thanks], deciding };
    }
    let mut decided = Vec::new();
    if matches!(verdict, Verdict::Critical | Verdict::Mixed) {
        decided.extend(deciding(sentences, Role::Critical, Class::Critical));
    }
    if matches!(verdict, Verdict::NonCritical | Verdict::Mixed) {
        decided.extend(deciding(sentences, Role::NonCritical, Class::NonCritical));
    }
    let known: BTreeSet<(usize, Role)> =
        evidence.iter().filter(|e| !is_thanks(e)).map(|e| (e.sentence, e.role)).collect();
    let by_number: BTreeMap<usize, &ScoredSentence<'_>> = sentences.iter().map(|s| (s.sentence, s)).collect();
    for d in decided.iter().filter(|d| !known.contains(&(d.sentence, d.role))) {
        evidence.extend(by_number.get(&d.sentence).map(|s| learned(s, *d)));
    }
    evidence.sort_by_key(|e| (e.sentence, e.span, e.rule));
    let roles: BTreeSet<(usize, Role)> = decided.iter().map(|d| (d.sentence, d.role)).collect();
    let deciding = numbers(evidence, |e| roles.contains(&(e.sentence, e.role)));
    Judgement { verdict, confidence, categories: categories(evidence, &deciding), deciding }
}

fn numbers(evidence: &[Evidence], holds: impl Fn(&Evidence) -> bool) -> Vec<usize> {
    evidence.iter().enumerate().filter(|(_, e)| holds(e)).map(|(i, _)| i).collect()
}

fn is_thanks(e: &Evidence) -> bool {
    e.category == Some(Category::Thanks)
}

/// The sentences that have the role; the most probable one where none is probable.
fn deciding(sentences: &[ScoredSentence<'_>], role: Role, class: Class) -> Vec<Decided> {
    let all: Vec<Decided> =
        sentences.iter().map(|s| Decided { sentence: s.sentence, role, probability: s.score.class(class) }).collect();
    let most = all.iter().map(|d| d.probability).fold(0.0, f32::max);
    all.into_iter().filter(|d| d.probability >= DECIDES.min(most)).collect()
}

/// The sentence that thanks, if nothing in the draft outweighs its thanks.
fn only_thanks<'a, 'b>(sentences: &'b [ScoredSentence<'a>]) -> Option<&'b ScoredSentence<'a>> {
    let most = sentences.iter().max_by(|a, b| of_thanks(a).total_cmp(&of_thanks(b)))?;
    sentences.iter().all(|s| s.score.class(Class::NonCritical) < of_thanks(most)).then_some(most)
}

fn of_thanks(s: &ScoredSentence<'_>) -> f32 {
    s.score.of(Label::Category(Category::Thanks))
}

fn thanks(s: &ScoredSentence<'_>) -> Evidence {
    let certainty = if of_thanks(s) >= SURE { Certainty::Sure } else { Certainty::Likely };
    Evidence {
        sentence: s.sentence,
        role: Role::NonCritical,
        category: Some(Category::Thanks),
        certainty,
        span: s.span,
        rule: None,
    }
}

fn learned(s: &ScoredSentence<'_>, d: Decided) -> Evidence {
    let (class, words) = match d.role {
        Role::Critical => (Class::Critical, s.critical),
        Role::NonCritical | Role::Courtesy => (Class::NonCritical, s.non_critical),
    };
    Evidence {
        sentence: s.sentence,
        role: d.role,
        category: s.score.best(class).map(|(c, _)| c),
        certainty: if d.probability >= SURE { Certainty::Sure } else { Certainty::Likely },
        span: words.unwrap_or(s.span),
        rule: None,
    }
}
