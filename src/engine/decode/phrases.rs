//! Finds the phrases of word lists in a text that is cut into words. Knows the form of a phrase, not what it says.

use crate::pack::decoding::DecodingBook;
use crate::scan::token::Token;

/// Stands for words between.
const GAP: &str = "..";
/// As many as these at most.
const LONGEST_GAP: usize = 4;

/// A phrase found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Number of the list that has it.
    pub(super) list: usize,
    /// Number of its first word in the text.
    pub(super) first: usize,
    /// Number of its last word.
    pub(super) last: usize,
}

/// All phrases by the letter that they begin with; those that begin with any are under none.
pub(super) struct Phrases<'a> {
    by_letter: Vec<(Option<char>, &'a str, usize)>,
}

impl<'a> Phrases<'a> {
    pub(super) fn new(book: &'a DecodingBook) -> Self {
        let lists = book.lists.iter().enumerate();
        let lines = lists.flat_map(|(number, list)| list.phrases.lines().map(move |line| (line, number)));
        let letter = |line: &str| line.chars().next().filter(|c| *c != '*');
        let mut by_letter: Vec<_> = lines.map(|(line, number)| (letter(line), line, number)).collect();
        by_letter.sort_unstable();
        Self { by_letter }
    }

    /// Every phrase in the text, in order of its first word.
    pub(super) fn find(&self, text: &str, tokens: &[Token]) -> Vec<Hit> {
        let words: Vec<&str> = tokens.iter().map(|t| text.get(t.start..t.end).unwrap_or_default()).collect();
        let mut hits = Vec::new();
        for first in 0..words.len() {
            let here = words.get(first..).unwrap_or_default();
            let bare = here.first().map(|word| without_article(word)).unwrap_or_default();
            let whole = here.first().copied().unwrap_or_default();
            let mut letters = vec![None, whole.chars().next()];
            if bare.len() < whole.len() {
                letters.push(bare.chars().next());
            }
            letters.dedup();
            for (_, phrase, list) in letters.iter().flat_map(|letter| self.with(*letter)) {
                hits.extend(end(phrase, here).map(|length| Hit { list: *list, first, last: first + length - 1 }));
            }
        }
        hits
    }

    fn with(&self, letter: Option<char>) -> &[(Option<char>, &'a str, usize)] {
        let from = self.by_letter.partition_point(|(l, ..)| *l < letter);
        let rest = self.by_letter.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|(l, ..)| *l == letter)).unwrap_or_default()
    }
}

/// How many words a phrase takes at the start of `words`; none where it does not stand there.
fn end(phrase: &str, words: &[&str]) -> Option<usize> {
    let (mut at, mut gap) = (0, 0);
    for part in phrase.split(' ') {
        if part == GAP {
            gap = LONGEST_GAP;
            continue;
        }
        let within = words.get(at..(at + gap + 1).min(words.len()))?;
        at += within.iter().position(|word| fits(part, word))? + 1;
        gap = 0;
    }
    Some(at)
}

/// Whether a word, with or without an article before an apostrophe, is the one that a phrase asks for.
fn fits(part: &str, word: &str) -> bool {
    let bare = without_article(word);
    let (open, rest) = part.strip_prefix('*').map_or((false, part), |rest| (true, rest));
    match (open, rest.strip_suffix('*')) {
        (false, None) => word == rest || bare == rest,
        (false, Some(beginning)) => word.starts_with(beginning) || bare.starts_with(beginning),
        (true, None) => word.ends_with(rest),
        (true, Some(inner)) => word.contains(inner),
    }
}

fn without_article(word: &str) -> &str {
    word.rsplit('\'').next().unwrap_or(word)
}
