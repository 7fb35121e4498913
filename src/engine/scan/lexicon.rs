//! Finding the words and phrases of a pack's lists in a sentence, all in one pass over its words. Knows no patterns.

use super::chains::{Chains, hash};
use super::hits::{Hit, Hits, NUMBER};
use super::members::Members;
use super::token::{self, Token};
use crate::pack::flat::{FlatPack, Line};
use std::fmt;
use std::sync::OnceLock;

/// The phrases of a pack, and the concepts that each of them stands for.
#[derive(Default)]
pub(super) struct Lexicon {
    /// The phrases as they are stored, and where each of them stands.
    text: Vec<u8>,
    lines: Vec<Line>,
    /// Numbers of phrases by their [`key`].
    starts: Chains,
    /// Those that may begin inside a word.
    inner: Chains,
    has_inner: bool,
    members: Members,
    /// The words of all phrases; put together when one is first asked for.
    words: OnceLock<Words>,
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lexicon").field("phrases", &self.lines.len()).finish_non_exhaustive()
    }
}

/// Words, each once, as ranges of the lexicon's text.
#[derive(Default)]
struct Words {
    places: Vec<std::ops::Range<usize>>,
    by_hash: Chains,
}

/// The text that is looked up: words joined as in the lists, with the way back to words.
struct Joined {
    text: String,
    /// First byte of each word in `text`, and the length of all of it at the end.
    begins: Vec<usize>,
}

/// Most phrases that begin inside words, in a usual pack.
const INNER: usize = 256;
/// Bytes of a phrase that it is found by.
const KEY: usize = 4;

/// The first bytes of a phrase, or of a text that may begin with it, as a number; no text holds a zero byte.
fn key(text: &[u8]) -> u32 {
    text.iter().take(KEY).fold(0, |key, byte| key << 8 | u32::from(*byte))
}

impl Lexicon {
    pub(super) fn new(pack: &FlatPack<'_>) -> Self {
        let phrases = usize::from(pack.phrases);
        let text = pack.lines.to_vec();
        let (mut lines, mut has_inner) = (Vec::with_capacity(phrases), false);
        let (mut starts, mut inner) = (Chains::with_capacity(phrases), Chains::with_capacity(INNER));
        for (line, number) in pack.lines().zip(0..) {
            has_inner |= line.inner;
            let chains = if line.inner { &mut inner } else { &mut starts };
            chains.insert(key(text.get(line.start..line.end).unwrap_or_default()), number);
            lines.push(line);
        }
        Self { text, lines, starts, inner, has_inner, members: Members::of(pack), words: OnceLock::new() }
    }

    /// Whether a phrase holds this word or is a stem of it that has at least [`LEAST_STEM`] bytes.
    pub(super) fn knows(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let stem = |number: u32| {
            self.phrase(number)
                .is_some_and(|(line, phrase)| line.stem && phrase.len() >= LEAST_STEM && word.starts_with(phrase))
        };
        let of_stems = |chains: &Chains| chains.of(key(word)).any(stem);
        of_stems(&self.starts)
            || of_stems(&self.inner)
            || self.words.get_or_init(|| self.words()).hold(word, &self.text)
    }

    /// Every word of a phrase, and the first word of one that may begin inside a word.
    fn words(&self) -> Words {
        let mut words = Words { by_hash: Chains::with_capacity(self.lines.len()), ..Words::default() };
        for line in &self.lines {
            let mut start = line.start;
            let phrase = self.text.get(line.start..line.end).unwrap_or_default();
            for word in phrase.split(|byte| *byte == b' ').take(if line.inner { 1 } else { usize::MAX }) {
                words.add(start..start + word.len(), word, &self.text);
                start += word.len() + 1;
            }
        }
        words
    }

    fn phrase(&self, number: u32) -> Option<(Line, &[u8])> {
        let line = *self.lines.get(number as usize)?;
        Some((line, self.text.get(line.start..line.end)?))
    }

