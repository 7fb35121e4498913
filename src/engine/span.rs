//! Places in text: bytes of the source, bytes of folded text, UTF-16 units for hosts. Three types, so that none is taken for another.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A range of the seller's own text, in bytes of UTF-8, always on character boundaries of the field it was made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span over `range`; ranges beyond 4 GiB are cut to that.
    pub fn new(range: Range<usize>) -> Self {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: cut(range.start), end: cut(range.end) }
    }

    /// The span as a range for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty if the span does not fit `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether the two spans share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A range of folded text, in bytes. It never leaves the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FoldedSpan {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A range in UTF-16 code units, as `String.prototype.slice` and text fields of the DOM count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Utf16Span {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// Converts byte offsets of one text into UTF-16 offsets and back, in logarithmic time; built once per review and field.
#[derive(Debug, Clone)]
pub struct Utf16Map {
    /// Byte and unit behind each character that is not ASCII; between two entries both counts grow alike.
    steps: Vec<Step>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Step {
    byte: u32,
    unit: u32,
    /// Units of the character before.
    width: u32,
}

impl Utf16Map {
    /// The map of `text`.
    pub fn new(text: &str) -> Self {
        let (mut byte, mut unit) = (0u32, 0u32);
        let mut steps = Vec::new();
        for c in text.chars() {
            let width = u32::try_from(c.len_utf16()).unwrap_or(0);
            byte += u32::try_from(c.len_utf8()).unwrap_or(0);
            unit += width;
            if !c.is_ascii() {
                steps.push(Step { byte, unit, width });
            }
        }
        Self { steps }
    }

    /// UTF-16 offset of a byte offset that lies on a character boundary.
    pub fn unit(&self, byte: u32) -> u32 {
        let step = self.before(self.steps.partition_point(|s| s.byte <= byte));
        step.unit + (byte - step.byte)
    }

    /// Byte offset of a UTF-16 offset; inside a surrogate pair it gives the end of that character.
    pub fn byte(&self, unit: u32) -> u32 {
        let after = self.steps.partition_point(|s| s.unit <= unit);
        if let Some(next) = self.steps.get(after).filter(|next| next.unit - next.width < unit) {
            return next.byte;
        }
        let step = self.before(after);
        step.byte + (unit - step.unit)
    }

    fn before(&self, after: usize) -> Step {
        after.checked_sub(1).and_then(|i| self.steps.get(i)).copied().unwrap_or_default()
    }

    /// The span in UTF-16 units.
    pub fn span(&self, span: Span) -> Utf16Span {
        Utf16Span { start: self.unit(span.start), end: self.unit(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_and_bytes_agree_at_every_character_boundary() {
        let text = "a😀é漢z\u{1F1E9}\u{1F1EA} x";
        let map = Utf16Map::new(text);
        let mut unit = 0u32;
        for (byte, c) in text.char_indices() {
            let byte = u32::try_from(byte).unwrap();
            assert_eq!(map.unit(byte), unit, "unit at byte {byte}");
            assert_eq!(map.byte(unit), byte, "byte at unit {unit}");
            unit += u32::try_from(c.len_utf16()).unwrap();
        }
        assert_eq!(map.unit(u32::try_from(text.len()).unwrap()), unit);
    }

    #[test]
    fn a_unit_inside_a_surrogate_pair_gives_the_end_of_the_character() {
        assert_eq!(Utf16Map::new("a😀b").byte(2), 5);
    }
}
