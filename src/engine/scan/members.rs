//! Which concepts each phrase of a pack stands for, worked out from the terms that its patterns name. Knows no text.

use super::hits::Concept;
use crate::pack::compact::{CompactPack, Pattern, Term};

/// The concepts that each phrase stands for.
pub(super) struct Members {
    /// Phrase in the upper half, concept in the lower; in order.
    pairs: Vec<u32>,
    /// Where the pairs of each phrase begin, and the number of all at the end.
    begins: Vec<u32>,
}

impl Members {
    /// Goes through every term that patterns name.
    pub(super) fn of(pack: &CompactPack, phrases: usize, concept: &dyn Fn(Term) -> Concept) -> Self {
        let mut seen = vec![false; usize::from(u16::MAX) + 1];
        let mut pairs = Vec::new();
        let rules = pack.rules.iter().map(|r| &r.patterns);
        let patterns = rules.flat_map(|p| [&p.matches, &p.except, &p.needs, &p.unless]).flatten();
        for term in patterns.flat_map(|p: &Pattern| p.steps.iter().map(|s| s.term)) {
            let concept = concept(term);
            if seen.get_mut(usize::from(concept)).is_some_and(|seen| !std::mem::replace(seen, true)) {
                each_phrase(term, &pack.lists, &mut |phrase| pairs.push(u32::from(phrase) << 16 | u32::from(concept)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let mut begins = vec![0u32; phrases + 1];
        for pair in &pairs {
            begins.get_mut((pair >> 16) as usize + 1).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for count in &mut begins {
            sum += *count;
            *count = sum;
        }
        Self { pairs, begins }
    }

    /// The concepts of a phrase, by its number.
    pub(super) fn concepts(&self, phrase: usize) -> impl Iterator<Item = Concept> + '_ {
        let at = |phrase: usize| self.begins.get(phrase).map_or(self.pairs.len(), |begin| *begin as usize);
        self.pairs.get(at(phrase)..at(phrase + 1)).unwrap_or_default().iter().map(|pair| concept_of(*pair))
    }
}

/// Calls `found` for every phrase that a term stands for.
fn each_phrase(term: Term, lists: &[Vec<Term>], found: &mut dyn FnMut(u16)) {
    match term {
        Term::Number => {}
        Term::Phrase(n) => found(n),
        Term::List(n) => {
            for term in lists.get(usize::from(n)).into_iter().flatten() {
                each_phrase(*term, lists, found);
            }
        }
    }
}

/// The lower half of a pair.
fn concept_of(pair: u32) -> Concept {
    let [_, _, high, low] = pair.to_be_bytes();
    Concept::from_be_bytes([high, low])
}
