//! Matching a phrase pattern against the phrases found in a sentence. Knows concepts by number only.

use super::concepts::Hits;
use crate::pack::spec::{ANY_GAP, Pattern, Step};
use std::ops::Range;

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
