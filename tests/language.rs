//! The finding about a message that is not in its buyer's language. Knows the rule by its id.

use compose_engine::{Context, Draft, Engine, Thread};

const GERMAN: &str = "Welche Gravur soll auf die Innenseite, und wie viele Zeichen hat sie?";
const ENGLISH: &str = "Which engraving should we put on the inside of the ring, and how long is it?";

fn check(engine: &Engine, body: &str, context: &Context, expected: bool) {
    let review = engine.review(&Draft::new("", body), context);
    let told = review.findings.iter().any(|f| f.rule == "other-language");
    assert_eq!(told, expected, "{body} {context:?}");
}

#[test]
fn a_message_in_another_language_than_the_marketplaces_is_told() -> Result<(), compose_engine::PackError> {
    let engine = Engine::builtin()?;
    let at = |marketplace: &str| Context { marketplace: Some(marketplace.to_owned()), ..Context::default() };
    check(&engine, GERMAN, &at("FR"), true);
    check(&engine, ENGLISH, &at("DE"), true);
    check(&engine, ENGLISH, &Context { lang: Some("en-GB".to_owned()), ..at("JP") }, true);
    Ok(())
}

#[test]
fn nothing_is_told_of_the_right_language_an_unknown_one_or_an_answer() -> Result<(), compose_engine::PackError> {
    let engine = Engine::builtin()?;
    let at = |marketplace: &str| Context { marketplace: Some(marketplace.to_owned()), ..Context::default() };
    check(&engine, GERMAN, &at("DE"), false);
    check(&engine, GERMAN, &Context::default(), false);
    check(&engine, GERMAN, &at("XX"), false);
    check(&engine, "OK 12", &at("FR"), false);
    check(&engine, ENGLISH, &at("CA"), false);
    check(&engine, ENGLISH, &Context { thread: Some(Thread::Reply), ..at("DE") }, false);
    Ok(())
}
