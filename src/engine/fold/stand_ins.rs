//! Disguises that only a word list can see through: digits and signs in place of letters, words that go on in the next line. Knows
//! no words; it asks whether one is known.

use super::FoldedChar;
use super::tricks::{Trick, TrickKind};
use crate::span::Span;
use std::ops::Range;

/// The shortest word looked for: shorter ones arise by chance.
const SHORTEST: usize = 5;
/// The longest; longer runs are codes.
const LONGEST: usize = 24;
/// The most stand-ins in one word.
const MOST: usize = 4;

/// What may stand for a letter, and the letters it stands for.
fn letters(c: char) -> &'static str {
    match c {
        '0' => "o",
        '1' | '!' | '|' => "il",
        '3' | '€' => "e",
        '4' | '@' => "a",
        '5' | '$' => "s",
        '7' => "t",
        '*' => "abcdefghijklmnopqrstuvwxyz",
        _ => "",
    }
}

/// Writes known words in plain letters.
pub(super) fn replace(chars: &mut [FoldedChar], knows: &dyn Fn(&str) -> bool, tricks: &mut Vec<Trick>) {
    let mut from = 0;
    while from < chars.len() {
        let rest = chars.get(from..).unwrap_or_default();
        let len = rest.iter().take_while(|c| c.c.is_ascii_lowercase() || !letters(c.c).is_empty()).count();
        // A sign of the sentence may end the word.
        let ends =
            rest.get(..len).unwrap_or_default().iter().rev().take_while(|c| matches!(c.c, '!' | '*' | '|')).count();
        let word = chars.get_mut(from..from + len - ends).unwrap_or_default();
        if let Some(plain) = plain(word, knows) {
            for (slot, c) in word.iter_mut().zip(plain.chars()) {
                slot.c = c;
            }
            tricks.extend(Trick::of(TrickKind::StandIn, word));
        }
        from += len.max(1);
    }
}

/// The known word that is written here with stand-ins.
fn plain(word: &[FoldedChar], knows: &dyn Fn(&str) -> bool) -> Option<String> {
    let stand_ins = word.iter().filter(|c| !c.c.is_ascii_lowercase()).count();
    let fits = (SHORTEST..=LONGEST).contains(&word.len()) && (1..=MOST).contains(&stand_ins);
    // One letter may be left to guess, not more.
    if !fits || 2 * stand_ins >= word.len() || word.iter().filter(|c| c.c == '*').count() > 1 {
        return None;
    }
    let most = word.iter().map(|c| letters(c.c).len()).max()?;
    let read = |choice: usize| -> String {
        word.iter().map(|c| letters(c.c).chars().cycle().nth(choice).unwrap_or(c.c)).collect()
    };
    (0..most).map(read).find(|word| knows(word))
}

/// Joins known words that a line end cuts in two, with a hyphen or without.
pub(super) fn join_lines(chars: &mut Vec<FoldedChar>, knows: &dyn Fn(&str) -> bool, tricks: &mut Vec<Trick>) {
    let ends: Vec<usize> = chars.iter().enumerate().filter(|(_, c)| c.c == '\n').map(|(at, _)| at).collect();
    let cuts: Vec<Cut> = ends.into_iter().filter_map(|end| cut(chars, end, knows)).collect();
    for cut in &cuts {
        // What is taken out counts to the letter before it, so that a mark covers the whole word.
        let taken = chars.get(cut.left.end..cut.right.start).unwrap_or_default();
        let gap = taken.iter().map(|c| c.source).reduce(Span::cover);
        if let (Some(last), Some(gap)) = (cut.left.end.checked_sub(1).and_then(|last| chars.get_mut(last)), gap) {
            last.source = last.source.cover(gap);
        }
        let parts = [cut.left.clone(), cut.right.clone()].map(|part| chars.get(part).unwrap_or_default());
        tricks.extend(Trick::of(TrickKind::Broken, &parts.concat()));
    }
    let mut gaps = cuts.iter().map(|cut| cut.left.end..cut.right.start).peekable();
    let mut at = 0;
    chars.retain(|_| {
        while gaps.next_if(|gap| gap.end <= at).is_some() {}
        let kept = gaps.peek().is_none_or(|gap| !gap.contains(&at));
        at += 1;
        kept
    });
}

/// A word in two lines.
struct Cut {
    left: Range<usize>,
    right: Range<usize>,
}

/// The word that the line end at `at` cuts.
fn cut(chars: &[FoldedChar], at: usize, knows: &dyn Fn(&str) -> bool) -> Option<Cut> {
    chars.get(at).filter(|c| c.c == '\n')?;
    let before = chars.get(..at)?;
    let hyphen = usize::from(before.last().is_some_and(|c| c.c == '-'));
    let before = before.get(..at - hyphen)?;
    let left = before.iter().rev().take(LONGEST).take_while(|c| c.c.is_alphabetic()).count();
    let behind = chars.get(at + 1..)?;
    let right = behind.iter().take(LONGEST).take_while(|c| c.c.is_alphabetic()).count();
    let goes_on = left > 0 && right > 0 && left + right >= SHORTEST && behind.first()?.raw.is_lowercase();
    if !goes_on {
        return None;
    }
    let (left, right) = (before.get(before.len() - left..)?, behind.get(..right)?);
    let spell = |part: &[FoldedChar]| part.iter().map(|c| c.c).collect::<String>();
    let (left_word, right_word) = (spell(left), spell(right));
    // Without a hyphen two words may just follow one another.
    let apart = hyphen == 0 && (knows(&left_word) || knows(&right_word));
    let joined = !apart && knows(&(left_word + &right_word));
    joined.then(|| Cut { left: before.len() - left.len()..before.len(), right: at + 1..at + 1 + right.len() })
}
