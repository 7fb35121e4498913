//! Which sentence each word of a pasted text stands in. Knows no language: a notice is cut at its stops and empty lines.

use crate::scan::token::Token;

/// The number of its sentence for each word.
pub(super) fn of_tokens(text: &str, tokens: &[Token]) -> Vec<usize> {
    let mut number = 0;
    let mut before = 0;
    let numbers = tokens.iter().map(|token| {
        if parts(text.get(before..token.start).unwrap_or_default()) && before > 0 {
            number += 1;
        }
        before = token.end;
        number
    });
    numbers.collect()
}

/// Whether what stands between two words ends a sentence.
fn parts(between: &str) -> bool {
    let mut signs = between.chars().peekable();
    let mut lines = 0;
    while let Some(sign) = signs.next() {
        let ends = match sign {
            '。' | '！' | '？' | '؟' => true,
            '.' | '!' | '?' => signs.peek().is_some_and(|next| next.is_whitespace()),
            '\n' => {
                lines += 1;
                lines == 2
            }
            _ => false,
        };
        if ends {
            return true;
        }
    }
    false
}
