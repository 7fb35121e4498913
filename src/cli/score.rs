//! `corpus score`: accuracy on labelled drafts, the costly error first. Only counts; the engine judges.

use crate::{Outcome, packs, say};
use compose_corpus::Labelled;
use compose_engine::{Class, Context, Draft, Engine, Field, Review, Verdict};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Labelled drafts: JSON Lines, or `.txt` in the training form.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Read the packs from this folder instead of the program.
    #[arg(long)]
    packs: Option<PathBuf>,
    /// Print each draft that was judged otherwise than its label.
    #[arg(long)]
    errors: bool,
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
}

/// Counts over some drafts.
#[derive(Debug, Default, Clone, serde::Serialize)]
struct Tally {
    drafts: usize,
    four_way: usize,
    two_way: usize,
    /// Drafts that are non-critical or mixed, and how many of them were called critical.
    spoiled: usize,
    wrongly_critical: usize,
    /// Drafts that are critical, and how many of them were not called critical.
    critical: usize,
    critical_missed: usize,
    /// Drafts whose main category is right, of those with categories.
    with_category: usize,
    category: usize,
    /// Findings named by both, by the engine, by the label.
    both: usize,
    named: usize,
    labelled: usize,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let engine = packs::engine(arguments.packs.as_deref())?;
    let mut drafts = Vec::new();
    for path in &arguments.files {
        let read = compose_corpus::read(path)?;
        if let Some(draft) = read.iter().find(|d| !engine.languages().any(|known| known == d.lang)) {
            let (file, lang) = (path.display(), &draft.lang);
            anyhow::bail!("{file}: no rules for `{lang}`; a training file stands in a folder named for its language");
        }
        drafts.extend(read);
    }
    let reviews: Vec<Review> = drafts.par_iter().map(|d| review(&engine, d)).collect();
    let mut out = String::new();
    let mut groups: BTreeMap<String, Tally> = BTreeMap::new();
    let mut findings: BTreeMap<String, Tally> = BTreeMap::new();
    for (draft, review) in drafts.iter().zip(&reviews) {
        let main = draft.categories.first().map_or("(none)", String::as_str);
        for group in [
            "all".to_owned(),
            format!("lang {}", draft.lang),
            format!("verdict {}", draft.verdict),
            format!("category {main}"),
        ] {
            count(groups.entry(group).or_default(), draft, review);
        }
        count_findings(&mut findings, draft, review);
        if arguments.errors {
            describe_error(&mut out, draft, review);
        }
    }
    if arguments.json {
        let figures = serde_json::json!({ "groups": groups, "findings": findings });
        out = serde_json::to_string_pretty(&figures)? + "\n";
    } else {
        table(&mut out, &groups, &findings);
    }
    say(&out)?;
    Ok(Outcome::Fine)
}

/// The review that scoring looks at: the language is given, everything else left open.
fn review(engine: &Engine, draft: &Labelled) -> Review {
    let context = Context { lang: Some(draft.lang.clone()), ..Context::default() };
    engine.review(&Draft::new(&draft.subject, &draft.body), &context)
}

/// The scored rows a review names: M, E and T rows, without those that hang on context or taste.
fn rows(review: &Review) -> BTreeSet<&str> {
    review.findings.iter().flat_map(|f| &f.policy).map(String::as_str).filter(|r| scored(r)).collect()
}

fn scored(row: &str) -> bool {
    row.starts_with(['M', 'E', 'T']) && !["M-20", "T-10", "E-03"].contains(&row)
}

fn count(t: &mut Tally, draft: &Labelled, review: &Review) {
    let is = |v: Verdict| v == Verdict::Critical;
    t.drafts += 1;
    t.four_way += usize::from(draft.verdict == review.verdict);
    t.two_way += usize::from(is(draft.verdict) == is(review.verdict));
    if matches!(draft.verdict, Verdict::NonCritical | Verdict::Mixed) {
        t.spoiled += 1;
        t.wrongly_critical += usize::from(is(review.verdict));
    }
    if is(draft.verdict) {
        t.critical += 1;
        t.critical_missed += usize::from(!is(review.verdict));
    }
    if let Some(main) = draft.categories.first() {
        t.with_category += 1;
        t.category += usize::from(right_category(main, draft, review));
    }
    let (got, want): (BTreeSet<&str>, BTreeSet<&str>) =
        (rows(review), draft.findings.iter().map(String::as_str).filter(|r| scored(r)).collect());
    t.both += got.intersection(&want).count();
    t.named += got.len();
    t.labelled += want.len();
}

