//! The command line from the outside: what goes in, what comes out, which exit code. Knows no rule and no verdict beyond plain ones.

#![allow(missing_docs, reason = "a test")]

use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What a run gave.
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

/// Runs the program with `input` on standard input, in the root of the work tree.
fn run(arguments: &[&str], input: &[u8]) -> Result<Ran> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_compose-helper"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("no standard input")?;
    let input = input.to_vec();
    // The program may answer before it has read everything; a writer of its own keeps both from waiting.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output()?;
    // A program that refuses its arguments reads nothing, and the pipe breaks.
    drop(writer.join());
    Ok(Ran {
        code: output.status.code(),
        out: String::from_utf8(output.stdout)?,
        err: String::from_utf8(output.stderr)?,
    })
}

fn jsonl(ran: &Ran) -> Result<Vec<Value>> {
    Ok(ran.out.lines().map(serde_json::from_str).collect::<std::result::Result<_, _>>()?)
}

fn at<'a>(value: &'a Value, pointer: &str) -> &'a str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

fn line(id: &str, body: &str) -> String {
    format!("{}\n", serde_json::json!({ "id": id, "lang": "en", "subject": "", "body": body }))
}

const QUESTION: &str = "Hello, which name should we engrave on the tag?";
const REVIEW: &str = "Please leave us a review.";

/// A fresh folder for one test, below the target folder.
fn folder(name: &str) -> Result<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if path.exists() {
        std::fs::remove_dir_all(&path)?;
    }
    std::fs::create_dir_all(&path)?;
    Ok(path)
}

#[test]
fn broken_lines_are_named_and_the_rest_goes_through() -> Result<()> {
    let mut input = line("one", QUESTION).into_bytes();
    input.extend(b"{\"id\": \"two\", \"body\": \n");
    input.extend(line("three", REVIEW).bytes());
    input.extend(b"{\"id\": \"four\", \"body\": \"\xff\"}\n\n");
    input.extend(b"{\"id\": \"five\", \"body\": \"x\", \"context\": {\"edition\": \"optout-1999\"}}\n");
    input.extend(b"{\"id\": \"six\", \"body\": \"x\", \"context\": {\"colour\": \"red\"}}\n");
    input.extend(b"{\"id\": \"seven\"}\n");
    input.extend(line("last", "Hello.").bytes());
    let ran = run(&["check", "--format", "jsonl"], &input)?;
    assert_eq!(ran.code, Some(3), "{}", ran.err);
    let got: Vec<(String, String)> =
        jsonl(&ran)?.iter().map(|v| (at(v, "/id").to_owned(), at(v, "/review/verdict").to_owned())).collect();
    let expected = [("one", "critical"), ("three", "non_critical"), ("last", "unclear")];
    assert_eq!(got, expected.map(|(id, verdict)| (id.to_owned(), verdict.to_owned())));
    let complaints: Vec<&str> = ran.err.lines().collect();
    for (complaint, start, rest) in [
        (0, "-:2: column ", "EOF"),
        (1, "-:4: not valid UTF-8 from byte ", ""),
        (2, "-:6: context: unknown edition `optout-1999`; known: ", "optout-2017-05, optout-2025-04"),
        (3, "-:7: column ", "unknown field `colour`"),
        (4, "-:8: column ", "missing field `body`"),
    ] {
        let said = complaints.get(complaint).copied().unwrap_or_default();
        assert!(said.starts_with(start) && said.contains(rest), "expected {start}…{rest}, got {complaints:#?}");
    }
    assert_eq!(complaints.len(), 5, "{complaints:#?}");
    Ok(())
}

#[test]
fn order_is_kept_over_many_lines() -> Result<()> {
    let input: String = (0..1500).map(|i| line(&i.to_string(), if i % 3 == 0 { QUESTION } else { REVIEW })).collect();
    let ran = run(&["check", "--format", "jsonl"], input.as_bytes())?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let ids: Vec<String> = jsonl(&ran)?.iter().map(|v| at(v, "/id").to_owned()).collect();
    assert_eq!(ids, (0..1500).map(|i| i.to_string()).collect::<Vec<_>>());
    Ok(())
}

