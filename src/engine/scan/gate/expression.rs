//! Reading a regular expression for what its matches cannot do without. Knows no text.

use super::{MOST_NEEDS, Need, Set};
use std::iter::Peekable;
use std::str::Chars;

/// Reads an expression from front to back; each part gives `None` for what is not understood.
pub(super) struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
    alphabet: Set,
    needs: Vec<Need>,
    /// Whether anything may stand between the last need and the next.
    loose: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(pattern: &'a str) -> Self {
        Self { chars: pattern.chars().peekable(), alphabet: Set::default(), needs: Vec::new(), loose: true }
    }

    /// What all matches consist of, and what they cannot do without.
    pub(super) fn read(mut self) -> Option<(Set, Vec<Need>)> {
        self.alternatives()?;
        self.needs.truncate(MOST_NEEDS);
        self.chars.next().is_none().then_some((self.alphabet, self.needs))
    }

    /// Reads up to the end or the closing bracket. Of several, a text needs what all of them ask for: in each place, as far as the
    /// shortest goes, what any of them has there.
    fn alternatives(&mut self) -> Option<()> {
        let (first, loose) = (self.needs.len(), self.loose);
        self.sequence()?;
        while self.chars.next_if_eq(&'|').is_some() {
            let other = self.needs.len();
            self.loose = loose;
            self.sequence()?;
            let others: Vec<Need> = self.needs.drain(other..).collect();
            self.needs.truncate(first + others.len());
            for (need, other) in self.needs.iter_mut().skip(first).zip(others) {
                *need = Need { set: need.set.or(other.set), close: need.close && other.close };
            }
            // The longer ones go on.
            self.loose = true;
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
                '.' => self.need_one_of(Set::ALL),
                '\\' => {
                    let c = self.escaped()?;
                    self.need(c);
                }
                '*' | '+' | '?' | '{' => return None,
                c => self.need(c),
            }
            let end = self.needs.len();
            let [fewest, most] = self.repetitions()?;
            self.needs.truncate(if fewest == 0 { part } else { end });
            for _ in 1..fewest.min(MOST_NEEDS) {
                let copy = self.needs.len();
                self.needs.extend_from_within(part..end);
                self.needs.get_mut(copy).into_iter().for_each(|need| need.close = !self.loose);
            }
            self.loose |= fewest == 0 || fewest != most;
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
        self.needs.push(Need { set, close: !std::mem::take(&mut self.loose) });
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

    /// The fewest and the most repetitions that the quantifier behind a part allows; one without it.
    fn repetitions(&mut self) -> Option<[usize; 2]> {
        let bounds = match self.chars.peek() {
            Some('?') => [0, 1],
            Some('*') => [0, usize::MAX],
            Some('+') => [1, usize::MAX],
            Some('{') => {
                self.chars.next();
                let fewest = self.digits()?;
                let most =
                    if self.chars.next_if_eq(&',').is_some() { self.digits().unwrap_or(usize::MAX) } else { fewest };
                self.chars.next_if(|c| *c == '}').map(|_| ())?;
                self.lazy();
                return Some([fewest, most]);
            }
            _ => return Some([1, 1]),
        };
        self.chars.next();
        self.lazy();
        Some(bounds)
    }

    fn digits(&mut self) -> Option<usize> {
        let digits: String = std::iter::from_fn(|| self.chars.next_if(char::is_ascii_digit)).collect();
        digits.parse().ok()
    }

    /// Lazy or greedy makes no difference here.
    fn lazy(&mut self) {
        self.chars.next_if_eq(&'?');
    }
}
