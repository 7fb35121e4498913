//! A language at hand: its head is known at once, its rules and weights are opened when a draft first needs them. Knows no drafts.

use crate::model::Model;
use crate::pack::bundle::Bundle;
use crate::pack::compact::{CompactPack, Head};
use crate::scan::Scanner;
use std::sync::OnceLock;

/// One language, or the rules that hold in every one.
#[derive(Debug)]
pub(crate) struct Language {
    head: Head,
    /// What is opened when it is needed; none for a language whose pack has no stored form.
    bundle: Option<Bundle>,
    opened: OnceLock<Opened>,
}

#[derive(Debug)]
struct Opened {
    scanner: Scanner,
    model: Option<Model>,
}

impl Language {
    /// A language that is opened later.
    pub(crate) fn new(bundle: Bundle) -> Self {
        Self { head: bundle.head().clone(), bundle: Some(bundle), opened: OnceLock::new() }
    }

    /// A language with the rules of this pack, and what its namesake in this build has learned.
    pub(crate) fn with_pack(pack: CompactPack) -> Self {
        let bundle = Bundle::of(&pack).ok();
        Self { head: pack.head, bundle, opened: OnceLock::new() }
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
        let Self { head, bundle, opened } = self;
        let opened = opened.into_inner().map(|o| Opened { model, ..o }).map(OnceLock::from).unwrap_or_default();
        Self { head, bundle, opened }
    }

    /// The rest of a pack whose head could be read is as sound as the build or the file's sum; a test reads them all. Were it not, the
    /// language would have no rules and its drafts no verdict.
    fn opened(&self) -> &Opened {
        self.opened.get_or_init(|| {
            let rules = self.bundle.as_ref().and_then(|b| b.rules().ok()).unwrap_or_default();
            let model = self.bundle.as_ref().and_then(Bundle::weights).map(Model::new);
            Opened { scanner: Scanner::open(rules), model }
        })
    }
}
