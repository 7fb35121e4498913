//! Multinomial logistic regression with a penalty on large weights, fitted by L-BFGS. Deterministic: the same examples give the same
//! bytes. Knows no language, no sentences and no verdicts.

use argmin::core::{CostFunction, Error, Executor, Gradient, State as _};
use argmin::solver::linesearch::MoreThuenteLineSearch;
use argmin::solver::quasinewton::LBFGS;
use compose_engine::model::softmax;
use std::cell::RefCell;

/// Steps that L-BFGS remembers.
const MEMORY: usize = 8;
/// Relative change of the cost from which on fitting has nothing more to give.
const TOLERANCE: f32 = 1e-5;

/// A row to learn from: columns with their values, and how much of each label it has.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) columns: Vec<(usize, f32)>,
    pub(crate) target: Vec<(usize, f32)>,
    /// How often it counts.
    pub(crate) weight: f32,
}

/// What is fitted.
pub(crate) struct Problem<'a> {
    pub(crate) rows: &'a [Row],
    pub(crate) columns: usize,
    pub(crate) labels: usize,
    /// Half the price of a squared weight; the weight of no column is free.
    pub(crate) penalty: f32,
    /// Cells that may be other than zero; all, if there are none.
    pub(crate) kept: Option<&'a [bool]>,
}

impl Problem<'_> {
    /// Number of cells: by column and label, then one a label.
    pub(crate) fn cells(&self) -> usize {
        (self.columns + 1) * self.labels
    }

    /// The best weights found in so many steps from `start`.
    pub(crate) fn fit(&self, start: Vec<f32>, steps: u64) -> anyhow::Result<Vec<f32>> {
        let search = MoreThuenteLineSearch::new();
        let solver = LBFGS::new(search, MEMORY).with_tolerance_cost(TOLERANCE)?;
        let result = Executor::new(Evaluated::new(self), solver)
            .configure(|state| state.param(start.clone()).max_iters(steps))
            .run();
        match result {
            Ok(done) => Ok(done.state.get_best_param().cloned().unwrap_or(start)),
            Err(e) => Err(anyhow::anyhow!("the weights cannot be fitted: {e}")),
        }
    }

    /// Cost and gradient at `cells`.
    fn evaluate(&self, cells: &[f32]) -> (f32, Vec<f32>) {
        let free = self.columns * self.labels;
        let mut gradient: Vec<f32> = cells.iter().map(|w| self.penalty * w).collect();
        gradient.iter_mut().skip(free).for_each(|g| *g = 0.0);
        let mut cost: f64 = cells.iter().take(free).map(|w| f64::from(0.5 * self.penalty * w * w)).sum();
        let bias = cells.get(free..).unwrap_or_default();
        for row in self.rows {
            let mut sums = bias.to_vec();
            for &(column, value) in &row.columns {
                let weights = cells.get(column * self.labels..(column + 1) * self.labels).unwrap_or_default();
                sums.iter_mut().zip(weights).for_each(|(s, w)| *s += w * value);
            }
            let mut errors = softmax(&sums);
            for &(label, share) in &row.target {
                if let Some(e) = errors.get_mut(label) {
                    cost -= f64::from(row.weight * share) * f64::from(e.max(1e-12)).ln();
                    *e -= share;
                }
            }
            // The probabilities of labels that are in the target were taken down by their share above.
            for e in &mut errors {
                *e *= row.weight;
            }
            for &(column, value) in &row.columns {
                if let Some(cells) = gradient.get_mut(column * self.labels..(column + 1) * self.labels) {
                    cells.iter_mut().zip(&errors).for_each(|(g, e)| *g += value * e);
                }
            }
            if let Some(cells) = gradient.get_mut(free..) {
                cells.iter_mut().zip(&errors).for_each(|(g, e)| *g += e);
            }
        }
        if let Some(kept) = self.kept {
            gradient.iter_mut().zip(kept).filter(|(_, kept)| !**kept).for_each(|(g, _)| *g = 0.0);
        }
        #[expect(clippy::cast_possible_truncation, reason = "the solver wants the precision of the weights")]
        let cost = cost as f32;
        (cost, gradient)
    }
}

/// The solver takes its problem by value, and asks for cost and gradient at the same place one after the other.
struct Evaluated<'a, 'b> {
    problem: &'a Problem<'b>,
    /// Place, cost and gradient of the last evaluation.
    last: RefCell<(Vec<f32>, f32, Vec<f32>)>,
}

impl<'a, 'b> Evaluated<'a, 'b> {
    fn new(problem: &'a Problem<'b>) -> Self {
        Self { problem, last: RefCell::default() }
    }

    fn at<T>(&self, cells: &[f32], take: impl FnOnce(f32, &[f32]) -> T) -> T {
        let mut last = self.last.borrow_mut();
        if last.0 != cells {
            let (cost, gradient) = self.problem.evaluate(cells);
            *last = (cells.to_vec(), cost, gradient);
        }
        take(last.1, &last.2)
    }
}

impl CostFunction for Evaluated<'_, '_> {
    type Param = Vec<f32>;
    type Output = f32;

    fn cost(&self, cells: &Self::Param) -> Result<f32, Error> {
        Ok(self.at(cells, |cost, _| cost))
    }
}

impl Gradient for Evaluated<'_, '_> {
    type Param = Vec<f32>;
    type Gradient = Vec<f32>;

    fn gradient(&self, cells: &Self::Param) -> Result<Vec<f32>, Error> {
        Ok(self.at(cells, |_, gradient| gradient.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_column_that_tells_two_labels_apart_gets_the_weight() -> anyhow::Result<()> {
        let row = |column: usize, label: usize| Row {
            columns: vec![(column, 1.0), (2, 1.0)],
            target: vec![(label, 1.0)],
            weight: 1.0,
        };
        let rows: Vec<Row> = (0..20).map(|i| row(i % 2, i % 2)).collect();
        let problem = Problem { rows: &rows, columns: 3, labels: 2, penalty: 0.1, kept: None };
        let cells = problem.fit(vec![0.0; problem.cells()], 50)?;
        let of = |column: usize, label: usize| cells.get(column * 2 + label).copied().unwrap_or(0.0);
        assert!(of(0, 0) > 0.5 && of(1, 1) > 0.5, "{cells:?}");
        assert!(of(2, 0).abs() < 0.1, "what is always there tells nothing: {cells:?}");
        Ok(())
    }
}
