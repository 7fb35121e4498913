//! The bytes that a pack ships as: one column for each kind of thing, since like beside like compresses best. Words stand in the
//! order of their first use, so that a pattern needs no number to name a word of its own. Shared with `build.rs`; knows no drafts.

use super::compact::{CompactPack, CompactRule, Head, Patterns, Term};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands behind the head, which is read without the rest: rules without patterns, and the columns.
#[derive(Serialize, Deserialize)]
pub(super) struct Rest<C> {
    pub(super) rules: Vec<CompactRule>,
    pub(super) columns: C,
}

#[derive(Default, Serialize, Deserialize)]
pub(super) struct Columns<Bytes, Text> {
    /// Phrases, one a line, a `*` where a word goes on before or behind.
    pub(super) phrases: Text,
    /// For each rule, how many patterns each of the four fields has, as [`put_length`] writes it.
    pub(super) counts: Bytes,
    /// For each pattern: number of steps, and [`AT_START`] and [`AT_END`].
    pub(super) shapes: Bytes,
    /// For each step, its gap.
    pub(super) gaps: Bytes,
    /// For each term of steps and lists, in order of first use, what it is: see [`kind`]. Lists are told where they are first used.
    pub(super) kinds: Bytes,
    /// Lengths of lists, written the same way.
    pub(super) lengths: Bytes,
    /// Numbers of phrases and lists that were used before: the high bytes, then the low bytes.
    pub(super) highs: Bytes,
    pub(super) lows: Bytes,
}

/// Columns that are being written.
type Written = Columns<Vec<u8>, String>;

pub(super) const AT_START: u8 = 1 << 6;
pub(super) const AT_END: u8 = 1 << 7;

pub(super) mod kind {
    pub const NUMBER: u8 = 0;
    pub const NEW_PHRASE: u8 = 1;
    pub const OLD_PHRASE: u8 = 2;
    pub const NEW_LIST: u8 = 3;
    pub const OLD_LIST: u8 = 4;
    /// Added to the kind of a step that may be missing.
    pub const OPTIONAL: u8 = 8;
}

/// The stored form.
///
/// # Errors
/// If the pack holds more than the form has room for, or a term names what is not there.
pub fn write(pack: &CompactPack) -> Result<Vec<u8>, String> {
    let mut writer = Writer { pack, columns: Written::default(), numbers: BTreeMap::new(), phrases: 0, lists: 0 };
    for rule in &pack.rules {
        writer.rule(rule)?;
    }
    let rest = Rest { rules: pack.rules.clone(), columns: writer.columns };
    postcard::to_allocvec(&(&pack.head, rest)).map_err(|e| e.to_string())
}

/// Reads no more than the head of the stored form, and gives the bytes of the rest.
///
/// # Errors
/// If the bytes are none, or were written by another version.
pub fn read_head(bytes: &[u8]) -> Result<(Head, &[u8]), String> {
    postcard::take_from_bytes(bytes).map_err(|e| e.to_string())
}

struct Writer<'a> {
    pack: &'a CompactPack,
    columns: Written,
    /// The stored numbers of the phrases and lists met so far, and how many of each there are.
    numbers: BTreeMap<Term, u16>,
    phrases: u16,
    lists: u16,
}

impl Writer<'_> {
    fn rule(&mut self, rule: &CompactRule) -> Result<(), String> {
        let Patterns { matches, except, needs, unless } = &rule.patterns;
        for patterns in [matches, except, needs, unless] {
            put_length(&mut self.columns.counts, patterns.len());
        }
        for pattern in [matches, except, needs, unless].into_iter().flatten() {
            let steps = u8::try_from(pattern.steps.len()).ok().filter(|n| *n < AT_START);
            let steps = steps.ok_or_else(|| format!("rule `{}` has a pattern of too many steps", rule.id))?;
            let start = if pattern.at_start { AT_START } else { 0 };
            let end = if pattern.at_end { AT_END } else { 0 };
            self.columns.shapes.push(steps | start | end);
            for step in &pattern.steps {
                self.columns.gaps.push(step.gap);
                self.term(step.term, if step.optional { kind::OPTIONAL } else { 0 })?;
            }
        }
        Ok(())
    }

    fn term(&mut self, term: Term, flags: u8) -> Result<(), String> {
        if let Some(number) = self.numbers.get(&term) {
            let [high, low] = number.to_be_bytes();
            let old = if matches!(term, Term::List(_)) { kind::OLD_LIST } else { kind::OLD_PHRASE };
            self.columns.kinds.push(old | flags);
            self.columns.highs.push(high);
            self.columns.lows.push(low);
            return Ok(());
        }
        match term {
            Term::Number => self.columns.kinds.push(kind::NUMBER | flags),
            Term::Phrase(n) => {
                let phrase = self.pack.phrases.get(usize::from(n)).ok_or("a phrase is missing")?;
                self.columns.kinds.push(kind::NEW_PHRASE | flags);
                self.columns.phrases.push_str(if phrase.inner { "*" } else { "" });
                self.columns.phrases.push_str(&phrase.text);
                self.columns.phrases.push_str(if phrase.stem { "*\n" } else { "\n" });
                self.numbers.insert(term, next(&mut self.phrases)?);
            }
            Term::List(n) => {
                let terms = self.pack.lists.get(usize::from(n)).ok_or("a list is missing")?;
                self.columns.kinds.push(kind::NEW_LIST | flags);
                self.numbers.insert(term, next(&mut self.lists)?);
                put_length(&mut self.columns.lengths, terms.len());
                terms.iter().try_for_each(|term| self.term(*term, 0))?;
            }
        }
        Ok(())
    }
}

/// Seven bits a byte, lowest first; the last byte is below 128.
fn put_length(column: &mut Vec<u8>, mut length: usize) {
    loop {
        let [low, ..] = length.to_le_bytes();
        length >>= 7;
        if length == 0 {
            return column.push(low);
        }
        column.push(low | 128);
    }
}

/// Gives out a number and counts on.
fn next(count: &mut u16) -> Result<u16, String> {
    let number = *count;
    *count = number.checked_add(1).ok_or("too many words and lists")?;
    Ok(number)
}
