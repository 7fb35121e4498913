//! Fixes: changes that mend a draft, graded by how safe they are. Works on spans and texts it is given; knows no patterns.

use crate::draft::{Draft, Field};
use crate::review::Edit;
use crate::span::Span;

/// The draft after `edits`. Edits that do not fit the draft (out of bounds, inside a character, overlapping an earlier one) are left
/// out, so that nothing is lost.
pub fn apply(draft: &Draft, edits: &[Edit]) -> Draft {
    let mut out = draft.clone();
    for field in [Field::Subject, Field::Body] {
        let mut mine: Vec<&Edit> = edits.iter().filter(|e| e.field == field).collect();
        mine.sort_by_key(|e| (e.span.start, e.span.end));
        let source = draft.text(field);
        let (mut text, mut at) = (String::with_capacity(source.len()), 0);
        for edit in mine {
            let range = edit.span.range();
            let Some(kept) = source.get(at..range.start).filter(|_| source.get(range.clone()).is_some()) else {
                continue;
            };
            text.push_str(kept);
            text.push_str(&edit.text);
            at = range.end;
        }
        text.push_str(source.get(at..).unwrap_or_default());
        match field {
            Field::Subject => out.subject = text,
            Field::Body => out.body = text,
        }
    }
    out
}

/// The edit that takes a sentence out together with the space that would be left: its line if it stands alone there, else the
/// space before it, or behind it at the start of a line.
pub(crate) fn delete_sentence(text: &str, field: Field, span: Span) -> Edit {
    let range = span.range();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let opens_line =
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•' | '·' | '–')).is_empty();
    let blanks_after = after.len() - after.trim_start_matches([' ', '\t', '\u{3000}']).len();
    let rest = after.get(blanks_after..).unwrap_or_default();
    let closes_line = rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n");
    let (start, end) = match (opens_line, closes_line) {
        (true, true) => whole_line(before, line.len(), range.end + blanks_after, rest),
        (true, false) => (range.start, range.end + blanks_after),
        (false, true | false) => (before.trim_end_matches([' ', '\t']).len(), range.end),
    };
    Edit { field, span: Span::new(start..end), text: String::new() }
}

/// The line with its line end; of two blank lines that would meet, one goes too.
fn whole_line(before: &str, indent: usize, end: usize, rest: &str) -> (usize, usize) {
    let start = before.len() - indent;
    let line_end = |t: &str| if t.starts_with("\r\n") { 2 } else { usize::from(t.starts_with('\n')) };
    let mut end = end + line_end(rest);
    let behind = rest.get(line_end(rest)..).unwrap_or_default();
    let blank_before =
        start == 0 || before.get(..start).is_some_and(|b| b.ends_with("\n\n") || b.ends_with("\r\n\r\n"));
    if blank_before {
        end += line_end(behind);
    }
    if rest.is_empty() {
        return (before.get(..start).unwrap_or_default().trim_end().len(), end);
    }
    (start, end)
}

/// The edit that takes words out, with one of the spaces around them.
pub(crate) fn delete_words(text: &str, field: Field, span: Span) -> Edit {
    let range = span.range();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let both = before.ends_with(' ') || before.is_empty();
    let closing =
        after.starts_with(|c: char| c == ' ' || matches!(c, '.' | ',' | '!' | '?' | ';' | ':') || c.is_control());
    let (mut start, mut end) = (range.start, range.end);
    if both && after.starts_with(' ') {
        end += 1;
    } else if (closing || after.is_empty()) && before.ends_with(' ') {
        start -= 1;
    }
    Edit { field, span: Span::new(start..end), text: String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let start = text.find("[[").unwrap();
        let end = text.find("]]").unwrap() - 2;
        let plain = text.replace("[[", "").replace("]]", "");
        let edit = delete_sentence(&plain, Field::Body, Span::new(start..end));
        assert_eq!(apply(&Draft::new("", plain), &[edit]).body, expected, "without the sentence of {text:?}");
    }

    #[test]
    fn a_sentence_goes_with_its_space() {
        check("One. [[Two.]] Three.", "One. Three.");
        check("[[One.]] Two.", "Two.");
        check("One. [[Two.]]", "One.");
        check("One.\n\n[[Two.]]\n\nThree.", "One.\n\nThree.");
        check("One.\n[[Two.]]\nThree.", "One.\nThree.");
        check("- One\n- [[Two]]\n- Three", "- One\n- Three");
        check("One.\n\n[[Two.]]", "One.");
        check("一。[[二。]]三。", "一。三。");
    }

    #[test]
    fn edits_that_do_not_fit_are_left_out() {
        let draft = Draft::new("é", "abc");
        let edit = |field, range, text: &str| Edit { field, span: Span::new(range), text: text.to_owned() };
        let edits = [
            edit(Field::Subject, 1..2, "x"),
            edit(Field::Body, 2..9, "x"),
            edit(Field::Body, 0..1, "X"),
            edit(Field::Body, 0..2, "Y"),
        ];
        assert_eq!(apply(&draft, &edits), Draft::new("é", "Xbc"));
    }
}
