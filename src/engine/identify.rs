//! Which language a text is written in, by its script and its function words, and which is usual in a marketplace. Knows no rules.

use crate::draft::Draft;
use crate::fold;
use crate::scan::chains::{Chains, hash};
use crate::scan::token;

/// Bytes of subject and body that are looked at: some hundred words tell a language.
const ENOUGH: usize = 800;
/// What all languages that have a word share.
const SHARE: u32 = 12;
/// Less than this says nothing: two words that no other language has.
const LEAST: u32 = 2 * SHARE;
/// The first language must have half as much again as the second.
const LEAD: (u32, u32) = (3, 2);

/// Tells languages apart.
#[derive(Debug, Default)]
pub(crate) struct Identifier {
    langs: Vec<&'static str>,
    /// Word, or code of a marketplace in capitals, and number of a language that has it, by language.
    words: Vec<(&'static str, usize)>,
    /// The same by hash of the word.
    by_word: Chains,
}

impl Identifier {
    /// From lines of a language, its words and the codes of its marketplaces, parted by spaces.
    pub(crate) fn new(lines: &'static str) -> Self {
        let mut identifier = Self { by_word: Chains::with_capacity(lines.len() / 8), ..Self::default() };
        for line in lines.lines() {
            let mut words = line.split(' ');
            let number = identifier.langs.len();
            identifier.langs.extend(words.next());
            for word in words {
                identifier
                    .by_word
                    .insert(hash(word.as_bytes()), u32::try_from(identifier.words.len()).unwrap_or(u32::MAX));
                identifier.words.push((word, number));
            }
        }
        identifier
    }

    /// The language of a draft; nothing where too little speaks for one.
    pub(crate) fn identify(&self, draft: &Draft) -> Option<&'static str> {
        let own = draft.body.lines().filter(|line| !line.trim_start().starts_with('>'));
        let mut text = String::with_capacity(ENOUGH + 4);
        for c in std::iter::once(draft.subject.as_str()).chain(own).flat_map(|line| line.chars().chain(['\n'])) {
            if text.len() >= ENOUGH {
                break;
            }
            text.push(c);
        }
        let folded = fold::letters(&text);
        by_script(&folded).or_else(|| self.by_words(&folded))
    }

    /// The language that buyers of a marketplace are mostly written to in, if it is known.
    pub(crate) fn usual(&self, marketplace: &str) -> Option<&'static str> {
        let code = marketplace.to_ascii_uppercase();
        let first = self.languages_with(&code).min()?;
        self.langs.get(first).copied()
    }

    /// Whether buyers of a marketplace are written to in this language; nothing where the marketplace is not known.
    pub(crate) fn is_read(&self, lang: &str, marketplace: &str) -> Option<bool> {
        let code = marketplace.to_ascii_uppercase();
        let named = |number: usize| self.langs.get(number).is_some_and(|l| *l == lang);
        self.languages_with(&code).next()?;
        Some(self.languages_with(&code).any(named))
    }

    /// Numbers of the languages that have a word or are usual in a marketplace.
    fn languages_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let found = self.by_word.of(hash(word.as_bytes())).filter_map(|at| self.words.get(at as usize));
        found.filter(move |(known, _)| *known == word).map(|(_, number)| *number)
    }

    fn by_words(&self, text: &str) -> Option<&'static str> {
        let mut sums = vec![0u32; self.langs.len()];
        for token in token::tokens(text) {
            let word = text.get(token.start..token.end).unwrap_or_default();
            let with = u32::try_from(self.languages_with(word).count()).unwrap_or(u32::MAX);
            let share = SHARE.checked_div(with).unwrap_or(0);
            for number in self.languages_with(word) {
                sums.get_mut(number).into_iter().for_each(|sum| *sum += share);
            }
        }
        let (best, most) = sums.iter().copied().enumerate().max_by_key(|(_, sum)| *sum)?;
        let second = sums.iter().copied().enumerate().filter(|(n, _)| *n != best).map(|(_, sum)| sum).max()?;
        let (times, per) = LEAD;
        (most >= LEAST && most * per >= second * times).then(|| self.langs.get(best).copied()).flatten()
    }
}

/// Japanese and Arabic, where their letters are more than names and addresses in Latin ones make few.
fn by_script(text: &str) -> Option<&'static str> {
    let (mut latin, mut japanese, mut arabic) = (0, 0, 0);
    for c in text.chars() {
        match c {
            'a'..='z' => latin += 1,
            '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' => japanese += 1,
            '\u{0600}'..='\u{06ff}' => arabic += 1,
            _ => {}
        }
    }
    // A Japanese letter says as much as three Latin ones, an Arabic one as much as two: it leaves out short vowels.
    match () {
        () if japanese > 2 && 3 * japanese > latin => Some("ja"),
        () if arabic > 2 && 2 * arabic > latin => Some("ar"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Identifier;
    use crate::draft::Draft;
    use crate::pack::builtin_language_marks;

    #[test]
    fn a_sentence_tells_its_language_and_a_name_does_not() {
        let identifier = Identifier::new(builtin_language_marks());
        let cases = [
            ("Welche Gravur soll auf die Innenseite, und wie viele Zeichen hat sie?", Some("de")),
            ("Which engraving should we put on the inside of the ring?", Some("en")),
            ("Quelle gravure souhaitez-vous sur la face intérieure de votre bague ?", Some("fr")),
            ("お名前の漢字を教えてください。", Some("ja")),
            ("Bo 12", None),
            ("", None),
            (
                "> Guten Tag, wie und wo ist die Gravur?\nThank you for the answer, we have put it on the ring.",
                Some("en"),
            ),
        ];
        for (body, expected) in cases {
            assert_eq!(identifier.identify(&Draft::new("", body)), expected, "{body}");
        }
    }

    #[test]
    fn marketplaces_have_a_usual_language_and_folded_words_are_none() {
        let identifier = Identifier::new(builtin_language_marks());
        for (code, expected) in
            [("DE", Some("de")), ("br", Some("pt")), ("US", Some("en")), ("be", Some("fr")), ("", None), ("und", None)]
        {
            assert_eq!(identifier.usual(code), expected, "{code}");
        }
        for (lang, code, expected) in
            [("nl", "BE", Some(true)), ("es", "us", Some(true)), ("en", "DE", Some(false)), ("en", "XX", None)]
        {
            assert_eq!(identifier.is_read(lang, code), expected, "{lang} in {code}");
        }
    }
}
