//! The second stage of the scorer: what the scores of all sentences say about the draft as a whole. A reason told beside a question
//! is weighed otherwise than the same fact told alone. One set of weights serves every language, since it sees probabilities and no
//! words. Knows no rules and no text.

use super::{Confidence, Verdict};
use crate::model::{Label, Score, VOTES, softmax, to_f32};
use crate::pack::category::Class;
use serde::{Deserialize, Serialize};

/// A sentence as the second stage sees it.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its probabilities.
    pub score: &'a Score,
    /// Whether it is the subject.
    pub subject: bool,
}

/// Signs that are not one of a label each.
const OWN_SIGNS: usize = 16;
/// Number of signs of a draft.
pub const SIGNS: usize = OWN_SIGNS + 2 * Label::COUNT + VOTES;
/// Number of verdicts.
pub const VERDICTS: usize = Verdict::ALL.len();
/// So many sentences that speak most for critical, and so many that speak most against it, stand for a longer draft: over hundreds of
/// sentences every label would be found somewhere.
const TELLING: usize = 4;
/// What a probability is held apart from 0 and 1.
const MARGIN: f32 = 1e-3;

/// The stored form, for `postcard`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// By verdict in the order of [`Verdict::ALL`]: the weight of each sign, and last the weight of none.
    pub weights: Vec<f32>,
    /// When probabilities decide.
    pub cuts: Cuts,
}

/// Probabilities from which on something is said; chosen on drafts that were not learned from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Cuts {
    /// The draft is called critical.
    pub critical: f32,
    /// The verdict is called clear.
    pub clear: f32,
    /// The verdict is called likely.
    pub likely: f32,
}

/// The second stage, ready to judge.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    stored: Stored,
}

impl Whole {
    /// The second stage with these weights; `None` if their number is not right.
    pub fn new(stored: Stored) -> Option<Self> {
        (stored.weights.len() == VERDICTS * (SIGNS + 1)).then_some(Self { stored })
    }

    /// The second stage from its stored bytes; `None` if they are of another shape.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok().and_then(Self::new)
    }

    /// How probable each verdict is, in the order of [`Verdict::ALL`], by the draft's [`signs`].
    pub fn probabilities(&self, signs: &[f32]) -> Vec<f32> {
        let sum = |row: &[f32]| {
            let none = row.last().copied().unwrap_or(0.0);
            row.iter().zip(signs).map(|(w, s)| w * s).sum::<f32>() + none
        };
        softmax(&self.stored.weights.chunks(SIGNS + 1).map(sum).collect::<Vec<f32>>())
    }

    /// The verdict and how sure it is.
    pub fn judge(&self, parts: &[Part<'_>]) -> (Verdict, Confidence) {
        let cuts = self.stored.cuts;
        let (verdict, probability) = most_probable(&self.probabilities(&signs(parts)), cuts.critical);
        let confidence = match probability {
            p if p >= cuts.clear => Confidence::Clear,
            p if p >= cuts.likely => Confidence::Likely,
            _ => Confidence::Unsure,
        };
        (verdict, confidence)
    }
}

/// The verdict and its probability, by the probabilities in the order of [`Verdict::ALL`]. Critical is only said from `critical` on:
/// that error costs most.
pub fn most_probable(probabilities: &[f32], critical: f32) -> (Verdict, f32) {
    let all = || Verdict::ALL.iter().copied().zip(probabilities.iter().copied());
    let sure = all().find(|&(v, p)| v == Verdict::Critical && p >= critical);
    let others = all().filter(|(v, _)| *v != Verdict::Critical);
    sure.or_else(|| others.max_by(|a, b| a.1.total_cmp(&b.1))).unwrap_or((Verdict::Unclear, 0.0))
}