    /// Everything the lists know in `text`, which is folded.
    pub(super) fn hits(&self, text: &str) -> Hits {
        let tokens = token::tokens(text);
        let joined = join(text, &tokens);
        let mut hits = Vec::new();
        for (word, &begin) in joined.begins.iter().enumerate().take(tokens.len()) {
            if joined.text.as_bytes().get(begin).is_some_and(u8::is_ascii_digit) {
                hits.push(Hit::new(NUMBER, word, word + 1));
            }
            self.look_up(&self.starts, &joined, word, begin, &mut hits);
            if self.has_inner {
                let end = joined.begins.get(word + 1).copied().unwrap_or(begin);
                let inside = joined.text.get(begin..end).unwrap_or_default();
                for (at, _) in inside.char_indices() {
                    self.look_up(&self.inner, &joined, word, begin + at, &mut hits);
                }
            }
        }
        Hits::new(hits, tokens)
    }

    /// Notes every phrase that stands at byte `begin`, in word `first`.
    fn look_up(&self, chains: &Chains, joined: &Joined, first: usize, begin: usize, hits: &mut Vec<Hit>) {
        let text = joined.text.as_bytes().get(begin..).unwrap_or_default();
        // A phrase shorter than a key is found by all of it.
        let beginnings = (1..=KEY).filter_map(|length| text.get(..length));
        for number in beginnings.flat_map(|beginning| chains.of(key(beginning))) {
            let Some((line, phrase)) = self.phrase(number).filter(|(_, phrase)| text.starts_with(phrase)) else {
                continue;
            };
            let end = begin + phrase.len();
            let last = first + joined.begins.get(first + 1..).unwrap_or_default().partition_point(|b| *b < end);
            if line.stem || joined.word_ends(last, end) {
                let itself = u16::try_from(number + 1).unwrap_or(u16::MAX);
                self.members.each(itself, &mut |concept| hits.push(Hit::new(concept, first, last + 1)));
            }
        }
    }
}

/// Shorter stems begin too many words to tell one.
const LEAST_STEM: usize = 5;

impl Words {
    fn add(&mut self, place: std::ops::Range<usize>, word: &[u8], text: &[u8]) {
        if !self.hold(word, text) {
            self.by_hash.insert(hash(word), u32::try_from(self.places.len()).unwrap_or(u32::MAX));
            self.places.push(place);
        }
    }

    fn hold(&self, word: &[u8], text: &[u8]) -> bool {
        let place = |number: u32| self.places.get(number as usize).cloned();
        self.by_hash.of(hash(word)).any(|number| place(number).and_then(|place| text.get(place)) == Some(word))
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
    use crate::pack::compact::{Step, Term};

    /// What is found in `text`: the phrases as written, with the words that they cover.
    fn found<'a>(phrases: &[&'a str], text: &str) -> Vec<(&'a str, usize, usize)> {
        let lines = phrases.join("\n") + "\n";
        let numbers = 0..u16::try_from(phrases.len()).unwrap();
        let steps = numbers.map(|n| Step { term: Term::Phrase(n), gap: 0, optional: false }).collect();
        let phrases_known = u16::try_from(phrases.len()).unwrap();
        let pack = FlatPack { lines: lines.as_bytes(), phrases: phrases_known, steps, ..FlatPack::default() };
        let hits = Lexicon::new(&pack).hits(text);
        hits.all().map(|h| (phrases[usize::from(h.concept()) - 1], h.first(), h.next())).collect()
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

    #[test]
    fn a_word_is_known_from_any_place_in_a_phrase_or_by_its_stem() {
        let lines = "leave us a review\nfeedbac*\nstar*\n*rating of it\n番号\n";
        let lexicon = Lexicon::new(&FlatPack { lines: lines.as_bytes(), phrases: 5, ..FlatPack::default() });
        for known in ["leave", "us", "a", "review", "feedback", "feedbac", "star", "rating", "番号"] {
            assert!(lexicon.knows(known), "{known}");
        }
        for other in ["leav", "reviews", "feedba", "stars", "of", "it", "番", "leave us", ""] {
            assert!(!lexicon.knows(other), "{other}");
        }
    }
}
