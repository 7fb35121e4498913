//! Folding: one plain form for everything that reads the same, with a map back to the source. Knows no words and no rules.

mod chars;
mod stand_ins;
mod table;
mod tricks;

pub(crate) use chars::FoldedChar;
pub(crate) use tricks::{Trick, TrickKind};

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
    /// Folds `source` with what the caller knows of placeholders and words.
    pub(crate) fn new(source: &str, guide: Guide<'_>) -> Self {
        let mut chars = chars::fold(source, guide.fill);
        let tricks = tricks::undo(&mut chars, guide.knows);
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

/// The plain form of a text without a look at disguises: for telling its language.
pub(crate) fn letters(text: &str) -> String {
    chars::fold(text, &|_| None).into_iter().map(|c| c.c).collect()
}

/// What folding is told by those who know placeholders and words.
#[derive(Clone, Copy)]
pub(crate) struct Guide<'a> {
    /// The placeholder at the start of a text, if there is one.
    pub(crate) fill: &'a dyn Fn(&str) -> Option<Fill>,
    /// Whether rules look for this folded word: only such words are searched for under stand-ins and across line ends.
    pub(crate) knows: &'a dyn Fn(&str) -> bool,
}

impl Guide<'_> {
    /// Knows no placeholders and no words.
    pub(crate) const NONE: Self = Self { fill: &|_| None, knows: &|_| false };
}

/// The plain form of a short text whose places do not matter.
pub(crate) fn plain(text: &str) -> String {
    Folded::new(text, Guide::NONE).text
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
        Folded::new(source, Guide { knows: &|word| ["review", "feedback", "stars"].contains(&word), ..Guide::NONE })
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
        check("🅡🅔🅥🅘🅔🅦 🆁🅴🆅🅸🅴🆆", "review review");
        check("🇷 🇪 🇻 🇮 🇪 🇼", "review");
    }

    #[test]
    fn known_words_are_read_under_stand_ins_and_across_line_ends() {
        check("a rev1ew, a R3VI3W", "a review, a review");
        check("f33db@ck! $tars, re*iew", "feedback! stars, review");
        check("your re-\nview, your feed\nback", "your review, your feedback");
    }

    #[test]
    fn model_numbers_flags_and_plain_lines_stay() {
        check("WH1000XM4, B0W15T4R, sw1a 1aa, 4 stars", "wh1000xm4, b0w15t4r, sw1a 1aa, 4 stars");
        check("🇩🇪 and 🇫🇷", "🇩🇪 and 🇫🇷");
        check("hand-\nmade, re\nView", "hand-\nmade, re\nview");
    }

    #[test]
    fn a_trick_names_the_plain_word_and_its_place() {
        let source = "Größe ok, leave a r3view";
        let folded = fold(source);
        let found: Vec<_> = folded.tricks().iter().map(|t| (t.kind, t.plain.as_str(), t.source.of(source))).collect();
        assert_eq!(found, [(TrickKind::StandIn, "review", "r3view")]);
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
