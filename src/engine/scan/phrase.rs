//! Matching a phrase pattern against the phrases found in a sentence. Knows concepts by number only.

use super::hits::{Concept, Hits};
use super::lexicon::Lexicon;
use crate::pack::compact::{self, ANY_GAP};
use std::ops::Range;

/// A pattern with nothing optional in it: concepts in order, each at most `gap` words behind the one before.
#[derive(Debug)]
pub(super) struct Pattern {
    at_start: bool,
    at_end: bool,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    concept: Concept,
    gap: u8,
}

impl Pattern {
    /// One pattern for each choice of the steps that may be missing, none that has no step left.
    pub(super) fn versions<'a>(written: &'a compact::Pattern, lexicon: &'a Lexicon) -> impl Iterator<Item = Self> + 'a {
        let optional = written.steps.iter().filter(|s| s.optional).count();
        // Lint refuses more than four.
        let choices = 1u32 << optional.min(8);
        (0..choices).rev().map(|choice| Self::version(written, lexicon, choice)).filter(|p| !p.steps.is_empty())
    }

    fn version(written: &compact::Pattern, lexicon: &Lexicon, mut choice: u32) -> Self {
        let (mut steps, mut gap) = (Vec::with_capacity(written.steps.len()), 0u8);
        for step in &written.steps {
            gap = gap.saturating_add(step.gap);
            if step.optional {
                let left_out = choice & 1 == 0;
                choice >>= 1;
                if left_out {
                    continue;
                }
            }
            steps.push(Step { concept: lexicon.concept(step.term), gap: std::mem::take(&mut gap) });
        }
        Self { at_start: written.at_start, at_end: written.at_end, steps }
    }
}

/// The most steps tried for one pattern in one sentence: repeated words in hostile text must not cost more.
const MOST_TRIES: u32 = 2_000;

/// The first place where the pattern matches, in bytes of the folded sentence.
pub(super) fn find(pattern: &Pattern, hits: &Hits) -> Option<Range<usize>> {
    if pattern.steps.iter().any(|s| hits.of(s.concept).is_empty()) {
        return None;
    }
    let (first, rest) = pattern.steps.split_first()?;
    let mut tries = MOST_TRIES;
    hits.of(first.concept).iter().filter(|h| !pattern.at_start || h.first == 0).find_map(|h| {
        let next = follow(rest, h.next, pattern.at_end, hits, &mut tries)?;
        hits.bytes(h.first, next)
    })
}

/// The word after the last step, if the steps can be found behind word `next`.
fn follow(steps: &[Step], next: usize, at_end: bool, hits: &Hits, tries: &mut u32) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return (!at_end || next == hits.words()).then_some(next);
    };
    let furthest = if step.gap == ANY_GAP { usize::MAX } else { next + usize::from(step.gap) };
    let behind = hits.of(step.concept);
    let from = behind.partition_point(|h| h.first < next);
    for hit in behind.get(from..).unwrap_or_default() {
        if hit.first > furthest {
            break;
        }
        *tries = tries.checked_sub(1)?;
        if let Some(end) = follow(rest, hit.next, at_end, hits, tries) {
            return Some(end);
        }
    }
    None
}
