//! Sentences of a folded field: where they begin and end, which ones the seller wrote. Knows no rules; what it must know of a
//! language (abbreviations, quote headers) it is given.

mod greeting;

use crate::scan::token;
use std::ops::Range;

/// A sentence, list item, subject or line that stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Segment {
    /// First byte in the folded field.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Whether the seller wrote it; text quoted from the buyer is not judged.
    pub(crate) own: bool,
    /// Whether it ends in a question mark.
    pub(crate) asks: bool,
}

/// What segmenting must know of the languages at hand.
#[derive(Debug, Default)]
pub(crate) struct Habits {
    /// Abbreviations whose full stop ends no sentence, folded, without the stop, sorted.
    pub(crate) abbreviations: Vec<String>,
    /// Line ends that open quoted text, folded.
    pub(crate) quote_headers: Vec<String>,
    /// What greetings begin with, or with `*` before it what they end with, folded.
    pub(crate) greetings: Vec<String>,
}

/// Longest line in bytes that is taken for a quote header.
const LONGEST_HEADER: usize = 160;
/// Longest sentence in bytes; a longer one is cut at a space, so that text without full stops costs no more than any other.
const LONGEST: usize = 1_200;
/// From this many characters on, a line end may be the mail program's and not the writer's.
const WRAPPED: usize = 58;

/// Cuts a folded body into segments, in order. `source_is_lower` tells whether the source at a folded byte is a small letter.
pub(crate) fn body(text: &str, habits: &Habits, source_is_lower: &dyn Fn(usize) -> bool) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut quoting = Quoting::default();
    let mut paragraph: Option<Range<usize>> = None;
    let mut begin = 0;
    let lines: Vec<&str> = text.split('\n').collect();
    for (i, line) in lines.iter().enumerate() {
        let range = begin..begin + line.len();
        begin = range.end + 1;
        let next = lines.get(i + 1).copied().unwrap_or_default();
        if quoting.reads(line, next, habits) {
            flush(text, &mut paragraph, habits, &mut out);
            push(text, range, Whose::Buyers, &mut out);
            continue;
        }
        paragraph = Some(paragraph.map_or(range.clone(), |p| p.start..range.end));
        if !goes_on(line, next, range.end + 1, source_is_lower) {
            flush(text, &mut paragraph, habits, &mut out);
        }
    }
    flush(text, &mut paragraph, habits, &mut out);
    out
}

/// The subject as one segment, or none if it is blank.
pub(crate) fn subject(text: &str) -> Option<Segment> {
    let mut out = Vec::new();
    push(text, 0..text.len(), Whose::Sellers(&[]), &mut out);
    out.first().copied()
}

/// Follows which lines are quoted from the buyer.
#[derive(Debug, Default)]
struct Quoting {
    /// After a header without `>` lines, everything is quoted.
    rest: bool,
}

impl Quoting {
    fn reads(&mut self, line: &str, next: &str, habits: &Habits) -> bool {
        let line = line.trim();
        if self.rest || line.starts_with('>') {
            return true;
        }
        let header = habits.quote_headers.iter().any(|h| line.ends_with(h.as_str()) && line.len() < LONGEST_HEADER);
        if header {
            self.rest = !next.trim_start().starts_with('>');
        }
        header
    }
}

/// Whether the sentence of `line` goes on in `next`: the line is full, ends in the middle, and the next one begins small.
fn goes_on(line: &str, next: &str, next_begins: usize, source_is_lower: &dyn Fn(usize) -> bool) -> bool {
    let ends_open = line.trim_end().chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == ',');
    let next_small = next.chars().next().is_some_and(char::is_alphanumeric) && source_is_lower(next_begins);
    ends_open && next_small && line.chars().count() >= WRAPPED
}

fn flush(text: &str, paragraph: &mut Option<Range<usize>>, habits: &Habits, out: &mut Vec<Segment>) {
    let Some(range) = paragraph.take() else { return };
    let whose = Whose::Sellers(&habits.greetings);
    let mut start = range.start;
    let part = text.get(range.clone()).unwrap_or_default();
    let mut skip_to = 0;
    for (at, c) in part.char_indices() {
        let here = range.start + at;
        if at < skip_to {
            continue;
        }
        if c == '<' {
            let tag = token::tag_len(part.get(at..).unwrap_or_default());
            if tag > 0 && breaks_line(part.get(at..at + tag).unwrap_or_default()) {
                push(text, start..here, whose, out);
                start = here;
            }
            skip_to = at + tag;
            continue;
        }
        let end = here + c.len_utf8();
        let too_long = end - start >= LONGEST && (c == ' ' || end - start >= 2 * LONGEST);
        let ends = || {
            let (before, behind) = (part.get(..at), part.get(at + c.len_utf8()..));
            ends_sentence(c, before.unwrap_or_default(), behind.unwrap_or_default(), habits)
        };
        if too_long || may_end(c) && ends() {
            push(text, start..end, whose, out);
            start = end;
        }
    }
    push(text, start..range.end, whose, out);
}

fn breaks_line(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    ["p", "br", "div", "li", "ul", "ol", "tr", "td", "table", "h1", "h2", "h3", "body", "html", "head"]
        .iter()
        .any(|n| name.strip_prefix(n).is_some_and(|rest| rest.starts_with(['>', ' ', '/'])))
}

/// Whether a sentence may end with this character at all.
fn may_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '。' | '\u{FF1F}' | '\u{FF01}' | '؟' | '۔')
}

