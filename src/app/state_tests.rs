//! The reducer with the real engine, without a DOM.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests")]

use super::{Action, Caret, Change, ContextChange, LanguageFile, Parked, State};
use crate::desk::Desk;
use crate::text::SAMPLES;
use crate::view_model::steps::{Direction, step};
use crate::view_model::{context, findings, marks, proposal, verdict};
use compose_engine::delivery::Outcome;
use compose_engine::pack::bundle::Bundle;
use compose_engine::{Buyer, Channel, Draft, Edition, Field, Verdict, fix};
use std::rc::Rc;
use yew::Reducible;

fn page() -> Rc<State> {
    Rc::new(State::new(Some(Rc::new(Desk::open().unwrap()))))
}

fn typed(state: Rc<State>, draft: &Draft) -> Rc<State> {
    state
        .reduce(Action::Edited(Field::Subject, draft.subject.clone()))
        .reduce(Action::Edited(Field::Body, draft.body.clone()))
}

fn sample(number: usize) -> Draft {
    Draft::new(SAMPLES[number].subject, SAMPLES[number].body)
}

fn verdict_of(state: &State) -> Option<Verdict> {
    state.answer.as_ref().map(|a| a.review.verdict)
}

#[test]
fn each_sample_shows_what_its_name_says() {
    let expected = [Verdict::Critical, Verdict::NonCritical, Verdict::Mixed, Verdict::NonCritical];
    for (number, verdict) in expected.into_iter().enumerate() {
        let state = typed(page(), &sample(number));
        assert_eq!(verdict_of(&state), Some(verdict), "{}", SAMPLES[number].name);
    }
    let misused = typed(page(), &sample(3));
    assert!(misused.answer.as_ref().unwrap().review.deliveries[0].misuse);
}

#[test]
fn every_keystroke_is_judged_and_a_blank_draft_is_not() {
    let state = page().reduce(Action::Edited(Field::Body, "Which flat number".to_owned()));
    assert!(state.answer.is_some());
    let state = state.reduce(Action::Edited(Field::Body, " \n".to_owned()));
    assert!(state.answer.is_none() && state.is_blank());
}

#[test]
fn without_an_engine_the_fields_still_work() {
    let state = typed(Rc::new(State::new(None)), &sample(0));
    assert_eq!(*state.draft, sample(0));
    assert!(state.answer.is_none());
}

#[test]
fn both_buyers_and_the_other_edition_are_answered_from_one_review() {
    let state = typed(page(), &Draft::new("[Important] Flat number", sample(0).body));
    let answer = state.answer.as_ref().unwrap();
    assert_eq!((answer.takes.outcome, answer.opted_out.outcome), (Outcome::Delivered, Outcome::Delivered));
    let other = answer.other.as_ref().unwrap();
    assert_eq!((other.edition, other.outcome), (Edition::Optout2025, Outcome::Blocked));
    let state = state.reduce(Action::Context(ContextChange::Edition(Edition::Optout2025)));
    let answer = state.answer.as_ref().unwrap();
    assert_eq!(answer.opted_out.outcome, Outcome::Blocked);
    assert!(answer.opted_out.notice.is_some());
}

#[test]
fn the_fate_of_either_buyer_does_not_hang_on_the_chosen_one() {
    let fates = |buyer| {
        let state = typed(page(), &sample(1)).reduce(Action::Context(ContextChange::Buyer(buyer)));
        let answer = state.answer.as_ref().unwrap();
        (answer.takes.clone(), answer.opted_out.clone())
    };
    assert_eq!(fates(Buyer::Unknown), fates(Buyer::OptedIn));
    assert_eq!(fates(Buyer::Unknown), fates(Buyer::OptedOut));
}

#[test]
fn a_reason_that_does_not_fit_the_channel_goes() {
    let choose = |channel| page().reduce(Action::Context(ContextChange::Channel(channel)));
    let state =
        choose(Channel::ContactBuyer).reduce(Action::Context(ContextChange::Reason("problem_with_order".to_owned())));
    assert_eq!(state.context.contact_reason.as_deref(), Some("problem_with_order"));
    let state = Rc::clone(&state).reduce(Action::Context(ContextChange::Channel(Channel::Api)));
    assert_eq!(state.context.contact_reason, None);
    let view = context::context(&choose(Channel::Email));
    assert!(view.reasons.is_empty());
}

