//! The second pass of folding: disguises inside and across words are undone and remembered. Knows letters, not words.

use super::FoldedChar;
use super::table;
use crate::span::Span;

/// A disguise that folding saw through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Trick {
    /// How the word was disguised.
    pub(crate) kind: TrickKind,
    /// The disguised word in the source.
    pub(crate) source: Span,
}

/// Ways of writing a word so that a machine does not read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TrickKind {
    /// Letters of another script that look Latin.
    LookAlike,
    /// Letters set apart by spaces or signs.
    SetApart,
    /// Letters of a mathematical or enclosed style.
    Styled,
    /// Characters without width inside the word.
    Invisible,
}

/// Undoes disguises in place and tells which ones there were, in source order.
pub(super) fn undo(chars: &mut Vec<FoldedChar>) -> Vec<Trick> {
    let mut tricks = Vec::new();
    replace_look_alikes(chars, &mut tricks);
    join_letters_set_apart(chars, &mut tricks);
    tricks.sort_by_key(|t| t.source);
    tricks
}

fn words(chars: &[FoldedChar]) -> Vec<std::ops::Range<usize>> {
    let mut words = Vec::new();
    let mut start = None;
    for (i, c) in chars.iter().enumerate() {
        match (start, c.c.is_alphanumeric()) {
            (None, true) => start = Some(i),
            (Some(from), false) => {
                words.push(from..i);
                start = None;
            }
            (None, false) | (Some(_), true) => {}
        }
    }
    words.extend(start.map(|from| from..chars.len()));
    words
}

fn replace_look_alikes(chars: &mut [FoldedChar], tricks: &mut Vec<Trick>) {
    if chars.iter().all(|c| c.raw.is_ascii()) {
        return;
    }
    for range in words(chars) {
        let Some(word) = chars.get_mut(range) else { continue };
        let latin = word.iter().any(|c| c.c.is_ascii_lowercase());
        let foreign = word.iter().filter(|c| c.c.is_alphabetic() && !c.c.is_ascii());
        let Some(source) = word.iter().map(|c| c.source).reduce(Span::cover) else { continue };
        if latin && foreign.clone().count() > 0 && foreign.clone().all(|c| table::look_alike(c.c).is_some()) {
            for c in word.iter_mut() {
                c.c = table::look_alike(c.c).unwrap_or(c.c);
            }
            tricks.push(Trick { kind: TrickKind::LookAlike, source });
        } else if word.len() > 2 && word.iter().all(|c| is_styled(c.raw)) {
            tricks.push(Trick { kind: TrickKind::Styled, source });
        } else if word.len() > 2 && word.iter().any(|c| c.source.len() > c.raw.len_utf8() && c.c.is_ascii()) {
            tricks.push(Trick { kind: TrickKind::Invisible, source });
        }
    }
}

fn is_styled(c: char) -> bool {
    matches!(c, '\u{1D400}'..='\u{1D7FF}' | '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}')
}

/// The fewest single letters in a row that are read as one word: with fewer, sizes and initials would be joined.
const FEWEST_LETTERS: usize = 4;

fn join_letters_set_apart(chars: &mut Vec<FoldedChar>, tricks: &mut Vec<Trick>) {
    let mut out = Vec::with_capacity(chars.len());
    let mut rest = chars.as_slice();
    let mut inside_word = false;
    while let Some(first) = rest.first() {
        let row = if inside_word { 0 } else { row_of_letters(rest) };
        if row >= FEWEST_LETTERS {
            let taken = rest.get(..row * 2 - 1).unwrap_or_default();
            out.extend(taken.iter().step_by(2));
            if let Some(source) = taken.iter().map(|c| c.source).reduce(Span::cover) {
                tricks.push(Trick { kind: TrickKind::SetApart, source });
            }
            rest = rest.get(row * 2 - 1..).unwrap_or_default();
            inside_word = true;
        } else {
            out.push(*first);
            inside_word = first.c.is_alphanumeric();
            rest = rest.get(1..).unwrap_or_default();
        }
    }
    *chars = out;
}

/// How many single letters follow one another with the same separator in between.
fn row_of_letters(chars: &[FoldedChar]) -> usize {
    let letter = |i: usize| chars.get(i).is_some_and(|c| c.c.is_alphabetic() && c.source.len() <= 4);
    let Some(separator) = chars.get(1).map(|c| c.c).filter(|c| matches!(c, ' ' | '.' | '-' | '_' | '*' | '|' | '/'))
    else {
        return 0;
    };
    if !letter(0) {
        return 0;
    }
    let mut row = 1;
    while chars.get(row * 2 - 1).is_some_and(|c| c.c == separator && c.source.len() == 1) && letter(row * 2) {
        row += 1;
    }
    // The last letter must end there: `a b c day` has three single letters, not four.
    if chars.get(row * 2 - 1).is_some_and(|c| c.c.is_alphanumeric()) { row - 1 } else { row }
}
