//! A session: the memory of one composer, so that a keystroke costs the edited sentence and not the whole draft. A session's review
//! always equals a fresh one.

use crate::draft::{Context, Draft};
use crate::engine::Engine;
use crate::model::features::Place;
use crate::reading::FoldedScore;
use crate::review::Review;
use crate::scan::{Scanner, SentenceScan, TextKind};
use std::collections::HashMap;
use std::hash::Hash;

/// Remembers the sentences of the last review.
#[derive(Debug, Default)]
pub struct Session {
    cache: ScanCache,
}

impl Session {
    /// A session that remembers nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same review as [`Engine::review`], faster when little has changed since the last call.
    pub fn review(&mut self, engine: &Engine, draft: &Draft, context: &Context) -> Review {
        let review = engine.review_with(draft, context, &mut self.cache);
        self.cache.turn();
        review
    }
}

/// Scans by pack, kind and text, and scores by what they hang on, of this review and the one before.
#[derive(Debug, Default)]
pub(crate) struct ScanCache {
    scans: Generations<(usize, TextKind, String), SentenceScan>,
    scores: Generations<(usize, Place, String), FoldedScore>,
}

/// What was asked for in this review and in the one before.
#[derive(Debug)]
struct Generations<K, V> {
    recent: HashMap<K, V>,
    before: HashMap<K, V>,
}

impl<K, V> Default for Generations<K, V> {
    fn default() -> Self {
        Self { recent: HashMap::new(), before: HashMap::new() }
    }
}

impl<K: Eq + Hash, V: Clone> Generations<K, V> {
    fn get(&mut self, key: K, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.recent.get(&key) {
            return value.clone();
        }
        let value = self.before.remove(&key).unwrap_or_else(make);
        self.recent.insert(key, value.clone());
        value
    }

    fn turn(&mut self) {
        self.before = std::mem::take(&mut self.recent);
    }
}

impl ScanCache {
    /// The scan of `text`, remembered or made now.
    pub(crate) fn scan(&mut self, pack: usize, scanner: &Scanner, text: &str, kind: TextKind) -> SentenceScan {
        self.scans.get((pack, kind, text.to_owned()), || scanner.scan(text, kind))
    }

    /// The score of `text`, remembered or made now.
    pub(crate) fn score(
        &mut self,
        model: usize,
        text: &str,
        place: Place,
        make: impl FnOnce() -> FoldedScore,
    ) -> FoldedScore {
        self.scores.get((model, place, text.to_owned()), make)
    }

    /// Forgets what the review before the last one held.
    fn turn(&mut self) {
        self.scans.turn();
        self.scores.turn();
    }
}
