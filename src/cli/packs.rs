//! `packs lint` and `packs explain`: for people who write rules. Reads pack folders; knows no drafts.

use crate::{Outcome, document, listing, say};
use anyhow::Context as _;
use compose_engine::Engine;
use compose_engine::pack::bundle::Bundle;
use compose_engine::pack::policy::PolicyBook;
use compose_engine::pack::spec::{RuleFile, RuleSpec};
use compose_engine::pack::{builtin_languages, builtin_policy, builtin_texts, lint};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Check every pack in a folder: one folder for each language, or the files of one language.
    Lint {
        /// The folder.
        dir: PathBuf,
    },
    /// Write each language of this program as one file, rules and weights together, for the page and the wasm module.
    Export {
        /// Folder for the files, made if it is not there.
        dir: PathBuf,
    },
    /// Write the reference of each language's rules, with their examples, as one file for the page.
    Publish {
        /// Folder for the files, made if it is not there.
        out: PathBuf,
        /// Folder of the packs, for the examples, which are not part of the program.
        #[arg(long, default_value = "src/engine/packs")]
        dir: PathBuf,
    },
    /// Print the reference of all rules as Markdown.
    Document {
        /// Folder of the packs.
        #[arg(default_value = "src/engine/packs")]
        dir: PathBuf,
    },
    /// Print every rule and policy row as JSON, without patterns and examples.
    List {
        /// Folder of the packs.
        #[arg(default_value = "src/engine/packs")]
        dir: PathBuf,
    },
    /// Show a rule with its reason, examples, policy rows and sources.
    Explain {
        /// Id of the rule.
        rule: String,
        /// Folder of the packs, for the examples, which are not part of the program.
        #[arg(long, default_value = "src/engine/packs")]
        dir: PathBuf,
    },
}

pub(crate) fn run(command: &Command) -> anyhow::Result<Outcome> {
    let policy = builtin_policy()?;
    match command {
        Command::Lint { dir } => lint_all(dir, &policy),
        Command::Export { dir } => export(dir),
        Command::Publish { out, dir } => document::publish(dir, out),
        Command::Document { dir } => document::run(dir),
        Command::List { dir } => listing::run(dir),
        Command::Explain { rule, dir } => explain(rule, dir, &policy),
    }
}

/// An engine with the packs of `dir`, or those of the program.
///
/// # Errors
/// Every complaint about patterns and word lists.
pub(crate) fn engine(dir: Option<&Path>) -> anyhow::Result<Engine> {
    let Some(dir) = dir else { return Ok(Engine::builtin()?) };
    let mut compiled = Vec::new();
    for (lang, files) in packs(dir)? {
        let (pack, complaints) = lint::compile_texts(&lang, &files);
        if !complaints.is_empty() {
            anyhow::bail!(complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
        }
        compiled.push(pack);
    }
    Ok(Engine::with_packs(compiled, builtin_policy()?, builtin_texts()?))
}

fn export(dir: &Path) -> anyhow::Result<Outcome> {
    std::fs::create_dir_all(dir).with_context(|| format!("{}: cannot be made", dir.display()))?;
    for lang in builtin_languages().filter(|l| *l != "any") {
        let path = dir.join(lang).with_extension("bin");
        std::fs::write(&path, Bundle::builtin(lang)?.write())
            .with_context(|| format!("{}: cannot be written", path.display()))?;
    }
    Ok(Outcome::Fine)
}

fn lint_all(dir: &Path, policy: &PolicyBook) -> anyhow::Result<Outcome> {
    let packs = packs(dir)?;
    let mut complaints = 0;
    for (lang, files) in &packs {
        for complaint in lint::lint(lang, files, policy) {
            say(&format!("{complaint}\n"))?;
            complaints += 1;
        }
    }
    let files: usize = packs.iter().map(|(_, f)| f.len()).sum();
    say(&format!("{} packs, {files} files, {complaints} complaints\n", packs.len()))?;
    Ok(if complaints == 0 { Outcome::Fine } else { Outcome::Complaints })
}

/// A language and its files: name and text.
pub(crate) type Pack = (String, Vec<(String, String)>);

/// Language folders below `dir`, or `dir` itself if it holds the files of one language.
pub(crate) fn packs(dir: &Path) -> anyhow::Result<Vec<Pack>> {
    let entries = sorted(dir)?;
    let mut folders: Vec<PathBuf> = entries.into_iter().filter(|p| p.is_dir()).collect();
    if folders.is_empty() {
        folders.push(dir.to_owned());
    }
    folders
        .iter()
        .map(|folder| {
            let lang = folder.file_name().and_then(|n| n.to_str()).unwrap_or("any").to_owned();
            let files = sorted(folder)?.into_iter().filter(|p| p.extension().is_some_and(|e| e == "toml"));
            let read = |p: PathBuf| -> anyhow::Result<(String, String)> {
                let text = std::fs::read_to_string(&p).with_context(|| format!("{}: cannot be read", p.display()))?;
                Ok((p.display().to_string(), text))
            };
            Ok((lang, files.map(read).collect::<anyhow::Result<_>>()?))
        })
        .collect()
}

fn sorted(dir: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(dir).with_context(|| format!("{}: cannot be read", dir.display()))?;
    let mut paths = entries.map(|e| e.map(|e| e.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

fn explain(id: &str, dir: &Path, policy: &PolicyBook) -> anyhow::Result<Outcome> {
    let mut out = String::new();
    for (lang, files) in packs(dir)? {
        for (name, text) in files {
            let file: RuleFile = toml::from_str(&text).with_context(|| name.clone())?;
            for r in file.rule.iter().filter(|r| r.id == id) {
                describe(&mut out, &lang, r, policy);
            }
        }
    }
    if out.is_empty() {
        eprintln!("compose-helper: there is no rule `{id}` in {}", dir.display());
        return Ok(Outcome::Complaints);
    }
    say(&out)?;
    Ok(Outcome::Fine)
}

fn describe(out: &mut String, lang: &str, r: &RuleSpec, policy: &PolicyBook) {
    let _ =
        writeln!(out, "{} ({lang}, {:?}, {:?})\n  {}\n  {}\n  {}", r.id, r.role, r.severity, r.what, r.why, r.action);
    for row in r.policy.iter().filter_map(|row| policy.row(row)) {
        let _ = writeln!(out, "\n  {} ({:?}): {}", row.id, row.confidence, row.title);
        for source in row.sources.iter().filter_map(|key| policy.source(key)) {
            let _ = writeln!(out, "      {} ({})", source.urls.join(" "), source.date);
        }
    }
    let examples = [("flagged", &r.flag), ("after the fix", &r.fixed), ("passes", &r.pass)];
    for (title, texts) in examples.iter().filter(|(_, t)| !t.is_empty()) {
        let _ = writeln!(out, "\n  {title}:");
        for text in *texts {
            let _ = writeln!(out, "    {}", text.replace('\n', "\n    "));
        }
    }
}
