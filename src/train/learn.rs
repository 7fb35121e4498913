//! Learning a language's weights: fitted on all columns, pruned to those that matter, fitted again, made small.

use crate::examples::Example;
use crate::regression::{Problem, Row};
use compose_corpus::Labelled;
use compose_engine::Verdict;
use compose_engine::model::features::BUCKETS;
use compose_engine::model::weights::Stored;
use compose_engine::model::{Label, VOTES};
use std::collections::BTreeMap;

/// How learning goes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// Most steps before and after pruning.
    pub(crate) steps: (u64, u64),
    /// See [`Problem::penalty`].
    pub(crate) penalty: f32,
    /// Most weights of labels that are kept.
    pub(crate) keep: usize,
    /// Most weights of votes that are kept.
    pub(crate) keep_votes: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { steps: (60, 30), penalty: 0.2, keep: 24_000, keep_votes: 6_000 }
    }
}

const LABELS: usize = Label::COUNT;

/// Learns labels from sentences, and votes from what their drafts are.
pub(crate) fn learn_both(examples: &[Example], drafts: &[Labelled], settings: &Settings) -> anyhow::Result<Stored> {
    let voting = Settings { keep: settings.keep_votes, ..*settings };
    let (labels, votes) =
        rayon::join(|| learn(examples, LABELS, settings), || learn(&of_drafts(examples, drafts), VOTES, &voting));
    Ok(with_votes(&labels?, &votes?))
}

/// Drafts as examples: the features of their sentences together, scaled as the votes of sentences are when they are summed up.
fn of_drafts(examples: &[Example], drafts: &[Labelled]) -> Vec<Example> {
    let mut by_draft: BTreeMap<usize, Vec<&Example>> = BTreeMap::new();
    for example in examples {
        by_draft.entry(example.draft).or_default().push(example);
    }
    let of_draft = |(draft, sentences): (usize, Vec<&Example>)| {
        let verdict = drafts.get(draft)?.verdict;
        let length = f32::from(u16::try_from(sentences.len()).unwrap_or(u16::MAX)).sqrt();
        Some(Example {
            features: sentences
                .iter()
                .flat_map(|s| &s.features)
                .map(|(bucket, value)| (*bucket, value / length))
                .collect(),
            target: vec![(Verdict::ALL.iter().position(|v| *v == verdict)?, 1.0)],
            draft,
        })
    };
    by_draft.into_iter().filter_map(of_draft).collect()
}

/// Both in one table, the votes behind the labels. What a vote is when nothing is known the second stage finds out.
fn with_votes(labels: &Stored, votes: &Stored) -> Stored {
    let mut cells: BTreeMap<u32, Vec<(u8, i8)>> = BTreeMap::new();
    for (stored, first) in [(labels, 0), (votes, u8::try_from(LABELS).unwrap_or(u8::MAX))] {
        let mut weights = stored.labels.iter().map(|l| l + first).zip(stored.weights.iter().copied());
        let mut bucket = 0;
        for (distance, count) in stored.distances.iter().zip(&stored.counts) {
            bucket += distance;
            cells.entry(bucket).or_default().extend(weights.by_ref().take(usize::from(*count)));
        }
    }
    let mut both = Stored { step: labels.step, bias: labels.bias.clone(), vote_step: votes.step, ..Stored::default() };
    let mut before = 0;
    for (bucket, cells) in cells {
        both.distances.push(bucket - before);
        before = bucket;
        both.counts.push(u8::try_from(cells.len()).unwrap_or(u8::MAX));
        for (label, weight) in cells {
            both.labels.push(label);
            both.weights.push(weight);
        }
    }
    both
}

/// Learns weights of so many labels from examples.
pub(crate) fn learn(examples: &[Example], labels: usize, settings: &Settings) -> anyhow::Result<Stored> {
    let buckets = buckets(examples);
    let rows = rows(examples, &buckets);
    let mut problem = Problem { rows: &rows, columns: buckets.len(), labels, penalty: settings.penalty, kept: None };
    let mut cells = problem.fit(vec![0.0; problem.cells()], settings.steps.0)?;
    let kept = prune(&mut cells, &rows, labels, settings.keep);
    problem.kept = Some(&kept);
    let cells = problem.fit(cells, settings.steps.1)?;
    Ok(store(&cells, &buckets, labels))
}