#[test]
fn plain_text_has_a_subject_line() -> Result<()> {
    for (text, verdict, known) in [
        (format!("Subject: [Important] Your tag\n\n{QUESTION}\n"), "critical", true),
        (format!("\u{feff}subject:Your tag\r\n\r\n{REVIEW}\r\n"), "non_critical", false),
        (QUESTION.to_owned(), "critical", false),
    ] {
        let ran = run(&["check", "--format", "jsonl", "-"], text.as_bytes())?;
        let reviews = jsonl(&ran)?;
        let review = reviews.first().ok_or("no review")?;
        assert_eq!(at(review, "/review/verdict"), verdict, "{text:?}");
        assert_eq!(review.pointer("/review/marker/known"), Some(&Value::Bool(known)), "{text:?}");
    }
    let ran = run(&["check"], b"Subject: x\n\xfe")?;
    assert_eq!((ran.code, ran.err.as_str()), (Some(3), "-:1: not valid UTF-8 from byte 12 (line 2)\n"));
    Ok(())
}

#[test]
fn every_format_can_be_read_again() -> Result<()> {
    let input = line("a", QUESTION) + &line("b", "Please leave us a review at http://x.example/r 😊.");
    let json: Value = serde_json::from_str(&run(&["check", "--format", "json"], input.as_bytes())?.out)?;
    assert_eq!(json.as_array().map(Vec::len), Some(2));
    let sarif: Value = serde_json::from_str(&run(&["check", "--format", "sarif"], input.as_bytes())?.out)?;
    assert_eq!(at(&sarif, "/version"), "2.1.0");
    let rules = sarif.pointer("/runs/0/tool/driver/rules").and_then(Value::as_array).ok_or("no rules")?;
    let results = sarif.pointer("/runs/0/results").and_then(Value::as_array).ok_or("no results")?;
    assert!(!results.is_empty(), "no results");
    for result in results {
        let known = rules.iter().any(|rule| at(rule, "/id") == at(result, "/ruleId"));
        assert!(known, "unknown rule in {result}");
    }
    let text = run(&["check"], input.as_bytes())?.out;
    assert!(text.starts_with("a: critical (clear) customization\n"), "{text}");
    for format in ["json", "sarif"] {
        let empty = run(&["check", "--format", format], b"")?;
        serde_json::from_str::<Value>(&empty.out).map_err(|e| format!("{format} of nothing: {e}: {}", empty.out))?;
    }
    Ok(())
}

#[test]
fn exit_codes_say_what_happened() -> Result<()> {
    let bad = line("b", REVIEW);
    let cases: &[(&[&str], &str, i32, &str)] = &[
        (&["check"], &bad, 0, ""),
        (&["check", "--strict"], &bad, 1, ""),
        (&["check", "--strict"], &line("a", QUESTION), 0, ""),
        (&["check", "--edition", "optout-1999"], "", 2, "unknown edition `optout-1999`"),
        (&["check", "--lang", "xx"], "", 3, "no pack for language `xx`"),
        (&["check", "--format", "xml"], "", 2, "invalid value 'xml'"),
        (&["check", "no-such-file.jsonl"], "", 3, "no-such-file.jsonl: cannot be opened"),
        (&["corpus", "score", "no-such-file.jsonl"], "", 3, "no-such-file.jsonl: cannot be read"),
        (&["packs", "lint", "no-such-folder"], "", 3, "no-such-folder: cannot be read"),
        (&["packs", "explain", "no-such-rule"], "", 1, "there is no rule `no-such-rule`"),
        (&["packs", "explain", "emoji"], "", 0, ""),
        (&[], "", 2, "Usage"),
    ];
    for (arguments, input, code, said) in cases {
        let ran = run(arguments, input.as_bytes())?;
        assert_eq!(ran.code, Some(*code), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains(said), "{arguments:?}: {}", ran.err);
    }
    Ok(())
}

