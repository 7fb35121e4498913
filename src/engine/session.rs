//! A session: the memory of one composer, so that a keystroke costs the edited sentence and not the whole draft. A session's review
//! always equals a fresh one.

use crate::delivery::SubjectSigns;
use crate::draft::{Context, Draft};
use crate::engine::Engine;
use crate::model::features::Place;
use crate::pack::policy::MarkerBook;
use crate::reading::FoldedScore;
use crate::review::Review;
use crate::scan::{Scanner, SentenceScan, TextKind};
use std::collections::BTreeMap;

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

/// What is remembered of this review and the one before.
#[derive(Debug, Default)]
pub(crate) struct ScanCache {
    /// By pack and kind of text.
    scans: BTreeMap<(usize, TextKind), Generations<SentenceScan>>,
    /// By pack and place.
    scores: BTreeMap<(usize, Place), Generations<FoldedScore>>,
    /// The subject, and what it says.
    subject: Option<(String, SubjectSigns)>,
}

/// By text, what was asked for in this review and in the one before.
#[derive(Debug)]
struct Generations<V> {
    recent: BTreeMap<String, V>,
    before: BTreeMap<String, V>,
}

impl<V> Default for Generations<V> {
    fn default() -> Self {
        Self { recent: BTreeMap::new(), before: BTreeMap::new() }
    }
}

impl<V: Clone> Generations<V> {
    fn get(&mut self, text: &str) -> Option<V> {
        if let Some(value) = self.recent.get(text) {
            return Some(value.clone());
        }
        let (text, value) = self.before.remove_entry(text)?;
        self.recent.insert(text, value.clone());
        Some(value)
    }

    fn insert(&mut self, text: &str, value: &V) {
        self.recent.insert(text.to_owned(), value.clone());
    }

    fn turn(&mut self) {
        self.before = std::mem::take(&mut self.recent);
    }
}

impl ScanCache {
    /// The scan of `text`, remembered or made now.
    pub(crate) fn scan(&mut self, pack: usize, scanner: &Scanner, text: &str, kind: TextKind) -> SentenceScan {
        let known = self.scans.entry((pack, kind)).or_default();
        known.get(text).unwrap_or_else(|| {
            let scan = scanner.scan(text, kind);
            known.insert(text, &scan);
            scan
        })
    }

    /// The score of `text`, if it is remembered.
    pub(crate) fn score(&mut self, pack: usize, text: &str, place: Place) -> Option<FoldedScore> {
        self.scores.get_mut(&(pack, place))?.get(text)
    }

    /// Remembers a score.
    pub(crate) fn keep_score(&mut self, pack: usize, text: &str, place: Place, score: &FoldedScore) {
        self.scores.entry((pack, place)).or_default().insert(text, score);
    }

    /// What the subject says by itself.
    pub(crate) fn subject(&mut self, subject: &str, markers: &MarkerBook) -> SubjectSigns {
        if let Some((_, signs)) = self.subject.as_ref().filter(|(known, _)| known == subject) {
            return *signs;
        }
        let signs = SubjectSigns::of(subject, markers);
        self.subject = Some((subject.to_owned(), signs));
        signs
    }

    /// Forgets what the review before the last one held.
    fn turn(&mut self) {
        self.scans.values_mut().for_each(Generations::turn);
        self.scores.values_mut().for_each(Generations::turn);
    }
}
