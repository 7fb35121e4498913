//! The learned scorer: how probable each role and category of a sentence is, and which of its words say so. Knows no verdict.

pub mod features;
pub mod weights;

use crate::pack::category::{Category, Class};
use features::Seen;
use weights::Weights;

/// What a sentence can be: a category, or one of the two kinds that decide nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// About this.
    Category(Category),
    /// Greeting, sign-off, apology.
    Courtesy,
    /// A fact that only sets up a question.
    Background,
}

impl Label {
    /// Number of labels.
    pub const COUNT: usize = Category::ALL.len() + 2;

    /// All labels in order of their number.
    pub fn all() -> impl Iterator<Item = Self> {
        Category::ALL.iter().map(|c| Self::Category(*c)).chain([Self::Courtesy, Self::Background])
    }

    /// The label of this name.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "courtesy" => Some(Self::Courtesy),
            "background" => Some(Self::Background),
            category => category.parse().ok().map(Self::Category),
        }
    }

    /// Whether a sentence with it is critical, non-critical or neither. Thanks alone decide nothing beside other content.
    pub fn class(self) -> Class {
        match self {
            Self::Category(Category::Thanks) | Self::Courtesy | Self::Background => Class::Neutral,
            Self::Category(category) => category.class(),
        }
    }
}

/// How many things a draft can be called: each sentence votes for or against each of them.
pub const VOTES: usize = 4;

/// What is known of one sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Probabilities by number of the label; they add up to 1.
    pub labels: Vec<f32>,
    /// What the sentence's words say about the draft as a whole, by what it can be called; any number.
    pub votes: [f32; VOTES],
}

impl Score {
    /// Probability that the sentence belongs to the class.
    pub fn class(&self, class: Class) -> f32 {
        self.labels.iter().zip(Label::all()).filter(|(_, l)| l.class() == class).map(|(p, _)| p).sum()
    }

    /// The most probable category of the class.
    pub fn best(&self, class: Class) -> Option<(Category, f32)> {
        let of_class = self.labels.iter().zip(Label::all()).filter_map(|(p, l)| match l {
            Label::Category(c) if l.class() == class => Some((c, *p)),
            Label::Category(_) | Label::Courtesy | Label::Background => None,
        });
        of_class.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Probability of one label.
    pub fn of(&self, label: Label) -> f32 {
        self.labels.iter().zip(Label::all()).find(|(_, l)| *l == label).map_or(0.0, |(p, _)| *p)
    }
}

/// A language's weights, ready to score.
#[derive(Debug)]
pub struct Model {
    weights: Weights,
    /// By class of [`REASONS`], the share of each label.
    shares: [Vec<f32>; REASONS.len()],
}

/// The classes that words speak for or against.
const REASONS: [Class; 2] = [Class::Critical, Class::NonCritical];

/// What is known of one sentence and its words.
#[derive(Debug)]
pub(crate) struct Scored {
    pub(crate) score: Score,
    /// How much each word speaks for critical rather than against it, by number of the word.
    pub(crate) critical: Vec<f32>,
    /// The same for not critical.
    pub(crate) non_critical: Vec<f32>,
}

impl Model {
    /// A model over these weights.
    pub fn new(weights: Weights) -> Self {
        Self { weights, shares: REASONS.map(shares) }
    }

    /// The probabilities of a sentence.
    pub fn score(&self, seen: &Seen) -> Score {
        self.read(seen).score
    }

    /// The probabilities of a sentence, and what its words say about them.
    pub(crate) fn read(&self, seen: &Seen) -> Scored {
        let mut sums = self.weights.bias();
        let mut words = [vec![0.0; seen.words.len()], vec![0.0; seen.words.len()]];
        for (feature, value) in features::values(&seen.features) {
            let mut speaks = [0.0; REASONS.len()];
            for (label, weight) in self.weights.of(feature.bucket) {
                if let Some(sum) = sums.get_mut(label) {
                    *sum += weight * value;
                }
                for (sum, shares) in speaks.iter_mut().zip(&self.shares) {
                    *sum += shares.get(label).map_or(0.0, |share| weight * value * share);
                }
            }
            for (words, sum) in words.iter_mut().zip(speaks) {
                words.get_mut(usize::from(feature.word)).into_iter().for_each(|word| *word += sum);
            }
        }
        let votes = sums.split_off(Label::COUNT.min(sums.len()));
        let score = Score { labels: softmax(&sums), votes: votes.try_into().unwrap_or_default() };
        let [critical, non_critical] = words;
        Scored { score, critical, non_critical }
    }
}

/// The share of each label in what a word says for a class rather than against it.
fn shares(class: Class) -> Vec<f32> {
    let members = Label::all().filter(|l| l.class() == class).count();
    let (own, other) = (1.0 / to_f32(members), -1.0 / to_f32(Label::COUNT - members));
    Label::all().map(|l| if l.class() == class { own } else { other }).collect()
}

/// A count as a weight is, at most [`u16::MAX`].
pub(crate) fn to_f32(n: usize) -> f32 {
    f32::from(u16::try_from(n).unwrap_or(u16::MAX))
}

/// Probabilities from sums, without overflow.
pub fn softmax(sums: &[f32]) -> Vec<f32> {
    let top = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = sums.iter().map(|s| exp(s - top)).collect();
    let total: f32 = powers.iter().sum();
    powers.iter().map(|p| p / total).collect()
}

/// The exponential function for `x` ≤ 0 by plain arithmetic, so that every host gives the same bits.
fn exp(x: f32) -> f32 {
    if x < -30.0 {
        return 0.0;
    }
    // e^x = (e^(x/64))^64, and a short series is exact enough for so small a number.
    let t = x / 64.0;
    let series = 1.0 + t * (1.0 + t * (0.5 + t * (1.0 / 6.0 + t / 24.0)));
    (0..6).fold(series, |p, _| p * p)
}