#[test]
fn a_split_parks_the_rest_and_its_undo_takes_it_back() {
    let before = sample(2);
    let state = typed(page(), &before);
    let review = &state.answer.as_ref().unwrap().review;
    let fix = review.fixes.iter().find(|f| f.rest.is_some()).unwrap().clone();
    let rest = fix.rest.clone().unwrap();
    let after = fix::apply(&before, &fix.edits);
    let split = typed(state.reduce(Action::SetAside { rest: rest.clone(), from: before.clone() }), &after);
    assert_eq!(verdict_of(&split), Some(Verdict::Critical));
    assert!(matches!(split.parked.as_slice(), [Parked { draft, .. }] if *draft == rest));
    assert!(typed(split, &before).parked.is_empty());
}

#[test]
fn opening_a_parked_draft_parks_what_stood_there() {
    let state = typed(page(), &sample(0)).reduce(Action::SetAside { rest: sample(1), from: Draft::default() });
    let id = state.parked[0].id;
    let state = typed(state.reduce(Action::Swapped(id)), &sample(1));
    assert_eq!(state.parked.iter().map(|p| p.draft.clone()).collect::<Vec<_>>(), [sample(0)]);
    let id = state.parked[0].id;
    assert!(state.reduce(Action::Discarded(id)).parked.is_empty());
}

#[test]
fn marks_count_in_utf16_and_a_caret_in_one_opens_its_card() {
    let body = "𠮷𠮷 Please leave us a five-star review.";
    let state = typed(page(), &Draft::new("", body));
    let review = &state.answer.as_ref().unwrap().review;
    let marks = marks::marks(&state.draft, review, Field::Body);
    let first = marks.first().unwrap();
    let units: Vec<u16> = body.encode_utf16().collect();
    let words = |m: &marks::Mark| String::from_utf16(&units[m.pick.start as usize..m.pick.end as usize]).unwrap();
    let marked: Vec<String> = marks.iter().map(words).collect();
    assert!(marked.iter().all(|words| body.contains(words)), "{marked:?}");
    assert!(marked.concat().contains("review"), "{marked:?}");
    let card = findings::card(&state.draft, review, &marks, first.pick.start + 1).unwrap();
    assert!(!card.notes.is_empty());
    assert!(findings::card(&state.draft, review, &marks, 1).is_none());
}

#[test]
fn typing_closes_the_card() {
    let state = page().reduce(Action::CaretPlaced(Caret { field: Field::Body, at: 3 }));
    assert!(state.reduce(Action::Edited(Field::Body, "x".to_owned())).caret.is_none());
}

#[test]
fn the_verdict_is_told_with_its_categories_and_sentences() {
    let state = typed(page(), &sample(2));
    let review = &state.answer.as_ref().unwrap().review;
    let view = verdict::verdict(review);
    assert!(view.why.contains("customization") && view.why.contains("review request"), "{}", view.why);
    assert!(verdict::sentences(&state.draft, review).len() >= 4);
}

#[test]
fn the_message_is_read_in_the_language_named_or_its_own_or_the_marketplaces() {
    let change = |state: Rc<State>, change| state.reduce(Action::Context(change));
    let german = change(page(), ContextChange::Marketplace("DE".to_owned()));
    assert_eq!((&*page().lang, &*german.lang), ("en", "de"));
    let french = change(german, ContextChange::Language("fr".to_owned()));
    assert_eq!(&*change(Rc::clone(&french), ContextChange::Marketplace("IT".to_owned())).lang, "fr");
    let german = change(french, ContextChange::Language(String::new()));
    assert_eq!(&*german.lang, "de");
    assert_eq!(&*typed(german, &sample(0)).lang, "en");
}

