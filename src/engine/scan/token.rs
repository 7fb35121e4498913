//! Words of folded text. Shared with `build.rs`, so that a pattern's literals and a draft are cut alike; knows no rules.

/// A word of folded text; in scripts without spaces every character is a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// First byte in the folded text.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

/// Whether words of this script are written without spaces between them.
pub fn stands_alone(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Signs that mean something to a pattern and are words of their own.
fn is_sign(c: char) -> bool {
    matches!(c, '%' | '€' | '$' | '£' | '¥' | '#' | '&' | '@' | '+' | '★' | '☆' | '⭐')
}

/// Cuts folded text into words, leaving punctuation and anything inside `<…>` tags out.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 5);
    let mut open: Option<usize> = None;
    let mut tag_ends = 0;
    for (at, c) in text.char_indices() {
        if at < tag_ends {
            continue;
        }
        if c == '<' {
            tag_ends = at + tag_len(text.get(at..).unwrap_or_default());
        }
        let alone = stands_alone(c) && c.is_alphanumeric();
        let apostrophe = c == '\'' && open.is_some() && next_is_letter(text, at + 1);
        if (c.is_alphanumeric() && !alone) || apostrophe {
            open = open.or(Some(at));
            continue;
        }
        out.extend(open.take().map(|start| Token { start, end: at }));
        if alone || is_sign(c) {
            out.push(Token { start: at, end: at + c.len_utf8() });
        }
    }
    out.extend(open.map(|start| Token { start, end: text.len() }));
    out
}

fn next_is_letter(text: &str, at: usize) -> bool {
    text.get(at..).and_then(|rest| rest.chars().next()).is_some_and(char::is_alphanumeric)
}

/// Length of a tag such as `<br/>` or `</p>` at the start of `text`; 0 if there is none.
pub fn tag_len(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    let named = match chars.next() {
        Some((_, '/')) => chars.next().is_some_and(|(_, c)| c.is_ascii_alphabetic()),
        Some((_, c)) => c.is_ascii_alphabetic(),
        None => false,
    };
    if !named {
        return 0;
    }
    text.char_indices().take(LONGEST_TAG).find(|&(_, c)| c == '>').map_or(0, |(at, _)| at + 1)
}

/// Longest tag that is skipped, in characters; beyond that a `<` is a sign like any other.
const LONGEST_TAG: usize = 200;

/// The words of `text` as one string, the form that word lists are stored in: a space between words, none around characters that
/// stand alone.
pub fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for token in tokens(text) {
        let word = text.get(token.start..token.end).unwrap_or_default();
        if needs_space(&out, word) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Whether a space stands between what is written so far and the next word.
pub fn needs_space(before: &str, word: &str) -> bool {
    let last = before.chars().next_back();
    let first = word.chars().next();
    last.is_some_and(|c| !stands_alone(c)) && first.is_some_and(|c| !stands_alone(c))
}
