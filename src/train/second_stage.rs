//! Learning the second stage: from the scores of a draft's sentences to its verdict, one set of weights for all languages.

use crate::held_out::{FOLDS, Judged, Kind};
use crate::measure::{self, Figures};
use crate::regression::{Problem, Row};
use anyhow::Context as _;
use compose_engine::Verdict;
use compose_engine::whole::{Cuts, SIGNS, Stored, VERDICTS, Whole, most_probable};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// How often a whole message counts beside a training draft, which is shorter and of which there are many more.
const MESSAGE: f32 = 3.0;
/// See [`Problem::penalty`].
const PENALTY: f32 = 3.0;
/// Most steps.
const STEPS: u64 = 200;
/// Share of verdicts called clear, and likely, that are to hold.
const HOLD: [f64; 2] = [0.97, 0.90];

/// Learns from all drafts, chooses cuts by cross-validation, prints what came of it.
pub(crate) fn learn(drafts: &[Judged]) -> anyhow::Result<Stored> {
    let parts: Vec<Vec<(usize, Vec<f32>)>> = (0..FOLDS)
        .into_par_iter()
        .map(|fold| {
            let kept: Vec<&Judged> = drafts.iter().filter(|d| d.fold != fold).collect();
            let stored = Stored { weights: fit(&kept)?, cuts: Cuts::default() };
            let whole = Whole::new(stored).context("the second stage has another shape")?;
            let left_out = drafts.iter().enumerate().filter(|(_, d)| d.fold == fold);
            Ok(left_out.map(|(i, d)| (i, whole.probabilities(&d.signs))).collect())
        })
        .collect::<anyhow::Result<_>>()?;
    let judged: Vec<(&Judged, Vec<f32>)> =
        parts.into_iter().flatten().filter_map(|(i, p)| Some((drafts.get(i)?, p))).collect();
    let cuts = cuts(&judged);
    report(&judged, cuts);
    Ok(Stored { weights: fit(&drafts.iter().collect::<Vec<_>>())?, cuts })
}

fn cuts(judged: &[(&Judged, Vec<f32>)]) -> Cuts {
    let figures = |cut: f32| {
        let mut figures = Figures::default();
        for (d, p) in judged {
            figures.add(d.verdict, most_probable(p, cut).0);
        }
        figures
    };
    let candidates = [0.35f32, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75];
    let best = candidates.into_iter().max_by(|a, b| figures(*a).aim().total_cmp(&figures(*b).aim()));
    let critical = best.unwrap_or(0.5);
    let verdicts: Vec<(f32, bool)> = judged
        .iter()
        .map(|(d, p)| {
            let (got, probability) = most_probable(p, critical);
            (probability, got == d.verdict)
        })
        .collect();
    let [clear, likely] = HOLD.map(|share| measure::cut(verdicts.clone(), share));
    Cuts { critical, clear, likely }
}

fn report(judged: &[(&Judged, Vec<f32>)], cuts: Cuts) {
    let mut figures: BTreeMap<(Kind, &str), Figures> = BTreeMap::new();
    for (draft, p) in judged {
        for lang in ["all", draft.lang.as_str()] {
            figures.entry((draft.kind, lang)).or_default().add(draft.verdict, most_probable(p, cuts.critical).0);
        }
    }
    println!("second stage by cross-validation, {cuts:?}");
    for ((kind, lang), figures) in figures {
        println!("  {kind:?} {lang}: {}", figures.line());
    }
}

/// Fits on signs brought to one scale, then folds the scale into the weights.
fn fit(drafts: &[&Judged]) -> anyhow::Result<Vec<f32>> {
    let scale = scale(drafts);
    let rows: Vec<Row> = drafts
        .iter()
        .map(|d| Row {
            columns: d
                .signs
                .iter()
                .zip(&scale)
                .enumerate()
                .map(|(i, (s, (mean, width)))| (i, (s - mean) / width))
                .collect(),
            target: vec![(Verdict::ALL.iter().position(|v| *v == d.verdict).unwrap_or(0), 1.0)],
            weight: if d.kind == Kind::Corpus { MESSAGE } else { 1.0 },
        })
        .collect();
    let problem = Problem { rows: &rows, columns: SIGNS, labels: VERDICTS, penalty: PENALTY, kept: None };
    let cells = problem.fit(vec![0.0; problem.cells()], STEPS)?;
    let mut weights = Vec::with_capacity(VERDICTS * (SIGNS + 1));
    for label in 0..VERDICTS {
        let own: Vec<f32> = cells.iter().skip(label).step_by(VERDICTS).copied().collect();
        let scaled = own.iter().zip(&scale).map(|(w, (_, width))| w / width);
        let shift: f32 = own.iter().zip(&scale).map(|(w, (mean, width))| w * mean / width).sum();
        weights.extend(scaled);
        weights.push(own.last().copied().unwrap_or(0.0) - shift);
    }
    Ok(weights)
}

/// Mean and width of each sign.
fn scale(drafts: &[&Judged]) -> Vec<(f32, f32)> {
    #[expect(clippy::cast_precision_loss, reason = "counts of drafts are small")]
    let count = drafts.len().max(1) as f32;
    (0..SIGNS)
        .map(|i| {
            let of = |d: &&Judged| d.signs.get(i).copied().unwrap_or(0.0);
            let mean = drafts.iter().map(of).sum::<f32>() / count;
            let square = drafts.iter().map(|d| (of(d) - mean) * (of(d) - mean)).sum::<f32>() / count;
            (mean, square.sqrt().max(1e-3))
        })
        .collect()
}
