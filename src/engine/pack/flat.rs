//! A stored pack as it is read: everything of one kind in one row, in the order of the file, so that no phrase, list or pattern asks for
//! memory of its own. Knows no drafts.

use super::compact::{CompactPack, CompactRule, Head, Pattern, Patterns, Phrase, Step, Term};
use super::stored::{AT_END, AT_START, Columns, Rest, kind};
use std::ops::Range;

/// The rules of a stored pack.
#[derive(Debug, Default)]
pub(crate) struct FlatPack<'a> {
    /// The rules, without their patterns.
    pub(crate) rules: Vec<CompactRule>,
    /// For each rule, where the patterns of its four fields end: `match`, `except`, `needs`, `unless`.
    pub(crate) ends: Vec<[usize; 4]>,
    /// The patterns of all rules.
    pub(crate) patterns: Vec<FlatPattern>,
    /// The steps of all patterns.
    pub(crate) steps: Vec<Step>,
    /// The lists, as ranges of `terms`.
    pub(crate) lists: Vec<Range<usize>>,
    /// The terms of all lists.
    pub(crate) terms: Vec<Term>,
    /// Number of phrases.
    pub(crate) phrases: u16,
    /// The phrases, one a line, a `*` where a word goes on before or behind.
    pub(crate) lines: &'a [u8],
}

/// A pattern; its steps begin where those of the one before end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FlatPattern {
    pub(crate) at_start: bool,
    pub(crate) at_end: bool,
    pub(crate) steps_end: usize,
}

/// A phrase, in bytes of [`FlatPack::lines`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// See [`Phrase`].
    pub(crate) inner: bool,
    /// See [`Phrase`].
    pub(crate) stem: bool,
}

impl<'a> FlatPack<'a> {
    /// Reads what stands behind the head of a stored pack.
    ///
    /// # Errors
    /// If the bytes are none, or were written by another version.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, String> {
        let Rest::<Lying<'_>> { rules, columns } = postcard::from_bytes(bytes).map_err(|e| e.to_string())?;
        let mut reader = Reader::new(&columns);
        for rule in &rules {
            reader.rule().ok_or_else(|| format!("the patterns of rule `{}` are cut off", rule.id))?;
        }
        Ok(Self { rules, ..reader.flat })
    }

    /// The phrases in order of their numbers.
    pub(crate) fn lines(&self) -> impl Iterator<Item = Line> + use<'a> {
        let (lines, mut from) = (self.lines, 0);
        (0..self.phrases).map_while(move |_| {
            let rest = lines.get(from..).unwrap_or_default();
            let (mut start, mut end) = (from, from + rest.iter().position(|byte| *byte == b'\n')?);
            from = end + 1;
            let inner = lines.get(start) == Some(&b'*');
            start += usize::from(inner);
            let stem = start < end && lines.get(end - 1) == Some(&b'*');
            end -= usize::from(stem);
            Some(Line { start, end, inner, stem })
        })
    }

    /// The patterns of one rule and field, by the number of their end.
    fn written(&self, patterns: Range<usize>) -> Vec<Pattern> {
        let begin = |at: usize| at.checked_sub(1).and_then(|b| self.patterns.get(b)).map_or(0, |p| p.steps_end);
        let written = self.patterns.get(patterns.clone()).unwrap_or_default().iter().zip(patterns);
        let steps = |at: usize, end: usize| self.steps.get(begin(at)..end).unwrap_or_default().to_vec();
        written
            .map(|(p, at)| Pattern { at_start: p.at_start, at_end: p.at_end, steps: steps(at, p.steps_end) })
            .collect()
    }

    /// The same in the form that packs are compiled to.
    pub(crate) fn into_compact(mut self, head: Head) -> CompactPack {
        let text = |line: Line| String::from_utf8_lossy(self.lines.get(line.start..line.end).unwrap_or_default());
        let phrases =
            self.lines().map(|line| Phrase { text: text(line).into_owned(), inner: line.inner, stem: line.stem });
        let phrases = phrases.collect();
        let lists = self.lists.iter().map(|l| self.terms.get(l.clone()).unwrap_or_default().to_vec()).collect();
        let mut rules = std::mem::take(&mut self.rules);
        let mut begin = 0;
        for (rule, [matches, except, needs, unless]) in rules.iter_mut().zip(&self.ends) {
            rule.patterns = Patterns {
                matches: self.written(begin..*matches),
                except: self.written(*matches..*except),
                needs: self.written(*except..*needs),
                unless: self.written(*needs..*unless),
            };
            begin = *unless;
        }
        CompactPack { head, phrases, lists, rules }
    }
}

/// Columns as they lie in a stored pack.
type Lying<'a> = Columns<&'a [u8], &'a [u8]>;

