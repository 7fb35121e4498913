//! The engine: packs and policy at hand, and the one call that reviews a draft. Immutable; may be shared between threads.

use crate::assemble::{self, Langs};
use crate::decode::{self, Decoded};
use crate::draft::{Context, Draft};
use crate::identify::Identifier;
use crate::language::Language;
use crate::model::Model;
use crate::pack::bundle::Bundle;
use crate::pack::compact::{CompactPack, CompactRule, Head};
use crate::pack::policy::PolicyBook;
use crate::pack::texts::Texts;
use crate::pack::{self, PackError};
use crate::reading;
use crate::review::Review;
use crate::scan::Scanner;
use crate::segment::Habits;
use crate::session::ScanCache;
use crate::verdict::whole::Whole;
use std::sync::Arc;

/// Pack of rules that hold in every language.
const ANY: &str = "any";
/// The pack that reads a draft whose language is not given and cannot be told.
const FALLBACK: &str = "en";

/// Reviews drafts.
#[derive(Debug)]
pub struct Engine {
    languages: Vec<Language>,
    /// By number of the language.
    habits: Vec<Habits>,
    placeholders: Vec<(String, String)>,
    identifier: Identifier,
    policy: Arc<PolicyBook>,
    texts: Texts,
    /// The second stage, which judges drafts by the scores of their sentences.
    whole: Option<Whole>,
}

impl Engine {
    /// An engine with every pack of this build; a language is opened when a draft first needs it.
    ///
    /// # Errors
    /// If a pack cannot be read.
    pub fn builtin() -> Result<Self, PackError> {
        let languages =
            pack::builtin_languages().map(|l| Bundle::builtin(l).map(Language::new)).collect::<Result<_, _>>()?;
        Ok(Self::with_languages(languages, pack::builtin_policy()?, pack::builtin_texts()?))
    }

    /// An engine with the given packs; the one named `any` is asked about every draft.
    pub fn with_packs(packs: Vec<CompactPack>, policy: PolicyBook, texts: Texts) -> Self {
        Self::with_languages(packs.into_iter().map(Language::with_pack).collect(), policy, texts)
    }

    fn with_languages(languages: Vec<Language>, policy: PolicyBook, texts: Texts) -> Self {
        let mut engine = Self {
            languages,
            habits: Vec::new(),
            placeholders: Vec::new(),
            identifier: Identifier::new(pack::builtin_language_marks()),
            policy: Arc::new(policy),
            texts,
            whole: pack::builtin_whole().and_then(Whole::read),
        };
        engine.read_heads();
        engine
    }