/// The buckets that occur, in order. What occurs once teaches nothing that would hold elsewhere.
fn buckets(examples: &[Example]) -> Vec<u32> {
    let mut counts = vec![0u32; BUCKETS as usize];
    for (bucket, _) in examples.iter().flat_map(|e| &e.features) {
        if let Some(count) = counts.get_mut(*bucket as usize) {
            *count += 1;
        }
    }
    (0..BUCKETS).zip(counts).filter(|(_, c)| *c >= 2).map(|(b, _)| b).collect()
}

fn rows(examples: &[Example], buckets: &[u32]) -> Vec<Row> {
    let mut columns = vec![None; BUCKETS as usize];
    for (column, bucket) in buckets.iter().enumerate() {
        if let Some(slot) = columns.get_mut(*bucket as usize) {
            *slot = Some(column);
        }
    }
    let column = |bucket: u32| columns.get(bucket as usize).copied().flatten();
    examples
        .iter()
        .map(|e| Row {
            columns: e.features.iter().filter_map(|&(b, v)| Some((column(b)?, v))).collect(),
            target: e.target.clone(),
            weight: 1.0,
        })
        .collect()
}

/// Sets all but the weights that move scores most to zero, and says which are kept: a weight counts by its size and by how much of
/// its column there is.
fn prune(cells: &mut [f32], rows: &[Row], labels: usize, keep: usize) -> Vec<bool> {
    let columns = cells.len() / labels - 1;
    let mut amounts = vec![0.0f32; columns];
    for (column, value) in rows.iter().flat_map(|r| &r.columns) {
        if let Some(amount) = amounts.get_mut(*column) {
            *amount += value * value;
        }
    }
    let importance =
        |cell: usize, weight: f32| weight.abs() * amounts.get(cell / labels).copied().unwrap_or(0.0).sqrt();
    let mut sizes: Vec<f32> = cells.iter().take(columns * labels).enumerate().map(|(i, w)| importance(i, *w)).collect();
    sizes.sort_unstable_by(|a, b| b.total_cmp(a));
    let least = sizes.get(keep).copied().unwrap_or(0.0);
    let kept: Vec<bool> =
        cells.iter().enumerate().map(|(i, w)| i >= columns * labels || importance(i, *w) > least).collect();
    cells.iter_mut().zip(&kept).filter(|(_, kept)| !**kept).for_each(|(w, _)| *w = 0.0);
    kept
}

/// The small form: weights in steps of a part of the largest, zeros left out.
fn store(cells: &[f32], buckets: &[u32], labels: usize) -> Stored {
    const STEPS: f32 = 31.0;
    let free = buckets.len() * labels;
    let mut sizes: Vec<f32> = cells.iter().take(free).map(|w| w.abs()).filter(|w| *w > 0.0).collect();
    sizes.sort_unstable_by(f32::total_cmp);
    // A few very large weights would make all others coarse; they are cut instead.
    let top = sizes.get(sizes.len() * 199 / 200).copied().unwrap_or(1.0).max(1e-6);
    let step = top / STEPS;
    let mut stored = Stored { step, bias: cells.get(free..).unwrap_or_default().to_vec(), ..Stored::default() };
    let mut before = 0;
    for (bucket, row) in buckets.iter().zip(cells.chunks(labels)) {
        let steps = row.iter().enumerate().map(|(l, w)| (u8::try_from(l).unwrap_or(0), quantised(*w / step)));
        let cells: Vec<(u8, i8)> = steps.filter(|(_, s)| *s != 0).collect();
        if cells.is_empty() {
            continue;
        }
        stored.distances.push(bucket - before);
        before = *bucket;
        stored.counts.push(u8::try_from(cells.len()).unwrap_or(u8::MAX));
        for (label, weight) in cells {
            stored.labels.push(label);
            stored.weights.push(weight);
        }
    }
    stored
}

/// The nearest whole number of steps.
fn quantised(steps: f32) -> i8 {
    let rounded = steps.round().clamp(-63.0, 63.0);
    #[expect(clippy::cast_possible_truncation, reason = "clamped above")]
    let steps = rounded as i8;
    steps
}