#[test]
fn without_its_rules_a_language_is_said_to_be_missing_with_the_reason_until_they_come() {
    let named = |state: Rc<State>, lang: &str| state.reduce(Action::Context(ContextChange::Language(lang.to_owned())));
    let waiting = named(typed(page(), &sample(0)), "xx");
    assert!(waiting.answer.is_none() && waiting.lacks_rules().is_none());
    let file = |lang: &str| Ok(Bundle::builtin(lang).unwrap().write().into());
    let files: [(LanguageFile, &str); 3] = [
        (Err("404 Not Found".into()), "404"),
        (Ok(Rc::from(*b"<!doctype html>")), "cut short"),
        (file("de"), "another language"),
    ];
    for (file, reason) in files {
        let lacking = Rc::clone(&waiting).reduce(Action::LanguageArrived { lang: "xx".into(), file });
        assert!(lacking.lacks_rules().unwrap().contains(reason), "{reason}");
        assert_eq!(verdict_of(&lacking), Some(Verdict::Unclear));
        assert!(named(lacking, "").lacks_rules().is_none());
    }
    let arrived = |state: Rc<State>, file| state.reduce(Action::LanguageArrived { lang: "fr".into(), file });
    let lacking = arrived(named(page(), "fr"), Err("404 Not Found".into()));
    assert!(lacking.lacks_rules().is_some());
    assert!(arrived(lacking, file("fr")).lacks_rules().is_none());
}

#[test]
fn the_smallest_change_is_found_when_asked_for_and_forgotten_when_the_text_changes() {
    let state = typed(page(), &sample(2));
    assert_eq!(state.change, Change::NotSought);
    let state = state.reduce(Action::ChangeSought);
    let Change::Found(found) = &state.change else { panic!("{:?}", state.change) };
    assert_eq!(found.review.verdict, Verdict::Critical);
    let after = typed(Rc::clone(&state), &found.draft);
    assert_eq!((verdict_of(&after), &after.change), (Some(Verdict::Critical), &Change::NotSought));
    let hopeless = typed(page(), &Draft::new("", "Use code SAVE10 for 10 % off your next lamp."));
    assert_eq!(hopeless.reduce(Action::ChangeSought).change, Change::None);
}

#[test]
fn the_reason_that_fits_the_text_is_proposed_with_its_limits() {
    let context = |state: Rc<State>, change| state.reduce(Action::Context(change));
    let state = typed(page(), &sample(2));
    let view = proposal::proposal(&state).unwrap();
    assert_eq!((&*view.id, view.channel, view.chosen), ("confirm_customization", Channel::ContactBuyer, false));
    assert!(view.limits.contains("1 to 800") && view.limits.contains("the customization"), "{}", view.limits);
    let state = context(state, ContextChange::Channel(Channel::Api));
    let state = context(state, ContextChange::Reason("confirm_customization".to_owned()));
    assert!(proposal::proposal(&state).unwrap().chosen);
    let state = context(state, ContextChange::Channel(Channel::Reply));
    assert_eq!(proposal::proposal(&state), None);
    let stock = typed(page(), &Draft::new("", "Sorry, the lamp you ordered is out of stock."));
    assert_eq!(&*proposal::proposal(&stock).unwrap().id, "problem_with_order");
    let invoice = typed(page(), &Draft::new("", "Attached is the invoice for your order."));
    assert!(proposal::proposal(&invoice).unwrap().limits.contains("no text"));
}

#[test]
fn steps_lead_from_finding_to_finding_and_around() {
    let state =
        typed(page(), &Draft::new("😊 Your lamp", "😊 Write to a@example.com. Please leave us a five-star review."));
    let review = &state.answer.as_ref().unwrap().review;
    let go = |from, direction| step(&state.draft, review, from, direction).unwrap();
    let mut at = go(None, Direction::On);
    assert_eq!((at.field, at.start, at.end), (Field::Subject, 0, 2));
    let first = at;
    let mut seen = vec![at];
    for _ in 0..20 {
        at = go(Some(at), Direction::On);
        if at == first {
            break;
        }
        seen.push(at);
    }
    assert!(seen.len() >= 4 && at == first, "{seen:?}");
    assert_eq!(go(Some(first), Direction::Back), *seen.last().unwrap());
    assert_eq!(go(seen.last().copied(), Direction::Back), seen[seen.len() - 2]);
    let clean = typed(page(), &sample(0));
    assert_eq!(step(&clean.draft, &clean.answer.as_ref().unwrap().review, None, Direction::On), None);
}
