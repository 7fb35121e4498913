//! Packs: rules and policy as data. Knows how they are written and stored, nothing of drafts.

pub mod bundle;
pub mod category;
pub mod compact;
pub mod compile;
pub(crate) mod decoding;
pub(crate) mod flat;
#[cfg(feature = "lint")]
pub mod lint;
pub mod policy;
pub mod reference;
pub mod spec;
pub mod stored;
pub mod texts;
mod unfold;

use crate::scan::token;
use compact::CompactPack;
use flat::FlatPack;
use std::fmt;

/// A pack that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackError {
    /// Which pack.
    pub pack: String,
    /// What is wrong with it.
    pub message: String,
}

impl fmt::Display for PackError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "pack `{}`: {}", self.pack, self.message)
    }
}

impl std::error::Error for PackError {}

/// The packs that this build carries: language and compact form.
static BUILTIN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));
static WEIGHTS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/weights.rs"));
static WHOLE: Option<&[u8]> = include!(concat!(env!("OUT_DIR"), "/whole.rs"));
static POLICY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policy.pack"));
static LANGUAGE_MARKS: &str = include_str!(concat!(env!("OUT_DIR"), "/languages.txt"));
static DECODING: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/decoding.pack"));
static TEXTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/texts.pack"));

/// Languages of the packs in this build, `any` among them.
pub fn builtin_languages() -> impl Iterator<Item = &'static str> {
    BUILTIN.iter().map(|(lang, _)| *lang)
}

/// Reads one of the packs in this build.
///
/// # Errors
/// If there is no such pack, or it was made by another version.
pub fn builtin(lang: &str) -> Result<CompactPack, PackError> {
    let read = |bytes| {
        let (head, rest) = stored::read_head(bytes)?;
        Ok(FlatPack::read(rest)?.into_compact(head))
    };
    read(stored_pack(lang)?).map_err(|message| PackError { pack: lang.to_owned(), message })
}

fn stored_pack(lang: &str) -> Result<&'static [u8], PackError> {
    let found = BUILTIN.iter().find(|(l, _)| *l == lang).map(|(_, bytes)| *bytes);
    found.ok_or_else(|| PackError { pack: lang.to_owned(), message: "not in this build".to_owned() })
}

/// Empty for a language that has learned nothing yet.
fn stored_weights(lang: &str) -> &'static [u8] {
    WEIGHTS.iter().find(|(l, _)| *l == lang).map_or(&[], |(_, bytes)| bytes)
}

/// The stored second stage of the scorer, if this build has one.
pub fn builtin_whole() -> Option<&'static [u8]> {
    WHOLE
}

/// Lines of a language, its function words and the codes of its marketplaces, parted by spaces.
pub(crate) fn builtin_language_marks() -> &'static str {
    LANGUAGE_MARKS
}

/// Reads the policy book of this build.
///
/// # Errors
/// If it was made by another version.
pub fn builtin_policy() -> Result<policy::PolicyBook, PackError> {
    postcard::from_bytes(POLICY).map_err(|e| PackError { pack: "policy".to_owned(), message: e.to_string() })
}

/// Reads the engine's own texts of this build.
///
/// # Errors
/// If they were made by another version.
pub fn builtin_texts() -> Result<texts::Texts, PackError> {
    postcard::from_bytes(TEXTS).map_err(|e| PackError { pack: "texts".to_owned(), message: e.to_string() })
}

/// Reads how notices are recognised; an empty book, which recognises none, if it was made by another version.
pub(crate) fn builtin_decoding() -> decoding::DecodingBook {
    postcard::from_bytes(DECODING).unwrap_or_default()
}
