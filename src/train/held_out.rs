//! Scores of drafts by models that have not seen them: cross-validation grouped by scenario for the training drafts, and the labelled
//! drafts of the corpus, which no sentence model learns from. What the second stage learns from and is measured on.

use crate::examples::{self, Example};
use crate::learn::{self, Settings};
use compose_corpus::Labelled;
use compose_engine::model::Model;
use compose_engine::model::weights::{Stored, Weights};
use compose_engine::pack::{self, compact::CompactPack};
use compose_engine::whole::{Part, signs};
use compose_engine::{Draft, Engine, Verdict};
use rayon::prelude::*;

/// Parts of the cross-validation.
pub(crate) const FOLDS: u64 = 5;

/// What stands under a scorer that is learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    /// The engine with its rules.
    Rules,
    /// The same engine without any rule.
    WithoutRules,
}

impl Base {
    /// An engine that reads `lang`.
    pub(crate) fn engine(self, lang: &str) -> anyhow::Result<Engine> {
        match self {
            Self::Rules => Ok(Engine::builtin()?),
            Self::WithoutRules => {
                let bare = |lang: &str| pack::builtin(lang).map(|p| CompactPack { rules: Vec::new(), ..p });
                Ok(Engine::with_packs(vec![bare("any")?, bare(lang)?], pack::builtin_policy()?, pack::builtin_texts()?))
            }
        }
    }

    fn with(self, lang: &str, stored: Stored) -> anyhow::Result<Engine> {
        Ok(self.engine(lang)?.with_model(lang, Some(Model::new(Weights::new(stored)))))
    }
}

/// Which drafts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Training drafts: one to four sentences, many of them near misses.
    Training,
    /// Labelled drafts of the corpus: whole messages.
    Corpus,
}

/// A draft by the scores of its sentences.
#[derive(Debug, Clone)]
pub(crate) struct Judged {
    pub(crate) lang: String,
    pub(crate) kind: Kind,
    pub(crate) verdict: Verdict,
    /// See [`signs`].
    pub(crate) signs: Vec<f32>,
    /// Drafts of one scenario stay together.
    pub(crate) fold: u64,
}

/// Every training draft of a language, scored by the model that was learned without its scenario.
pub(crate) fn training(
    base: Base,
    lang: &str,
    drafts: &[Labelled],
    examples: &[Example],
    settings: &Settings,
) -> anyhow::Result<Vec<Judged>> {
    let folds: Vec<u64> = drafts.iter().map(|d| fold(lang, d)).collect();
    let parts: Vec<Vec<Judged>> = (0..FOLDS)
        .into_par_iter()
        .map(|number| {
            let kept: Vec<Example> = examples.iter().filter(|e| folds.get(e.draft) != Some(&number)).cloned().collect();
            let engine = base.with(lang, learn::learn_both(&kept, drafts, settings)?)?;
            let left_out = drafts.iter().zip(&folds).filter(|(_, f)| **f == number);
            Ok(left_out.map(|(d, _)| judged(&engine, lang, Kind::Training, d)).collect())
        })
        .collect::<anyhow::Result<_>>()?;
    Ok(parts.into_iter().flatten().collect())
}

/// The labelled drafts of the corpus, scored with weights that were learned without them.
pub(crate) fn corpus(base: Base, lang: &str, drafts: &[Labelled], stored: &Stored) -> anyhow::Result<Vec<Judged>> {
    let engine = base.with(lang, stored.clone())?;
    Ok(drafts.iter().map(|d| judged(&engine, lang, Kind::Corpus, d)).collect())
}

fn judged(engine: &Engine, lang: &str, kind: Kind, draft: &Labelled) -> Judged {
    let scores = engine.scores(&Draft::new(&draft.subject, &draft.body), &examples::context(draft));
    let parts: Vec<Part<'_>> = scores.iter().map(|(score, subject)| Part { score, subject: *subject }).collect();
    Judged { lang: lang.to_owned(), kind, verdict: draft.verdict, signs: signs(&parts), fold: fold(lang, draft) }
}

fn fold(lang: &str, draft: &Labelled) -> u64 {
    hash(&format!("{lang} {}", draft.scenario)) % FOLDS
}

/// FNV-1a.
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}
