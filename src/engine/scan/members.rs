//! Which concepts a phrase stands for: itself, the lists that hold it, the lists that hold those. Knows no text.

use super::hits::{Concept, NUMBER};
use crate::pack::compact::Term;
use crate::pack::flat::FlatPack;

/// For each concept, the lists that hold it.
#[derive(Default)]
pub(super) struct Members {
    /// The lists, those that hold one concept in a row.
    holders: Vec<Concept>,
    /// Where the lists of each concept end; they begin where those of the concept before end.
    ends: Vec<u32>,
    /// Whether a pattern names the concept.
    named: Vec<bool>,
}

impl Members {
    /// Counts the lists that hold each concept, then lays each in its place.
    pub(super) fn of(pack: &FlatPack<'_>) -> Self {
        let concepts = 1 + usize::from(pack.phrases) + pack.lists.len();
        let mut named = vec![false; concepts];
        for step in &pack.steps {
            named.get_mut(usize::from(concept(step.term, pack))).into_iter().for_each(|named| *named = true);
        }
        let mut ends = vec![0u32; concepts];
        for term in &pack.terms {
            ends.get_mut(usize::from(concept(*term, pack))).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            // The beginning at first: it moves on with every list that is laid down.
            sum += std::mem::replace(end, sum);
        }
        let mut holders = vec![NUMBER; pack.terms.len()];
        for (list, range) in (0..).zip(&pack.lists) {
            let list = concept(Term::List(list), pack);
            for term in pack.terms.get(range.clone()).unwrap_or_default() {
                let Some(end) = ends.get_mut(usize::from(concept(*term, pack))) else { continue };
                holders.get_mut(*end as usize).into_iter().for_each(|slot| *slot = list);
                *end += 1;
            }
        }
        Self { holders, ends, named }
    }

    /// Calls `found` with every concept that a phrase stands for and that a pattern names; with some more than once.
    pub(super) fn each(&self, concept: Concept, found: &mut dyn FnMut(Concept)) {
        let at = usize::from(concept);
        if self.named.get(at) == Some(&true) {
            found(concept);
        }
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let from = at.checked_sub(1).and_then(end).unwrap_or_default();
        for list in self.holders.get(from..end(at).unwrap_or_default()).unwrap_or_default() {
            self.each(*list, found);
        }
    }
}

/// The number of what a step or a list names: phrases first, lists behind them.
pub(super) fn concept(term: Term, pack: &FlatPack<'_>) -> Concept {
    match term {
        Term::Number => NUMBER,
        Term::Phrase(n) => n.saturating_add(1),
        Term::List(n) => pack.phrases.saturating_add(1).saturating_add(n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::compact::Step;

    #[test]
    fn a_phrase_stands_for_itself_and_for_every_list_that_leads_to_it() {
        let step = |term| Step { term, gap: 0, optional: false };
        let pack = FlatPack {
            phrases: 3,
            // The first list holds the second, and the second one phrase that the first has too.
            lists: vec![0..4, 4..6, 6..7],
            terms: vec![
                Term::Phrase(0),
                Term::Phrase(1),
                Term::List(1),
                Term::Number,
                Term::Phrase(0),
                Term::Phrase(1),
                Term::Phrase(2),
            ],
            steps: [Term::List(0), Term::Phrase(1), Term::List(0), Term::Number].map(step).into(),
            ..FlatPack::default()
        };
        let members = Members::of(&pack);
        let found = |phrase: u16| {
            let mut found = Vec::new();
            members.each(concept(Term::Phrase(phrase), &pack), &mut |concept| found.push(concept));
            found.sort_unstable();
            found.dedup();
            found
        };
        let [first, second] = [Term::List(0), Term::Phrase(1)].map(|term| concept(term, &pack));
        assert_eq!(found(0), [first]);
        assert_eq!(found(1), [second, first]);
        assert!(found(2).is_empty(), "no pattern names the third list");
    }
}
