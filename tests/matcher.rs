//! Both matchers give the same matches: `regex` natively and `regex-lite` in wasm. Knows no rule by name.

use anyhow::{Context as _, Result, ensure};
use compose_engine::Engine;
use compose_tests::all_labelled;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// An expression of a pack, compiled by both.
struct Pair {
    pattern: String,
    native: regex::Regex,
    lite: regex_lite::Regex,
}

/// Every expression of every pack once.
fn pairs() -> Result<Vec<Pair>> {
    let engine = Engine::builtin()?;
    let patterns: BTreeSet<String> = engine.rules().flat_map(|(_, rule)| rule.regex.clone()).collect();
    ensure!(!patterns.is_empty(), "no pack holds an expression");
    patterns
        .into_iter()
        .map(|pattern| {
            let native = regex::Regex::new(&pattern).with_context(|| pattern.clone())?;
            let lite = regex_lite::Regex::new(&pattern).with_context(|| pattern.clone())?;
            Ok(Pair { pattern, native, lite })
        })
        .collect()
}

fn check(pair: &Pair, text: &str) -> Result<()> {
    let native: Vec<_> = pair.native.find_iter(text).map(|m| m.range()).collect();
    let lite: Vec<_> = pair.lite.find_iter(text).map(|m| m.range()).collect();
    ensure!(native == lite, "`{}` on {text:?}: {native:?} natively, {lite:?} in wasm", pair.pattern);
    Ok(())
}

#[test]
fn alike_on_every_labelled_draft() -> Result<()> {
    let pairs = pairs()?;
    for l in all_labelled()? {
        for text in [l.subject.to_lowercase(), l.body.to_lowercase()] {
            pairs.iter().try_for_each(|pair| check(pair, &text))?;
        }
    }
    Ok(())
}

#[test]
fn alike_on_random_text() -> Result<()> {
    let pairs = pairs()?;
    // Pieces of what the expressions look for, so that random text comes near to matching.
    let piece = prop_oneof![
        "[a-z0-9 .,:;/@+()\\[\\]<>=\"'%&#?!~\n-]{0,12}",
        "\\PC{0,4}",
        prop::sample::select(vec![
            "http://",
            "https://",
            "www.",
            ".example",
            "<img src=",
            "style=\"",
            "font-size",
            "margin: 30%",
            "width=\"90%\"",
            "+44 7700 900 311",
            "0800 555 0199",
            "12 Oak Street, ",
            "BS6 7QT",
            "\n\n\n",
            "😊",
            "☎",
            "\u{200d}",
            "(at)",
            "dot com",
        ])
        .prop_map(str::to_owned),
    ];
    let text = prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        failure_persistence: None,
        cases: 200,
        ..ProptestConfig::default()
    });
    let result = runner.run(&text, |text| {
        pairs.iter().try_for_each(|pair| check(pair, &text)).map_err(|e| TestCaseError::fail(e.to_string()))
    });
    Ok(result?)
}
