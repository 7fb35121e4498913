//! What the components paint, worked out from state and answer. Must not know the DOM; holds no policy of its own.

pub(crate) mod clean;
pub(crate) mod context;
pub(crate) mod diff;
pub(crate) mod edit;
pub(crate) mod findings;
pub(crate) mod marks;
pub(crate) mod notices;
pub(crate) mod policy;
pub(crate) mod proof;
pub(crate) mod proposal;
pub(crate) mod rules;
pub(crate) mod standing;
pub(crate) mod steps;
pub(crate) mod verdict;

use compose_engine::Field;

/// A stretch of one field in UTF-16 units, as text fields count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pick {
    /// Which field.
    pub(crate) field: Field,
    /// First unit.
    pub(crate) start: u32,
    /// One past the last unit.
    pub(crate) end: u32,
}

/// `text` on one line, cut at a word after about `most` characters.
pub(crate) fn excerpt(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > most {
            out.push('…');
            return out;
        }
        if length > 0 {
            out.push(' ');
            length += 1;
        }
        if word_length > most {
            out.extend(word.chars().take(most));
            out.push('…');
            return out;
        }
        out.push_str(word);
        length += word_length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn an_excerpt_is_one_line_and_ends_at_a_word() {
        assert_eq!(excerpt("a  b\nc", 10), "a b c");
        assert_eq!(excerpt("alpha beta gamma", 10), "alpha beta…");
        assert_eq!(excerpt(&"x".repeat(50), 10), format!("{}…", "x".repeat(10)));
    }
}
