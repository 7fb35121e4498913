//! The second pass of folding: disguises inside and across words are undone and remembered. Knows letters; of words it asks.

use super::FoldedChar;
use super::stand_ins;
use super::table;
use crate::span::Span;

/// A disguise that folding saw through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trick {
    /// How the word was disguised.
    pub(crate) kind: TrickKind,
    /// The disguised word in the source.
    pub(crate) source: Span,
    /// The word that was disguised, folded.
    pub(crate) plain: String,
}

impl Trick {
    /// The trick that hid `word`; nothing for no characters.
    pub(super) fn of(kind: TrickKind, word: &[FoldedChar]) -> Option<Self> {
        let source = word.iter().map(|c| c.source).reduce(Span::cover)?;
        Some(Self { kind, source, plain: word.iter().map(|c| c.c).collect() })
    }
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
    /// Digits or signs in place of letters.
    StandIn,
    /// A word that goes on in the next line.
    Broken,
}

/// Undoes disguises in place and tells which ones there were, in source order.
pub(super) fn undo(chars: &mut Vec<FoldedChar>, knows: &dyn Fn(&str) -> bool) -> Vec<Trick> {
    let mut tricks = Vec::new();
    replace_look_alikes(chars, &mut tricks);
    join_letters_set_apart(chars, knows, &mut tricks);
    stand_ins::replace(chars, knows, &mut tricks);
    stand_ins::join_lines(chars, knows, &mut tricks);
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
    if chars.iter().all(|c| c.raw.is_ascii() && (c.source.len() == 1 || !c.c.is_alphanumeric())) {
        return;
    }
    spell_regional_letters(chars);
    for range in words(chars) {
        let Some(word) = chars.get_mut(range) else { continue };
        let latin = word.iter().any(|c| c.c.is_ascii_lowercase());
        let foreign = word.iter().filter(|c| c.c.is_alphabetic() && !c.c.is_ascii());
        if latin && foreign.clone().count() > 0 && foreign.clone().all(|c| table::look_alike(c.c).is_some()) {
            for c in word.iter_mut() {
                c.c = table::look_alike(c.c).unwrap_or(c.c);
            }
            tricks.extend(Trick::of(TrickKind::LookAlike, word));
        } else if word.len() > 2 && word.iter().all(|c| is_styled(c.raw)) {
            tricks.extend(Trick::of(TrickKind::Styled, word));
        } else if word.len() > 2 && word.iter().any(|c| c.source.len() > c.raw.len_utf8() && c.c.is_ascii()) {
            tricks.extend(Trick::of(TrickKind::Invisible, word));
        }
    }
}

fn is_styled(c: char) -> bool {
    let styled = matches!(c, '\u{1D400}'..='\u{1D7FF}' | '\u{24B6}'..='\u{24E9}' | '\u{1F130}'..='\u{1F189}');
    styled || regional_letter(c).is_some()
}

/// The letter that a regional indicator shows; two of them make a flag.
fn regional_letter(c: char) -> Option<char> {
    let number = u32::from(c).checked_sub(u32::from('\u{1F1E6}')).filter(|n| *n < 26)?;
    char::from_u32(u32::from('a') + number)
}

/// Reads regional indicators as letters where more of them stand together than a flag has.
fn spell_regional_letters(chars: &mut [FoldedChar]) {
    let mut row: Vec<usize> = Vec::new();
    for at in 0..=chars.len() {
        match chars.get(at).map(|c| c.c) {
            Some(c) if regional_letter(c).is_some() => row.push(at),
            Some(' ') if !row.is_empty() => {}
            _ => {
                let spelled = std::mem::take(&mut row);
                for at in spelled.iter().copied().filter(|_| spelled.len() >= FEWEST_LETTERS) {
                    let Some(slot) = chars.get_mut(at) else { continue };
                    slot.c = regional_letter(slot.c).unwrap_or(slot.c);
                }
            }
        }
    }
}

/// The fewest single letters in a row that are read as one word: with fewer, sizes and initials would be joined.
const FEWEST_LETTERS: usize = 4;

fn join_letters_set_apart(chars: &mut Vec<FoldedChar>, knows: &dyn Fn(&str) -> bool, tricks: &mut Vec<Trick>) {
    let Some(begin) = first_row(chars) else { return };
    let mut out = chars.get(..begin).unwrap_or_default().to_vec();
    let mut rest = chars.get(begin..).unwrap_or_default();
    let mut inside_word = false;
    while let Some(first) = rest.first() {
        let row = if inside_word { 0 } else { row_of_letters(rest) };
        if row > FEWEST_LETTERS && begins_with_a_word(rest, row, knows) {
            out.extend(rest.get(..2).unwrap_or_default());
            rest = rest.get(2..).unwrap_or_default();
        } else if row >= FEWEST_LETTERS {
            let taken = rest.get(..row * 2 - 1).unwrap_or_default();
            let from = out.len();
            out.extend(taken.iter().step_by(2));
            tricks.extend(Trick::of(TrickKind::SetApart, out.get(from..).unwrap_or_default()));
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

/// Where the first row of single letters begins; most texts have none.
fn first_row(chars: &[FoldedChar]) -> Option<usize> {
    let begins =
        |at: usize| at.checked_sub(1).and_then(|before| chars.get(before)).is_none_or(|c| !c.c.is_alphanumeric());
    let row = |at: usize| chars.get(at..).map_or(0, row_of_letters);
    (0..chars.len()).find(|at| begins(*at) && row(*at) >= FEWEST_LETTERS)
}

/// Whether the first letter of the row is a word of its own: `a r e v i e w`.
fn begins_with_a_word(chars: &[FoldedChar], row: usize, knows: &dyn Fn(&str) -> bool) -> bool {
    let spelled: String = chars.iter().take(row * 2).step_by(2).map(|c| c.c).collect();
    let mut others = spelled.chars();
    others.next();
    !knows(&spelled) && knows(others.as_str())
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
