//! What was found in one sentence: concepts and the words they cover. Knows neither phrases nor patterns.

use super::token::Token;

/// What a step of a pattern looks for, by number: [`NUMBER`], a phrase or a list.
pub(super) type Concept = u16;

/// Words that begin with a digit.
pub(super) const NUMBER: Concept = 0;

/// A phrase of a list, in words of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub(super) concept: Concept,
    /// First word.
    pub(super) first: usize,
    /// One past the last word.
    pub(super) next: usize,
}

/// All phrases found in one sentence.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// By concept, then by place.
    hits: Vec<Hit>,
    /// A bit for each concept that was found.
    held: Vec<u64>,
    tokens: Vec<Token>,
}

const BITS: usize = u64::BITS as usize;

fn bit(concept: Concept) -> u64 {
    1 << (usize::from(concept) % BITS)
}

impl Hits {
    /// Hits in any order, with the words of the sentence.
    pub(super) fn new(mut hits: Vec<Hit>, tokens: Vec<Token>) -> Self {
        // The words of a sentence have small numbers: one number for all three compares faster.
        hits.sort_unstable_by_key(|h| (u64::from(h.concept) << 48) + ((h.first as u64) << 24) + h.next as u64);
        hits.dedup();
        let words = hits.last().map_or(0, |last| usize::from(last.concept) / BITS + 1);
        let mut held = vec![0; words];
        for hit in &hits {
            let word = held.get_mut(usize::from(hit.concept) / BITS);
            word.into_iter().for_each(|word| *word |= bit(hit.concept));
        }
        Self { hits, held, tokens }
    }

    /// Whether a concept was found.
    pub(super) fn hold(&self, concept: Concept) -> bool {
        self.held.get(usize::from(concept) / BITS).is_some_and(|word| word & bit(concept) != 0)
    }

    /// The hits of one concept, in order of place.
    pub(super) fn of(&self, concept: Concept) -> &[Hit] {
        let from = self.hits.partition_point(|h| h.concept < concept);
        let rest = self.hits.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|h| h.concept == concept)).unwrap_or_default()
    }

    /// Every hit, by concept.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Hit> {
        self.hits.iter()
    }

    /// Number of words in the sentence.
    pub(super) fn words(&self) -> usize {
        self.tokens.len()
    }

    /// The bytes from word `first` up to word `next`, the latter left out.
    pub(super) fn bytes(&self, first: usize, next: usize) -> Option<std::ops::Range<usize>> {
        Some(self.tokens.get(first)?.start..self.tokens.get(next.checked_sub(1)?)?.end)
    }
}
