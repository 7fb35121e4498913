//! Judges the blind drafts language by language, and measures keystrokes. Must not know how figures are shown.

use crate::browser::{fetch_blind, fetch_pack, now};
use crate::desk::Desk;
use crate::view_model::proof::Tally;
use compose_engine::{Context, Draft};
use std::rc::Rc;
use yew::Callback;

/// The labels of a language's blind drafts against their verdicts, or why they could not be had.
pub(crate) async fn prove(desk: &Desk, lang: &str) -> Result<Tally, String> {
    if !desk.reads(lang) {
        desk.learn(lang, &fetch_pack(lang).await?)?;
    }
    let context = Context { lang: Some(lang.to_owned()), ..Context::default() };
    let mut tally = Tally::default();
    for line in fetch_blind(lang).await? {
        tally.add(line.verdict, desk.verdict(&line.draft, &context));
    }
    Ok(tally)
}

/// Keystrokes that are measured.
const KEYSTROKES: usize = 300;
/// Length of the draft in characters.
const LENGTH: usize = 1_000;

/// Tells the milliseconds of each keystroke's review, at a place that wanders over the draft.
pub(crate) fn measure(desk: &Rc<Desk>, text: &str, told: &Callback<Vec<f64>>) {
    let mut letters: Vec<char> = text.chars().cycle().take(LENGTH).collect();
    let context = Context { lang: Some("en".to_owned()), ..Context::default() };
    let mut times = Vec::with_capacity(KEYSTROKES);
    for (number, typed) in "typed text".chars().cycle().take(KEYSTROKES).enumerate() {
        if let Some(slot) = letters.get_mut((number / 10 * 137 + number % 10) % LENGTH) {
            *slot = typed;
        }
        let draft = Draft::new("", letters.iter().collect::<String>());
        let from = now();
        desk.answer(&draft, &context);
        times.push(now() - from);
    }
    told.emit(times);
}
