//! Finding the words and phrases of a pack's lists in a sentence, all in one pass over sorted phrases. Knows no patterns.

use super::hits::{Concept, Hit, Hits, NUMBER};
use super::members::Members;
use super::token::{self, Token};
use crate::pack::compact::{CompactPack, Phrase, Term};
use std::collections::BTreeSet;
use std::fmt;
use std::sync::OnceLock;

/// The phrases of a pack, and the concepts that each of them stands for.
#[derive(Default)]
pub(super) struct Lexicon {
    starts: Sorted,
    /// Phrases that may begin inside a word.
    inner: Sorted,
    /// Number of the pack's phrases: lists count on from there.
    phrases: usize,
    /// Words behind the first of a phrase, in order; put together when one is first asked for.
    later_words: OnceLock<BTreeSet<String>>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("phrases", &self.phrases).finish_non_exhaustive()
    }
}

/// Phrases in the order of their bytes.
#[derive(Default)]
struct Sorted {
    entries: Vec<Entry>,
    /// Concepts, those of one entry in a row.
    concepts: Vec<Concept>,
    /// For each first byte, how many entries begin with a smaller one.
    firsts: Vec<u32>,
}

struct Entry {
    text: String,
    stem: bool,
    /// The longest other entry that this one begins with.
    shorter: Option<u32>,
    /// Where its concepts end; they begin where those of the entry before end.
    concepts_end: u32,
}

/// The text that is looked up: words joined as in the lists, with the way back to words.
struct Joined {
    text: String,
    /// First byte of each word in `text`, and the length of all of it at the end.
    begins: Vec<usize>,
}

impl Lexicon {
    /// Takes the phrases out of the pack; its rules stay.
    pub(super) fn new(pack: &mut CompactPack) -> Self {
        let phrases = std::mem::take(&mut pack.phrases);
        let mut lexicon = Self { phrases: phrases.len(), ..Self::default() };
        let members = Members::of(pack, phrases.len(), &|term| lexicon.concept(term));
        pack.lists = Vec::new();
        let named = phrases.into_iter().zip(0..).filter(|(_, number)| members.concepts(*number).next().is_some());
        let (inner, starts): (Vec<_>, Vec<_>) = named.partition(|(p, _)| p.inner);
        lexicon.starts = Sorted::new(starts, &members);
        lexicon.inner = Sorted::new(inner, &members);
        lexicon
    }

    /// The number of what a step looks for.
    pub(super) fn concept(&self, term: Term) -> Concept {
        match term {
            Term::Number => NUMBER,
            Term::Phrase(n) => n.saturating_add(1),
            Term::List(n) => u16::try_from(self.phrases).unwrap_or(u16::MAX).saturating_add(1).saturating_add(n),
        }
    }

    /// Whether a phrase holds this word or is a stem of it that has at least [`LEAST_STEM`] bytes.
    pub(super) fn knows(&self, word: &str) -> bool {
        let later = || {
            let entries = self.starts.entries.iter();
            entries.flat_map(|e| e.text.split(' ').skip(1)).map(str::to_owned).collect()
        };
        let begins = [&self.starts, &self.inner].into_iter().any(|sorted| sorted.knows(word));
        begins || self.later_words.get_or_init(later).contains(word)
    }

    /// Everything the lists know in `text`, which is folded.
    pub(super) fn hits(&self, text: &str) -> Hits {
        let tokens = token::tokens(text);
        let joined = join(text, &tokens);
        let mut hits = Vec::new();
        for (word, &begin) in joined.begins.iter().enumerate().take(tokens.len()) {
            if joined.text.get(begin..).is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit())) {
                hits.push(Hit { concept: NUMBER, first: word, next: word + 1 });
            }
            self.starts.look_up(&joined, word, begin, &mut hits);
            if !self.inner.entries.is_empty() {
                let end = joined.begins.get(word + 1).copied().unwrap_or(begin);
                let inside = joined.text.get(begin..end).unwrap_or_default();
                for (at, _) in inside.char_indices() {
                    self.inner.look_up(&joined, word, begin + at, &mut hits);
                }
            }
        }
        Hits::new(hits, tokens)
    }
}