/// Reads the columns, each from front to back.
struct Reader<'a> {
    counts: Column<'a>,
    shapes: Column<'a>,
    gaps: Column<'a>,
    kinds: Column<'a>,
    lengths: Column<'a>,
    highs: Column<'a>,
    lows: Column<'a>,
    /// Terms of lists whose end was not reached yet.
    open: Vec<Term>,
    flat: FlatPack<'a>,
}

type Column<'a> = std::iter::Copied<std::slice::Iter<'a, u8>>;

/// Lists within lists; deeper ones no pack has.
const DEEPEST: u8 = 16;

impl<'a> Reader<'a> {
    fn new(columns: &Lying<'a>) -> Self {
        let flat = FlatPack {
            patterns: Vec::with_capacity(columns.shapes.len()),
            steps: Vec::with_capacity(columns.gaps.len()),
            terms: Vec::with_capacity(columns.kinds.len().saturating_sub(columns.gaps.len())),
            lines: columns.phrases,
            ..FlatPack::default()
        };
        Self {
            counts: columns.counts.iter().copied(),
            shapes: columns.shapes.iter().copied(),
            gaps: columns.gaps.iter().copied(),
            kinds: columns.kinds.iter().copied(),
            lengths: columns.lengths.iter().copied(),
            highs: columns.highs.iter().copied(),
            lows: columns.lows.iter().copied(),
            open: Vec::new(),
            flat,
        }
    }

    fn rule(&mut self) -> Option<()> {
        let mut ends = [0; 4];
        let mut end = self.flat.patterns.len();
        for field in &mut ends {
            end += length(&mut self.counts)?;
            *field = end;
        }
        for _ in self.flat.patterns.len()..end {
            self.pattern()?;
        }
        self.flat.ends.push(ends);
        Some(())
    }

    fn pattern(&mut self) -> Option<()> {
        let shape = self.shapes.next()?;
        for _ in 0..shape & !(AT_START | AT_END) {
            let (gap, kind) = (self.gaps.next()?, self.kinds.next()?);
            let term = self.term(kind & !kind::OPTIONAL, 0)?;
            self.flat.steps.push(Step { term, gap, optional: kind & kind::OPTIONAL != 0 });
        }
        self.flat.patterns.push(FlatPattern {
            at_start: shape & AT_START != 0,
            at_end: shape & AT_END != 0,
            steps_end: self.flat.steps.len(),
        });
        Some(())
    }

    fn term(&mut self, kind: u8, depth: u8) -> Option<Term> {
        Some(match kind {
            kind::NUMBER => Term::Number,
            kind::NEW_PHRASE => {
                self.flat.phrases = self.flat.phrases.checked_add(1)?;
                Term::Phrase(self.flat.phrases - 1)
            }
            kind::OLD_PHRASE => Term::Phrase(self.old().filter(|n| *n < self.flat.phrases)?),
            kind::NEW_LIST if depth < DEEPEST => Term::List(self.list(depth)?),
            // A list that is still being read is empty yet: none may hold itself.
            kind::OLD_LIST => {
                let number = self.old()?;
                Term::List(self.flat.lists.get(usize::from(number)).filter(|list| !list.is_empty()).map(|_| number)?)
            }
            _ => return None,
        })
    }

    fn list(&mut self, depth: u8) -> Option<u16> {
        let number = self.flat.lists.len();
        self.flat.lists.push(0..0);
        let before = self.open.len();
        for _ in 0..length(&mut self.lengths)? {
            let kind = self.kinds.next()?;
            let term = self.term(kind, depth + 1)?;
            self.open.push(term);
        }
        let begin = self.flat.terms.len();
        self.flat.terms.extend(self.open.drain(before..));
        *self.flat.lists.get_mut(number)? = begin..self.flat.terms.len();
        u16::try_from(number).ok()
    }

    fn old(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes([self.highs.next()?, self.lows.next()?]))
    }
}

/// A length as the writer puts it: seven bits a byte, lowest first; the last byte is below 128.
fn length(column: &mut Column<'_>) -> Option<usize> {
    let mut length = 0;
    for shift in [0, 7, 14] {
        let byte = column.next()?;
        length |= usize::from(byte & 127) << shift;
        if byte < 128 {
            return Some(length);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::pack::{builtin, builtin_languages, stored, stored_pack};

    #[test]
    fn what_is_written_is_read() {
        for lang in builtin_languages() {
            let pack = builtin(lang).unwrap();
            assert!(!pack.rules.is_empty() && !pack.phrases.is_empty(), "{lang}");
            // Reading numbers phrases and lists as they are stored, so that a second writing changes nothing.
            let again = stored::write(&pack).unwrap();
            assert!(again == stored_pack(lang).unwrap(), "{lang}");
        }
    }

    #[test]
    fn cut_off_bytes_are_an_error() {
        let bytes = stored_pack("any").unwrap();
        for length in 0..bytes.len() {
            let read = stored::read_head(&bytes[..length]).map(|(_, rest)| super::FlatPack::read(rest).is_err());
            assert!(read.unwrap_or(true), "{length} of {} bytes", bytes.len());
        }
    }
}