    /// Takes in a language from its file, as [`Bundle::write`] makes it. One that is there already stays as it is.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn add_language(&mut self, file: &[u8]) -> Result<(), PackError> {
        let language = Language::new(Bundle::read(file)?);
        if !self.reads(language.lang()) {
            self.languages.push(language);
            self.read_heads();
        }
        Ok(())
    }

    /// Whether there are rules for this language.
    pub fn reads(&self, lang: &str) -> bool {
        self.languages().any(|l| l == lang)
    }

    /// What is put together from all languages at hand.
    fn read_heads(&mut self) {
        let heads: Vec<&Head> = self.languages.iter().map(Language::head).collect();
        let mut placeholders: Vec<(String, String)> = heads.iter().flat_map(|h| h.placeholders.clone()).collect();
        placeholders.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
        placeholders.dedup();
        self.habits = heads.iter().map(|own| habits(&heads, own)).collect();
        self.placeholders = placeholders;
    }

    /// The answer about `draft`. The same draft, context and packs give the same review.
    pub fn review(&self, draft: &Draft, context: &Context) -> Review {
        self.review_with(draft, context, &mut ScanCache::default())
    }

    pub(crate) fn review_with(&self, draft: &Draft, context: &Context, cache: &mut ScanCache) -> Review {
        let written = self.written(draft, context);
        let lang = written.as_deref().unwrap_or_else(|| self.usual(context));
        let reading = reading::read(self, &self.packs_for(lang), draft, cache);
        let subject = cache.subject(&draft.subject, &self.policy.markers);
        let langs = Langs { read_in: lang, written: written.as_deref() };
        assemble::review(self, draft, context, langs, &reading, subject)
    }

    /// What a text is that a seller got from the marketplace: which notice, why, what to do.
    pub fn decode(&self, text: &str) -> Decoded {
        decode::decode(text, &pack::builtin_decoding())
    }

    /// The policy that reviews refer to.
    pub fn policy(&self) -> &PolicyBook {
        &self.policy
    }

    /// The same, for a host that keeps it beside an engine that it changes.
    pub fn shared_policy(&self) -> Arc<PolicyBook> {
        Arc::clone(&self.policy)
    }

    /// Every rule at hand with its language, in pack order.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &CompactRule)> {
        self.languages.iter().flat_map(|l| l.scanner().rules().iter().map(|r| (l.lang(), r)))
    }

    /// The rules that read a draft of this language.
    pub(crate) fn rules_for(&self, lang: &str) -> impl Iterator<Item = &CompactRule> {
        self.packs_for(lang).into_iter().filter_map(|p| self.scanner(p)).flat_map(Scanner::rules)
    }

    /// Languages of the packs at hand.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(Language::lang).filter(|l| *l != ANY)
    }

    /// Numbers of the packs that read a draft of this language.
    pub(crate) fn packs_for(&self, lang: &str) -> Vec<usize> {
        let reads = |l: &Language| l.lang() == ANY || l.lang() == lang;
        self.languages.iter().enumerate().filter(|(_, l)| reads(l)).map(|(i, _)| i).collect()
    }

    /// The language a draft is written in, by its script and its function words; nothing where too little speaks for one. It may be one that
    /// this engine has no rules for.
    pub fn identify(&self, draft: &Draft) -> Option<&'static str> {
        self.identifier.identify(draft)
    }

    /// The language that a draft is read in: the primary one that `context` names, else the draft's own, else that of the marketplace, else
    /// English. It may be one that this engine has no rules for.
    pub fn language(&self, draft: &Draft, context: &Context) -> String {
        self.written(draft, context).unwrap_or_else(|| self.usual(context).to_owned())
    }

    /// The primary language that the host or the seller names, else the one that can be told.
    fn written(&self, draft: &Draft, context: &Context) -> Option<String> {
        let named = context.lang.as_deref().map(|l| l.split(['-', '_']).next().unwrap_or(l).to_ascii_lowercase());
        named.or_else(|| self.identify(draft).map(str::to_owned))
    }

    /// The language that buyers of the context's marketplace are mostly written to in, or English.
    fn usual(&self, context: &Context) -> &str {
        context.marketplace.as_deref().and_then(|code| self.identifier.usual(code)).unwrap_or(FALLBACK)
    }

    /// Whether buyers of a marketplace are written to in this language; nothing where the marketplace is not known.
    pub(crate) fn is_read(&self, lang: &str, marketplace: &str) -> Option<bool> {
        self.identifier.is_read(lang, marketplace)
    }

    /// The same engine with other weights for a language, or none.
    #[must_use]
    pub fn with_model(mut self, lang: &str, model: Option<Model>) -> Self {
        if let Some(number) = self.languages.iter().position(|l| l.lang() == lang) {
            let other = self.languages.remove(number).with_model(model);
            self.languages.insert(number, other);
        }
        self
    }

    /// What the scorer would see of each of the seller's sentences.
    #[cfg(feature = "train")]
    pub fn see(&self, draft: &Draft, context: &Context) -> Vec<crate::model::features::Seen> {
        reading::seen(self, &self.packs_for(&self.language(draft, context)), draft)
    }

    /// The same engine with another second stage, or none.
    #[must_use]
    pub fn with_whole(self, whole: Option<Whole>) -> Self {
        Self { whole, ..self }
    }

    /// The score of each of the seller's sentences, and whether it is the subject.
    #[cfg(feature = "train")]
    pub fn scores(&self, draft: &Draft, context: &Context) -> Vec<(crate::model::Score, bool)> {
        let packs = self.packs_for(&self.language(draft, context));
        let reading = reading::read(self, &packs, draft, &mut ScanCache::default());
        let scored = reading.sentences.iter().zip(reading.scores);
        scored.filter_map(|(s, scored)| Some((scored?.score, s.field == crate::draft::Field::Subject))).collect()
    }

    pub(crate) fn whole(&self) -> Option<&Whole> {
        self.whole.as_ref()
    }

    pub(crate) fn model(&self, pack: usize) -> Option<&Model> {
        self.languages.get(pack).and_then(Language::model)
    }

    pub(crate) fn texts(&self) -> &Texts {
        &self.texts
    }

    pub(crate) fn scanner(&self, pack: usize) -> Option<&Scanner> {
        self.languages.get(pack).map(Language::scanner)
    }

    /// Habits of the last pack named, which is the language's own.
    pub(crate) fn habits(&self, packs: &[usize]) -> &Habits {
        static NONE: Habits = Habits { abbreviations: Vec::new(), quote_headers: Vec::new(), greetings: Vec::new() };
        packs.last().and_then(|&p| self.habits.get(p)).unwrap_or(&NONE)
    }

    pub(crate) fn placeholders(&self) -> &[(String, String)] {
        &self.placeholders
    }
}

fn habits(all: &[&Head], own: &Head) -> Habits {
    let shared = all.iter().copied().filter(|h| h.lang == ANY);
    let quote_headers = all.iter().flat_map(|h| h.quote_headers.clone()).collect();
    let read: Vec<&Head> = shared.chain(std::iter::once(own)).collect();
    let greetings = read.iter().flat_map(|h| h.greetings.clone()).collect();
    let mut abbreviations: Vec<String> = read.iter().flat_map(|h| h.abbreviations.clone()).collect();
    abbreviations.sort();
    abbreviations.dedup();
    Habits { abbreviations, quote_headers, greetings }
}
