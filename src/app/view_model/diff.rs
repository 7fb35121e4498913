//! What changed between two texts, word by word. Must not know why.

/// A stretch of a changed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// In both.
    Kept(String),
    /// In the old one alone.
    Gone(String),
    /// In the new one alone.
    Come(String),
}

/// Beyond so many words in the middle, all of it counts as changed: a table of both would cost too much.
const MOST: usize = 1_500;
/// Words and spaces of what is kept that are shown beside a change.
const AROUND: usize = 12;

/// The parts of both texts in their order; long kept stretches are cut to the words beside a change.
pub(crate) fn diff(old: &str, new: &str) -> Vec<Part> {
    let (a, b) = (words(old), words(new));
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let ends = a.iter().skip(head).rev().zip(b.iter().skip(head).rev());
    let tail = ends.take_while(|(x, y)| x == y).count();
    let (x, y) = (middle(&a, head, tail), middle(&b, head, tail));
    let mut out = vec![Part::Kept(a.iter().take(head).copied().collect())];
    if x.len() > MOST || y.len() > MOST {
        out.extend([Part::Gone(x.concat()), Part::Come(y.concat())]);
    } else {
        walk(x, y, &mut out);
    }
    out.push(Part::Kept(a.iter().skip(a.len() - tail).copied().collect()));
    joined(out)
}

/// Words, and the spaces between them.
fn words(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c: char| c.is_whitespace() != first.is_whitespace()).unwrap_or(rest.len());
        let (word, behind) = rest.split_at(end);
        out.push(word);
        rest = behind;
    }
    out
}

fn middle<'a, 'b>(all: &'b [&'a str], head: usize, tail: usize) -> &'b [&'a str] {
    all.get(head..all.len() - tail).unwrap_or_default()
}

/// Along the longest common words.
fn walk(old: &[&str], new: &[&str], out: &mut Vec<Part>) {
    let width = new.len() + 1;
    let mut longest = vec![0_u16; (old.len() + 1) * width];
    let at = |table: &[u16], row: usize, column: usize| table.get(row * width + column).copied().unwrap_or(0);
    for (row, gone) in old.iter().enumerate().rev() {
        for (column, come) in new.iter().enumerate().rev() {
            let either = at(&longest, row + 1, column).max(at(&longest, row, column + 1));
            let value = if gone == come { at(&longest, row + 1, column + 1) + 1 } else { either };
            if let Some(cell) = longest.get_mut(row * width + column) {
                *cell = value;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    loop {
        let part = match (old.get(row), new.get(column)) {
            (None, None) => return,
            (Some(gone), Some(come)) if gone == come => Part::Kept((*gone).to_owned()),
            (Some(gone), Some(_)) if at(&longest, row + 1, column) >= at(&longest, row, column + 1) => {
                Part::Gone((*gone).to_owned())
            }
            (Some(gone), None) => Part::Gone((*gone).to_owned()),
            (_, Some(come)) => Part::Come((*come).to_owned()),
        };
        row += usize::from(!matches!(part, Part::Come(_)));
        column += usize::from(!matches!(part, Part::Gone(_)));
        out.push(part);
    }
}

/// Neighbours of one kind as one; what is kept is cut to the words beside a change.
fn joined(parts: Vec<Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    for part in parts {
        match (out.last_mut(), part) {
            (_, Part::Kept(text) | Part::Gone(text) | Part::Come(text)) if text.is_empty() => {}
            (Some(Part::Kept(before)), Part::Kept(text))
            | (Some(Part::Gone(before)), Part::Gone(text))
            | (Some(Part::Come(before)), Part::Come(text)) => before.push_str(&text),
            (_, part) => out.push(part),
        }
    }
    let last = out.len().saturating_sub(1);
    for (i, part) in out.iter_mut().enumerate() {
        if let Part::Kept(text) = part {
            *text = cut(text, if i > 0 { AROUND } else { 0 }, if i < last { AROUND } else { 0 });
        }
    }
    out
}

/// So many words of the start and of the end, where there are many more.
fn cut(text: &str, start: usize, end: usize) -> String {
    let all = words(text);
    if all.len() <= 2 * AROUND + 2 {
        return text.to_owned();
    }
    let head = all.get(..start).unwrap_or_default().concat();
    let tail = all.get(all.len() - end..).unwrap_or_default().concat();
    format!("{}{}… {tail}", head.trim_end(), if head.is_empty() { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::{Part, diff};

    /// Gone as `-x-`, come as `+x+`.
    fn told(old: &str, new: &str) -> String {
        let told = diff(old, new).into_iter().map(|part| match part {
            Part::Kept(text) => text,
            Part::Gone(text) => format!("-{text}-"),
            Part::Come(text) => format!("+{text}+"),
        });
        told.collect()
    }

    #[test]
    fn words_that_go_and_come_are_told_in_their_place() {
        assert_eq!(told("a b c", "a c"), "a -b -c");
        assert_eq!(told("a b c", "a x c"), "a -b-+x+ c");
        assert_eq!(told("ask? No.", "ask?"), "ask?- No.-");
        assert_eq!(told("one two", "one two"), "one two");
        assert_eq!(told("", "new"), "+new+");
        assert_eq!(told("a b c d e", "b c x e"), "-a -b c -d-+x+ e");
    }

    #[test]
    fn long_kept_stretches_are_cut() {
        let long = "word ".repeat(40);
        let text = told(&format!("{long}old {long}"), &format!("{long}{long}"));
        assert!(text.contains("old") && text.starts_with('…') && text.trim_end().ends_with('…'), "{text}");
        assert!(text.len() < 120);
    }

    #[test]
    fn a_book_is_not_compared_word_by_word() {
        let (old, new) = ("a ".repeat(5_000), "b\n".repeat(5_000));
        assert_eq!(diff(&old, &new).len(), 2);
    }
}
