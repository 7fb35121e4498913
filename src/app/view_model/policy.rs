//! The card of a policy row: fact, how well it is known, sources. Must not know the DOM.

use crate::text::texts;
use compose_engine::pack::policy::{PolicyBook, Row, Source};
use std::rc::Rc;

/// What the card of a row paints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RowView {
    /// `M-06`, …
    pub(crate) id: Rc<str>,
    /// The fact.
    pub(crate) title: String,
    /// How well it is known, in words.
    pub(crate) known: &'static str,
    /// Since when it holds, in words; empty where that is not said.
    pub(crate) since: String,
    /// What to do in a grey area; empty otherwise.
    pub(crate) advice: String,
    /// Where it was read.
    pub(crate) sources: Vec<SourceView>,
}

/// A source with its main address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceView {
    /// Name of the site.
    pub(crate) site: String,
    /// Address.
    pub(crate) url: String,
    /// Date in words.
    pub(crate) date: String,
}

/// The card of the row with this id; one that says so if the book has no such row.
pub(crate) fn row(id: &Rc<str>, book: &PolicyBook) -> RowView {
    let found = book.row(id);
    let since = |row: &Row| match row.effective.as_deref() {
        Some("old") => texts().row_old.to_owned(),
        Some(when) => when.to_owned(),
        None => String::new(),
    };
    RowView {
        id: Rc::clone(id),
        title: found.map_or_else(|| texts().row_missing.to_owned(), |row| row.title.clone()),
        known: found.map_or("", |row| (texts().known_of)(row.confidence)),
        since: found.map(since).unwrap_or_default(),
        advice: found.and_then(|row| row.advice.clone()).unwrap_or_default(),
        sources: found.into_iter().flat_map(|row| &row.sources).filter_map(|key| source(book.source(key)?)).collect(),
    }
}

/// The source with its main address; none without an address that a browser opens.
pub(crate) fn source(source: &Source) -> Option<SourceView> {
    let url = source.urls.iter().find(|url| url.starts_with("https://") || url.starts_with("http://"))?;
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let host = rest.split('/').next().unwrap_or(rest);
    let site = host.strip_prefix("www.").unwrap_or(host).to_owned();
    Some(SourceView { site, url: url.clone(), date: source.date.clone() })
}
