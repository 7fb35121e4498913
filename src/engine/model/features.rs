//! What the scorer sees of a sentence: hashed letter and word n-grams of folded text, the rules that matched, its place. Shared by
//! scoring and training, so that both see the same. Knows no weights.

use crate::scan::token::{self, Token};

/// Number of feature buckets; a power of two.
pub const BUCKETS: u32 = 1 << 19;

/// Longest and shortest letter n-gram inside a word.
const LETTERS: std::ops::RangeInclusive<usize> = 2..=5;
/// Longest n-gram in scripts without spaces.
const LONGEST_RUN: usize = 4;
/// Words of a sentence that are looked at; more would only dilute.
const MOST_WORDS: usize = 160;

/// A feature that is present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Feature {
    /// Its bucket.
    pub bucket: u32,
    /// What kind it is, which decides its value.
    pub group: Group,
    /// The word it comes from, or the last of two; [`u16::MAX`] for none.
    pub word: u16,
}

impl Feature {
    /// Group, bucket and word as one number, which sorts fastest.
    fn order(self) -> u64 {
        (self.group as u64) << 48 | u64::from(self.bucket) << 16 | u64::from(self.word)
    }

    /// The feature of such a number.
    fn at(order: u64) -> Self {
        let [.., group, high, middle, low, last, word_high, word_low] = order.to_be_bytes();
        let group = match group {
            0 => Group::Letters,
            1 => Group::Words,
            _ => Group::Signs,
        };
        let bucket = u32::from_be_bytes([high, middle, low, last]);
        Self { bucket, group, word: u16::from_be_bytes([word_high, word_low]) }
    }
}

/// Kinds of features; within each the values add up to the same length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Letters inside words.
    Letters,
    /// Words and pairs of words.
    Words,
    /// Rules that matched, place, form.
    Signs,
}

/// What a sentence is beside its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Place {
    /// It is the subject.
    pub subject: bool,
    /// It ends in a question mark.
    pub asks: bool,
}

/// A sentence as the scorer sees it.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// Features, each bucket once, in order of bucket within its group.
    pub features: Vec<Feature>,
    /// The words, in bytes of the sentence.
    pub words: Vec<Token>,
}

/// The features of a folded sentence. `rules` are the ids of the rules that matched it.
pub fn see(text: &str, place: Place, rules: &[&str]) -> Seen {
    let mut words = token::tokens(text);
    words.truncate(MOST_WORDS);
    let mut features = Vec::with_capacity(text.len() * 4);
    letters(text, &words, &mut features);
    pairs(text, &words, &mut features);
    let mut signs: Vec<&str> = rules.to_vec();
    signs.extend(
        [(place.subject, ".subject"), (place.asks, ".asks")]
            .into_iter()
            .filter(|(holds, _)| *holds)
            .map(|(_, name)| name),
    );
    signs.push(match words.len() {
        0..=3 => ".short",
        4..=9 => ".middle",
        10..=20 => ".long",
        _ => ".longer",
    });
    features.extend(signs.iter().map(|name| feature(&[b"s", name.as_bytes()], Group::Signs, u16::MAX)));
    features.sort_unstable();
    features.dedup_by_key(|order| *order >> 16);
    Seen { features: features.into_iter().map(Feature::at).collect(), words }
}

/// Letter n-grams: inside each word with its borders, and across characters in scripts without spaces.
fn letters(text: &str, words: &[Token], out: &mut Vec<u64>) {
    let mut bordered = String::new();
    for (i, word) in words.iter().enumerate() {
        let letters = text.get(word.start..word.end).unwrap_or_default();
        let number = u16::try_from(i).unwrap_or(u16::MAX);
        if letters.chars().next().is_some_and(token::stands_alone) {
            let run: String = words.iter().skip(i).take(LONGEST_RUN).filter_map(|w| text.get(w.start..w.end)).collect();
            for (n, (at, c)) in run.char_indices().take(LONGEST_RUN).enumerate() {
                if n > 0 {
                    out.push(feature(
                        &[b"c", run.get(..at + c.len_utf8()).unwrap_or_default().as_bytes()],
                        Group::Letters,
                        number,
                    ));
                }
            }
            continue;
        }
        bordered.clear();
        bordered.extend([" ", letters, " "]);
        for (from, _) in bordered.char_indices() {
            let mut hash = Hash::of(b"c");
            let run = bordered.get(from..).unwrap_or_default().char_indices().zip(1..=*LETTERS.end());
            for ((at, c), n) in run {
                hash.add(bordered.as_bytes().get(from + at..from + at + c.len_utf8()).unwrap_or_default());
                if LETTERS.contains(&n) {
                    out.push(Feature { bucket: hash.bucket(), group: Group::Letters, word: number }.order());
                }
            }
        }
    }
}

/// Words and pairs of neighbours.
fn pairs(text: &str, words: &[Token], out: &mut Vec<u64>) {
    let of = |w: &Token| text.get(w.start..w.end).unwrap_or_default().as_bytes();
    let mut before: &[u8] = b"^";
    for (i, word) in words.iter().enumerate() {
        let number = u16::try_from(i).unwrap_or(u16::MAX);
        let word = number_free(of(word));
        out.push(feature(&[b"w", word], Group::Words, number));
        out.push(feature(&[b"p", before, b" ", word], Group::Words, number));
        before = word;
    }
    out.push(feature(&[b"p", before, b" $"], Group::Words, u16::MAX));
}

/// One form for all numbers.
fn number_free(word: &[u8]) -> &[u8] {
    if word.first().is_some_and(u8::is_ascii_digit) { b"0" } else { word }
}

/// The order of a feature.
fn feature(parts: &[&[u8]], group: Group, word: u16) -> u64 {
    let mut hash = Hash::of(b"");
    for part in parts {
        hash.add(part);
    }
    Feature { bucket: hash.bucket(), group, word }.order()
}

/// FNV-1a, mixed and cut to the number of buckets.
struct Hash(u64);

impl Hash {
    fn of(bytes: &[u8]) -> Self {
        let mut hash = Self(0xcbf2_9ce4_8422_2325);
        hash.add(bytes);
        hash
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn bucket(&self) -> u32 {
        u32::try_from((self.0 ^ (self.0 >> 32)) & u64::from(BUCKETS - 1)).unwrap_or(0)
    }
}

/// The value of every feature: each group has the same length, so that long sentences weigh no more than short ones.
pub fn values(features: &[Feature]) -> impl Iterator<Item = (Feature, f32)> + '_ {
    let count = |group: Group| features.iter().filter(|f| f.group == group).count();
    let scale = |n: usize, weight: f32| {
        if n == 0 { 0.0 } else { weight / f32::from(u16::try_from(n).unwrap_or(u16::MAX)).sqrt() }
    };
    let (letters, words) = (scale(count(Group::Letters), 1.0), scale(count(Group::Words), 1.0));
    features.iter().map(move |f| {
        let value = match f.group {
            Group::Letters => letters,
            Group::Words => words,
            Group::Signs => SIGN,
        };
        (*f, value)
    })
}

/// Value of a sign.
const SIGN: f32 = 0.6;
