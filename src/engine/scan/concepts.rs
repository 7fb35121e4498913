//! Finding the words and phrases of a pack's lists in a sentence, all in one pass over two automata. Knows no patterns.

use super::token::{self, Token};
use crate::pack::compile::{STEM, WHOLE};
use crate::pack::spec::NUMBER;
use fst::raw::Fst;
use std::fmt;

/// The word lists of a pack. A list number is a concept.
#[derive(Default)]
pub(super) struct Automaton {
    starts: Option<Fst<Vec<u8>>>,
    inner: Option<Fst<Vec<u8>>>,
    concepts: Vec<Vec<u16>>,
}

impl fmt::Debug for Automaton {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Automaton").field("concepts", &self.concepts.len()).finish_non_exhaustive()
    }
}

/// A phrase of a list, in words of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    pub(super) concept: u16,
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
    tokens: Vec<Token>,
}

impl Hits {
    /// The hits of one concept, in order of place.
    pub(super) fn of(&self, concept: u16) -> &[Hit] {
        let from = self.hits.partition_point(|h| h.concept < concept);
        let rest = self.hits.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|h| h.concept == concept)).unwrap_or_default()
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

/// The text that the automata read: words joined as in the lists, with the way back to words.
struct Joined {
    text: String,
    /// First byte of each word in `text`, and the length of all of it at the end.
    begins: Vec<usize>,
}

impl Automaton {
    pub(super) fn new(starts: Vec<u8>, inner: Vec<u8>, concepts: &mut Vec<Vec<u16>>) -> Self {
        // An automaton that does not open finds nothing; packs are checked when they are built.
        let open = |bytes: Vec<u8>| if bytes.is_empty() { None } else { Fst::new(bytes).ok() };
        Self { starts: open(starts), inner: open(inner), concepts: std::mem::take(concepts) }
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
            if let Some(fst) = &self.starts {
                self.walk(fst, &joined, word, begin, &mut hits);
            }
            if let Some(fst) = &self.inner {
                let end = joined.begins.get(word + 1).copied().unwrap_or(begin);
                let inside = joined.text.get(begin..end).unwrap_or_default();
                for (at, _) in inside.char_indices() {
                    self.walk(fst, &joined, word, begin + at, &mut hits);
                }
            }
        }
        hits.sort_unstable();
        hits.dedup();
        Hits { hits, tokens }
    }

    /// Follows the automaton from one byte and notes every phrase on the way.
    fn walk(&self, fst: &Fst<Vec<u8>>, joined: &Joined, first: usize, begin: usize, hits: &mut Vec<Hit>) {
        let mut node = fst.root();
        let mut value = fst::raw::Output::zero();
        let mut last = first;
        for (i, &byte) in joined.text.as_bytes().get(begin..).unwrap_or_default().iter().enumerate() {
            let Some(step) = node.find_input(byte) else { return };
            let transition = node.transition(step);
            value = value.cat(transition.out);
            node = fst.node(transition.addr);
            let at = begin + i + 1;
            while joined.begins.get(last + 1).is_some_and(|&b| at > b) {
                last += 1;
            }
            let word_ends = joined.begins.get(last + 1).is_some_and(|&b| at == b || at + 1 == b && joined.space_at(at));
            for mark in [STEM, WHOLE] {
                if mark == WHOLE && !word_ends {
                    continue;
                }
                let Some(end) = node.find_input(mark) else { continue };
                let end = node.transition(end);
                let total = value.cat(end.out).cat(fst.node(end.addr).final_output());
                let members = usize::try_from(total.value()).ok().and_then(|v| self.concepts.get(v));
                hits.extend(members.into_iter().flatten().map(|&concept| Hit { concept, first, next: last + 1 }));
            }
        }
    }
}

impl Joined {
    fn space_at(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&b' ')
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
