//! Weights in the form that ships: few, small numbers, sorted by bucket. Read once, then looked up. Knows no text.

use super::features::BUCKETS;
use super::{Label, VOTES};
use serde::{Deserialize, Serialize};

/// The stored form, for `postcard`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// What one step of a weight is worth.
    pub step: f32,
    /// Weight of each label when nothing is known.
    pub bias: Vec<f32>,
    /// Distance of each bucket from the one before it; the first from 0.
    pub distances: Vec<u32>,
    /// Number of weights of each bucket.
    pub counts: Vec<u8>,
    /// Label of every weight, by bucket; from [`Label::COUNT`] on, the vote that it counts for.
    pub labels: Vec<u8>,
    /// Every weight in steps, by bucket.
    pub weights: Vec<i8>,
    /// What one step of a vote's weight is worth.
    pub vote_step: f32,
}

/// The same bytes as [`Stored`], read with their columns as they lie.
#[derive(Deserialize)]
struct Lying<'a> {
    step: f32,
    bias: Vec<f32>,
    distances: Vec<u32>,
    #[serde(borrow)]
    counts: &'a [u8],
    labels: &'a [u8],
    weights: &'a [u8],
    vote_step: f32,
}

/// Weights that can be looked up.
#[derive(Debug)]
pub struct Weights {
    stored: Stored,
    /// Where the entries of each group of buckets begin in `entries`.
    index: Vec<u32>,
    /// Bucket, first weight and number of weights, in order of bucket.
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, Copy)]
struct Entry {
    bucket: u32,
    first: u32,
    count: u8,
}

/// Buckets share an index slot in groups of this many bits.
const GROUP: u32 = 5;

impl Weights {
    /// Opens the stored bytes; nothing if they are none.
    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let Lying { step, bias, distances, counts, labels, weights, vote_step } = postcard::from_bytes(bytes).ok()?;
        let weights = weights.iter().map(|w| w.cast_signed()).collect();
        let (counts, labels) = (counts.to_vec(), labels.to_vec());
        Some(Self::new(Stored { step, bias, distances, counts, labels, weights, vote_step }))
    }

    /// Opens the stored form. Whatever does not fit is left out.
    pub fn new(stored: Stored) -> Self {
        let mut entries = Vec::with_capacity(stored.distances.len());
        let (mut bucket, mut first) = (0u32, 0u32);
        for (distance, count) in stored.distances.iter().zip(&stored.counts) {
            bucket = bucket.saturating_add(*distance);
            entries.push(Entry { bucket, first, count: *count });
            first += u32::from(*count);
        }
        let mut index = vec![0u32; (BUCKETS >> GROUP) as usize + 1];
        let mut at = 0usize;
        for (group, slot) in index.iter_mut().enumerate() {
            while entries.get(at).is_some_and(|e| ((e.bucket >> GROUP) as usize) < group) {
                at += 1;
            }
            *slot = u32::try_from(at).unwrap_or(u32::MAX);
        }
        Self { stored, index, entries }
    }

    /// The weight of each label when nothing is known, and that of each vote, which is none.
    pub fn bias(&self) -> Vec<f32> {
        let mut bias = self.stored.bias.clone();
        bias.resize(Label::COUNT, 0.0);
        bias.resize(Label::COUNT + VOTES, 0.0);
        bias
    }

    /// Label, or vote behind the labels, and weight of each weight of a bucket.
    pub fn of(&self, bucket: u32) -> impl Iterator<Item = (usize, f32)> + '_ {
        let group = (bucket >> GROUP) as usize;
        let from = self.index.get(group).copied().unwrap_or(0) as usize;
        let to = self.index.get(group + 1).copied().unwrap_or(0) as usize;
        let entry = self.entries.get(from..to).unwrap_or_default().iter().find(|e| e.bucket == bucket);
        let range = entry.map_or(0..0, |e| e.first as usize..e.first as usize + usize::from(e.count));
        let labels = self.stored.labels.get(range.clone()).unwrap_or_default();
        let weights = self.stored.weights.get(range).unwrap_or_default();
        labels.iter().map(|l| usize::from(*l)).zip(weights).map(|(label, weight)| {
            let step = if label < Label::COUNT { self.stored.step } else { self.stored.vote_step };
            (label, f32::from(*weight) * step)
        })
    }
}
