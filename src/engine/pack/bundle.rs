//! A language as one file, rules and weights together, for hosts that fetch a language when a draft needs it. Knows no drafts.

use super::compact::{CompactPack, Head};
use super::flat::FlatPack;
use super::{PackError, stored};
use crate::model::weights::Weights;
use crate::scan::chains::hash;
use std::borrow::Cow;

/// Length of the pack and sum of what follows, four bytes each, little end first. The sum tells a damaged file, not a forged one.
const HEADER: usize = 8;

/// The stored rules and weights of a language.
#[derive(Debug, Clone)]
pub struct Bundle {
    head: Head,
    /// Length of the pack's head, behind which the rules stand.
    head_length: usize,
    pack: Cow<'static, [u8]>,
    /// Empty for a language that has learned nothing yet.
    weights: Cow<'static, [u8]>,
}

impl Bundle {
    /// What this build carries of a language.
    ///
    /// # Errors
    /// If the language is not in this build, or its pack was made by another version.
    pub fn builtin(lang: &str) -> Result<Self, PackError> {
        let pack = super::stored_pack(lang)?;
        let weights = super::stored_weights(lang);
        Self::new(pack.into(), weights.into()).map_err(|message| PackError { pack: lang.to_owned(), message })
    }

    /// Reads a language's file.
    ///
    /// # Errors
    /// If the file is cut short, damaged, or was written by another version.
    pub fn read(file: &[u8]) -> Result<Self, PackError> {
        let fault = |message: &str| PackError { pack: "language file".to_owned(), message: message.to_owned() };
        let (header, rest) = file.split_at_checked(HEADER).ok_or_else(|| fault("cut short: it has no header"))?;
        let number = |at: usize| -> u32 {
            let bytes = header.get(at..at + 4).and_then(|b| b.try_into().ok()).unwrap_or_default();
            u32::from_le_bytes(bytes)
        };
        let (pack, weights) = usize::try_from(number(0))
            .ok()
            .and_then(|length| rest.split_at_checked(length))
            .ok_or_else(|| fault("cut short: the rules do not end in it"))?;
        if hash(rest) != number(4) {
            return Err(fault("damaged: its sum does not match"));
        }
        Self::new(pack.to_vec().into(), weights.to_vec().into()).map_err(|m| fault(&m))
    }

    /// A pack as it was compiled, with what its namesake in this build has learned.
    ///
    /// # Errors
    /// If the stored form has no room for the pack.
    pub(crate) fn of(pack: &CompactPack) -> Result<Self, String> {
        Self::new(stored::write(pack)?.into(), super::stored_weights(&pack.head.lang).into())
    }

    fn new(pack: Cow<'static, [u8]>, weights: Cow<'static, [u8]>) -> Result<Self, String> {
        let (head, rest) = stored::read_head(&pack)?;
        Ok(Self { head, head_length: pack.len() - rest.len(), pack, weights })
    }

    /// The language's file.
    pub fn write(&self) -> Vec<u8> {
        let rest = [&*self.pack, &*self.weights].concat();
        let length = u32::try_from(self.pack.len()).unwrap_or(u32::MAX);
        [&length.to_le_bytes(), &hash(&rest).to_le_bytes(), &*rest].concat()
    }

    /// What the pack says without its rules.
    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    /// The rules.
    pub(crate) fn rules(&self) -> Result<FlatPack<'_>, String> {
        FlatPack::read(self.pack.get(self.head_length..).unwrap_or_default())
    }

    /// The weights, if the language has any.
    pub(crate) fn weights(&self) -> Option<Weights> {
        Weights::read(&self.weights)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]
    use super::Bundle;

    #[test]
    fn a_file_comes_back_as_it_was() {
        let bundle = Bundle::builtin("any").unwrap();
        let read = Bundle::read(&bundle.write()).unwrap();
        assert_eq!(read.rules().unwrap().rules, bundle.rules().unwrap().rules);
        assert_eq!(read.weights.len(), bundle.weights.len());
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused_with_the_reason() {
        let file = Bundle::builtin("any").unwrap().write();
        let mut flipped = file.clone();
        flipped[file.len() / 2] ^= 1;
        let cases = [
            (&file[..5], "no header"),
            (&file[..40], "do not end"),
            (&file[..file.len() - 1], "cut short"),
            (&flipped, "damaged"),
        ];
        for (bytes, expected) in cases {
            let message = Bundle::read(bytes).unwrap_err().message;
            assert!(message.contains(expected) || message.contains("damaged"), "{expected}: {message}");
        }
    }
}
