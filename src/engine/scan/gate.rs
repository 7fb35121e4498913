//! What a text must hold for a regular expression to match at all, read off the expression itself: most sentences hold no `@`, no
//! `<` and hardly a digit, so most expressions are never compiled. Knows no rules.

mod expression;

use expression::Reader;

/// Characters; those beyond ASCII are all one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Set {
    /// A bit for each of the first and of the last 64 of ASCII.
    low: u64,
    high: u64,
    other: bool,
}

/// The place of an ASCII character in its half of a set.
fn bit(c: char) -> u64 {
    1 << (u32::from(c) & 63)
}

impl Set {
    const ALL: Self = Self { low: u64::MAX, high: u64::MAX, other: true };
    const DIGITS: Self = Self { low: 0x3FF << b'0', high: 0, other: false };

    fn add(&mut self, c: char) {
        match c {
            '\0'..='\x3F' => self.low |= bit(c),
            '\x40'..='\x7F' => self.high |= bit(c),
            _ => self.other = true,
        }
    }

    /// All characters from one to another.
    fn add_range(&mut self, from: char, to: char) {
        self.other |= !to.is_ascii();
        for c in from..=to.min('\x7F') {
            self.add(c);
        }
    }

    fn or(self, more: Self) -> Self {
        Self { low: self.low | more.low, high: self.high | more.high, other: self.other || more.other }
    }

    fn has(self, c: char) -> bool {
        match c {
            '\0'..='\x3F' => self.low & bit(c) != 0,
            '\x40'..='\x7F' => self.high & bit(c) != 0,
            _ => self.other,
        }
    }

    fn meets(self, text: Self) -> bool {
        self.low & text.low != 0 || self.high & text.high != 0 || self.other && text.other
    }
}

/// A character that a match cannot do without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Need {
    set: Set,
    /// It stands right behind the one before.
    close: bool,
}

/// The condition of one expression. An expression that it does not understand has none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Gate {
    /// Whatever matches consists of these.
    alphabet: Set,
    /// Whatever matches holds these, in this order.
    needs: Vec<Need>,
    /// How many of them are digits.
    digits: usize,
}

/// More needs than these stop nothing more.
const MOST_NEEDS: usize = 32;

impl Gate {
    pub(super) fn new(pattern: &str) -> Self {
        let (alphabet, needs) = Reader::new(pattern).read().unwrap_or((Set::ALL, Vec::new()));
        let digits = needs.iter().filter(|need| need.set.or(Set::DIGITS) == Set::DIGITS).count();
        Self { alphabet, needs, digits }
    }

    /// Whether the expression could match this text; `false` is certain.
    pub(super) fn lets(&self, text: &str, held: Held) -> bool {
        held.digits >= self.digits
            && self.needs.iter().all(|need| need.set.meets(held.set))
            && (self.needs.is_empty() || self.stretches(text).any(|stretch| self.finds_needs(stretch)))
    }

    /// The parts of the text that consist of the alphabet.
    fn stretches<'a>(&self, text: &'a str) -> impl Iterator<Item = &'a str> + use<'a> {
        let alphabet = self.alphabet;
        text.split(move |c| !alphabet.has(c)).filter(|stretch| !stretch.is_empty())
    }

    /// Whether the needs stand in their order in a text. What stands close together is looked for as one, each time as far in front as
    /// it is found.
    fn finds_needs(&self, text: &str) -> bool {
        let mut rest = text.chars();
        self.needs.chunk_by(|_, next| next.close).all(|run| {
            loop {
                let mut ahead = rest.clone();
                let fits = run.iter().all(|need| ahead.next().is_some_and(|c| need.set.has(c)));
                if fits {
                    rest = ahead;
                    return true;
                }
                if rest.next().is_none() {
                    return false;
                }
            }
        })
    }
}

/// The characters that a text holds, read once for all gates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    set: Set,
    digits: usize,
}

impl Held {
    pub(super) fn of(text: &str) -> Self {
        let (mut set, mut digits) = (Set::default(), 0);
        for c in text.chars() {
            set.add(c);
            digits += usize::from(c.is_ascii_digit());
        }
        Self { set, digits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, lets: &[&str], stops: &[&str]) {
        let gate = Gate::new(pattern);
        for text in lets {
            assert!(gate.lets(text, Held::of(text)), "`{pattern}` stops {text:?}");
        }
        for text in stops {
            assert!(!gate.lets(text, Held::of(text)), "`{pattern}` lets {text:?} through");
        }
    }

    #[test]
    fn what_cannot_be_missing_is_needed() {
        check("https?://[a-z]{1,9}", &["http://a", "https://a"], &["hello", "http a", "s://htp a"]);
        check("[a-z]{1,9}@[a-z-]{1,9}", &["a@b"], &["ab", "@"]);
        check(
            "0[1-9][0-9]{1,3} [0-9]{3}(?:-[0-9]{2}){2}",
            &["012 345-67-89"],
            &["20 %", "012 345678", "on 0123456-789, at 10"],
        );
        check("\n{3,200}", &["a\n\n\nb"], &["a b", "a\n\nb\n"]);
        check("[\\x{1F300}-\\x{1FAFF}\\x{2600}]{1,40}", &["😀", "é"], &["e"]);
        check("<(?:img|font) ", &["<img ", "<font "], &["<b ", "img "]);
        check("(?:dot|punkt)?x", &["x"], &["dot"]);
        check("(?:ab|cde)f", &["abf", "cdef", "cbaf"], &["acf", "af", "a bf"]);
        check("(?:a[0-9]){2}", &["a1a2"], &["a1", "aa1", "a1 a2"]);
        check("(?:a[0-9]?){2}", &["aa", "a1a", "a1a2"], &["a1", "a a"]);
        check("[a-z]{1,9} or [a-z]", &["x or y"], &["for my board", "xor y", " or y"]);
        check("x(?:|y)z", &["xz", "xyz"], &["x z"]);
        check("^a.c$", &["abc"], &["ab", "ac"]);
        check("[^\n]{2}y", &["abcy"], &["xxx", "y", "xy"]);
        check("a.?b", &["ab", "a\u{e9}b"], &["ba"]);
    }

    #[test]
    fn what_is_not_understood_is_let_through() {
        for pattern in ["(?i)a", "\\wa", "a(?P<n>b)", "(a", "[[:alpha:]]b", "a|", "*"] {
            check(pattern, &["", "1"], &[]);
        }
    }

    #[test]
    fn an_order_id_is_no_telephone_number() {
        let text = "order 113-5520918-4402713 of 10 boards";
        for number in
            ["0[1-9][0-9]{1,3} [0-9]{3,4} [0-9]{3,4}", "0[1-9](?:\\.[0-9]{2}){4}", "0[1-9][0-9]{1,3}[ /][0-9]{6,8}"]
        {
            check(number, &[], &[text]);
        }
        check("[0-9]{3}-[0-9]{7}-[0-9]{7}", &[text], &[]);
    }
}
