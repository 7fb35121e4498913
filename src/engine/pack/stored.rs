//! The bytes that a pack ships as: one column for each kind of thing, since like beside like compresses best. Words stand in the
//! order of their first use, so that a pattern needs no number to name a word of its own. Shared with `build.rs`; knows no drafts.

use super::compact::{CompactPack, CompactRule, Head, Pattern, Patterns, Phrase, Step, Term};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What stands behind the head, which is read without the rest: rules without patterns, and the columns.
#[derive(Serialize, Deserialize)]
struct Rest<C> {
    rules: Vec<CompactRule>,
    columns: C,
}

#[derive(Default, Serialize, Deserialize)]
struct Columns<Bytes, Text> {
    /// Phrases, one a line, a `*` where a word goes on before or behind.
    phrases: Text,
    /// For each rule, how many patterns each of the four fields has, as [`put_length`] writes it.
    counts: Bytes,
    /// For each pattern: number of steps, and [`AT_START`] and [`AT_END`].
    shapes: Bytes,
    /// For each step, its gap.
    gaps: Bytes,
    /// For each term of steps and lists, in order of first use, what it is: see [`kind`]. Lists are told where they are first used.
    kinds: Bytes,
    /// Lengths of lists, written the same way.
    lengths: Bytes,
    /// Numbers of phrases and lists that were used before: the high bytes, then the low bytes.
    highs: Bytes,
    lows: Bytes,
}

/// Columns that are being written.
type Written = Columns<Vec<u8>, String>;
/// Columns as they lie in a stored pack.
type Lying<'a> = Columns<&'a [u8], &'a str>;

const AT_START: u8 = 1 << 6;
const AT_END: u8 = 1 << 7;

