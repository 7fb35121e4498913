//! What holds for any text at all: no panic, sound reviews, a session that forgets nothing and invents nothing. Knows no rule.
//!
//! `PROPTEST_CASES=10000 cargo test --release -p compose-tests --test properties` looks longer.

use compose_engine::{Buyer, Channel, Context, Draft, Edition, Engine, Session, Thread};
use compose_tests::check_review;
use proptest::prelude::*;
use std::sync::OnceLock;

fn engine() -> Result<&'static Engine, TestCaseError> {
    static ENGINE: OnceLock<Result<Engine, String>> = OnceLock::new();
    let made = ENGINE.get_or_init(|| Engine::builtin().map_err(|e| e.to_string()));
    made.as_ref().map_err(|e| TestCaseError::fail(e.clone()))
}

/// Words that rules look for, signs that folding and segmenting treat in their own way, and anything else.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Please leave us a review",
        "five stars",
        "What name should we engrave",
        "the flat number is missing",
        "20 % off",
        "thank you",
        "Your order has shipped",
        "which colour",
        "?",
        ".",
        "!",
        "\n",
        "\n\n\n",
        "\r\n",
        "> quoted",
        "On Monday Ada wrote:",
        "- ",
        "* ",
        "[Important]",
        "[ important ]",
        "［重要］",
        "Additional Information Required",
        "Re: ",
        "{{order_id}}",
        "[[name]]",
        "%%buyer%%",
        "#order_id#",
        "{{",
        "[[",
        "113-5520918-4402713",
        "http://x.example/a",
        "a@b.example",
        "+44 7700 900 311",
        "<b>",
        "</p>",
        "<",
        "<img src=\"http://x.example/p.gif\" width=\"1\">",
        "r e v i e w",
        "r.e.v.i.e.w",
        "rеviеw",
        "re\u{200b}view",
        "re\u{ad}view",
        "ＲＥＶＩＥＷ",
        "𝓻𝓮𝓿𝓲𝓮𝔀",
        "cafe\u{301}",
        "e\u{301}\u{302}\u{303}",
        "İı",
        "ﬁﬂ",
        "ǅ",
        "ß",
        "ｶﾞ",
        "レビューをお願いします",
        "お名前は何ですか。",
        "مرحبا",
        "\u{202e}weiver\u{202c}",
        "\u{200f}",
        "\u{2066}",
        "👩‍👩‍👧‍👦",
        "🇩🇪",
        "👍🏽",
        "1️⃣",
        "⭐⭐⭐⭐⭐",
        "\u{0}",
        "\u{7}",
        "\u{85}",
        "\u{feff}",
        "\u{fffd}",
        "\u{2028}",
        "\u{e0041}",
        "\t",
        "\u{3000}",
        "\u{a0}",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>(), 1 => "\\PC{0,6}", 1 => " {1,3}"]
}

fn text(most: usize) -> impl Strategy<Value = String> {
    let joined = |glue: &'static str| move |pieces: Vec<String>| pieces.join(glue);
    prop_oneof![
        3 => prop::collection::vec(piece(), 0..most).prop_map(joined(" ")),
        1 => prop::collection::vec(piece(), 0..most).prop_map(joined("")),
    ]
}

fn draft() -> impl Strategy<Value = Draft> {
    (text(5), text(14)).prop_map(|(subject, body)| Draft::new(subject, body))
}

fn context() -> impl Strategy<Value = Context> {
    let lang = prop::sample::select(vec![None, Some("en"), Some("de"), Some("EN-gb"), Some(""), Some("xx")]);
    let order = prop::sample::select(vec![None, Some("113-5520918-4402713")]);
    let of = prop::sample::select::<Edition>;
    (
        of(Edition::ALL.to_vec()),
        prop::sample::select(Buyer::ALL.to_vec()),
        prop::sample::select(Channel::ALL.to_vec()),
        prop::option::of(prop::sample::select(Thread::ALL.to_vec())),
        lang,
        order,
        prop::option::of(text(2)),
    )
        .prop_map(|(edition, buyer, channel, thread, lang, order, contact_reason)| Context {
            edition,
            buyer,
            channel,
            thread,
            lang: lang.map(str::to_owned),
            order_id: order.map(str::to_owned),
            contact_reason,
            ..Context::default()
        })
}

/// A change at a place between 0 and 1: text taken out, text put in.
fn edits() -> impl Strategy<Value = Vec<(f64, usize, String)>> {
    prop::collection::vec((0.0..=1.0, 0usize..12, piece()), 1..8)
}

fn edited(text: &str, at: f64, gone: usize, new: &str) -> String {
    let count = text.chars().count();
    // A place in the text as characters; the fraction is never negative and the text is short.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let from = (at * count as f64) as usize;
    let before = text.chars().take(from);
    before.chain(new.chars()).chain(text.chars().skip(from + gone)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gets_a_sound_review(draft in draft(), context in context()) {
        let engine = engine()?;
        let review = engine.review(&draft, &context);
        check_review(engine, &draft, &context, &review).map_err(|e| TestCaseError::fail(format!("{e:#}")))?;
        prop_assert_eq!(&engine.review(&draft, &context), &review, "a second review differs");
    }

    #[test]
    fn a_session_gives_what_a_fresh_review_gives(first in draft(), context in context(), edits in edits()) {
        let engine = engine()?;
        let mut session = Session::new();
        let mut draft = first;
        prop_assert_eq!(session.review(engine, &draft, &context), engine.review(&draft, &context));
        for (i, (at, gone, new)) in edits.iter().enumerate() {
            // Every third edit goes to the subject, and sometimes the context changes too.
            if i % 3 == 2 {
                draft.subject = edited(&draft.subject, *at, *gone, new);
            } else {
                draft.body = edited(&draft.body, *at, *gone, new);
            }
            let context = if i % 4 == 3 { Context::default() } else { context.clone() };
            prop_assert_eq!(session.review(engine, &draft, &context), engine.review(&draft, &context), "after edit {} of {:?}", i, &draft);
        }
    }
}
