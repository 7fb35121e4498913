//! Matching a phrase pattern against the phrases found in a sentence. Knows concepts by number only.

use super::hits::{Concept, Hits};
use crate::pack::compact::{self, ANY_GAP, Term};
use crate::pack::flat::FlatPattern;
use std::ops::Range;

/// Patterns with nothing optional in them, by number: concepts in order, each at most `gap` words behind the one before.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    patterns: Vec<Pattern>,
    /// The steps of all patterns.
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy)]
struct Pattern {
    at_start: bool,
    at_end: bool,
    /// Where its steps end; they begin where those of the pattern before end.
    steps_end: u32,
}

#[derive(Debug, Clone, Copy)]
struct Step {
    concept: Concept,
    gap: u8,
}

impl Patterns {
    /// Room for so many patterns and steps.
    pub(super) fn with_capacity(patterns: usize, steps: usize) -> Self {
        Self { patterns: Vec::with_capacity(patterns), steps: Vec::with_capacity(steps) }
    }

    /// How many there are: the number of the next.
    pub(super) fn len(&self) -> usize {
        self.patterns.len()
    }

    /// Adds one pattern for each choice of the steps that may be missing, none that has no step left.
    pub(super) fn add(&mut self, written: FlatPattern, steps: &[compact::Step], concept: impl Fn(Term) -> Concept) {
        let optional = steps.iter().filter(|s| s.optional).count();
        // Lint refuses more than four.
        for choice in (0..1u32 << optional.min(8)).rev() {
            self.add_version(written, steps, choice, &concept);
        }
    }

    fn add_version(
        &mut self,
        written: FlatPattern,
        steps: &[compact::Step],
        mut choice: u32,
        concept: &impl Fn(Term) -> Concept,
    ) {
        let (before, mut gap) = (self.steps.len(), 0u8);
        for step in steps {
            gap = gap.saturating_add(step.gap);
            if step.optional {
                let left_out = choice & 1 == 0;
                choice >>= 1;
                if left_out {
                    continue;
                }
            }
            self.steps.push(Step { concept: concept(step.term), gap: std::mem::take(&mut gap) });
        }
        if self.steps.len() > before {
            let steps_end = u32::try_from(self.steps.len()).unwrap_or(u32::MAX);
            self.patterns.push(Pattern { at_start: written.at_start, at_end: written.at_end, steps_end });
        }
    }

    /// Whether one of these patterns matches.
    pub(super) fn any(&self, numbers: Range<usize>, hits: &Hits) -> bool {
        self.find(numbers, hits).next().is_some()
    }

    /// The first place of each of these patterns that matches, in bytes of the folded sentence.
    pub(super) fn find<'a>(&'a self, numbers: Range<usize>, hits: &'a Hits) -> impl Iterator<Item = Range<usize>> + 'a {
        let before = numbers.start.checked_sub(1).and_then(|before| self.patterns.get(before));
        let mut begin = before.map_or(0, |before| before.steps_end as usize);
        self.patterns.get(numbers).unwrap_or_default().iter().filter_map(move |pattern| {
            let end = pattern.steps_end as usize;
            let steps = self.steps.get(std::mem::replace(&mut begin, end)..end)?;
            // Most patterns name something that the sentence does not hold.
            steps.iter().all(|s| hits.hold(s.concept)).then(|| find(*pattern, steps, hits)).flatten()
        })
    }
}

/// The most steps tried for one pattern in one sentence: repeated words in hostile text must not cost more.
const MOST_TRIES: u32 = 2_000;

fn find(pattern: Pattern, steps: &[Step], hits: &Hits) -> Option<Range<usize>> {
    let (first, rest) = steps.split_first()?;
    let mut tries = MOST_TRIES;
    hits.of(first.concept).iter().filter(|h| !pattern.at_start || h.first() == 0).find_map(|h| {
        let next = follow(rest, h.next(), pattern.at_end, hits, &mut tries)?;
        hits.bytes(h.first(), next)
    })
}

/// The word after the last step, if the steps can be found behind word `next`.
fn follow(steps: &[Step], next: usize, at_end: bool, hits: &Hits, tries: &mut u32) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else {
        return (!at_end || next == hits.words()).then_some(next);
    };
    let furthest = if step.gap == ANY_GAP { usize::MAX } else { next + usize::from(step.gap) };
    let behind = hits.of(step.concept);
    let from = behind.partition_point(|h| h.first() < next);
    for hit in behind.get(from..).unwrap_or_default() {
        if hit.first() > furthest {
            break;
        }
        *tries = tries.checked_sub(1)?;
        if let Some(end) = follow(rest, hit.next(), at_end, hits, tries) {
            return Some(end);
        }
    }
    None
}
