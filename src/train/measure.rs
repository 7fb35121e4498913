//! Measuring: how often verdicts are right, and how sure a verdict is that holds. Knows no weights.

#![expect(clippy::cast_precision_loss, reason = "counts of drafts are small")]

use compose_engine::Verdict;

/// What came of some drafts.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    drafts: usize,
    four_way: usize,
    two_way: usize,
    spoiled: usize,
    wrongly_critical: usize,
    critical: usize,
    missed: usize,
}

impl Figures {
    pub(crate) fn add(&mut self, label: Verdict, got: Verdict) {
        let is = |v: Verdict| v == Verdict::Critical;
        self.drafts += 1;
        self.four_way += usize::from(label == got);
        self.two_way += usize::from(is(label) == is(got));
        if matches!(label, Verdict::NonCritical | Verdict::Mixed) {
            self.spoiled += 1;
            self.wrongly_critical += usize::from(is(got));
        }
        if is(label) {
            self.critical += 1;
            self.missed += usize::from(!is(got));
        }
    }

    /// The aim of tuning: verdicts right, and the costly error counted three times.
    pub(crate) fn aim(&self) -> f64 {
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        share(self.four_way, self.drafts) + share(self.two_way, self.drafts)
            - 3.0 * share(self.wrongly_critical, self.spoiled)
            - share(self.missed, self.critical)
    }

    /// Two-way, four-way, wrongly critical and missed, as the cells of a table.
    pub(crate) fn cells(&self) -> String {
        let percent = |part: usize| 100.0 * part as f64 / self.drafts.max(1) as f64;
        format!(
            "{:.1} % | {:.1} % | {} of {} | {} of {}",
            percent(self.two_way),
            percent(self.four_way),
            self.wrongly_critical,
            self.spoiled,
            self.missed,
            self.critical,
        )
    }

    pub(crate) fn line(&self) -> String {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        format!(
            "{} drafts: two-way {:.1} %, four-way {:.1} %, wrongly critical {} of {} ({:.1} %), critical missed {} of {} ({:.1} %)",
            self.drafts,
            percent(self.two_way, self.drafts),
            percent(self.four_way, self.drafts),
            self.wrongly_critical,
            self.spoiled,
            percent(self.wrongly_critical, self.spoiled),
            self.missed,
            self.critical,
            percent(self.missed, self.critical),
        )
    }
}

/// The least probability from which on so large a share of verdicts holds.
pub(crate) fn cut(mut verdicts: Vec<(f32, bool)>, share: f64) -> f32 {
    verdicts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut right = 0usize;
    let mut least = 1.0;
    for (i, (probability, holds)) in verdicts.iter().enumerate() {
        right += usize::from(*holds);
        if right as f64 >= share * (i + 1) as f64 {
            least = *probability;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_leaves_out_what_is_too_often_wrong() {
        let verdicts = vec![(0.9, true), (0.8, true), (0.7, false), (0.6, false)];
        assert!((cut(verdicts, 0.9) - 0.8).abs() < f32::EPSILON);
    }

    #[test]
    fn a_mixed_draft_called_critical_is_the_costly_error() {
        let mut figures = Figures::default();
        figures.add(Verdict::Mixed, Verdict::Critical);
        assert_eq!((figures.wrongly_critical, figures.missed, figures.two_way), (1, 0, 0));
    }
}
