//! The notice decoder on labelled texts: every one of the first set, most of the second. Knows no words.

use anyhow::{Context as _, Result};
use compose_engine::{Engine, NoticeKind};
use compose_tests::root;
use serde::Deserialize;

/// A labelled text.
#[derive(Deserialize)]
struct Notice {
    id: String,
    text: String,
    kind: NoticeKind,
    order_id: Option<String>,
}

fn read(name: &str) -> Result<Vec<Notice>> {
    let path = root().join("tests/corpus").join(name);
    let text = std::fs::read_to_string(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
    text.lines().map(|line| serde_json::from_str(line).with_context(|| line.to_owned())).collect()
}

/// The ids whose kind or order is read wrongly, with what was read.
fn wrong(notices: &[Notice]) -> Result<Vec<String>> {
    let engine = Engine::builtin()?;
    let mut wrong = Vec::new();
    for n in notices {
        let decoded = engine.decode(&n.text);
        let order = decoded.order_id.map(|o| o.id);
        if decoded.kind != n.kind || order != n.order_id {
            wrong.push(format!("{}: {} {order:?}, not {} {:?}: {}", n.id, decoded.kind, n.kind, n.order_id, n.text));
        }
    }
    Ok(wrong)
}

#[test]
fn every_development_notice_is_read() -> Result<()> {
    let notices = read("notices.jsonl")?;
    assert_eq!(notices.len(), 30);
    assert_eq!(wrong(&notices)?, Vec::<String>::new());
    Ok(())
}

#[test]
fn notices_in_other_words_are_read_and_other_texts_are_not_taken_for_one() -> Result<()> {
    let notices = read("notices-more.jsonl")?;
    let wrong = wrong(&notices)?;
    assert!(wrong.len() * 20 <= notices.len(), "{} of {}:\n{}", wrong.len(), notices.len(), wrong.join("\n"));
    Ok(())
}

#[test]
fn drafts_of_sellers_are_no_notices() -> Result<()> {
    let engine = Engine::builtin()?;
    let drafts = compose_tests::all_labelled()?;
    let taken =
        drafts.iter().filter(|d| engine.decode(&format!("{}\n\n{}", d.subject, d.body)).kind != NoticeKind::None);
    let taken: Vec<&str> = taken.map(|d| d.id.as_str()).collect();
    assert!(taken.len() * 200 <= drafts.len(), "{} of {}: {taken:?}", taken.len(), drafts.len());
    Ok(())
}
