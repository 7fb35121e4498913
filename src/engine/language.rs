//! A language at hand: its head is known at once, its rules and weights are opened when a draft first needs them. Knows no drafts.

use crate::model::Model;
use crate::pack::compact::{CompactPack, Head};
use crate::pack::{self, PackError};
use crate::scan::Scanner;
use std::sync::OnceLock;

/// One language, or the rules that hold in every one.
#[derive(Debug)]
pub(crate) struct Language {
    head: Head,
    opened: OnceLock<Opened>,
}

#[derive(Debug)]
struct Opened {
    scanner: Scanner,
    model: Option<Model>,
}

impl Language {
    /// A language of this build, opened later.
    ///
    /// # Errors
    /// If its pack cannot be read.
    pub(crate) fn builtin(lang: &str) -> Result<Self, PackError> {
        Ok(Self { head: pack::builtin_head(lang)?, opened: OnceLock::new() })
    }

    /// A language with the rules of this pack.
    pub(crate) fn with_pack(pack: CompactPack) -> Self {
        let head = pack.head.clone();
        let opened = OnceLock::from(Opened::new(pack));
        Self { head, opened }
    }

    pub(crate) fn lang(&self) -> &str {
        &self.head.lang
    }

    pub(crate) fn head(&self) -> &Head {
        &self.head
    }

    pub(crate) fn scanner(&self) -> &Scanner {
        &self.opened().scanner
    }

    pub(crate) fn model(&self) -> Option<&Model> {
        self.opened().model.as_ref()
    }

    /// The same language with other weights, or none.
    pub(crate) fn with_model(self, model: Option<Model>) -> Self {
        self.opened();
        let Self { head, opened } = self;
        let opened = opened.into_inner().map(|o| Opened { model, ..o }).map(OnceLock::from).unwrap_or_default();
        Self { head, opened }
    }

    /// The rest of a pack whose head could be read is as sound as the build; a test reads them all. Were it not, the language would
    /// have no rules and its drafts no verdict.
    fn opened(&self) -> &Opened {
        self.opened.get_or_init(|| Opened::new(pack::builtin(self.lang()).unwrap_or_default()))
    }
}

impl Opened {
    fn new(pack: CompactPack) -> Self {
        let model = pack::builtin_weights(&pack.head.lang).map(Model::new);
        Self { scanner: Scanner::new(pack), model }
    }
}
