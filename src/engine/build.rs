//! Turns the written packs and Unicode's data into the compact forms that the engine embeds. Fails with every complaint at once.

#![allow(dead_code, unreachable_pub, reason = "the modules are the engine's too, which uses what is unused here")]

#[path = "pack/compact.rs"]
mod compact;
#[path = "pack/compile.rs"]
mod compile;
#[path = "pack/decoding.rs"]
mod decoding;
#[path = "pack/decoding_file.rs"]
mod decoding_file;
#[path = "pack/policy.rs"]
mod policy;
#[path = "fold/reference.rs"]
mod reference;
#[path = "pack/spec.rs"]
mod spec;
#[path = "pack/stored.rs"]
mod stored;
#[path = "pack/texts.rs"]
mod texts;
#[path = "scan/token.rs"]
mod token;
#[path = "pack/unfold.rs"]
mod unfold;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The file stem of the second stage, which belongs to no language.
const WHOLE: &str = "whole";

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=packs");
    write_fold_table(&out)?;
    fs::write(out.join("policy.pack"), postcard::to_allocvec(&read_policy(Path::new("packs"))?)?)?;
    let own: texts::Texts = toml::from_str(&fs::read_to_string("packs/texts.toml")?)?;
    fs::write(out.join("texts.pack"), postcard::to_allocvec(&own)?)?;
    fs::write(out.join("languages.txt"), read_languages()?)?;
    let decoding = decoding_file::read(&fs::read_to_string("packs/decoding.toml")?, &reference::fold_literal)?;
    fs::write(out.join("decoding.pack"), postcard::to_allocvec(&decoding)?)?;
    let mut index = String::from("&[\n");
    for dir in folders(Path::new("packs"))? {
        let lang = dir.file_name().and_then(|n| n.to_str()).ok_or("a pack folder has no name")?.to_owned();
        if !is_built(&lang) {
            continue;
        }
        let file = out.join(format!("{lang}.pack"));
        fs::write(&file, compile_pack(&lang, &dir)?)?;
        writeln!(index, "    ({lang:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{lang}.pack\"))),")?;
    }
    fs::write(out.join("packs.rs"), index + "]\n")?;
    write_weights(&out)?;
    Ok(())
}

/// Whether this build carries the language.
fn is_built(lang: &str) -> bool {
    lang == "any" || std::env::var_os("CARGO_FEATURE_ALL_LANGUAGES").is_some()
}

fn folders(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<std::io::Result<_>>()?;
    found.retain(|p| p.is_dir());
    found.sort();
    Ok(found)
}

fn compile_pack(lang: &str, dir: &Path) -> Result<Vec<u8>> {
    let mut paths: Vec<PathBuf> = fs::read_dir(dir)?.map(|e| e.map(|e| e.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml"));
    paths.sort();
    let files = paths
        .iter()
        .map(|p| Ok(toml::from_str(&fs::read_to_string(p)?).map_err(|e| format!("{}: {e}", p.display()))?))
        .collect::<Result<Vec<spec::RuleFile>>>()?;
    let (pack, complaints) = compile::compile(lang, &files, &reference::fold_literal);
    if !complaints.is_empty() {
        let lines: Vec<String> =
            complaints.iter().map(|c| format!("packs/{lang}: {}: {}: {}", c.at, c.field, c.message)).collect();
        return Err(lines.join("\n").into());
    }
    Ok(stored::write(&pack)?)
}

/// The index of the learned weights, which `cargo xtask train` writes: one file a language, and the second stage that serves all.
fn write_weights(out: &Path) -> Result<()> {
    println!("cargo::rerun-if-changed=model/learned");
    let mut index = String::from("&[\n");
    let mut files: Vec<PathBuf> =
        fs::read_dir("model/learned")?.map(|e| e.map(|e| e.path())).collect::<std::io::Result<_>>()?;
    files.retain(|p| p.extension().is_some_and(|e| e == "weights"));
    files.sort();
    for file in files {
        let lang = file.file_stem().and_then(|n| n.to_str()).ok_or("a weights file has no name")?.to_owned();
        if lang == WHOLE || !is_built(&lang) {
            continue;
        }
        fs::copy(&file, out.join(format!("{lang}.weights")))?;
        writeln!(index, "    ({lang:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{lang}.weights\"))),")?;
    }
    fs::write(out.join("weights.rs"), index + "]\n")?;
    let whole = Path::new("model/learned/whole.weights");
    let found = whole.exists();
    if found {
        fs::copy(whole, out.join("whole.weights"))?;
    }
    let bytes = if found { "Some(include_bytes!(concat!(env!(\"OUT_DIR\"), \"/whole.weights\")))" } else { "None" };
    fs::write(out.join("whole.rs"), bytes)?;
    Ok(())
}

/// Records as `fold/table.rs` describes them.
fn write_fold_table(out: &Path) -> Result<()> {
    let (mut records, mut texts) = (Vec::new(), String::new());
    for (c, text) in reference::table() {
        let [_, a, b, d] = u32::from(c).to_be_bytes();
        let offset = texts.find(&text).unwrap_or(texts.len());
        if offset == texts.len() {
            texts.push_str(&text);
        }
        let [high, low] = u16::try_from(offset)?.to_be_bytes();
        records.extend([a, b, d, u8::try_from(text.len())?, high, low]);
    }
    fs::write(out.join("fold.records"), records)?;
    fs::write(out.join("fold.texts"), texts)?;
    Ok(())
}

/// A line for each language: its code, its function words, and the marketplaces where it is usual, whose codes are in capitals.
fn read_languages() -> Result<String> {
    let tables: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(&fs::read_to_string("packs/languages.toml")?)?;
    let mut by_language: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (lang, marks) in tables.values().flatten() {
        by_language.entry(lang).or_default().push(marks);
    }
    Ok(by_language.iter().fold(String::new(), |lines, (lang, marks)| lines + lang + " " + &marks.join(" ") + "\n"))
}

fn read_policy(dir: &Path) -> Result<policy::PolicyBook> {
    let read = |name: &str| -> Result<toml::Table> {
        let path = dir.join(name);
        Ok(fs::read_to_string(&path)?.parse().map_err(|e| format!("{}: {e}", path.display()))?)
    };
    let mut whole = toml::Table::new();
    for name in policy::FILES {
        whole.extend(read(name)?);
    }
    Ok(whole.try_into()?)
}