/// Shorter stems begin too many words to tell one.
const LEAST_STEM: usize = 5;

/// The first eight bytes as a number, so that numbers stand as the texts do.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

impl Sorted {
    /// Phrases with their numbers.
    fn new(mut phrases: Vec<(Phrase, usize)>, members: &Members) -> Self {
        // Numbers compare and move faster than texts, and most phrases differ in their first bytes.
        let mut order: Vec<(u64, usize)> = phrases.iter().map(|(p, _)| beginning(&p.text)).zip(0..).collect();
        let text = |at: usize| phrases.get(at).map(|(phrase, _)| phrase);
        order.sort_unstable_by(|(a, i), (b, k)| a.cmp(b).then_with(|| text(*i).cmp(&text(*k))));
        let mut sorted = Self::default();
        let mut open: Vec<usize> = Vec::new();
        let taken = |slot: &mut (Phrase, usize)| (std::mem::take(&mut slot.0), slot.1);
        let in_order = order.iter().filter_map(|(_, i)| phrases.get_mut(*i).map(taken));
        for (at, (phrase, number)) in in_order.enumerate() {
            while let Some(last) = open.last().and_then(|o| sorted.entries.get(*o))
                && !phrase.text.starts_with(&last.text)
            {
                open.pop();
            }
            sorted.concepts.extend(members.concepts(number));
            sorted.entries.push(Entry {
                text: phrase.text,
                stem: phrase.stem,
                shorter: open.last().and_then(|o| u32::try_from(*o).ok()),
                concepts_end: u32::try_from(sorted.concepts.len()).unwrap_or(u32::MAX),
            });
            open.push(at);
        }
        sorted.firsts = (0..=u32::from(u8::MAX) + 1)
            .map(|byte| {
                let before = |e: &Entry| e.text.as_bytes().first().is_some_and(|first| u32::from(*first) < byte);
                u32::try_from(sorted.entries.partition_point(before)).unwrap_or(u32::MAX)
            })
            .collect();
        sorted
    }

    /// Notes every phrase that stands at byte `begin`, in word `first`.
    fn look_up(&self, joined: &Joined, first: usize, begin: usize, hits: &mut Vec<Hit>) {
        let text = joined.text.as_bytes().get(begin..).unwrap_or_default();
        // Of all phrases that the text begins with, each begins the last one that does not come behind the text.
        let mut candidate = self.last_up_to(text);
        while let Some((at, entry)) = candidate.and_then(|at| Some((at, self.entries.get(at)?))) {
            if text.starts_with(entry.text.as_bytes()) {
                let end = begin + entry.text.len();
                let last = first + joined.begins.get(first + 1..).unwrap_or_default().partition_point(|b| *b < end);
                if entry.stem || joined.word_ends(last, end) {
                    hits.extend(self.concepts_of(at).iter().map(|&concept| Hit { concept, first, next: last + 1 }));
                }
            }
            candidate = entry.shorter.and_then(|at| usize::try_from(at).ok());
        }
    }

    fn knows(&self, word: &str) -> bool {
        let mut candidate = self.last_up_to(word.as_bytes());
        let next = candidate.map_or(0, |at| at + 1);
        let begins = |e: &Entry| e.text.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
        let mut known = self.entries.get(next).is_some_and(begins);
        while let Some(entry) = candidate.and_then(|at| self.entries.get(at)).filter(|_| !known) {
            known = entry.text == word || entry.stem && entry.text.len() >= LEAST_STEM && word.starts_with(&entry.text);
            candidate = entry.shorter.and_then(|at| usize::try_from(at).ok());
        }
        known
    }

    fn last_up_to(&self, text: &[u8]) -> Option<usize> {
        let byte = usize::from(*text.first()?);
        let bound = |at: usize| self.firsts.get(at).and_then(|n| usize::try_from(*n).ok()).unwrap_or_default();
        let (from, to) = (bound(byte), bound(byte + 1));
        let with_first = self.entries.get(from..to).unwrap_or_default();
        (from + with_first.partition_point(|e| e.text.as_bytes() <= text)).checked_sub(1)
    }

