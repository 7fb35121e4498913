//! Fetches labelled drafts from the page's own folder, and reads the clock for measuring. Must not know what is measured.

use super::{fetch_file, parse};
use compose_engine::{Draft, Verdict};

/// A draft and what it is.
#[derive(Debug, Clone)]
pub(crate) struct Labelled {
    /// The message.
    pub(crate) draft: Draft,
    /// Its label.
    pub(crate) verdict: Verdict,
}

/// The blind drafts of a language, or why they could not be had.
pub(crate) async fn fetch_blind(lang: &str) -> Result<Vec<Labelled>, String> {
    let address = format!("blind/{lang}.jsonl");
    let bytes = fetch_file(&address).await?;
    let text = String::from_utf8(bytes).map_err(|e| format!("{address}: {e}"))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| labelled(line).ok_or_else(|| format!("{address}:{}", at + 1))).collect()
}

fn labelled(line: &str) -> Option<Labelled> {
    let value = parse(line).ok()?;
    let text = |name: &str| value.get(name)?.as_text();
    Some(Labelled { draft: Draft::new(text("subject")?, text("body")?), verdict: text("verdict")?.parse().ok()? })
}

/// Milliseconds since the page began to load.
pub(crate) fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}
