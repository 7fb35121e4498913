//! What the tests share: where the project's files lie, the labelled drafts, the engine, and checks that hold for every review.
//! Must not know what any single test is about.

use anyhow::{Context as _, Result, ensure};
use compose_corpus::Labelled;
use compose_engine::fix;
use compose_engine::review::FixAction;
use compose_engine::{Context, Draft, Engine, Field, Review, Span, Verdict};
use std::path::{Path, PathBuf};

/// The work tree.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).map(Path::to_path_buf).unwrap_or_default()
}

/// The files of a folder that end in `.extension`, in order of name.
///
/// # Errors
/// If the folder cannot be read.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("{}: cannot be read", folder.display()))?;
    let mut paths = entries.map(|e| e.map(|e| e.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == extension));
    paths.sort();
    Ok(paths)
}

/// The labelled drafts of one language.
///
/// # Errors
/// If the file cannot be read.
pub fn labelled(lang: &str) -> Result<Vec<Labelled>> {
    compose_corpus::read(&root().join("tests/corpus").join(lang).with_extension("jsonl"))
}

/// The labelled drafts of every language.
///
/// # Errors
/// If a file cannot be read.
pub fn all_labelled() -> Result<Vec<Labelled>> {
    let mut drafts = Vec::new();
    for path in files(&root().join("tests/corpus"), "jsonl")? {
        let other_kind = ["delivery", "notices", "notices-more"]
            .iter()
            .any(|name| path.file_stem().is_some_and(|stem| stem == *name));
        if !other_kind {
            drafts.extend(compose_corpus::read(&path)?);
        }
    }
    Ok(drafts)
}

/// A labelled draft and the context it is read in: its language, everything else left open.
pub fn unlabelled(labelled: &Labelled) -> (Draft, Context) {
    let context = Context { lang: Some(labelled.lang.clone()), ..Context::default() };
    (Draft::new(&labelled.subject, &labelled.body), context)
}

/// Checks what must hold for the review of any text at all: every span lies in the draft on character boundaries, what belongs
/// together fits together, and no fix does harm.
///
/// # Errors
/// Names what does not hold.
pub fn check_review(engine: &Engine, draft: &Draft, context: &Context, review: &Review) -> Result<()> {
    let words = |field: Field, span: Span, what: &str| -> Result<()> {
        let text = draft.text(field).get(span.range());
        ensure!(text.is_some_and(|t| !t.is_empty()), "{what} at {field:?} {span:?} is no part of the draft");
        Ok(())
    };
    for pair in review.sentences.windows(2) {
        let [a, b] = pair else { continue };
        ensure!(a.field < b.field || a.span.end <= b.span.start, "sentences out of order: {a:?}, {b:?}");
    }
    for s in &review.sentences {
        words(s.field, s.span, "a sentence")?;
    }
    for e in &review.evidence {
        let name = format!("{:?}", e.rule);
        words(e.field, e.span, &name)?;
        let home = review.sentences.get(e.sentence).context("evidence names no sentence")?;
        ensure!(home.field == e.field && home.own, "{name} speaks for a sentence elsewhere");
        ensure!(home.span.cover(e.span) == home.span, "{name} reaches out of its sentence");
        ensure!(e.what.is_empty() == e.policy.is_empty(), "{name} names no policy row");
    }
    for f in &review.findings {
        if let Some(place) = f.place {
            words(place.field, place.span, &f.rule)?;
        }
        ensure!(f.policy.iter().all(|row| engine.policy().row(row).is_some()), "{} names an unknown row", f.rule);
        ensure!(f.fixes.iter().all(|id| review.fixes.iter().any(|x| x.id == *id)), "{} names an unknown fix", f.rule);
    }
    if let Some(span) = review.marker.span {
        words(Field::Subject, span, "the marker")?;
    }
    let decides = review.evidence.iter().any(|e| e.decides);
    ensure!(decides || review.verdict == Verdict::Unclear, "nothing decided that it is {}", review.verdict);
    check_fixes(engine, draft, context, review)
}

fn check_fixes(engine: &Engine, draft: &Draft, context: &Context, review: &Review) -> Result<()> {
    for fix in &review.fixes {
        let id = &fix.id;
        for e in &fix.edits {
            ensure!(draft.text(e.field).get(e.span.range()).is_some(), "{id} does not fit the draft: {e:?}");
        }
        for (i, e) in fix.edits.iter().enumerate() {
            let others = fix.edits.iter().skip(i + 1).filter(|o| o.field == e.field);
            ensure!(others.clone().all(|o| !o.span.overlaps(e.span)), "edits of {id} overlap");
        }
        let puts_marker_in = matches!(fix.kind, FixAction::AddMarker | FixAction::CorrectMarker);
        ensure!(!puts_marker_in || review.verdict == Verdict::Critical, "{id} marks a {} draft", review.verdict);
        let mended = fix::apply(draft, &fix.edits);
        ensure!(mended != *draft, "{id} changes nothing");
        let after = engine.review(&mended, context);
        ensure!(puts_marker_in || review.marker.known || !after.marker.known, "{id} puts a marker in");
    }
    Ok(())
}