/// The main category, or another critical one of the label: where two fit, either may stand first.
fn right_category(main: &str, draft: &Labelled, review: &Review) -> bool {
    let Some(first) = review.categories.first() else { return false };
    first.as_str() == main || first.class() == Class::Critical && draft.categories.iter().any(|c| c == first.as_str())
}

fn count_findings(findings: &mut BTreeMap<String, Tally>, draft: &Labelled, review: &Review) {
    let want: BTreeSet<&str> = draft.findings.iter().map(String::as_str).filter(|r| scored(r)).collect();
    let got = rows(review);
    for row in got.union(&want) {
        let t = findings.entry((*row).to_owned()).or_default();
        t.both += usize::from(got.contains(row) && want.contains(row));
        t.named += usize::from(got.contains(row));
        t.labelled += usize::from(want.contains(row));
    }
}

fn describe_error(out: &mut String, draft: &Labelled, review: &Review) {
    let got = rows(review);
    let want: BTreeSet<&str> = draft.findings.iter().map(String::as_str).filter(|r| scored(r)).collect();
    let missing: Vec<&&str> = want.difference(&got).collect();
    let extra: Vec<&&str> = got.difference(&want).collect();
    if draft.verdict == review.verdict && missing.is_empty() && extra.is_empty() {
        return;
    }
    let categories: Vec<&str> = review.categories.iter().map(|c| c.as_str()).collect();
    let (label, read) = (draft.categories.join(", "), categories.join(", "));
    let _ = writeln!(out, "{}: {} ({label}) read as {} ({read})", draft.id, draft.verdict, review.verdict);
    if !missing.is_empty() || !extra.is_empty() {
        let _ = writeln!(out, "    findings missing {missing:?}, too many {extra:?}");
    }
    let _ = writeln!(out, "    {} | {}", draft.subject, draft.body.replace('\n', " ⏎ "));
    for e in review.evidence.iter().filter(|e| e.decides) {
        let source = match e.field {
            Field::Subject => &draft.subject,
            Field::Body => &draft.body,
        };
        let _ = writeln!(
            out,
            "    {} {:?} {}: {:?}",
            e.role,
            e.certainty,
            e.rule.as_deref().unwrap_or("learned"),
            e.span.of(source)
        );
    }
}

fn percent(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let tenths = (part * 1000 + whole / 2) / whole;
    format!("{}.{} %", tenths / 10, tenths % 10)
}

fn table(out: &mut String, groups: &BTreeMap<String, Tally>, findings: &BTreeMap<String, Tally>) {
    let mut row = |cells: [&str; 9]| {
        let [name, rest @ ..] = cells;
        let _ = write!(out, "{name:<34}");
        for (cell, width) in rest.iter().zip([7, 17, 16, 9, 9, 9, 9, 9]) {
            let _ = write!(out, " {cell:>width$}");
        }
        out.push('\n');
    };
    row(["", "drafts", "wrongly critical", "critical missed", "two-way", "four-way", "category", "find. P", "find. R"]);
    for (name, t) in groups {
        row([
            name,
            &t.drafts.to_string(),
            &format!("{} of {}", t.wrongly_critical, t.spoiled),
            &format!("{} of {}", t.critical_missed, t.critical),
            &percent(t.two_way, t.drafts),
            &percent(t.four_way, t.drafts),
            &percent(t.category, t.with_category),
            &percent(t.both, t.named),
            &percent(t.both, t.labelled),
        ]);
    }
    let _ = writeln!(out, "\n{:<8} {:>9} {:>9} {:>9}", "finding", "labelled", "precision", "recall");
    for (name, t) in findings {
        let _ = writeln!(
            out,
            "{name:<8} {:>9} {:>9} {:>9}",
            t.labelled,
            percent(t.both, t.named),
            percent(t.both, t.labelled)
        );
    }
}
