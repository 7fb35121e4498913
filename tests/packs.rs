//! Packs: those that ship have no fault, a broken one has every fault named, and every policy row has a rule or a reason.

use anyhow::{Context as _, Result};
use compose_engine::Engine;
use compose_engine::pack::policy::PolicyBook;
use compose_engine::pack::{builtin_languages, builtin_policy, lint};
use compose_tests::{files, root};
use std::collections::{BTreeMap, BTreeSet};

/// Rows of the kinds K, N, M, E and T that no rule of the English and the shared pack names, with the reason.
const WITHOUT_RULE: &[(&str, &str)] = &[
    ("E-13", "What an image shows cannot be read from the text."),
    (
        "K6",
        "Critical by the marketplace's own template only; as free text a problem is N4, N4b or a question of its own.",
    ),
    ("K8", "Amazon marks such messages by itself; a seller's question about the address is K3."),
    ("N8", "Tracking sent unasked is told as a shipping confirmation, N2 and M-01, and its link as E-04."),
];

fn pack_files(lang: &str) -> Result<Vec<(String, String)>> {
    let folder = root().join("src/engine/packs").join(lang);
    files(&folder, "toml")?
        .into_iter()
        .map(|path| {
            let name = path.file_name().and_then(|n| n.to_str()).context("a file without a name")?;
            Ok((format!("{lang}/{name}"), std::fs::read_to_string(&path)?))
        })
        .collect()
}

#[test]
fn no_pack_that_ships_has_a_fault() -> Result<()> {
    let policy = builtin_policy()?;
    for lang in builtin_languages() {
        let complaints: Vec<String> =
            lint::lint(lang, &pack_files(lang)?, &policy).iter().map(ToString::to_string).collect();
        assert_eq!(complaints, Vec::<String>::new(), "in {lang}");
    }
    Ok(())
}

#[test]
fn every_row_has_a_rule_or_a_reason() -> Result<()> {
    let engine = Engine::builtin()?;
    let english = engine.rules().filter(|(lang, _)| ["any", "en"].contains(lang));
    let named: BTreeSet<String> = english.flat_map(|(_, rule)| rule.policy.clone()).collect();
    let rows = engine.policy().rows.iter().map(|row| row.id.as_str());
    let without: BTreeSet<&str> =
        rows.filter(|id| id.starts_with(['K', 'N', 'M', 'E', 'T']) && !named.contains(*id)).collect();
    let explained: BTreeSet<&str> = WITHOUT_RULE.iter().map(|(row, _)| *row).collect();
    assert_eq!(without, explained);
    Ok(())
}

#[test]
fn ids_are_unique_across_packs() -> Result<()> {
    let engine = Engine::builtin()?;
    let mut homes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (lang, rule) in engine.rules() {
        *homes.entry((lang, &rule.id)).or_default() += 1;
        if lang != "any" {
            *homes.entry(("any", &rule.id)).or_default() += 0;
        }
    }
    let twice: Vec<_> = homes.iter().filter(|(_, times)| **times > 1).collect();
    assert_eq!(twice, Vec::<(&(&str, &str), &usize)>::new());
    Ok(())
}

/// A rule without a fault; tests break one thing in it.
const SOUND: &str = r#"
[words]
tool = ["hammer", "saw"]

[[rule]]
id = "tool-talk"
role = "non_critical"
category = "marketing"
policy = ["M-04"]
severity = "high"
match = ["buy ..2 <tool>"]
what = "Talks of tools."
why = "Promoting further products is forbidden."
do = "Take it out."
flag = ["[[Buy our hammer]].", "[[Buy a saw]]."]
pass = ["The hammer is missing.", "Which saw do you have?"]
fix = { kind = "delete_sentence", grade = "check" }
fixed = ["", ""]
"#;

/// What lint says of `SOUND` with `from` written as `to`: rule, field and the start of the message, one a line.
fn complaints(policy: &PolicyBook, from: &str, to: &str) -> Vec<String> {
    assert!(SOUND.contains(from), "`{from}` is not in the sound rule");
    let text = SOUND.replacen(from, to, 1);
    lint::lint("en", &[("tools.toml".to_owned(), text)], policy).iter().map(ToString::to_string).collect()
}

