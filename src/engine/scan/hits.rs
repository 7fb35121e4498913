//! What was found in one sentence: concepts and the words they cover. Knows neither phrases nor patterns.

use super::token::Token;

/// What a step of a pattern looks for, by number: [`NUMBER`], a phrase or a list.
pub(super) type Concept = u16;

/// Words that begin with a digit.
pub(super) const NUMBER: Concept = 0;

/// A concept found, in words of the sentence; one number, since that sorts fastest: concept, first word, number of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit(u64);

/// Bits for a number of words.
const WORDS: u32 = 24;

impl Hit {
    /// From word `first` up to word `next`, the latter left out.
    pub(super) fn new(concept: Concept, first: usize, next: usize) -> Self {
        let part = |words: usize| (words as u64).min((1 << WORDS) - 1);
        Self(u64::from(concept) << (2 * WORDS) | part(first) << WORDS | part(next.saturating_sub(first)))
    }

    pub(super) fn concept(self) -> Concept {
        Concept::try_from(self.0 >> (2 * WORDS)).unwrap_or(Concept::MAX)
    }

    pub(super) fn first(self) -> usize {
        usize::try_from(self.0 >> WORDS & ((1 << WORDS) - 1)).unwrap_or(usize::MAX)
    }

    /// One past the last word.
    pub(super) fn next(self) -> usize {
        self.first() + usize::try_from(self.0 & ((1 << WORDS) - 1)).unwrap_or(usize::MAX)
    }
}

/// All phrases found in one sentence.
#[derive(Debug, Default)]
pub(super) struct Hits {
    /// By concept, then by place.
    found: Vec<Hit>,
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
    pub(super) fn new(mut found: Vec<Hit>, tokens: Vec<Token>) -> Self {
        found.sort_unstable();
        found.dedup();
        let words = found.last().map_or(0, |last| usize::from(last.concept()) / BITS + 1);
        let mut held = vec![0; words];
        for hit in &found {
            if let Some(word) = held.get_mut(usize::from(hit.concept()) / BITS) {
                *word |= bit(hit.concept());
            }
        }
        Self { found, held, tokens }
    }

    /// Whether a concept was found.
    pub(super) fn hold(&self, concept: Concept) -> bool {
        self.held.get(usize::from(concept) / BITS).is_some_and(|word| word & bit(concept) != 0)
    }

    /// The hits of one concept, in order of place.
    pub(super) fn of(&self, concept: Concept) -> &[Hit] {
        let from = self.found.partition_point(|h| h.concept() < concept);
        let rest = self.found.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|h| h.concept() == concept)).unwrap_or_default()
    }

    /// Every hit, by concept.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Hit> {
        self.found.iter()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_stand_by_concept_and_place_each_once() {
        let hits = [(7, 2, 3), (900, 0, 1), (7, 0, 2), (7, 2, 3), (7, 0, 1), (0, 65_536, 70_000)];
        let hits = Hits::new(hits.map(|(concept, first, next)| Hit::new(concept, first, next)).into(), Vec::new());
        let of = |concept| hits.of(concept).iter().map(|h| (h.first(), h.next())).collect::<Vec<_>>();
        assert_eq!(of(7), [(0, 1), (0, 2), (2, 3)]);
        assert_eq!(of(0), [(65_536, 70_000)]);
        assert_eq!([7, 900, 0, 6, 901].map(|concept| hits.hold(concept)), [true, true, true, false, false]);
    }
}