    fn concepts_of(&self, at: usize) -> &[Concept] {
        let end = |at: usize| self.entries.get(at).and_then(|e| usize::try_from(e.concepts_end).ok());
        let from = at.checked_sub(1).and_then(end).unwrap_or_default();
        self.concepts.get(from..end(at).unwrap_or_default()).unwrap_or_default()
    }
}

impl Joined {
    /// Whether byte `at`, which belongs to word `word` or is its end, is the end of it.
    fn word_ends(&self, word: usize, at: usize) -> bool {
        let next = self.begins.get(word + 1);
        next.is_some_and(|&b| at == b || at + 1 == b && self.text.as_bytes().get(at) == Some(&b' '))
    }
}

fn join(source: &str, tokens: &[Token]) -> Joined {
    let mut joined = Joined { text: String::with_capacity(source.len()), begins: Vec::with_capacity(tokens.len() + 1) };
    for token in tokens {
        let word = source.get(token.start..token.end).unwrap_or_default();
        if token::needs_space(&joined.text, word) {
            joined.text.push(' ');
        }
        joined.begins.push(joined.text.len());
        joined.text.push_str(word);
    }
    joined.begins.push(joined.text.len());
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::compact::{CompactRule, Pattern, Patterns, Step};
    use crate::pack::spec::{Certainty, FixSpec, RuleRole, Severity, When};
    use crate::pack::texts::RuleTexts;

    fn phrase(written: &str) -> Phrase {
        let text = written.trim_matches('*').to_owned();
        Phrase { text, inner: written.starts_with('*'), stem: written.ends_with('*') }
    }

    /// What is found in `text`: the phrases as written, with the words that they cover.
    fn found<'a>(phrases: &[&'a str], text: &str) -> Vec<(&'a str, usize, usize)> {
        let steps = |n| vec![Step { term: Term::Phrase(n), gap: 0, optional: false }];
        let numbers = 0..u16::try_from(phrases.len()).unwrap();
        let matches = numbers.map(|n| Pattern { at_start: false, at_end: false, steps: steps(n) }).collect();
        let rule = CompactRule {
            id: String::new(),
            role: RuleRole::Finding,
            category: String::new(),
            policy: Vec::new(),
            severity: Severity::Info,
            patterns: Patterns { matches, ..Patterns::default() },
            regex: Vec::new(),
            when: When::default(),
            derived: None,
            certainty: Certainty::default(),
            what: String::new(),
            why: String::new(),
            action: String::new(),
            local: RuleTexts::default(),
            fix: FixSpec::default(),
        };
        let phrases_known = phrases.iter().map(|p| phrase(p)).collect();
        let mut pack = CompactPack { phrases: phrases_known, rules: vec![rule], ..CompactPack::default() };
        let hits = Lexicon::new(&mut pack).hits(text);
        hits.all().map(|h| (phrases[usize::from(h.concept) - 1], h.first, h.next)).collect()
    }

    #[test]
    fn phrases_that_begin_alike_are_all_found() {
        let phrases = ["re", "re*", "review", "review of", "review of the", "reviews", "revision"];
        let expected = vec![("re*", 0, 1), ("review", 0, 1), ("review of", 0, 2), ("re*", 3, 4), ("reviews", 3, 4)];
        let mut all = found(&phrases, "review of our reviews");
        all.sort_by_key(|(_, first, next)| (*first, *next));
        assert_eq!(all, expected);
    }

    #[test]
    fn a_phrase_ends_with_a_word_and_only_some_begin_inside_one() {
        assert_eq!(
            found(&["track", "*number", "*code*"], "tracknumber zipcodes, track"),
            [("track", 2, 3), ("*number", 0, 1), ("*code*", 1, 2)]
        );
        assert_eq!(found(&["a b", "zz"], "a, bc"), []);
    }

    #[test]
    fn characters_that_stand_alone_are_words() {
        assert_eq!(found(&["番号", "番"], "電話番号は"), [("番号", 2, 4), ("番", 2, 3)]);
    }
}
