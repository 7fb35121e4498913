//! How long the engine takes natively: to be ready, for a first verdict, for whole drafts, for a keystroke, and what plain `regex`
//! takes for scale. Run with `cargo xtask bench native`.

#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]

use compose_engine::{Context, Draft, Engine, Session};
use divan::{Bencher, black_box};
use std::sync::OnceLock;

fn main() {
    divan::main();
}

/// A mixed draft of about `chars` characters, as sellers write them. Numbers make every sentence its own, so that none is remembered
/// from before.
fn draft(chars: usize) -> Draft {
    let sentences = [
        "Hello Priya, thank you for ordering the walnut cutting board # from our workshop.",
        "The engraving field of board # is empty, so which text should we engrave?",
        "Please reply to this message with up to # characters including spaces.",
        "We start cutting as soon as we have it and ship within # working days.",
        "Board # is made of one piece of wood and oiled by hand in our small workshop.",
        "If you like it, please leave us a review and take # % off your next order.",
        "Our courier asks whether someone is at home on Thursday between 9 and #.",
        "Kind regards, the team of workshop #.",
    ];
    let mut body = String::new();
    for (i, sentence) in sentences.iter().cycle().enumerate() {
        if body.len() + sentence.len() > chars {
            break;
        }
        body.push_str(&sentence.replace('#', &(i + 10).to_string()));
        body.push(' ');
    }
    Draft::new("Your order 113-5520918-4402713", body)
}

fn engine() -> &'static Engine {
    static ENGINE: OnceLock<Engine> = OnceLock::new();
    ENGINE.get_or_init(|| Engine::builtin().unwrap())
}

#[divan::bench]
fn ready() -> Engine {
    Engine::builtin().unwrap()
}

/// From nothing to the first verdict: what an opened page waits for.
#[divan::bench]
fn ready_and_first_verdict() -> compose_engine::Review {
    Engine::builtin().unwrap().review(&draft(200), &Context::default())
}

#[divan::bench(args = [200, 1_000, 4_000])]
fn review(bencher: Bencher, chars: usize) {
    let (engine, draft) = (engine(), draft(chars));
    bencher.bench_local(|| engine.review(black_box(&draft), &Context::default()));
}

/// One letter typed in the middle of the draft, in a session that knows the rest.
#[divan::bench(args = [200, 1_000, 4_000])]
fn keystroke(bencher: Bencher, chars: usize) {
    let (engine, mut draft, mut session) = (engine(), draft(chars), Session::new());
    let middle = draft.body.len() / 2;
    session.review(engine, &draft, &Context::default());
    bencher.bench_local(|| {
        draft.body.insert(middle, 'x');
        let review = session.review(engine, &draft, &Context::default());
        draft.body.remove(middle);
        review
    });
}

/// For scale: the regular expressions of the shared pack alone, each over the whole draft, without folding, sentences or verdict.
#[divan::bench(args = [200, 1_000, 4_000])]
fn plain_regex_of_the_shared_pack(bencher: Bencher, chars: usize) {
    let rules = engine().rules().filter(|(lang, _)| *lang == "any");
    let patterns: Vec<regex::Regex> =
        rules.flat_map(|(_, rule)| &rule.regex).map(|pattern| regex::Regex::new(pattern).unwrap()).collect();
    let text = draft(chars).body.to_lowercase();
    bencher.bench_local(|| patterns.iter().map(|p| p.find_iter(black_box(&text)).count()).sum::<usize>());
}