#[test]
fn a_notice_is_read_for_people_and_as_json() -> Result<()> {
    let notice =
        "Order 203-8827301-5540193. Not delivered because your account was restricted from sending proactive messages.";
    let text = run(&["decode"], notice.as_bytes())?;
    assert!(text.out.starts_with("restricted, order 203-8827301-5540193\n"), "{}", text.out);
    for said in ["\n  1. ", "told by \"account", "\n  M-17: "] {
        assert!(text.out.contains(said), "no {said:?} in {}", text.out);
    }
    let file = folder("notice")?.join("notice.txt");
    std::fs::write(&file, notice)?;
    let ran = run(&["decode", "--format", "json", &file.display().to_string()], b"")?;
    let json: Value = serde_json::from_str(&ran.out)?;
    assert_eq!((at(&json, "/kind"), at(&json, "/orderId/id")), ("restricted", "203-8827301-5540193"));
    assert_eq!(at(&json, "/consequence"), "messaging_restricted");
    assert_eq!(run(&["decode"], b"Which size would you like?")?.out, "none\n");
    let unread = run(&["decode"], b"x\xff")?;
    assert_eq!((unread.code, unread.err.as_str()), (Some(3), "compose-helper: -: not valid UTF-8 from byte 2\n"));
    assert_eq!(run(&["decode", "no-such-file"], b"")?.code, Some(3));
    Ok(())
}

#[test]
fn scoring_a_language_without_rules_is_an_error() -> Result<()> {
    let file = folder("elsewhere")?.join("a.txt");
    std::fs::write(&file, "## a\ncustomization\tWhich colour?\n")?;
    let ran = run(&["corpus", "score", &file.display().to_string()], b"")?;
    assert_eq!((ran.code, ran.out.as_str()), (Some(3), ""), "{}", ran.err);
    assert!(ran.err.contains("no rules for `elsewhere`"), "{}", ran.err);
    Ok(())
}

#[test]
fn a_missing_file_does_not_stop_the_others() -> Result<()> {
    let file = folder("missing")?.join("drafts.jsonl");
    std::fs::write(&file, line("a", QUESTION))?;
    let ran = run(&["check", "--format", "jsonl", "no-such-file", &file.display().to_string()], b"")?;
    assert_eq!((ran.code, jsonl(&ran)?.len()), (Some(3), 1), "{}", ran.err);
    Ok(())
}

#[test]
fn the_edition_leads_and_the_other_one_answers_too() -> Result<()> {
    let input = line("a", QUESTION);
    for (edition, other) in [("optout-2017-05", "optout-2025-04"), ("optout-2025-04", "optout-2017-05")] {
        let ran = run(&["check", "--format", "jsonl", "--edition", edition], input.as_bytes())?;
        let reviews = jsonl(&ran)?;
        let review = reviews.first().ok_or("no review")?;
        let answers = (at(review, "/review/deliveries/0/edition"), at(review, "/review/deliveries/1/edition"));
        assert_eq!(answers, (edition, other));
    }
    Ok(())
}

#[test]
fn a_megabyte_in_one_line_is_reviewed() -> Result<()> {
    let input =
        line("big", &"The lamp stands on the table next to the door. ".repeat(22_000)) + &line("small", QUESTION);
    let ran = run(&["check", "--format", "jsonl"], input.as_bytes())?;
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(jsonl(&ran)?.iter().map(|v| at(v, "/id").to_owned()).collect::<Vec<_>>(), ["big", "small"]);
    Ok(())
}

#[test]
fn a_broken_pack_folder_is_told_file_by_file() -> Result<()> {
    let dir = folder("broken-packs")?;
    std::fs::create_dir_all(dir.join("en"))?;
    std::fs::write(dir.join("en/a.toml"), "[[rule]]\nid = \n")?;
    std::fs::write(dir.join("en/b.toml"), "[words]\nx = \"not a list\"\n")?;
    let ran = run(&["packs", "lint", &dir.display().to_string()], b"")?;
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    for said in ["a.toml: line 2: ", "b.toml: line 2: ", "1 packs, 2 files, 2 complaints"] {
        assert!(ran.out.contains(said), "expected {said} in {}", ran.out);
    }
    Ok(())
}

#[test]
fn the_schema_is_the_documented_one() -> Result<()> {
    let documented = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/review.schema.json");
    assert!(run(&["schema"], b"")?.out == std::fs::read_to_string(documented)?, "docs/review.schema.json is not fresh");
    Ok(())
}
