//! Template placeholders (`{{order_id}}`, `[[name]]`, `%%buyer%%`, `#order_id#`) and the values they are read as. Knows no rules.

use crate::fold::Fill;

/// Opening and closing signs of the template tools that sellers use.
const SHAPES: &[(&str, &str)] =
    &[("{{", "}}"), ("[[", "]]"), ("%%", "%%"), ("${", "}"), ("<<", ">>"), ("#", "#"), ("{", "}")];
/// Longest placeholder name in bytes.
const LONGEST_NAME: usize = 40;
/// What a placeholder is read as if nothing is known of its name: a word that means nothing.
const UNKNOWN: &str = "xyz";

/// The placeholder at the start of `text`, if there is one. `values` gives folded values by a word in the folded name, the longest
/// words first.
pub(crate) fn at_start(text: &str, values: &[(String, String)]) -> Option<Fill> {
    SHAPES.iter().find_map(|(open, close)| {
        let inside = text.strip_prefix(open)?;
        // Only as far as a name may reach: hostile text may open many and close none.
        let inside = inside.get(..inside.floor_char_boundary(LONGEST_NAME + close.len()))?;
        let end = inside.find(close).filter(|&e| (2..=LONGEST_NAME).contains(&e))?;
        let name = inside.get(..end)?.trim();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ' | ':' | '|');
        if !name.chars().all(plain) || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        // Single signs also occur in running text; only names that a program would use count there.
        if (*open == "#" || *open == "{") && name.contains(' ') {
            return None;
        }
        let name = name.to_ascii_lowercase().replace(['-', ' ', '.'], "_");
        let value = values.iter().find(|(word, _)| name.contains(word.as_str())).map_or(UNKNOWN, |(_, v)| v.as_str());
        Some(Fill { len: open.len() + end + close.len(), value: value.to_owned() })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(usize, &str)>) {
        let values =
            [("order_id".to_owned(), "111-1111111-1111111".to_owned()), ("name".to_owned(), "alex".to_owned())];
        let got = at_start(text, &values);
        assert_eq!(got.as_ref().map(|f| (f.len, f.value.as_str())), expected, "{text:?}");
    }

    #[test]
    fn known_shapes_are_read_as_values() {
        check("{{order_id}} x", Some((12, "111-1111111-1111111")));
        check("[[Name]]", Some((8, "alex")));
        check("%%buyer-name%% x", Some((14, "alex")));
        check("#order_id#", Some((10, "111-1111111-1111111")));
        check("{{ first_name }}", Some((16, "alex")));
        check("{{message_body}}", Some((16, UNKNOWN)));
    }

    #[test]
    fn running_text_is_left_alone() {
        check("[Important] x", None);
        check("#1 and #2", None);
        check("{not closed", None);
        check("100%% sure", None);
        check("{ a b c }", None);
    }
}