/// The signs of a draft, in a fixed order of [`SIGNS`].
pub fn signs(parts: &[Part<'_>]) -> Vec<f32> {
    let parts = &telling(parts);
    let critical: Vec<f32> = parts.iter().map(|p| p.score.class(Class::Critical)).collect();
    let other: Vec<f32> = parts.iter().map(|p| p.score.class(Class::NonCritical)).collect();
    let mut signs = Vec::with_capacity(SIGNS);
    for class in [&critical, &other] {
        let [first, second] = two_largest(class);
        signs.extend([logit(first), logit(second), class.iter().sum(), logit(any_of(class))]);
        signs.push(parts.iter().zip(class).find(|(p, _)| p.subject).map_or(0.0, |(_, c)| *c));
        signs.push(class.last().copied().unwrap_or(0.0));
    }
    let [[most_critical, _], [most_other, _]] = [two_largest(&critical), two_largest(&other)];
    signs.push(ln(to_f32(parts.len().max(1))));
    signs.push((most_critical - 0.5).max(0.0) * (most_other - 0.5).max(0.0));
    // What is told right beside a question is mostly its reason.
    let apart: Vec<f32> = other.iter().enumerate().map(|(i, n)| n * (1.0 - beside(&critical, i))).collect();
    let [most_apart, _] = two_largest(&apart);
    signs.extend([most_apart, apart.iter().sum()]);
    for label in 0..Label::COUNT {
        let of = || parts.iter().map(|p| p.score.labels.get(label).copied().unwrap_or(0.0));
        signs.push(logit(of().fold(0.0, f32::max)));
        signs.push(of().sum());
    }
    let length = to_f32(parts.len().max(1)).sqrt();
    for vote in 0..VOTES {
        signs.push(parts.iter().filter_map(|p| p.score.votes.get(vote)).sum::<f32>() / length);
    }
    signs
}

/// The sentences that stand for the draft, in order: all of them, if they are not too many.
fn telling<'a>(parts: &[Part<'a>]) -> Vec<Part<'a>> {
    if parts.len() <= 2 * TELLING {
        return parts.to_vec();
    }
    let mut numbers: Vec<usize> = Vec::with_capacity(2 * TELLING);
    for class in [Class::Critical, Class::NonCritical] {
        let mut all: Vec<(usize, f32)> = parts.iter().map(|p| p.score.class(class)).enumerate().collect();
        all.sort_by(|a, b| b.1.total_cmp(&a.1));
        numbers.extend(all.iter().take(TELLING).map(|(number, _)| number));
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter_map(|n| parts.get(n).copied()).collect()
}

/// The larger of the values on both sides of a place.
fn beside(values: &[f32], at: usize) -> f32 {
    let before = at.checked_sub(1).and_then(|i| values.get(i)).copied().unwrap_or(0.0);
    before.max(values.get(at + 1).copied().unwrap_or(0.0))
}

fn two_largest(values: &[f32]) -> [f32; 2] {
    values.iter().fold([0.0, 0.0], |[first, second], &v| if v > first { [v, first] } else { [first, second.max(v)] })
}

/// Probability that at least one holds, were they independent.
fn any_of(values: &[f32]) -> f32 {
    1.0 - values.iter().map(|v| 1.0 - v).product::<f32>()
}

fn logit(p: f32) -> f32 {
    let p = p.clamp(MARGIN, 1.0 - MARGIN);
    ln(p) - ln(1.0 - p)
}

/// The natural logarithm of a normal number above 0 by plain arithmetic, so that every host gives the same bits.
fn ln(x: f32) -> f32 {
    const LN_2: f32 = std::f32::consts::LN_2;
    let bits = x.to_bits();
    let power = i16::try_from(bits >> 23).unwrap_or(127) - 127;
    let mantissa = f32::from_bits((bits & 0x007f_ffff) | 0x3f80_0000);
    // ln m = 2 artanh((m - 1) / (m + 1)), a short series for m from 1 to 2.
    let t = (mantissa - 1.0) / (mantissa + 1.0);
    let square = t * t;
    let series = 1.0 + square * (1.0 / 3.0 + square * (0.2 + square * (1.0 / 7.0 + square / 9.0)));
    f32::from(power) * LN_2 + 2.0 * t * series
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::category::Category;

    #[test]
    fn logarithm_is_near_the_library_one() {
        for x in [1e-3_f32, 0.1, 0.5, 0.999, 1.0, 2.0, 17.0, 4096.0] {
            assert!((ln(x) - x.ln()).abs() < 1e-4, "{x}: {} and {}", ln(x), x.ln());
        }
    }

    #[test]
    fn a_draft_has_as_many_signs_as_there_are_weights() {
        assert_eq!(signs(&[]).len(), SIGNS);
        let score = Score { labels: vec![1.0 / 25.0; Label::COUNT], votes: [0.0; VOTES] };
        assert_eq!(signs(&[Part { score: &score, subject: false }; 3]).len(), SIGNS);
    }

    #[test]
    fn a_long_draft_is_told_by_its_most_telling_sentences() {
        let of = |label: usize| Score {
            labels: (0..Label::COUNT).map(|l| if l == label { 1.0 } else { 0.0 }).collect(),
            votes: [0.0; VOTES],
        };
        let number = |wanted: Label| Label::all().position(|l| l == wanted).unwrap_or(0);
        let [idle, asks] = [Label::Courtesy, Label::Category(Category::AddressIssue)].map(|l| of(number(l)));
        let mut parts = vec![Part { score: &idle, subject: false }; 500];
        parts.insert(250, Part { score: &asks, subject: false });
        assert_eq!(telling(&parts).iter().filter(|p| p.score == &asks).count(), 1);
        assert!(telling(&parts).len() <= 2 * TELLING);
    }

    #[test]
    fn weights_of_another_shape_are_refused() {
        assert_eq!(Whole::new(Stored::default()), None);
    }
}
