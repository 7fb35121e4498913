//! The engine: packs and policy at hand, and the one call that reviews a draft. Immutable; may be shared between threads.

use crate::assemble;
use crate::draft::{Context, Draft};
use crate::model::Model;
use crate::pack::compact::{CompactPack, CompactRule};
use crate::pack::policy::PolicyBook;
use crate::pack::texts::Texts;
use crate::pack::{self, PackError};
use crate::reading;
use crate::review::Review;
use crate::scan::Scanner;
use crate::segment::Habits;
use crate::session::ScanCache;
use crate::verdict::whole::Whole;

/// Pack of rules that hold in every language.
const ANY: &str = "any";
/// The pack that reads a draft whose language is not given and cannot be told.
const FALLBACK: &str = "en";

/// Reviews drafts.
#[derive(Debug)]
pub struct Engine {
    scanners: Vec<Scanner>,
    habits: Vec<Habits>,
    placeholders: Vec<(String, String)>,
    policy: PolicyBook,
    texts: Texts,
    /// Learned weights by number of the pack.
    models: Vec<Option<Model>>,
    /// The second stage, which judges drafts by the scores of their sentences.
    whole: Option<Whole>,
}

impl Engine {
    /// An engine with every pack of this build.
    ///
    /// # Errors
    /// If a pack cannot be read.
    pub fn builtin() -> Result<Self, PackError> {
        let packs = pack::builtin_languages().map(pack::builtin).collect::<Result<Vec<_>, _>>()?;
        Ok(Self::with_packs(packs, pack::builtin_policy()?, pack::builtin_texts()?))
    }

    /// An engine with the given packs; the one named `any` is asked about every draft.
    pub fn with_packs(packs: Vec<CompactPack>, policy: PolicyBook, texts: Texts) -> Self {
        let mut placeholders: Vec<(String, String)> = packs.iter().flat_map(|p| p.placeholders.clone()).collect();
        placeholders.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
        let scanners: Vec<Scanner> = packs.into_iter().map(Scanner::new).collect();
        let habits = scanners.iter().map(|s| habits(&scanners, s)).collect();
        let models = scanners.iter().map(|s| pack::builtin_weights(s.lang()).map(Model::new)).collect();
        Self {
            scanners,
            habits,
            placeholders,
            policy,
            texts,
            models,
            whole: pack::builtin_whole().and_then(Whole::read),
        }
    }

    /// The answer about `draft`. The same draft, context and packs give the same review.
    pub fn review(&self, draft: &Draft, context: &Context) -> Review {
        self.review_with(draft, context, &mut ScanCache::default())
    }

    pub(crate) fn review_with(&self, draft: &Draft, context: &Context, cache: &mut ScanCache) -> Review {
        let lang = Self::language(context);
        let packs = self.packs_for(&lang);
        let reading = reading::read(self, &packs, draft, cache);
        assemble::review(self, draft, context, &lang, &reading)
    }

    /// The policy that reviews refer to.
    pub fn policy(&self) -> &PolicyBook {
        &self.policy
    }

    /// Every rule at hand with its language, in pack order.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &CompactRule)> {
        self.scanners.iter().flat_map(|s| s.rules().iter().map(|r| (s.lang(), r)))
    }

    /// The rules that read a draft of this language.
    pub(crate) fn rules_for(&self, lang: &str) -> impl Iterator<Item = &CompactRule> {
        self.packs_for(lang).into_iter().filter_map(|p| self.scanner(p)).flat_map(Scanner::rules)
    }

    /// Languages of the packs at hand.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.scanners.iter().map(Scanner::lang).filter(|l| *l != ANY)
    }

    /// Numbers of the packs that read a draft of this language.
    pub(crate) fn packs_for(&self, lang: &str) -> Vec<usize> {
        let reads = |s: &Scanner| s.lang() == ANY || s.lang() == lang;
        self.scanners.iter().enumerate().filter(|(_, s)| reads(s)).map(|(i, _)| i).collect()
    }

    /// The primary language that `context` names, or the fallback.
    fn language(context: &Context) -> String {
        let given = context.lang.as_deref().map(|l| l.split(['-', '_']).next().unwrap_or(l).to_ascii_lowercase());
        given.unwrap_or_else(|| FALLBACK.to_owned())
    }

    /// The same engine with other weights for a language, or none.
    #[must_use]
    pub fn with_model(mut self, lang: &str, model: Option<Model>) -> Self {
        let number = self.scanners.iter().position(|s| s.lang() == lang);
        if let Some(slot) = number.and_then(|n| self.models.get_mut(n)) {
            *slot = model;
        }
        self
    }

    /// What the scorer would see of each of the seller's sentences.
    #[cfg(feature = "train")]
    pub fn see(&self, draft: &Draft, context: &Context) -> Vec<crate::model::features::Seen> {
        reading::seen(self, &self.packs_for(&Self::language(context)), draft)
    }

    /// The same engine with another second stage, or none.
    #[must_use]
    pub fn with_whole(self, whole: Option<Whole>) -> Self {
        Self { whole, ..self }
    }

    /// The score of each of the seller's sentences, and whether it is the subject.
    #[cfg(feature = "train")]
    pub fn scores(&self, draft: &Draft, context: &Context) -> Vec<(crate::model::Score, bool)> {
        let packs = self.packs_for(&Self::language(context));
        let reading = reading::read(self, &packs, draft, &mut ScanCache::default());
        let scored = reading.sentences.iter().zip(reading.scores);
        scored.filter_map(|(s, scored)| Some((scored?.score, s.field == crate::draft::Field::Subject))).collect()
    }

    pub(crate) fn whole(&self) -> Option<&Whole> {
        self.whole.as_ref()
    }

    pub(crate) fn model(&self, pack: usize) -> Option<&Model> {
        self.models.get(pack).and_then(Option::as_ref)
    }

    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    pub(crate) fn scanner(&self, pack: usize) -> Option<&Scanner> {
        self.scanners.get(pack)
    }

    /// Habits of the last pack named, which is the language's own.
    pub(crate) fn habits(&self, packs: &[usize]) -> &Habits {
        static NONE: Habits = Habits { abbreviations: Vec::new(), quote_headers: Vec::new() };
        packs.last().and_then(|&p| self.habits.get(p)).unwrap_or(&NONE)
    }

    pub(crate) fn placeholders(&self) -> &[(String, String)] {
        &self.placeholders
    }
}

fn habits(all: &[Scanner], own: &Scanner) -> Habits {
    let shared = all.iter().filter(|s| s.lang() == ANY);
    let quote_headers = all.iter().flat_map(|s| s.pack().quote_headers.clone()).collect();
    let mut abbreviations: Vec<String> =
        shared.chain(std::iter::once(own)).flat_map(|s| s.pack().abbreviations.clone()).collect();
    abbreviations.sort();
    abbreviations.dedup();
    Habits { abbreviations, quote_headers }
}
