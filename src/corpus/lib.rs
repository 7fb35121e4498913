//! Labelled drafts: the corpus form (one draft a line, JSON) and the training form (one sentence a line, with its label). Reads them
//! into one shape; judges nothing.

use anyhow::{Context as _, bail};
use compose_engine::{Category, Class, Verdict};
use serde::Deserialize;
use std::path::Path;

/// A draft with what a careful reader says of it.
#[derive(Debug, Clone, Deserialize)]
pub struct Labelled {
    /// Unique id.
    pub id: String,
    /// BCP 47 language.
    pub lang: String,
    /// Subject; may be empty.
    #[serde(default)]
    pub subject: String,
    /// Message text.
    pub body: String,
    /// What the whole draft is.
    pub verdict: Verdict,
    /// What its parts are about, the main one first.
    #[serde(default)]
    pub categories: Vec<String>,
    /// M, E and T rows.
    #[serde(default)]
    pub findings: Vec<String>,
    /// The situation told, where drafts of one situation are to stay together; the id where none is given.
    #[serde(default)]
    pub scenario: String,
    /// Labels by sentence, where they are known.
    #[serde(default)]
    pub sentences: Vec<LabelledSentence>,
}

/// A sentence of a training draft.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct LabelledSentence {
    /// Whether it is the subject.
    pub subject: bool,
    /// Categories, `background` or `courtesy`.
    pub labels: Vec<String>,
    /// M rows.
    pub rows: Vec<String>,
    /// The sentence.
    pub text: String,
}

/// Reads a file of either form, told by its ending: `.jsonl`, or `.txt` in a folder named for the language.
///
/// # Errors
/// Names file, line and what is wrong.
pub fn read(path: &Path) -> anyhow::Result<Vec<Labelled>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read", path.display()))?;
    let name = path.display().to_string();
    if path.extension().is_some_and(|e| e == "txt") {
        let lang = path.parent().and_then(Path::file_name).and_then(|n| n.to_str()).unwrap_or("en");
        return training(&text, lang, &name);
    }
    let lines = text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty());
    lines
        .map(|(i, l)| {
            let mut draft: Labelled = serde_json::from_str(l).with_context(|| format!("{name}:{}", i + 1))?;
            if draft.scenario.is_empty() {
                draft.scenario.clone_from(&draft.id);
            }
            Ok(draft)
        })
        .collect()
}

/// Reads the training form.
///
/// # Errors
/// Names file, line and what is wrong.
pub fn training(text: &str, lang: &str, name: &str) -> anyhow::Result<Vec<Labelled>> {
    let mut drafts: Vec<Labelled> = Vec::new();
    let stem = Path::new(name).file_stem().and_then(|s| s.to_str()).unwrap_or("draft");
    for (i, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        if let Some(slug) = line.strip_prefix("## ") {
            let id = format!("{lang}-{stem}-{}", drafts.len() + 1);
            drafts.push(empty(id, lang, format!("{lang}/{}", slug.trim())));
            continue;
        }
        let Some(draft) = drafts.last_mut() else { bail!("{name}:{}: a sentence before the first `## slug`", i + 1) };
        let (labels, sentence) = line.split_once('\t').with_context(|| format!("{name}:{}: no TAB", i + 1))?;
        let (subject, labels) = labels.strip_prefix("subject:").map_or((false, labels), |rest| (true, rest));
        let mut s = LabelledSentence { subject, text: sentence.trim().to_owned(), ..LabelledSentence::default() };
        for label in labels.split(',').map(str::trim) {
            if is_row(label) {
                s.rows.push(label.to_owned());
            } else if label == "background" || label == "courtesy" || label.parse::<Category>().is_ok() {
                s.labels.push(label.to_owned());
            } else {
                bail!("{name}:{}: unknown label `{label}`", i + 1);
            }
        }
        draft.sentences.push(s);
    }
    drafts.iter_mut().for_each(conclude);
    drafts.retain(|d| !d.sentences.is_empty());
    Ok(drafts)
}

fn is_row(label: &str) -> bool {
    label.split_once('-').is_some_and(|(kind, number)| {
        matches!(kind, "M" | "E" | "T" | "R") && number.chars().all(|c| c.is_ascii_digit())
    })
}

fn empty(id: String, lang: &str, scenario: String) -> Labelled {
    Labelled {
        id,
        lang: lang.to_owned(),
        subject: String::new(),
        body: String::new(),
        verdict: Verdict::Unclear,
        categories: Vec::new(),
        findings: Vec::new(),
        scenario,
        sentences: Vec::new(),
    }
}

/// Subject, body, verdict, categories and rows of a training draft from its sentences.
fn conclude(draft: &mut Labelled) {
    let (mut critical, mut other, mut reply) = (false, false, false);
    for s in &draft.sentences {
        if s.subject {
            draft.subject.clone_from(&s.text);
        } else {
            if !draft.body.is_empty() {
                draft.body.push(if draft.lang == "ja" { '\n' } else { ' ' });
            }
            draft.body.push_str(&s.text);
        }
        for category in s.labels.iter().filter_map(|l| l.parse::<Category>().ok()) {
            match category.class() {
                Class::Critical => critical = true,
                Class::NonCritical => other = true,
                Class::Neutral => reply = true,
            }
            if !draft.categories.iter().any(|c| c == category.as_str()) {
                draft.categories.push(category.as_str().to_owned());
            }
        }
        for row in &s.rows {
            if !draft.findings.contains(row) {
                draft.findings.push(row.clone());
            }
        }
    }
    let is_critical = |c: &String| c.parse::<Category>().is_ok_and(|c| c.class() == Class::Critical);
    draft.categories.sort_by_key(|c| !is_critical(c));
    draft.verdict = match (critical, other || reply) {
        (true, _) if other => Verdict::Mixed,
        (true, _) => Verdict::Critical,
        (false, true) => Verdict::NonCritical,
        (false, false) => Verdict::Unclear,
    };
}

/// Every training file below `dir`, by language folder, in order of path.
///
/// # Errors
/// If a folder cannot be read.
pub fn training_files(dir: &Path) -> anyhow::Result<Vec<std::path::PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).with_context(|| format!("{}: cannot be read", dir.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(training_files(&path)?);
        } else if path.extension().is_some_and(|e| e == "txt") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