#[test]
fn each_fault_is_named_with_file_rule_and_field() -> Result<()> {
    let policy = builtin_policy()?;
    assert_eq!(complaints(&policy, "tool-talk", "tool-talk"), Vec::<String>::new(), "the sound rule");
    let long = format!("what = \"{}\"", "x".repeat(121));
    let cases: &[(&str, &str, &str)] = &[
        ("id = \"tool-talk\"", "id = tool-talk", "tools.toml: line 6: "),
        ("severity", "sevrity", "tools.toml: line 10: unknown field `sevrity`"),
        ("\"tool-talk\"", "\"Tool Talk\"", "tools.toml: Tool Talk: id: must be in kebab-case"),
        ("M-04", "M-99", "tools.toml: tool-talk: policy: there is no row M-99"),
        ("[\"M-04\"]", "[]", "tools.toml: tool-talk: policy: names no row"),
        ("<tool>", "<tols>", "tools.toml: tool-talk: match: `buy ..2 <tols>`: there is no word list `<tols>`"),
        ("buy ..2", "buy ..x", "tools.toml: tool-talk: match: `buy ..x <tool>`: `..x` is not a gap"),
        ("buy ..2", "(buy ..2", "tools.toml: tool-talk: match: `(buy ..2 <tool>`: a bracket is not closed"),
        ("match = [\"buy ..2 <tool>\"]", "", "tools.toml: tool-talk: match: a rule has patterns or is derived"),
        ("match = [", "regex = [\"[a-\"]\nmatch = [", "tools.toml: tool-talk: regex: `[a-`: "),
        ("what = \"Talks of tools.\"", &long, "tools.toml: tool-talk: what: must have 1 to 120 characters, has 121"),
        ("Take it out.", "Take it out!", "tools.toml: tool-talk: do: must not hold an exclamation mark"),
        ("\"marketing\"", "\"markting\"", "tools.toml: tool-talk: category: unknown category `markting`"),
        (
            "\"marketing\"",
            "\"customization\"",
            "tools.toml: tool-talk: category: `customization` does not go with this role",
        ),
        ("pass = [\"The hammer is missing.\", ", "pass = [", "tools.toml: tool-talk: pass: has 1 examples, needs 2"),
        (
            "The hammer is missing.",
            "Buy the hammer.",
            "tools.toml: tool-talk: pass: `Buy the hammer.`: matches `Buy the hammer`",
        ),
        (
            "[[Buy our hammer]].",
            "[[Take our hammer]].",
            "tools.toml: tool-talk: flag: `[[Take our hammer]].`: is not matched",
        ),
        (
            "[[Buy our hammer]].",
            "Buy [[our hammer]].",
            "tools.toml: tool-talk: flag: `Buy [[our hammer]].`: matches `Buy our hammer`",
        ),
        ("[[Buy our hammer]].", "Buy our hammer.", "tools.toml: tool-talk: flag: `Buy our hammer.`: nothing is marked"),
        ("fixed = [\"\", \"\"]", "fixed = [\"\"]", "tools.toml: tool-talk: fixed: has 1 texts for 2 in `flag`"),
        (
            "fixed = [\"\", \"\"]",
            "fixed = [\"\", \"Buy.\"]",
            "tools.toml: tool-talk: fixed: `[[Buy a saw]].`: becomes ``",
        ),
        ("grade = \"check\"", "grade = \"manual\"", "tools.toml: tool-talk: fix: kind and grade must both be manual"),
        ("kind = \"delete_sentence\"", "kind = \"replace\"", "tools.toml: tool-talk: fix: `text` goes with `replace`"),
    ];
    for (from, to, expected) in cases {
        let found = complaints(&policy, from, to);
        assert!(
            found.iter().any(|c| c.starts_with(expected)),
            "`{from}` as `{to}`: expected {expected}, found {found:#?}"
        );
    }
    Ok(())
}

#[test]
fn no_fault_hides_another() -> Result<()> {
    let broken = SOUND.replacen("M-04", "M-99", 1).replacen("Take it out.", "", 1).replacen("<tool>", "<tols>", 1);
    let files = [
        ("a.toml".to_owned(), broken),
        ("b.toml".to_owned(), "[[rule]]\nid = \n".to_owned()),
        ("c.toml".to_owned(), SOUND.to_owned()),
    ];
    let found: Vec<String> = lint::lint("en", &files, &builtin_policy()?).iter().map(ToString::to_string).collect();
    for expected in [
        "a.toml: tool-talk: do: must have 1 to 120 characters",
        "a.toml: tool-talk: policy: there is no row M-99",
        "tool-talk: match: `buy ..2 <tols>`",
        "b.toml: line 2: ",
        "c.toml: tool-talk: id: the id is taken in a.toml",
        "tool: words: there are two lists of this name",
    ] {
        assert!(found.iter().any(|c| c.contains(expected)), "expected {expected} in {found:#?}");
    }
    Ok(())
}

#[test]
fn the_rule_in_the_guide_is_sound() -> Result<()> {
    let guide = std::fs::read_to_string(root().join("docs/WRITING-RULES.md"))?;
    let (_, rest) = guide.split_once("```toml\n").context("the guide shows no rule")?;
    let (rule, _) = rest.split_once("```").context("the guide's rule does not end")?;
    let complaints = lint::lint("en", &[("WRITING-RULES.md".to_owned(), rule.to_owned())], &builtin_policy()?);
    assert_eq!(complaints, Vec::new());
    Ok(())
}
