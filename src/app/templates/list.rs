//! Which rows are shown and in which order, and how many there are of each verdict. Must not know the DOM or wording.

use super::library::{Checked, Row, SEVERITIES};
use compose_engine::delivery::Outcome;
use compose_engine::{Severity, Verdict};
use std::cmp::Ordering;

/// Rows on one page of the table.
pub(crate) const PAGE: usize = 100;

/// The verdicts in the order in which they are told.
pub(crate) const VERDICTS: [Verdict; 4] = [Verdict::Critical, Verdict::Mixed, Verdict::NonCritical, Verdict::Unclear];

/// The outcomes in the order in which they are told.
pub(crate) const OUTCOMES: [Outcome; 3] = [Outcome::Delivered, Outcome::Depends, Outcome::Blocked];

/// What a row must have to be shown; `None` for anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sieve {
    /// Its verdict.
    pub(crate) verdict: Option<Verdict>,
    /// What the buyer gets.
    pub(crate) outcome: Option<Outcome>,
    /// A finding of this severity.
    pub(crate) severity: Option<Severity>,
    /// Words in name, subject, text or first finding.
    pub(crate) words: String,
}

/// A column that rows are sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Column {
    /// As they stood in the files.
    #[default]
    Read,
    Name,
    Language,
    Verdict,
    Outcome,
    Findings,
    First,
}

/// Up or down.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Direction {
    #[default]
    Ascending,
    Descending,
}

/// By what rows are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Order {
    pub(crate) column: Column,
    pub(crate) direction: Direction,
}

impl Order {
    /// After a click on the head of a column: that column; again, the other way round.
    pub(crate) fn clicked(self, column: Column) -> Self {
        let again = self.column == column && self.direction == Direction::Ascending;
        Self { column, direction: if again { Direction::Descending } else { Direction::Ascending } }
    }
}

/// Numbers of the rows that are shown, in order.
pub(crate) fn shown(rows: &[Row], sieve: &Sieve, order: Order) -> Vec<usize> {
    let words = sieve.words.trim().to_lowercase();
    let passing = rows.iter().enumerate().filter(|(_, row)| passes(row, sieve, &words));
    let mut shown: Vec<(usize, &Row)> = passing.collect();
    if order.column != Column::Read {
        // Rows without a value come last either way.
        shown.sort_by(|(_, a), (_, b)| compare(a, b, order));
    }
    shown.into_iter().map(|(number, _)| number).collect()
}

fn passes(row: &Row, sieve: &Sieve, words: &str) -> bool {
    let checked = row.checked.as_ref();
    let has = |test: &dyn Fn(&Checked) -> bool| checked.is_some_and(test);
    sieve.verdict.is_none_or(|v| has(&|c| c.verdict == v))
        && sieve.outcome.is_none_or(|o| has(&|c| c.outcome == o))
        && sieve.severity.is_none_or(|s| has(&|c| number_of(c, s) > 0))
        && (words.is_empty() || row.template.plain.contains(words) || has(&|c| c.first.to_lowercase().contains(words)))
}

fn number_of(checked: &Checked, severity: Severity) -> usize {
    let pairs = SEVERITIES.iter().zip(checked.findings);
    pairs.filter(|(s, _)| **s == severity).map(|(_, n)| n).sum()
}

fn compare(a: &Row, b: &Row, order: Order) -> Ordering {
    let ordering = if order.column == Column::Name {
        a.template.plain.cmp(&b.template.plain)
    } else {
        match (&a.checked, &b.checked) {
            (Some(a), Some(b)) => by_result(a, b, order.column),
            (a, b) => return b.is_some().cmp(&a.is_some()),
        }
    };
    match order.direction {
        Direction::Ascending => ordering,
        Direction::Descending => ordering.reverse(),
    }
}

fn by_result(a: &Checked, b: &Checked, column: Column) -> Ordering {
    match column {
        Column::Read | Column::Name => Ordering::Equal,
        Column::Language => a.lang.cmp(&b.lang),
        Column::Verdict => place(&VERDICTS, &a.verdict).cmp(&place(&VERDICTS, &b.verdict)),
        Column::Outcome => place(&OUTCOMES, &a.outcome).cmp(&place(&OUTCOMES, &b.outcome)),
        // Most and gravest first: that is what one looks for.
        Column::Findings => b.findings.cmp(&a.findings),
        Column::First => a.first.is_empty().cmp(&b.first.is_empty()).then_with(|| a.first.cmp(&b.first)),
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> Option<usize> {
    all.iter().position(|other| other == one)
}

/// How many rows have each verdict, in the order of [`VERDICTS`], and how many none yet.
pub(crate) fn tally(rows: &[Row]) -> ([usize; 4], usize) {
    let (mut counts, mut unchecked) = ([0; 4], 0);
    for row in rows {
        match &row.checked {
            Some(checked) => {
                for (count, verdict) in counts.iter_mut().zip(VERDICTS) {
                    *count += usize::from(verdict == checked.verdict);
                }
            }
            None => unchecked += 1,
        }
    }
    (counts, unchecked)
}

/// Length of a bar: tenths of a percent.
const BAR: usize = 1000;

/// The shortest part of a bar that has room for its number.
pub(crate) const ROOM: usize = 60;

/// Tenths of a percent as SVG writes them.
pub(crate) fn percent(tenths: usize) -> String {
    format!("{}.{}%", tenths / 10, tenths % 10)
}

/// Where each part of a bar begins, and how long it is, in tenths of a percent. The parts fill the bar.
pub(crate) fn bar(counts: &[usize]) -> Vec<(usize, usize)> {
    let all: usize = counts.iter().sum::<usize>().max(1);
    let mut before = 0;
    let part = |count: &usize| {
        let start = before * BAR / all;
        before += count;
        (start, before * BAR / all - start)
    };
    counts.iter().map(part).collect()
}
