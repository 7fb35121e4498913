//! What one character folds to, worked out from Unicode's own data. Runs at build time only: `build.rs` turns it into the table
//! that `fold/table.rs` reads, so that the shipped engine carries a few kilobytes instead of a normalisation library.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// Ranges whose characters are worth folding: Latin with accents, letter-like and styled letters, ligatures, width variants.
const RANGES: &[(u32, u32)] = &[
    (0x00A0, 0x024F),
    (0x0250, 0x02AF),
    (0x1D00, 0x1DBF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x206F),
    (0x2070, 0x209C),
    (0x2100, 0x214F),
    (0x2150, 0x218B),
    (0x2460, 0x24FF),
    (0x2C60, 0x2C7F),
    (0x3000, 0x3000),
    (0x3250, 0x32FF),
    (0xA720, 0xA7FF),
    (0xFB00, 0xFB06),
    (0xFE30, 0xFE4F),
    (0xFF01, 0xFF9F),
    (0xFFE0, 0xFFEE),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F189),
];

/// Letters and signs that Unicode does not decompose but readers take for the plain form.
const PLAIN: &[(char, &str)] = &[
    ('ß', "ss"),
    ('ẞ', "ss"),
    ('æ', "ae"),
    ('Æ', "ae"),
    ('œ', "oe"),
    ('Œ', "oe"),
    ('ø', "o"),
    ('Ø', "o"),
    ('đ', "d"),
    ('Đ', "d"),
    ('ð', "d"),
    ('Ð', "d"),
    ('þ', "th"),
    ('Þ', "th"),
    ('ł', "l"),
    ('Ł', "l"),
    ('ħ', "h"),
    ('Ħ', "h"),
    ('ı', "i"),
    ('ŋ', "n"),
    ('Ŋ', "n"),
    ('ɑ', "a"),
    ('ɡ', "g"),
    ('ɩ', "i"),
    ('‘', "'"),
    ('’', "'"),
    ('‚', "'"),
    ('‛', "'"),
    ('′', "'"),
    ('´', "'"),
    ('ʼ', "'"),
    ('“', "\""),
    ('”', "\""),
    ('„', "\""),
    ('‟', "\""),
    ('«', "\""),
    ('»', "\""),
    ('″', "\""),
    ('‐', "-"),
    ('‑', "-"),
    ('‒', "-"),
    ('–', "-"),
    ('—', "-"),
    ('―', "-"),
    ('⁃', "-"),
    ('‹', "'"),
    ('›', "'"),
    ('⁄', "/"),
    ('∕', "/"),
    ('…', "..."),
    ('\u{2028}', "\n"),
    ('\u{2029}', "\n"),
];

/// The folded form of `c` if it differs from its lower case, else `None`. An empty string means the character is dropped.
pub fn folded(c: char) -> Option<String> {
    if let Some((_, plain)) = PLAIN.iter().find(|(from, _)| *from == c) {
        return Some((*plain).to_owned());
    }
    if let Some(letter) = enclosed(c) {
        return Some(letter.to_string());
    }
    let mut out = String::new();
    decompose_compatible(c, |d| {
        if let Some((_, plain)) = PLAIN.iter().find(|(from, _)| *from == d) {
            out.push_str(plain);
        } else if !is_combining_mark(d) || is_kana_mark(d) {
            out.extend(d.to_lowercase());
        }
    });
    let lower: String = c.to_lowercase().collect();
    (out != lower).then_some(out)
}

/// The letter in a filled circle or square, which Unicode does not decompose.
fn enclosed(c: char) -> Option<char> {
    let of = |first: char| u32::from(c).checked_sub(u32::from(first)).filter(|n| *n < 26);
    char::from_u32(u32::from('a') + of('\u{1F150}').or_else(|| of('\u{1F170}'))?)
}

/// Voicing marks of kana carry meaning and stay.
fn is_kana_mark(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309A}')
}

/// Every character of the ranges above that changes, in code-point order.
pub fn table() -> Vec<(char, String)> {
    RANGES
        .iter()
        .flat_map(|&(from, to)| from..=to)
        .filter_map(char::from_u32)
        .filter(|c| !c.is_control())
        .filter_map(|c| folded(c).map(|f| (c, f)))
        .collect()
}

/// The folded form of a whole string, for the literals of patterns: accents, width, case; single spaces.
pub fn fold_literal(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match in_ranges(c).then(|| folded(c)).flatten() {
            Some(f) => out.push_str(&f),
            None => out.extend(c.to_lowercase()),
        }
    }
    out
}

fn in_ranges(c: char) -> bool {
    RANGES.iter().any(|&(from, to)| (from..=to).contains(&(c as u32)))
}
