//! The comparison of the model card: the scorer with and without the rules, the rules alone, and two plain baselines, learned from the
//! same drafts and judged on the same blind ones. Knows no weights of the product but those it ships.

use crate::examples::{self, Example};
use crate::held_out::{self, Base};
use crate::learn::{self, Settings};
use crate::measure::Figures;
use crate::second_stage;
use anyhow::Context as _;
use compose_corpus::Labelled;
use compose_engine::model::features::{self, Place};
use compose_engine::model::weights::Weights;
use compose_engine::model::{Label, Model};
use compose_engine::whole::Whole;
use compose_engine::{Draft, Engine, Verdict};
use std::collections::BTreeMap;
use std::path::Path;

/// Words that the keyword baseline looks for, by class.
#[derive(Debug, serde::Deserialize)]
struct Keywords {
    critical: Vec<String>,
    non_critical: Vec<String>,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum System {
    Product,
    WithoutRules,
    RulesAlone,
    WholeDrafts,
    Keywords,
}

impl System {
    const ALL: [Self; 5] = [Self::Product, Self::WithoutRules, Self::RulesAlone, Self::WholeDrafts, Self::Keywords];

    const fn name(self) -> &'static str {
        match self {
            Self::Product => "rules and scorer",
            Self::WithoutRules => "scorer without rules",
            Self::RulesAlone => "rules without scorer",
            Self::WholeDrafts => "n-gram regression over whole drafts",
            Self::Keywords => "keyword lists",
        }
    }
}

/// Prints the comparison as a Markdown table.
pub(crate) fn run(
    corpus: &Path,
    languages: &BTreeMap<String, Vec<Labelled>>,
    settings: impl Fn(&str) -> Settings,
) -> anyhow::Result<()> {
    let text = std::fs::read_to_string(corpus.join("keywords.toml")).context("the keyword lists cannot be read")?;
    let keywords: BTreeMap<String, Keywords> = toml::from_str(&text).context("keywords.toml")?;
    let mut figures: BTreeMap<(System, &str), Figures> = BTreeMap::new();
    let mut count = |system: System, lang: &str, label: Verdict, got: Verdict| {
        let group = if lang == "en" { "English" } else { "the other eleven" };
        figures.entry((system, group)).or_default().add(label, got);
    };
    let product = Engine::builtin()?;
    for (lang, drafts) in languages {
        let blind = compose_corpus::read(&corpus.join("blind").join(format!("{lang}.jsonl")))?;
        let without_scorer = Engine::builtin()?.with_model(lang, None).with_whole(None);
        let without_rules = without_rules(corpus, lang, drafts, &settings(lang))?;
        let whole_drafts = whole_drafts(corpus, lang, drafts, &settings(lang))?;
        for line in &blind {
            let (draft, context) = (Draft::new(&line.subject, &line.body), examples::context(line));
            let by = |engine: &Engine| engine.review(&draft, &context).verdict;
            count(System::Product, lang, line.verdict, by(&product));
            count(System::RulesAlone, lang, line.verdict, by(&without_scorer));
            count(System::WithoutRules, lang, line.verdict, by(&without_rules));
            count(System::WholeDrafts, lang, line.verdict, most_probable(&whole_drafts, line));
            if let Some(lists) = keywords.get(lang) {
                count(System::Keywords, lang, line.verdict, by_keywords(lists, line));
            }
        }
    }
    println!(
        "| system | language | two-way | four-way | wrongly critical | critical missed |\n|---|---|---|---|---|---|"
    );
    for system in System::ALL {
        for ((_, group), figures) in figures.iter().filter(|((s, _), _)| *s == system) {
            println!("| {} | {group} | {} |", system.name(), figures.cells());
        }
    }
    Ok(())
}

/// The same learning on the same drafts, with engines that have no rules: two stages, no rule among the signs.
fn without_rules(corpus: &Path, lang: &str, drafts: &[Labelled], settings: &Settings) -> anyhow::Result<Engine> {
    let base = Base::WithoutRules;
    let examples = examples::examples(&base.engine(lang)?.with_model(lang, None), drafts);
    let mut judged = held_out::training(base, lang, drafts, &examples, settings)?;
    let stored = learn::learn_both(&examples, drafts, settings)?;
    let messages = crate::messages(corpus, lang)?;
    judged.extend(held_out::corpus(base, lang, &messages, &stored)?);
    let whole = second_stage::learn(&judged)?;
    let engine = base.engine(lang)?.with_model(lang, Some(Model::new(Weights::new(stored))));
    Ok(engine.with_whole(Some(Whole::new(whole).context("the second stage has another shape")?)))
}

/// Verdicts learned straight from the n-grams of drafts, with as many weights as the scorer has.
fn whole_drafts(corpus: &Path, lang: &str, drafts: &[Labelled], settings: &Settings) -> anyhow::Result<Model> {
    let messages = crate::messages(corpus, lang)?;
    let learned: Vec<Example> = drafts
        .iter()
        .chain(&messages)
        .enumerate()
        .map(|(number, draft)| Example {
            features: examples::valued(&features::see(&text(draft), Place::default(), &[]).features),
            target: vec![(Verdict::ALL.iter().position(|v| *v == draft.verdict).unwrap_or(0), 1.0)],
            draft: number,
        })
        .collect();
    Ok(Model::new(Weights::new(learn::learn(&learned, Label::COUNT, settings)?)))
}

fn most_probable(model: &Model, line: &Labelled) -> Verdict {
    let score = model.score(&features::see(&text(line), Place::default(), &[]));
    let best = Verdict::ALL.iter().zip(&score.labels).max_by(|a, b| a.1.total_cmp(b.1));
    best.map_or(Verdict::Unclear, |(verdict, _)| *verdict)
}

fn by_keywords(lists: &Keywords, line: &Labelled) -> Verdict {
    let text = text(line);
    let any = |words: &[String]| words.iter().any(|w| text.contains(w.as_str()));
    match (any(&lists.critical), any(&lists.non_critical)) {
        (true, true) => Verdict::Mixed,
        (true, false) => Verdict::Critical,
        (false, true) => Verdict::NonCritical,
        (false, false) => Verdict::Unclear,
    }
}

/// Subject and body in small letters.
fn text(line: &Labelled) -> String {
    format!("{} {}", line.subject, line.body).to_lowercase()
}
