//! Order IDs: three, seven and seven digits with a dash between them. Knows no drafts and no policy.

use std::ops::Range;

const DIGITS: [usize; 3] = [3, 7, 7];

/// Whether `text` is an order ID and nothing else, spaces around it aside.
pub fn is_order_id(text: &str) -> bool {
    let text = text.trim();
    find(text) == Some(0..text.len())
}

/// Where the first order ID stands in `text`, in bytes. Digits and dashes beside it make it another number.
pub fn find(text: &str) -> Option<Range<usize>> {
    let part_of_number = |c: char| c.is_ascii_digit() || c == '-';
    let mut from = 0;
    text.split(|c| !part_of_number(c)).find_map(|word| {
        let start = from + word.len() - word.trim_start_matches('-').len();
        // What parts two words is one character, of any length.
        from += word.len();
        from += text.get(from..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let id = word.trim_matches('-');
        id.split('-').map(str::len).eq(DIGITS).then(|| start..start + id.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{find, is_order_id};

    #[test]
    fn an_order_id_has_three_seven_and_seven_digits() {
        for id in ["113-4471928-1183340", " 113-4471928-1183340\n"] {
            assert!(is_order_id(id), "{id}");
        }
        for other in [
            "113-4471928-118334",
            "113 4471928 1183340",
            "{{order_id}}",
            "",
            "abc-defghij-klmnopq",
            "x113-4471928-1183340",
        ] {
            assert!(!is_order_id(other), "{other}");
        }
    }

    #[test]
    fn the_first_one_is_found_and_longer_numbers_are_none() {
        let check =
            |text: &str, expected: Option<&str>| assert_eq!(find(text).and_then(|r| text.get(r)), expected, "{text}");
        check("größe – order 113-4471928-1183340, or 114-0000000-0000000", Some("113-4471928-1183340"));
        check("order -113-4471928-1183340-", Some("113-4471928-1183340"));
        check("1113-4471928-1183340 and 113-4471928-11833401", None);
        check("no number", None);
    }
}
