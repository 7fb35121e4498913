//! Figures of verdicts against labels, as `corpus score` counts them, and of times. Must not know the DOM or where drafts come from.

use compose_engine::Verdict;

/// How many kinds of verdict there are.
pub(crate) const KINDS: usize = Verdict::ALL.len();

/// What came of some drafts: by label, then by the verdict given, both in the order of [`Verdict::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) cells: [[u32; KINDS]; KINDS],
}

/// A part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) part: u32,
    pub(crate) whole: u32,
}

impl Share {
    /// As a percentage with one decimal: `86.1 %`; a dash where there is no whole.
    pub(crate) fn percent(self) -> String {
        if self.whole == 0 {
            return "–".to_owned();
        }
        let thousandths = (u64::from(self.part) * 2_000 / u64::from(self.whole)).div_ceil(2);
        format!("{}.{} %", thousandths / 10, thousandths % 10)
    }
}

impl Tally {
    /// Counts one draft.
    pub(crate) fn add(&mut self, label: Verdict, got: Verdict) {
        let cell = place(label).zip(place(got)).and_then(|(row, column)| self.cells.get_mut(row)?.get_mut(column));
        if let Some(cell) = cell {
            *cell += 1;
        }
    }

    /// Counts what another tally counted.
    pub(crate) fn join(&mut self, other: &Self) {
        for (row, others) in self.cells.iter_mut().zip(&other.cells) {
            row.iter_mut().zip(others).for_each(|(cell, more)| *cell += more);
        }
    }

    /// Drafts in all.
    pub(crate) fn drafts(&self) -> u32 {
        self.sum(|_, _| true)
    }

    /// Critical or not, told right.
    pub(crate) fn two_way(&self) -> Share {
        let is = |v| v == Verdict::Critical;
        Share { part: self.sum(|label, got| is(label) == is(got)), whole: self.drafts() }
    }

    /// The very verdict.
    pub(crate) fn four_way(&self) -> Share {
        Share { part: self.sum(|label, got| label == got), whole: self.drafts() }
    }

    /// Non-critical and mixed drafts called critical: the costly error.
    pub(crate) fn wrongly_critical(&self) -> Share {
        let spoiled = |v| matches!(v, Verdict::NonCritical | Verdict::Mixed);
        Share { part: self.sum(|l, g| spoiled(l) && g == Verdict::Critical), whole: self.sum(|l, _| spoiled(l)) }
    }

    /// Critical drafts that were called otherwise.
    pub(crate) fn missed(&self) -> Share {
        let is = |v| v == Verdict::Critical;
        Share { part: self.sum(|l, g| is(l) && !is(g)), whole: self.sum(|l, _| is(l)) }
    }

    fn sum(&self, counts: impl Fn(Verdict, Verdict) -> bool) -> u32 {
        let rows = Verdict::ALL.iter().zip(&self.cells);
        let cells = rows.flat_map(|(label, row)| Verdict::ALL.iter().zip(row).map(move |(got, n)| (*label, *got, *n)));
        cells.filter(|(label, got, _)| counts(*label, *got)).map(|(_, _, n)| n).sum()
    }
}

fn place(verdict: Verdict) -> Option<usize> {
    Verdict::ALL.iter().position(|v| *v == verdict)
}

/// A time in ms at this place in the order of all: the middle for 50 of 100, nearly the slowest for 95. 0 for no times.
pub(crate) fn quantile(times: &[f64], hundredths: usize) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len().saturating_sub(1) * hundredths / 100).copied().unwrap_or(0.0)
}

/// Milliseconds with two decimals.
pub(crate) fn milliseconds(time: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time in hundredths of a millisecond"
    )]
    let hundredths = (time.max(0.0) * 100.0).round() as u64;
    format!("{}.{:02} ms", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::{Share, Tally, milliseconds, quantile};
    use compose_engine::Verdict::{Critical, Mixed, NonCritical, Unclear};

    #[test]
    fn errors_are_counted_as_the_command_line_counts_them() {
        let mut tally = Tally::default();
        for (label, got) in
            [(Critical, Critical), (Critical, Unclear), (Mixed, Critical), (NonCritical, Mixed), (Unclear, Unclear)]
        {
            tally.add(label, got);
        }
        assert_eq!(tally.two_way(), Share { part: 3, whole: 5 });
        assert_eq!(tally.four_way(), Share { part: 2, whole: 5 });
        assert_eq!(tally.wrongly_critical(), Share { part: 1, whole: 2 });
        assert_eq!(tally.missed(), Share { part: 1, whole: 2 });
        let mut twice = tally;
        twice.join(&tally);
        assert_eq!(twice.drafts(), 10);
    }

    #[test]
    fn percentages_and_times_are_rounded() {
        assert_eq!(Share { part: 198, whole: 230 }.percent(), "86.1 %");
        assert_eq!(Share { part: 1, whole: 3 }.percent(), "33.3 %");
        assert_eq!(Share { part: 2, whole: 3 }.percent(), "66.7 %");
        assert_eq!(Share { part: 0, whole: 0 }.percent(), "–");
        assert_eq!(milliseconds(0.694), "0.69 ms");
        assert!((quantile(&[3.0, 1.0, 2.0], 50) - 2.0).abs() < f64::EPSILON);
        assert!(quantile(&[], 95).abs() < f64::EPSILON);
    }
}
