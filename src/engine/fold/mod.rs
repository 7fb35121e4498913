//! Folding: one plain form for everything that reads the same, with a map back to the source. Knows no words and no rules.

mod chars;
mod table;
mod tricks;

pub(crate) use chars::FoldedChar;
pub(crate) use tricks::Trick;

use crate::span::{FoldedSpan, Span};

/// Folded text of one field and the way back: lower case, plain quotes and dashes, single spaces, no accents in Latin script,
/// no invisible characters, look-alike letters and letters set apart read as the word they show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    text: String,
    /// Source range of the character that each folded byte belongs to.
    starts: Vec<u32>,
    ends: Vec<u32>,
    tricks: Vec<Trick>,
}

impl Folded {
    /// Folds `source`, reading each placeholder as the value `fill` gives for it.
    pub(crate) fn new(source: &str, fill: &dyn Fn(&str) -> Option<Fill>) -> Self {
        let mut chars = chars::fold(source, fill);
        let tricks = tricks::undo(&mut chars);
        let mut folded = Self { tricks, ..Self::default() };
        folded.text.reserve(chars.len());
        for c in &chars {
            folded.text.push(c.c);
            for _ in 0..c.c.len_utf8() {
                folded.starts.push(c.source.start);
                folded.ends.push(c.source.end);
            }
        }
        folded
    }

    /// The folded text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Disguises that folding undid, in source order.
    pub(crate) fn tricks(&self) -> &[Trick] {
        &self.tricks
    }

    /// The source characters that a folded span came from; `None` for an empty span or one outside the text.
    pub(crate) fn source(&self, span: FoldedSpan) -> Option<Span> {
        let start = *self.starts.get(span.start)?;
        let end = *self.ends.get(span.end.checked_sub(1)?)?;
        (start < end).then_some(Span { start, end })
    }
}

/// The plain form of a short text whose places do not matter.
pub(crate) fn plain(text: &str) -> String {
    Folded::new(text, &|_| None).text
}

/// A placeholder found at the start of some text: how long it is in the source and what to read in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fill {
    /// Length of the placeholder in bytes.
    pub(crate) len: usize,
    /// Plausible value, already folded.
    pub(crate) value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(source: &str) -> Folded {
        Folded::new(source, &|_| None)
    }

    fn check(source: &str, expected: &str) {
        assert_eq!(fold(source).text(), expected, "folded from {source:?}");
    }

    #[test]
    fn the_same_reading_gives_the_same_text() {
        check("Please  REVIEW\tus", "please review us");
        check("ＲＥＶＩＥＷ　ｕｓ！", "review us!");
        check("“Don’t” – really…", "\"don't\" - really...");
        check("Größe, Émile, ŁÓDŹ, Ångström, café", "grosse, emile, lodz, angstrom, cafe");
        check("cafe\u{301}", "cafe");
        check("re\u{200b}vi\u{ad}ew", "review");
        check("rеviеw", "review");
        check("ѕtаr", "star");
        check("r e v i e w", "review");
        check("r.e.v.i.e.w us", "review us");
        check("𝓻𝓮𝓿𝓲𝓮𝔀 𝐮𝐬", "review us");
        check("line one\r\nline two", "line one\nline two");
        check("ｶﾞﾗｽ ガラス", "ガラス ガラス");
        check("İstanbul ışık", "istanbul isik");
    }

    #[test]
    fn other_scripts_and_short_letter_rows_stay() {
        check("Привет, Αθήνα", "привет, αθήνα");
        check("sizes S M L", "sizes s m l");
        check("A. B. Miller", "a. b. miller");
    }

    #[test]
    fn spans_lead_back_to_the_source() {
        let source = "Größe 😀 “re\u{200b}view” bitte";
        let folded = fold(source);
        let start = folded.text().find("review").unwrap();
        let span = folded.source(FoldedSpan { start, end: start + 6 }).unwrap();
        assert_eq!(span.of(source), "re\u{200b}view");
        let start = folded.text().find("grosse").unwrap();
        let span = folded.source(FoldedSpan { start, end: start + 6 }).unwrap();
        assert_eq!(span.of(source), "Größe");
    }
}
