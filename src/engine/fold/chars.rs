//! The first pass of folding, character by character: case, width, quotes, spaces, accents, placeholders. Knows no words.

use super::{Fill, table};
use crate::span::Span;

/// A character of folded text and the source bytes it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FoldedChar {
    pub(crate) c: char,
    pub(crate) source: Span,
    /// What stood in the source, to tell plain letters from disguised ones.
    pub(super) raw: char,
}

/// Folds `source`; runs of spaces become one space, line ends become `\n`, dropped characters widen their neighbour on the left.
pub(super) fn fold(source: &str, fill: &dyn Fn(&str) -> Option<Fill>) -> Vec<FoldedChar> {
    let mut out = Folding { chars: Vec::with_capacity(source.len()) };
    let mut at = 0;
    while let Some(c) = source.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = source.get(at..).unwrap_or_default();
        if let Some(fill) = opens_placeholder(c).then(|| fill(rest)).flatten() {
            let span = Span::new(at..at + fill.len);
            out.chars.extend(fill.value.chars().map(|v| FoldedChar { c: v, source: span, raw: v }));
            at += fill.len;
            continue;
        }
        let len = if rest.starts_with("\r\n") { 2 } else { c.len_utf8() };
        out.push(c, Span::new(at..at + len));
        at += len;
    }
    out.chars
}

fn opens_placeholder(c: char) -> bool {
    matches!(c, '{' | '[' | '%' | '#' | '<' | '$')
}

struct Folding {
    chars: Vec<FoldedChar>,
}

impl Folding {
    fn push(&mut self, c: char, source: Span) {
        if c.is_ascii() {
            self.push_ascii(c, source);
        } else if table::is_invisible(c) || table::is_accent(c) || table::is_arabic_ornament(c) {
            self.widen(source);
        } else if let Some(text) = table::folded(c) {
            for folded in text.chars() {
                self.push_plain(folded, c, source);
            }
        } else {
            for folded in c.to_lowercase() {
                self.push_plain(folded, c, source);
            }
        }
    }

    fn push_ascii(&mut self, c: char, source: Span) {
        match c {
            '\r' | '\n' => self.line_end(source),
            c if c.is_ascii_whitespace() || c.is_ascii_control() => self.space(source),
            '`' => self.put('\'', c, source),
            c => self.put(c.to_ascii_lowercase(), c, source),
        }
    }

    fn push_plain(&mut self, folded: char, raw: char, source: Span) {
        match folded {
            '\n' => self.line_end(source),
            f if f.is_whitespace() => self.space(source),
            // Half-width kana come with their voicing mark behind them.
            '\u{3099}' | '\u{309A}' => self.voice(folded, source),
            f => self.put(f, raw, source),
        }
    }

    fn put(&mut self, c: char, raw: char, source: Span) {
        self.chars.push(FoldedChar { c, source, raw });
    }

    fn space(&mut self, source: Span) {
        match self.chars.last_mut() {
            Some(last) if last.c == ' ' => last.source = last.source.cover(source),
            Some(last) if last.c == '\n' => {}
            _ => self.put(' ', ' ', source),
        }
    }

    fn line_end(&mut self, source: Span) {
        if self.chars.last().is_some_and(|last| last.c == ' ') {
            self.chars.pop();
        }
        self.put('\n', '\n', source);
    }

    /// Counts a dropped character to the letter or symbol before it, so that a mark over the word covers it and taking an emoji out
    /// leaves no part of it behind.
    fn widen(&mut self, source: Span) {
        if let Some(last) = self.chars.last_mut().filter(|last| last.c.is_alphanumeric() || !last.c.is_ascii()) {
            last.source = last.source.cover(source);
        }
    }

    fn voice(&mut self, mark: char, source: Span) {
        let Some(last) = self.chars.last_mut() else { return };
        // In the kana block the voiced form stands right after the plain one, the half-voiced one after that.
        let step = if mark == '\u{3099}' { 1 } else { 2 };
        if let Some(voiced) = char::from_u32(last.c as u32 + step).filter(|c| ('\u{3041}'..='\u{30FF}').contains(c)) {
            last.c = voiced;
            last.source = last.source.cover(source);
        }
    }
}