mod kind {
    pub(super) const NUMBER: u8 = 0;
    pub(super) const NEW_PHRASE: u8 = 1;
    pub(super) const OLD_PHRASE: u8 = 2;
    pub(super) const NEW_LIST: u8 = 3;
    pub(super) const OLD_LIST: u8 = 4;
    /// Added to the kind of a step that may be missing.
    pub(super) const OPTIONAL: u8 = 8;
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

/// Reads the stored form.
///
/// # Errors
/// If the bytes are none, or were written by another version.
pub fn read(bytes: &[u8]) -> Result<CompactPack, String> {
    let (head, Rest::<Lying<'_>> { mut rules, columns }) = postcard::from_bytes(bytes).map_err(|e| e.to_string())?;
    let mut reader = Reader::new(&columns);
    for rule in &mut rules {
        rule.patterns = reader.patterns().ok_or_else(|| format!("the patterns of rule `{}` are cut off", rule.id))?;
    }
    let phrases = columns.phrases.lines().take(reader.phrases.into()).map(phrase).collect();
    Ok(CompactPack { head, phrases, lists: reader.lists, rules })
}

/// Reads no more than the head of the stored form.
///
/// # Errors
/// As [`read`].
pub fn read_head(bytes: &[u8]) -> Result<Head, String> {
    postcard::take_from_bytes(bytes).map(|(head, _)| head).map_err(|e| e.to_string())
}

fn phrase(line: &str) -> Phrase {
    let (inner, text) = line.strip_prefix('*').map_or((false, line), |rest| (true, rest));
    let (stem, text) = text.strip_suffix('*').map_or((false, text), |rest| (true, rest));
    Phrase { text: text.to_owned(), inner, stem }
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

fn take_length(column: &mut Column<'_>) -> Option<u32> {
    let mut length = 0;
    for shift in [0, 7, 14] {
        let byte = column.next()?;
        length |= u32::from(byte & 127) << shift;
        if byte < 128 {
            return Some(length);
        }
    }
    None
}

/// Gives out a number and counts on.
fn next(count: &mut u16) -> Result<u16, String> {
    let number = *count;
    *count = number.checked_add(1).ok_or("too many words and lists")?;
    Ok(number)
}

/// Reads the columns, each from front to back.
struct Reader<'a> {
    counts: Column<'a>,
    shapes: Column<'a>,
    gaps: Column<'a>,
    kinds: Column<'a>,
    lengths: Column<'a>,
    highs: Column<'a>,
    lows: Column<'a>,
    /// How many phrases were met so far.
    phrases: u16,
    lists: Vec<Vec<Term>>,
}

type Column<'a> = std::iter::Copied<std::slice::Iter<'a, u8>>;

/// Lists within lists; deeper ones no pack has.
const DEEPEST: u8 = 16;

impl<'a> Reader<'a> {
    fn new(columns: &Lying<'a>) -> Self {
        Self {
            counts: columns.counts.iter().copied(),
            shapes: columns.shapes.iter().copied(),
            gaps: columns.gaps.iter().copied(),
            kinds: columns.kinds.iter().copied(),
            lengths: columns.lengths.iter().copied(),
            highs: columns.highs.iter().copied(),
            lows: columns.lows.iter().copied(),
            phrases: 0,
            lists: Vec::new(),
        }
    }

    fn patterns(&mut self) -> Option<Patterns> {
        let mut count = || take_length(&mut self.counts);
        let [matches, except, needs, unless] = [count()?, count()?, count()?, count()?];
        let mut field = |count: u32| (0..count).map(|_| self.pattern()).collect::<Option<Vec<_>>>();
        Some(Patterns {
            matches: field(matches)?,
            except: field(except)?,
            needs: field(needs)?,
            unless: field(unless)?,
        })
    }

    fn pattern(&mut self) -> Option<Pattern> {
        let shape = self.shapes.next()?;
        let steps = (0..shape & !(AT_START | AT_END)).map(|_| self.step()).collect::<Option<Vec<_>>>()?;
        Some(Pattern { at_start: shape & AT_START != 0, at_end: shape & AT_END != 0, steps })
    }

    fn step(&mut self) -> Option<Step> {
        let (gap, kind) = (self.gaps.next()?, self.kinds.next()?);
        let term = self.term(kind & !kind::OPTIONAL, 0)?;
        Some(Step { term, gap, optional: kind & kind::OPTIONAL != 0 })
    }

    fn term(&mut self, kind: u8, depth: u8) -> Option<Term> {
        Some(match kind {
            kind::NUMBER => Term::Number,
            kind::NEW_PHRASE => {
                self.phrases = self.phrases.checked_add(1)?;
                Term::Phrase(self.phrases - 1)
            }
            kind::OLD_PHRASE => Term::Phrase(self.old().filter(|n| *n < self.phrases)?),
            kind::NEW_LIST if depth < DEEPEST => {
                let number = self.lists.len();
                self.lists.push(Vec::new());
                let length = take_length(&mut self.lengths)?;
                let terms = (0..length)
                    .map(|_| {
                        let kind = self.kinds.next()?;
                        self.term(kind, depth + 1)
                    })
                    .collect::<Option<Vec<_>>>()?;
                *self.lists.get_mut(number)? = terms;
                Term::List(u16::try_from(number).ok()?)
            }
            // A list that is still being read is empty yet: none may hold itself.
            kind::OLD_LIST => {
                Term::List(self.old().filter(|n| self.lists.get(usize::from(*n)).is_some_and(|l| !l.is_empty()))?)
            }
            _ => return None,
        })
    }

    fn old(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes([self.highs.next()?, self.lows.next()?]))
    }
}

#[cfg(test)]
mod tests {
    use crate::pack::{builtin, builtin_languages, stored_pack};

    #[test]
    fn what_is_written_is_read() {
        for lang in builtin_languages() {
            let pack = builtin(lang).unwrap();
            assert!(!pack.rules.is_empty() && !pack.phrases.is_empty(), "{lang}");
            // Reading numbers phrases and lists as they are stored, so that a second writing changes nothing.
            let again = super::read(&super::write(&pack).unwrap()).unwrap();
            assert_eq!(pack, again, "{lang}");
            assert_eq!(pack.head, super::read_head(stored_pack(lang).unwrap()).unwrap());
        }
    }

    #[test]
    fn cut_off_bytes_are_an_error() {
        let bytes = super::write(&builtin("any").unwrap()).unwrap();
        for length in 0..bytes.len() {
            assert!(super::read(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
        }
    }
}
