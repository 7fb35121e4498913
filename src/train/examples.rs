//! Training examples: the features and labels of every sentence of the training drafts. Knows no weights.

use compose_corpus::Labelled;
use compose_engine::model::Label;
use compose_engine::model::features::{self, Feature};
use compose_engine::{Context, Draft, Engine};

/// A sentence to learn from.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    /// Features and their values.
    pub(crate) features: Vec<(u32, f32)>,
    /// How much of each label the sentence has; adds up to 1.
    pub(crate) target: Vec<(usize, f32)>,
    /// Which draft it is from.
    pub(crate) draft: usize,
}

/// The sentences of all drafts, seen as the engine sees them, with the rules that match.
pub(crate) fn examples(engine: &Engine, drafts: &[Labelled]) -> Vec<Example> {
    let mut out = Vec::new();
    for (number, draft) in drafts.iter().enumerate() {
        for sentence in &draft.sentences {
            let labels: Vec<usize> = sentence.labels.iter().filter_map(|l| number_of(l)).collect();
            if labels.is_empty() {
                continue;
            }
            let share = 1.0 / f32::from(u8::try_from(labels.len()).unwrap_or(1));
            let target = labels.into_iter().map(|l| (l, share)).collect();
            // A labelled sentence may be cut in two by the engine; each part carries the label.
            for seen in engine.see(&single(sentence.subject, &sentence.text), &context(draft)) {
                out.push(Example { features: valued(&seen.features), target: Clone::clone(&target), draft: number });
            }
        }
    }
    out
}

fn single(subject: bool, text: &str) -> Draft {
    if subject { Draft::new(text, "") } else { Draft::new("", text) }
}

/// The context in which training drafts are read.
pub(crate) fn context(draft: &Labelled) -> Context {
    Context { lang: Some(draft.lang.clone()), ..Context::default() }
}

fn number_of(label: &str) -> Option<usize> {
    let wanted = Label::named(label)?;
    Label::all().position(|l| l == wanted)
}

pub(crate) fn valued(features: &[Feature]) -> Vec<(u32, f32)> {
    features::values(features).map(|(f, v)| (f.bucket, v)).collect()
}
