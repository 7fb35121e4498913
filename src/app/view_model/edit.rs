//! From a changed text to the one replacement that a text field is asked for, and where the caret goes. Must not know why it changed.

use compose_engine::Utf16Map;

/// One replacement in UTF-16 units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Replacement {
    /// First unit that goes.
    pub(crate) start: u32,
    /// One past the last unit that goes.
    pub(crate) end: u32,
    /// What comes in its place.
    pub(crate) text: String,
}

impl Replacement {
    /// The smallest single replacement that turns `old` into `new`; none if they are equal.
    pub(crate) fn between(old: &str, new: &str) -> Option<Self> {
        if old == new {
            return None;
        }
        let head: usize = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let (old_rest, new_rest) = (old.get(head..)?, new.get(head..)?);
        let ends = old_rest.chars().rev().zip(new_rest.chars().rev());
        let tail: usize = ends.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        let map = Utf16Map::new(old);
        let unit = |byte: usize| u32::try_from(byte).map(|b| map.unit(b)).ok();
        let text = new_rest.get(..new_rest.len() - tail)?.to_owned();
        Some(Self { start: unit(head)?, end: unit(old.len() - tail)?, text })
    }

    /// Where a caret that stood at `at` stands afterwards.
    pub(crate) fn caret(&self, at: u32) -> u32 {
        let added = u32::try_from(self.text.encode_utf16().count()).unwrap_or(u32::MAX);
        if at < self.start || at == self.start && self.end > self.start {
            at
        } else if at >= self.end {
            at - (self.end - self.start) + added
        } else {
            self.start + added
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Replacement;

    fn check(old: &str, new: &str, expected: Option<(u32, u32, &str)>) {
        let expected = expected.map(|(start, end, text)| Replacement { start, end, text: text.to_owned() });
        assert_eq!(Replacement::between(old, new), expected, "{old:?} to {new:?}");
    }

    #[test]
    fn the_smallest_replacement_is_found() {
        check("same", "same", None);
        check("a b c", "a c", Some((2, 4, "")));
        check("", "[Important]", Some((0, 0, "[Important]")));
        check("aa", "aaa", Some((2, 2, "a")));
        check("x😀y", "x😃y", Some((1, 3, "😃")));
        check("one two", "", Some((0, 7, "")));
    }

    #[test]
    fn a_caret_keeps_its_place_in_what_stays() {
        let cut = Replacement { start: 4, end: 8, text: String::new() };
        assert_eq!([2, 4, 6, 8, 12].map(|at| cut.caret(at)), [2, 4, 4, 4, 8]);
        let put = Replacement { start: 0, end: 0, text: "[Important] ".to_owned() };
        assert_eq!(put.caret(0), 12);
        assert_eq!(put.caret(3), 15);
    }
}
