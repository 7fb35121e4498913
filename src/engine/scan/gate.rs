//! What a text must hold for a regular expression to match at all, read off the expression itself: most sentences hold no `@`, no
//! `<` and hardly a digit, so most expressions are never compiled. Knows no rules.

use std::iter::Peekable;
use std::str::Chars;

/// Characters; those beyond ASCII are all one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Set {
    ascii: u128,
    other: bool,
}

impl Set {
    const ALL: Self = Self { ascii: u128::MAX, other: true };

    fn add(&mut self, c: char) {
        match c.is_ascii() {
            true => self.ascii |= 1 << u32::from(c),
            false => self.other = true,
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
        Self { ascii: self.ascii | more.ascii, other: self.other || more.other }
    }

    fn has(self, c: char) -> bool {
        if c.is_ascii() { self.ascii >> u32::from(c) & 1 != 0 } else { self.other }
    }

    fn meets(self, text: Self) -> bool {
        self.ascii & text.ascii != 0 || self.other && text.other
    }
}

/// The condition of one expression. An expression that it does not understand has none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Gate {
    /// Whatever matches consists of these.
    alphabet: Set,
    /// Whatever matches holds one of each of these, in this order, other characters between them or not.
    needs: Vec<Set>,
}

/// More needs than these stop nothing more.
const MOST_NEEDS: usize = 32;

impl Gate {
    pub(super) fn new(pattern: &str) -> Self {
        let mut reader = Reader { chars: pattern.chars().peekable(), alphabet: Set::default(), needs: Vec::new() };
        if reader.alternatives().is_some() && reader.chars.next().is_none() {
            reader.needs.truncate(MOST_NEEDS);
            return Self { alphabet: reader.alphabet, needs: reader.needs };
        }
        Self { alphabet: Set::ALL, needs: Vec::new() }
    }

    /// Whether the expression could match this text; `false` is certain.
    pub(super) fn lets(&self, text: &str, held: Held) -> bool {
        self.needs.iter().all(|need| need.meets(held.set)) && self.finds_needs(text)
    }

    /// Whether the needs stand in their order in one stretch of the alphabet.
    fn finds_needs(&self, text: &str) -> bool {
        let mut needs = self.needs.iter();
        let mut next = needs.next();
        for c in text.chars() {
            match next {
                None => return true,
                Some(_) if !self.alphabet.has(c) => {
                    needs = self.needs.iter();
                    next = needs.next();
                }
                Some(need) if need.has(c) => next = needs.next(),
                Some(_) => {}
            }
        }
        next.is_none()
    }
}

/// The characters that a text holds, read once for all gates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    set: Set,
}

impl Held {
    pub(super) fn of(text: &str) -> Self {
        let mut set = Set::default();
        text.chars().for_each(|c| set.add(c));
        Self { set }
    }
}

/// Reads an expression from front to back; each part gives `None` for what is not understood.
struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
    alphabet: Set,
    needs: Vec<Set>,
}

impl Reader<'_> {
    /// Reads up to the end or the closing bracket. Of several, a text needs what all of them ask for: in each place, as far as the
    /// shortest goes, what any of them has there.
    fn alternatives(&mut self) -> Option<()> {
        let first = self.needs.len();
        self.sequence()?;
        while self.chars.next_if_eq(&'|').is_some() {
            let other = self.needs.len();
            self.sequence()?;
            let others: Vec<Set> = self.needs.drain(other..).collect();
            self.needs.truncate(first + others.len());
            for (need, other) in self.needs.iter_mut().skip(first).zip(others) {
                *need = need.or(other);
            }
        }
        Some(())
    }

    fn sequence(&mut self) -> Option<()> {
        while let Some(c) = self.chars.next_if(|c| !matches!(c, '|' | ')')) {
            let part = self.needs.len();
            match c {
                '(' => self.group()?,
                '[' => self.class()?,
                '^' | '$' => {}
                '.' => self.alphabet = Set::ALL,
                '\\' => {
                    let c = self.escaped()?;
                    self.need(c);
                }
                '*' | '+' | '?' | '{' => return None,
                c => self.need(c),
            }
            let end = self.needs.len();
            match self.repetitions()? {
                0 => self.needs.truncate(part),
                fewest => (1..fewest.min(MOST_NEEDS)).for_each(|_| self.needs.extend_from_within(part..end)),
            }
        }
        Some(())
    }

    fn need(&mut self, c: char) {
        let mut set = Set::default();
        set.add(c);
        self.need_one_of(set);
    }

    fn need_one_of(&mut self, set: Set) {
        self.alphabet = self.alphabet.or(set);
        self.needs.push(set);
    }

    /// A group that only groups; flags and named groups are not understood.
    fn group(&mut self) -> Option<()> {
        if self.chars.next_if_eq(&'?').is_some() {
            self.chars.next_if_eq(&':')?;
        }
        self.alternatives()?;
        self.chars.next_if_eq(&')').map(|_| ())
    }

    /// A class; one that says what it leaves out may hold anything.
    fn class(&mut self) -> Option<()> {
        let negated = self.chars.next_if_eq(&'^').is_some();
        let mut set = Set::default();
        loop {
            let from = match self.chars.next()? {
                ']' => break,
                '\\' => self.escaped()?,
                '[' | '&' if self.chars.peek().is_some_and(|next| matches!(next, ':' | '&')) => return None,
                c => c,
            };
            // A dash before the closing bracket stands for itself.
            let mut ahead = self.chars.clone();
            if ahead.next() == Some('-') && ahead.peek().is_some_and(|end| *end != ']') {
                self.chars.next();
                let to = match self.chars.next()? {
                    '\\' => self.escaped()?,
                    c => c,
                };
                set.add_range(from, to);
            } else {
                set.add(from);
            }
        }
        self.need_one_of(if negated { Set::ALL } else { set });
        Some(())
    }

    /// The character behind a backslash; classes such as `\w` are not understood.
    fn escaped(&mut self) -> Option<char> {
        match self.chars.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'x' => {
                self.chars.next_if_eq(&'{')?;
                let digits: String = std::iter::from_fn(|| self.chars.next_if(|c| *c != '}')).collect();
                self.chars.next()?;
                char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
            }
            c if c.is_ascii_punctuation() => Some(c),
            _ => None,
        }
    }

    /// The fewest repetitions that the quantifier behind a part asks for; 1 without one.
    fn repetitions(&mut self) -> Option<usize> {
        let fewest = match self.chars.peek() {
            Some('?' | '*') => 0,
            Some('+') => 1,
            Some('{') => {
                self.chars.next();
                let digits: String = std::iter::from_fn(|| self.chars.next_if(char::is_ascii_digit)).collect();
                while self.chars.next_if(|c| *c != '}').is_some() {}
                digits.parse().ok()?
            }
            _ => return Some(1),
        };
        self.chars.next()?;
        // Lazy or greedy makes no difference here.
        self.chars.next_if_eq(&'?');
        Some(fewest)
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
        check("(?:ab|cde)f", &["abf", "cdef", "cbf"], &["acf", "af", "ab f"]);
        check("(?:a[0-9]){2}", &["a1a2"], &["a1", "aa1"]);
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
