//! A rule or a policy row in words, for `Checker.explain`. Holds no words of its own.

use compose_engine::pack::policy::{Confidence, PolicyBook, Source};
use compose_engine::{Engine, Severity};
use serde::Serialize;

/// What is known about an id.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Explained<'a> {
    /// A rule.
    Rule {
        id: &'a str,
        lang: &'a str,
        severity: Severity,
        what: &'a str,
        why: &'a str,
        #[serde(rename = "do")]
        action: &'a str,
        rows: Vec<RowText<'a>>,
    },
    /// A policy row.
    Row(RowText<'a>),
}

/// A policy row with its sources.
#[derive(Serialize)]
pub(crate) struct RowText<'a> {
    id: &'a str,
    title: &'a str,
    confidence: Confidence,
    since: Option<&'a str>,
    advice: Option<&'a str>,
    sources: Vec<&'a Source>,
}

/// The rule or row with this id, if there is one among what was loaded.
pub(crate) fn explain<'a>(engine: &'a Engine, id: &str) -> Option<Explained<'a>> {
    let book = engine.policy();
    let rule = engine.rules().find(|(_, rule)| rule.id == id).map(|(lang, rule)| Explained::Rule {
        id: &rule.id,
        lang,
        severity: rule.severity,
        what: &rule.what,
        why: &rule.why,
        action: &rule.action,
        rows: rule.policy.iter().filter_map(|id| row(book, id)).collect(),
    });
    rule.or_else(|| row(book, id).map(Explained::Row))
}

fn row<'a>(book: &'a PolicyBook, id: &str) -> Option<RowText<'a>> {
    let row = book.row(id)?;
    Some(RowText {
        id: &row.id,
        title: &row.title,
        confidence: row.confidence,
        since: row.effective.as_deref(),
        advice: row.advice.as_deref(),
        sources: row.sources.iter().filter_map(|key| book.source(key)).collect(),
    })
}
