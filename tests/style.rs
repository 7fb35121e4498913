//! What the source must keep to and no compiler checks: who may name what, how files begin, how long they are. Knows no behaviour.

use anyhow::Result;
use compose_tests::root;
use std::fs;
use std::path::{Path, PathBuf};

/// Longest source file in lines.
const LONGEST: usize = 300;

/// A word in source code and the only places, below the root, where it may stand.
const HOMES: &[(&str, &[&str])] = &[
    ("regex_lite", &["src/engine/scan/matcher.rs", "tests/matcher.rs"]),
    ("regex::", &["src/engine/scan/matcher.rs", "src/engine/benches", "tests/matcher.rs"]),
    ("Utf16Map", &["src/engine/span.rs", "src/engine/lib.rs", "src/wasm/wire.rs", "src/app", "src/cli/format.rs"]),
    ("web_sys", &["src/app/browser"]),
    ("idb::", &["src/app/browser"]),
    ("yew::", &["src/app"]),
    ("wasm_bindgen::", &["src/app", "src/wasm"]),
    ("std::fs", &["src/engine/build.rs", "src/cli", "src/corpus", "src/train", "src/xtask", "tests"]),
    ("std::env::var", &["src/engine/build.rs", "src/cli", "src/xtask", "tests"]),
    ("std::net", &["src/xtask/serve"]),
    ("std::thread", &["src/xtask", "src/cli", "tests/cli.rs"]),
    ("std::time", &["src/xtask"]),
    ("thread_local!", &[]),
    ("static mut", &[]),
    ("unsafe ", &[]),
];

/// Every Rust file of the project: path below the root, text without its tests.
fn sources() -> Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for folder in ["src", "tests"] {
        collect(&root().join(folder), &mut found)?;
    }
    found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root())?.to_string_lossy().into_owned();
            Ok((name, fs::read_to_string(&path)?))
        })
        .collect()
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let skipped = path.file_name().is_some_and(|n| n == "node_modules" || n == "target");
        if path.is_dir() && !skipped {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(())
}

/// Whether a line of code, comments left out, holds the word.
fn names(text: &str, word: &str) -> bool {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).any(|line| line.contains(word))
}

#[test]
fn words_stand_only_where_they_are_at_home() -> Result<()> {
    let mut strays = Vec::new();
    for (file, text) in sources()?.iter().filter(|(file, _)| file != "tests/style.rs") {
        for (word, homes) in HOMES {
            let at_home = homes.iter().any(|home| Path::new(file).starts_with(home));
            if !at_home && names(text, word) {
                strays.push(format!("{file} names {word}"));
            }
        }
    }
    assert_eq!(strays, Vec::<String>::new());
    Ok(())
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() -> Result<()> {
    let mut wrong = Vec::new();
    for (file, text) in sources()? {
        let generated = text.lines().next().is_some_and(|l| l.to_lowercase().contains("generated"));
        if !text.starts_with("//!") {
            wrong.push(format!("{file} does not begin with what it is for"));
        }
        if text.lines().count() > LONGEST && !generated {
            wrong.push(format!("{file} has {} lines", text.lines().count()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_engine_depends_on_nothing_of_the_project() -> Result<()> {
    let allowed: &[(&str, &[&str])] = &[
        ("engine", &[]),
        ("corpus", &["compose-engine"]),
        ("wasm", &["compose-engine"]),
        ("app", &["compose-engine"]),
        ("cli", &["compose-engine", "compose-corpus"]),
        ("xtask", &[]),
    ];
    for (name, allowed) in allowed {
        let manifest: toml::Table = fs::read_to_string(root().join("src").join(name).join("Cargo.toml"))?.parse()?;
        let none = toml::Table::new();
        let own = manifest.get("dependencies").and_then(toml::Value::as_table).unwrap_or(&none);
        let strays: Vec<&String> =
            own.keys().filter(|k| k.starts_with("compose-") && !allowed.contains(&k.as_str())).collect();
        assert!(strays.is_empty(), "{name} depends on {strays:?}");
    }
    Ok(())
}
