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
/// Words of what is kept that are shown beside a change.
const AROUND: usize = 6;

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

/// Words, each with the space behind it.
fn words(text: &str) -> Vec<&str> {
    text.split_inclusive(char::is_whitespace).collect()
}

fn middle<'a, 'b>(all: &'b [&'a str], head: usize, tail: usize) -> &'b [&'a str] {
    all.get(head..all.len() - tail).unwrap_or_default()
}

/// Along the longest common words.
fn walk(a: &[&str], b: &[&str], out: &mut Vec<Part>) {
    let width = b.len() + 1;
    let mut longest = vec![0_u16; (a.len() + 1) * width];
    let at = |table: &[u16], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or(0);
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            let value = if x == y {
                at(&longest, i + 1, j + 1) + 1
            } else {
                at(&longest, i + 1, j).max(at(&longest, i, j + 1))
            };
            if let Some(cell) = longest.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    loop {
        match (a.get(i), b.get(j)) {
            (None, None) => return,
            (Some(x), Some(y)) if x == y => {
                out.push(Part::Kept((*x).to_owned()));
                (i, j) = (i + 1, j + 1);
            }
            (Some(x), y) if y.is_none() || at(&longest, i + 1, j) >= at(&longest, i, j + 1) => {
                out.push(Part::Gone((*x).to_owned()));
                i += 1;
            }
            (_, Some(y)) => {
                out.push(Part::Come((*y).to_owned()));
                j += 1;
            }
            (Some(_), None) => return,
        }
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
            *text = cut(text, i > 0, i < last);
        }
    }
    out
}

/// The words at the ends that lie beside a change.
fn cut(text: &str, after_change: bool, before_change: bool) -> String {
    let all = words(text);
    if all.len() <= 2 * AROUND + 2 {
        return text.to_owned();
    }
    let head = if after_change { all.get(..AROUND).unwrap_or_default() } else { &[] };
    let tail = if before_change { all.get(all.len() - AROUND..).unwrap_or_default() } else { &[] };
    let head = head.concat();
    format!("{}{}… {}", head.trim_end(), if head.is_empty() { "" } else { " " }, tail.concat())
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
        assert_eq!(told("a b c", "a x c"), "a -b -+x +c");
        assert_eq!(told("one two", "one two"), "one two");
        assert_eq!(told("", "new"), "+new+");
        assert_eq!(told("a b c d e", "b c x e"), "-a -b c -d -+x +e");
    }

    #[test]
    fn long_kept_stretches_are_cut() {
        let long = "word ".repeat(40);
        let text = told(&format!("{long}old {long}"), &format!("{long}{long}"));
        assert!(text.contains("-old -") && text.starts_with("… word") && text.trim_end().ends_with('…'), "{text}");
        assert!(text.len() < 120);
    }

    #[test]
    fn a_book_is_not_compared_word_by_word() {
        let (old, new) = ("a ".repeat(5_000), "b ".repeat(5_000));
        assert_eq!(diff(&old, &new).len(), 2);
    }
}
