//! A session: the memory of one composer, so that a keystroke costs the edited sentence and not the whole draft. A session's review
//! always equals a fresh one.

use crate::delivery::SubjectSigns;
use crate::draft::{Context, Draft};
use crate::engine::Engine;
use crate::model::features::Place;
use crate::pack::policy::MarkerBook;
use crate::reading::FoldedScore;
use crate::review::Review;
use crate::scan::chains::{Chains, hash};
use crate::scan::{Scanner, SentenceScan, TextKind};

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
    scans: Generations<(usize, TextKind), SentenceScan>,
    /// By pack and place.
    scores: Generations<(usize, Place), FoldedScore>,
    /// The subject, and what it says.
    subject: Option<(String, SubjectSigns)>,
}

/// What was asked for in this review and in the one before.
#[derive(Debug)]
struct Generations<K, V> {
    recent: Known<K, V>,
    before: Known<K, V>,
}

/// What is known of texts, each text by its hash.
#[derive(Debug)]
struct Known<K, V> {
    values: Vec<(K, String, V)>,
    by_text: Chains,
}

/// Sentences of a usual draft.
const USUAL: usize = 64;

impl<K: PartialEq, V> Known<K, V> {
    fn new() -> Self {
        Self { values: Vec::new(), by_text: Chains::with_capacity(USUAL) }
    }

    fn get(&self, key: &K, text: &str) -> Option<&V> {
        let mut same = self.by_text.of(hash(text.as_bytes())).filter_map(|at| self.values.get(at as usize));
        same.find(|(k, known, _)| k == key && known == text).map(|(_, _, value)| value)
    }

    fn insert(&mut self, key: K, text: &str, value: V) {
        self.by_text.insert(hash(text.as_bytes()), u32::try_from(self.values.len()).unwrap_or(u32::MAX));
        self.values.push((key, text.to_owned(), value));
    }
}

impl<K: PartialEq, V> Default for Generations<K, V> {
    fn default() -> Self {
        Self { recent: Known::new(), before: Known::new() }
    }
}

impl<K: PartialEq, V: Clone> Generations<K, V> {
    fn get(&mut self, key: K, text: &str) -> Option<V> {
        if let Some(value) = self.recent.get(&key, text) {
            return Some(value.clone());
        }
        let value = self.before.get(&key, text)?.clone();
        self.recent.insert(key, text, value.clone());
        Some(value)
    }

    fn turn(&mut self) {
        self.before = std::mem::replace(&mut self.recent, Known::new());
    }
}

impl ScanCache {
    /// The scan of `text`, remembered or made now.
    pub(crate) fn scan(&mut self, pack: usize, scanner: &Scanner, text: &str, kind: TextKind) -> SentenceScan {
        self.scans.get((pack, kind), text).unwrap_or_else(|| {
            let scan = scanner.scan(text, kind);
            self.scans.recent.insert((pack, kind), text, scan.clone());
            scan
        })
    }

    /// The score of `text`, if it is remembered.
    pub(crate) fn score(&mut self, pack: usize, text: &str, place: Place) -> Option<FoldedScore> {
        self.scores.get((pack, place), text)
    }

    /// Remembers a score.
    pub(crate) fn keep_score(&mut self, pack: usize, text: &str, place: Place, score: &FoldedScore) {
        self.scores.recent.insert((pack, place), text, score.clone());
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
        self.scans.turn();
        self.scores.turn();
    }
}