fn ends_sentence(c: char, before: &str, after: &str, habits: &Habits) -> bool {
    match c {
        '。' | '\u{FF1F}' | '\u{FF01}' | '؟' | '۔' => !after.starts_with(['。', '?', '!', '」', '』', ')']),
        '!' | '?' => {
            let follower = after.chars().next();
            follower.is_none_or(|f| f.is_whitespace() || f == '<' || token::stands_alone(f)) || {
                // `?"` and `!)` close with the sign behind them; the sentence ends there all the same.
                matches!(follower, Some('"' | '\'' | ')')) && after.chars().nth(1).is_none_or(char::is_whitespace)
            }
        }
        '.' => {
            after.chars().next().is_none_or(|f| f.is_whitespace() || f == '<') && !is_abbreviated(before, after, habits)
        }
        _ => false,
    }
}

/// Whether the full stop behind `before` belongs to an abbreviation, an initial or an ordinal number.
fn is_abbreviated(before: &str, after: &str, habits: &Habits) -> bool {
    if after.trim_start().is_empty() {
        return false;
    }
    let word = before.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    let letters = word.chars().count();
    let initial = letters == 1 && word.chars().all(char::is_alphabetic);
    let ordinal =
        letters <= 2 && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit()) && before.trim().len() > letters;
    let list_number =
        letters <= 2 && word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty() && before.trim().len() == letters;
    initial
        || list_number
        || ordinal
            && after.trim_start().starts_with(|c: char| c.is_alphabetic())
            && habits.abbreviations.binary_search_by(|a| a.as_str().cmp("<num>")).is_ok()
        || habits.abbreviations.binary_search_by(|a| a.as_str().cmp(word)).is_ok()
}

/// Who wrote a stretch of text.
#[derive(Clone, Copy)]
enum Whose<'a> {
    /// The seller, who may begin with one of these greetings.
    Sellers(&'a [String]),
    /// The buyer, who is quoted.
    Buyers,
}

/// Adds the trimmed range as a segment, and a greeting before it as one of its own, unless nothing is left of it.
fn push(text: &str, range: Range<usize>, whose: Whose<'_>, out: &mut Vec<Segment>) {
    let part = text.get(range.clone()).unwrap_or_default();
    let trimmed =
        part.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•' | '·' | '–' | '>'));
    let mut start = range.end - trimmed.len();
    let own = matches!(whose, Whose::Sellers(_));
    if let Whose::Sellers(greetings) = whose
        && let Some(end) = greeting::end(trimmed, greetings)
    {
        out.push(Segment { start, end: start + end, own, asks: false });
        start += end;
    }
    let rest = text.get(start..range.end).unwrap_or_default();
    let trimmed = rest.trim();
    start += rest.len() - rest.trim_start().len();
    if !trimmed.is_empty() {
        out.push(Segment { start, end: start + trimmed.len(), own, asks: asks(trimmed) });
    }
}

/// Whether the sentence ends in a question mark, or in the particle that makes a question in Japanese.
fn asks(sentence: &str) -> bool {
    sentence.trim_end_matches(['"', '\'', ')', ' ', '!', '.', '。', '」', '』']).ends_with(['?', '؟', 'か'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let habits = Habits {
            abbreviations: vec!["approx".into(), "mr".into(), "no".into()],
            quote_headers: vec!["wrote:".into()],
            greetings: vec!["hi".into()],
        };
        let lower = |at: usize| text.get(at..).and_then(|t| t.chars().next()).is_some_and(char::is_lowercase);
        let got: Vec<String> = body(text, &habits, &lower)
            .iter()
            .map(|s| {
                format!(
                    "{}{}{}",
                    if s.own { "" } else { "> " },
                    &text[s.start..s.end],
                    if s.asks { " [asks]" } else { "" }
                )
            })
            .collect();
        assert_eq!(got, expected, "segments of {text:?}");
    }

    #[test]
    fn sentences_lists_and_abbreviations() {
        check("hello mr. ray. is it 3.5 cm? thanks!", &["hello mr. ray.", "is it 3.5 cm? [asks]", "thanks!"]);
        check("- one\n- two\n1. three", &["one", "two", "1. three"]);
        check("approx. 4 days", &["approx. 4 days"]);
        check("see https://a.example/x.y now. ok", &["see https://a.example/x.y now.", "ok"]);
        check("a line\n\nanother", &["a line", "another"]);
        check("<p>one</p><p>two?</p>", &["<p>one", "</p>", "<p>two? [asks]", "</p>"]);
        check("お名前は何ですか?よろしく。はい", &["お名前は何ですか? [asks]", "よろしく。", "はい"]);
        check("お名前は何ですか。刻印します。", &["お名前は何ですか。 [asks]", "刻印します。"]);
        check("hi ray, is it blue? hi,", &["hi ray,", "is it blue? [asks]", "hi,"]);
    }

    #[test]
    fn wrapped_lines_are_one_sentence() {
        check(
            "this is a line that the mail program has wrapped because it\nwas too long. next",
            &["this is a line that the mail program has wrapped because it\nwas too long.", "next"],
        );
    }

    #[test]
    fn quoted_text_is_not_the_sellers() {
        check(
            "yes.\n\non monday glenn wrote:\n> please add\n> a date\nthanks",
            &["yes.", "> on monday glenn wrote:", "> please add", "> a date", "thanks"],
        );
        check("yes.\nglenn wrote:\nplease add\na date", &["yes.", "> glenn wrote:", "> please add", "> a date"]);
    }

    #[test]
    fn a_text_without_full_stops_is_cut() {
        let long = "word ".repeat(2_000);
        let habits = Habits::default();
        assert!(body(&long, &habits, &|_| false).iter().all(|s| s.end - s.start <= LONGEST + 5));
    }
}
