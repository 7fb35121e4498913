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

const DIGITS: Set = Set { ascii: 0x3FF << b'0', other: false };

impl Set {
    fn add(&mut self, c: char) {
        if c.is_ascii() {
            self.ascii |= 1 << u32::from(c);
        } else {
            self.other = true;
        }
    }

    fn or(self, more: Self) -> Self {
        Self { ascii: self.ascii | more.ascii, other: self.other || more.other }
    }

    fn meets(self, text: Self) -> bool {
        self.ascii & text.ascii != 0 || self.other && text.other
    }
}

/// The condition of one expression. An expression that it does not understand has none.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Gate {
    /// Of each set the text must hold a character.
    needs: Vec<Set>,
    /// Fewest digits.
    digits: usize,
}

impl Gate {
    pub(super) fn new(pattern: &str) -> Self {
        let mut chars = pattern.chars().peekable();
        alternatives(&mut chars).filter(|_| chars.next().is_none()).unwrap_or_default()
    }

    /// Whether the expression could match a text that holds this; `false` is certain.
    pub(super) fn lets(&self, held: &Held) -> bool {
        held.digits >= self.digits && self.needs.iter().all(|need| need.meets(held.set))
    }
}

/// What a text holds, read once for all gates.
#[derive(Debug)]
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

/// Reads up to the end or the closing bracket; `None` for what is not understood.
fn alternatives(chars: &mut Peekable<Chars<'_>>) -> Option<Gate> {
    let mut all = vec![sequence(chars)?];
    while chars.next_if_eq(&'|').is_some() {
        all.push(sequence(chars)?);
    }
    let [_, _, ..] = all.as_slice() else { return all.pop() };
    // Of several, a text needs what the first need of any of them asks for.
    let firsts: Option<Vec<Set>> = all.iter().map(|gate| gate.needs.first().copied()).collect();
    let need = firsts.map(|sets| sets.into_iter().fold(Set::default(), Set::or));
    Some(Gate { needs: need.into_iter().collect(), digits: all.iter().map(|gate| gate.digits).min().unwrap_or(0) })
}

fn sequence(chars: &mut Peekable<Chars<'_>>) -> Option<Gate> {
    let mut whole = Gate::default();
    while let Some(c) = chars.next_if(|c| !matches!(c, '|' | ')')) {
        let part = match c {
            '(' => group(chars)?,
            '[' => class(chars)?,
            '.' | '^' | '$' => Gate::default(),
            '\\' => of_one(only(escaped(chars)?)),
            '*' | '+' | '?' | '{' => return None,
            c => of_one(only(c)),
        };
        let fewest = repetitions(chars)?;
        if fewest > 0 {
            whole.digits += part.digits * fewest;
            whole.needs.extend(part.needs);
        }
    }
    Some(whole)
}

fn only(c: char) -> Set {
    let mut set = Set::default();
    set.add(c);
    set
}

fn of_one(set: Set) -> Gate {
    Gate { needs: vec![set], digits: usize::from(set.or(DIGITS) == DIGITS) }
}

/// A group that only groups; flags and named groups are not understood.
fn group(chars: &mut Peekable<Chars<'_>>) -> Option<Gate> {
    if chars.next_if_eq(&'?').is_some() {
        chars.next_if_eq(&':')?;
    }
    let gate = alternatives(chars)?;
    chars.next_if_eq(&')')?;
    Some(gate)
}

/// A class; one that says what it leaves out needs nothing.
fn class(chars: &mut Peekable<Chars<'_>>) -> Option<Gate> {
    let negated = chars.next_if_eq(&'^').is_some();
    let mut set = Set::default();
    loop {
        let from = match chars.next()? {
            ']' => return Some(if negated { Gate::default() } else { of_one(set) }),
            '\\' => escaped(chars)?,
            '[' | '&' if chars.peek().is_some_and(|next| matches!(next, ':' | '&')) => return None,
            c => c,
        };
        set.add(from);
        // A dash before the closing bracket stands for itself.
        let mut ahead = chars.clone();
        if ahead.next() == Some('-') && ahead.peek().is_some_and(|end| *end != ']') {
            chars.next();
            let to = match chars.next()? {
                '\\' => escaped(chars)?,
                c => c,
            };
            (from..=to).take(1 << 7).for_each(|c| set.add(c));
            set.add(to);
        }
    }
}

/// The character behind a backslash; classes such as `\w` are not understood.
fn escaped(chars: &mut Peekable<Chars<'_>>) -> Option<char> {
    match chars.next()? {
        'n' => Some('\n'),
        't' => Some('\t'),
        'x' => {
            chars.next_if_eq(&'{')?;
            let digits: String = std::iter::from_fn(|| chars.next_if(|c| *c != '}')).collect();
            chars.next()?;
            char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
        }
        c if c.is_ascii_punctuation() => Some(c),
        _ => None,
    }
}

/// The fewest repetitions that the quantifier behind a part asks for; 1 without one.
fn repetitions(chars: &mut Peekable<Chars<'_>>) -> Option<usize> {
    let fewest = match chars.peek() {
        Some('?' | '*') => 0,
        Some('+') => 1,
        Some('{') => {
            chars.next();
            let digits: String = std::iter::from_fn(|| chars.next_if(char::is_ascii_digit)).collect();
            while chars.next_if(|c| *c != '}').is_some() {}
            digits.parse().ok()?
        }
        _ => return Some(1),
    };
    chars.next()?;
    // Lazy or greedy makes no difference here.
    chars.next_if_eq(&'?');
    Some(fewest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pattern: &str, lets: &[&str], stops: &[&str]) {
        let gate = Gate::new(pattern);
        for text in lets {
            assert!(gate.lets(&Held::of(text)), "`{pattern}` stops {text:?}");
        }
        for text in stops {
            assert!(!gate.lets(&Held::of(text)), "`{pattern}` lets {text:?} through");
        }
    }

    #[test]
    fn what_cannot_be_missing_is_needed() {
        check("https?://[a-z]{1,9}", &["http://a", "https://a", "s:/htp a"], &["hello", "http a"]);
        check("[a-z]{1,9}@[a-z-]{1,9}", &["a@b"], &["ab", "@"]);
        check(
            "0[1-9][0-9]{1,3} [0-9]{3}(?:-[0-9]{2}){2}",
            &["012 345-67-89"],
            &["20 %", "012 345678", "a-b 0123456789"[..3].as_ref()],
        );
        check("\n{3,200}", &["a\nb"], &["a b"]);
        check("[\\x{1F300}-\\x{1FAFF}\\x{2600}]{1,40}", &["😀", "é"], &["e"]);
        check("<(?:img|font) ", &["<img ", "<font "], &["<b ", "img "]);
        check("(?:dot|punkt)?x", &["x"], &["dot"]);
        check("[^\n]{2}y", &["y"], &["x"]);
    }

    #[test]
    fn what_is_not_understood_is_let_through() {
        for pattern in ["(?i)a", "\\wa", "a(?P<n>b)", "(a", "[[:alpha:]]b", "a|", "*"] {
            check(pattern, &["", "1"], &[]);
        }
    }
}
