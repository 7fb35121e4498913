//! Learns the scorer from the labelled drafts: the weights of each language, then the second stage, and measures it on drafts that the
//! models have not seen.

mod compare;
mod examples;
mod held_out;
mod learn;
mod measure;
mod regression;
mod second_stage;

use anyhow::Context as _;
use clap::Parser;
use compose_corpus::Labelled;
use compose_engine::Engine;
use held_out::Base;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Learns the weights of each language and the second stage, and writes them.
#[derive(Debug, Parser)]
struct Arguments {
    /// Folder of the labelled drafts.
    #[arg(long, default_value = "tests/corpus")]
    corpus: PathBuf,
    /// Where the weights go.
    #[arg(long, default_value = "src/engine/model/learned")]
    out: PathBuf,
    /// Only these languages; the second stage then learns from them alone.
    #[arg(long)]
    lang: Vec<String>,
    /// Most weights that are kept for English, and for each other language.
    #[arg(long, num_args = 2, default_values_t = [20_000, 6_000])]
    keep: Vec<usize>,
    /// The same for the votes of sentences on their draft.
    #[arg(long, num_args = 2, default_values_t = [2_800, 1_000])]
    keep_votes: Vec<usize>,
    /// Learn nothing that is kept; print how the product does on the blind drafts beside its parts and two plain baselines.
    #[arg(long)]
    compare: bool,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    // Before minutes of learning, not after them.
    std::fs::create_dir_all(&arguments.out).with_context(|| arguments.out.display().to_string())?;
    if arguments.compare {
        return compare::run(&arguments.corpus, &languages(&arguments)?, |lang| settings(&arguments, lang));
    }
    let mut judged = Vec::new();
    for (lang, drafts) in &languages(&arguments)? {
        let settings = settings(&arguments, lang);
        let engine = Engine::builtin()?.with_model(lang, None);
        if !engine.languages().any(|l| l == lang) {
            println!("{lang}: left out, since it has no rules");
            continue;
        }
        let examples = examples::examples(&engine, drafts);
        judged.extend(held_out::training(Base::Rules, lang, drafts, &examples, &settings)?);
        let stored = learn::learn_both(&examples, drafts, &settings)?;
        let corpus = messages(&arguments.corpus, lang)?;
        judged.extend(held_out::corpus(Base::Rules, lang, &corpus, &stored)?);
        let bytes = write(&arguments.out, lang, &stored)?;
        println!("{lang}: {} sentences, {} weights, {bytes} bytes", examples.len(), stored.weights.len());
    }
    let whole = second_stage::learn(&judged)?;
    let bytes = write(&arguments.out, "whole", &whole)?;
    println!("second stage: {} drafts, {bytes} bytes", judged.len());
    Ok(())
}

/// Writes weights and says how many bytes they take.
fn write(out: &Path, name: &str, weights: &impl Serialize) -> anyhow::Result<usize> {
    let bytes = postcard::to_allocvec(weights)?;
    let path = out.join(format!("{name}.weights"));
    std::fs::write(&path, &bytes).with_context(|| path.display().to_string())?;
    Ok(bytes.len())
}

fn settings(arguments: &Arguments, lang: &str) -> learn::Settings {
    let of = |given: &[usize], usual| given.get(usize::from(lang != "en")).copied().unwrap_or(usual);
    let (keep, keep_votes) = (of(&arguments.keep, 6_000), of(&arguments.keep_votes, 1_000));
    learn::Settings { keep, keep_votes, ..learn::Settings::default() }
}

/// The labelled messages of a language: those of the corpus, and those that were once a blind set.
fn messages(corpus: &Path, lang: &str) -> anyhow::Result<Vec<Labelled>> {
    let mut messages = compose_corpus::read(&corpus.join(format!("{lang}.jsonl")))?;
    let more = corpus.join(format!("{lang}-more.jsonl"));
    if more.exists() {
        messages.extend(compose_corpus::read(&more)?);
    }
    Ok(messages)
}

/// The training drafts by language.
fn languages(arguments: &Arguments) -> anyhow::Result<BTreeMap<String, Vec<Labelled>>> {
    let mut languages: BTreeMap<String, Vec<Labelled>> = BTreeMap::new();
    for file in compose_corpus::training_files(&arguments.corpus.join("train"))? {
        for draft in compose_corpus::read(&file)? {
            languages.entry(draft.lang.clone()).or_default().push(draft);
        }
    }
    languages.retain(|lang, _| arguments.lang.is_empty() || arguments.lang.contains(lang));
    Ok(languages)
}
