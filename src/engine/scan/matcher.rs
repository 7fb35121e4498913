//! The one place that names a regex crate: `regex` natively, `regex-lite` in wasm, where it costs a third of the bytes and compiles
//! at once. A test shows that both match alike. Knows no rules.

#[cfg(target_arch = "wasm32")]
use regex_lite as backend;

#[cfg(not(target_arch = "wasm32"))]
use regex as backend;

use super::gate::{Gate, Held};
use std::ops::Range;
use std::sync::OnceLock;

/// A regular expression that is compiled when a text first holds what it cannot do without.
#[derive(Debug)]
pub(crate) struct Matcher {
    pattern: String,
    gate: Gate,
    compiled: OnceLock<Option<backend::Regex>>,
}

/// A text that several expressions search.
#[derive(Debug)]
pub(crate) struct Searched<'a> {
    text: &'a str,
    held: Held,
}

impl<'a> Searched<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, held: Held::of(text) }
    }
}

impl Matcher {
    pub(crate) fn new(pattern: String) -> Self {
        Self { gate: Gate::new(&pattern), pattern, compiled: OnceLock::new() }
    }

    /// The first match that is not empty. A pattern that does not compile matches nothing; `packs lint` reports it.
    pub(crate) fn find(&self, searched: &Searched<'_>) -> Option<Range<usize>> {
        self.regex(searched)?.find_iter(searched.text).map(|m| m.range()).find(|r| !r.is_empty())
    }

    /// All matches that are not empty.
    pub(crate) fn find_all(&self, searched: &Searched<'_>) -> Vec<Range<usize>> {
        let regex = self.regex(searched);
        regex.map_or_else(Vec::new, |r| {
            r.find_iter(searched.text).map(|m| m.range()).filter(|r| !r.is_empty()).collect()
        })
    }

    /// The compiled expression, if it could match.
    fn regex(&self, searched: &Searched<'_>) -> Option<&backend::Regex> {
        let compiled = || self.compiled.get_or_init(|| backend::Regex::new(&self.pattern).ok()).as_ref();
        if self.gate.lets(searched.text, searched.held) {
            return compiled();
        }
        debug_assert!(
            !compiled().is_some_and(|r| r.is_match(searched.text)),
            "`{}` is stopped at its gate: {:?}",
            self.pattern,
            searched.text
        );
        None
    }
}

/// Says what is wrong with a pattern, for `packs lint`.
///
/// # Errors
/// The message of the regex crate, which shows the place.
#[cfg(feature = "lint")]
pub(crate) fn check(pattern: &str) -> Result<(), String> {
    backend::Regex::new(pattern).map(|_| ()).map_err(|e| e.to_string())
}
