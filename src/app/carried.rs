//! A message and the way it is sent as plain values, on their way from one page to another. Must not know where they go.

use crate::value::Value;
use compose_engine::{Context, Draft};
use std::str::FromStr;

/// As plain values; what is as usual is left out.
pub(crate) fn write(draft: &Draft, context: &Context) -> Value {
    let usual = Context::default();
    let named = |name: &'static str, now: &str, usual: &str| (now != usual).then(|| (name, now.to_owned()));
    let given = |name: &'static str, value: &Option<String>| value.clone().map(|value| (name, value));
    let entries = [
        named("subject", &draft.subject, ""),
        named("body", &draft.body, ""),
        named("edition", context.edition.as_str(), usual.edition.as_str()),
        named("buyer", context.buyer.as_str(), usual.buyer.as_str()),
        named("channel", context.channel.as_str(), usual.channel.as_str()),
        given("reason", &context.contact_reason),
        context.thread.map(|thread| ("thread", thread.as_str().to_owned())),
        context.program.map(|program| ("program", program.as_str().to_owned())),
        given("marketplace", &context.marketplace),
        given("lang", &context.lang),
        given("order", &context.order_id),
    ];
    Value::Map(entries.into_iter().flatten().map(|(name, text)| (name.to_owned(), Value::Text(text))).collect())
}

/// Reads them back. A name that is not known counts as not given.
pub(crate) fn read(value: &Value) -> (Draft, Context) {
    let text = |name: &str| value.get(name).and_then(Value::as_text).map(str::to_owned);
    let usual = Context::default();
    let context = Context {
        edition: named(value, "edition").unwrap_or(usual.edition),
        buyer: named(value, "buyer").unwrap_or(usual.buyer),
        channel: named(value, "channel").unwrap_or(usual.channel),
        contact_reason: text("reason"),
        thread: named(value, "thread"),
        program: named(value, "program"),
        marketplace: text("marketplace"),
        lang: text("lang"),
        ui_lang: None,
        order_id: text("order"),
    };
    (Draft::new(text("subject").unwrap_or_default(), text("body").unwrap_or_default()), context)
}

fn named<T: FromStr>(value: &Value, name: &str) -> Option<T> {
    value.get(name)?.as_text()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::value::Value;
    use compose_engine::{Buyer, Channel, Context, Draft, Edition, Program, Thread};

    #[test]
    fn everything_comes_back() {
        let draft = Draft::new("Which size?", "Line one.\nLine \u{1f600} two & three=3");
        let context = Context {
            edition: Edition::Optout2025,
            buyer: Buyer::OptedOut,
            channel: Channel::Api,
            contact_reason: Some("Other".to_owned()),
            thread: Some(Thread::Reply),
            program: Some(Program::Custom),
            marketplace: Some("DE".to_owned()),
            lang: Some("de".to_owned()),
            ui_lang: None,
            order_id: Some("302-1234567-1234567".to_owned()),
        };
        assert_eq!(read(&write(&draft, &context)), (draft, context));
    }

    #[test]
    fn what_is_as_usual_takes_no_room_and_what_is_unknown_is_as_usual() {
        assert_eq!(write(&Draft::default(), &Context::default()), Value::Map(vec![]));
        let odd = Value::Map(vec![("channel".to_owned(), Value::text("pigeon")), ("subject".to_owned(), Value::Null)]);
        assert_eq!(read(&odd), (Draft::default(), Context::default()));
    }
}
