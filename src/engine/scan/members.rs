//! Which concepts each phrase of a pack stands for, worked out from the terms that its patterns name. Knows no text.

use super::hits::{Concept, NUMBER};
use crate::pack::compact::Term;
use crate::pack::flat::FlatPack;

/// The concepts that each phrase stands for.
#[derive(Default)]
pub(super) struct Members {
    /// The concepts, those of one phrase in a row.
    concepts: Vec<Concept>,
    /// Where the concepts of each phrase end; they begin where those of the phrase before end.
    ends: Vec<u32>,
}

/// Phrases and concepts as they are met, concept after concept.
struct Pairs {
    pairs: Vec<(u16, Concept)>,
    /// The last concept noted for each phrase: a list may lead to a phrase more than once.
    noted: Vec<Concept>,
}

impl Members {
    /// Goes through every term that patterns name.
    pub(super) fn of(pack: &FlatPack<'_>) -> Self {
        let phrases = usize::from(pack.phrases);
        let mut seen = vec![false; 1 + phrases + pack.lists.len()];
        let mut found = Pairs { pairs: Vec::with_capacity(2 * phrases), noted: vec![NUMBER; phrases] };
        for step in &pack.steps {
            let concept = concept(step.term, pack);
            if seen.get_mut(usize::from(concept)).is_some_and(|seen| !std::mem::replace(seen, true)) {
                found.note(step.term, concept, pack);
            }
        }
        Self::sorted(&found.pairs, phrases)
    }

    /// Puts the concepts of each phrase beside one another: counts them, then lays each in its place.
    fn sorted(pairs: &[(u16, Concept)], phrases: usize) -> Self {
        let mut ends = vec![0u32; phrases];
        for (phrase, _) in pairs {
            ends.get_mut(usize::from(*phrase)).into_iter().for_each(|count| *count += 1);
        }
        let mut sum = 0;
        for end in &mut ends {
            // The beginning at first: it moves on with every concept that is laid down.
            sum += std::mem::replace(end, sum);
        }
        let mut concepts = vec![NUMBER; pairs.len()];
        for (phrase, concept) in pairs {
            let Some(end) = ends.get_mut(usize::from(*phrase)) else { continue };
            concepts.get_mut(*end as usize).into_iter().for_each(|slot| *slot = *concept);
            *end += 1;
        }
        Self { concepts, ends }
    }

    /// The concepts of a phrase, by its number.
    pub(super) fn of_phrase(&self, phrase: usize) -> &[Concept] {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let from = phrase.checked_sub(1).and_then(end).unwrap_or_default();
        self.concepts.get(from..end(phrase).unwrap_or_default()).unwrap_or_default()
    }
}

impl Pairs {
    /// Notes the concept for every phrase that the term stands for.
    fn note(&mut self, term: Term, concept: Concept, pack: &FlatPack<'_>) {
        match term {
            Term::Number => {}
            Term::Phrase(n) => {
                let noted = self.noted.get_mut(usize::from(n));
                if noted.is_some_and(|noted| std::mem::replace(noted, concept) != concept) {
                    self.pairs.push((n, concept));
                }
            }
            Term::List(n) => {
                let terms = pack.lists.get(usize::from(n)).and_then(|list| pack.terms.get(list.clone()));
                for term in terms.unwrap_or_default() {
                    self.note(*term, concept, pack);
                }
            }
        }
    }
}

/// The number of what a step looks for: phrases first, lists behind them.
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
            lists: vec![0..3, 3..5, 5..6],
            terms: vec![
                Term::Phrase(0),
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
        assert_eq!(members.of_phrase(0), [concept(Term::List(0), &pack)]);
        let both = [concept(Term::List(0), &pack), concept(Term::Phrase(1), &pack)];
        assert_eq!(members.of_phrase(1), both);
        assert_eq!(members.of_phrase(2), [], "no pattern names the third list");
        assert_eq!(members.of_phrase(3), []);
    }
}
