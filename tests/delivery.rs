//! The delivery decision against the binding table, and every combination against one reviewed file. Knows no rule of its own.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p compose-tests --test delivery` writes the file anew; read every changed line before you keep it.

use compose_engine::delivery::{Case, Content, Decision, Marker, Outcome, Reason, Topic, decide, read};
use compose_engine::pack::builtin_policy;
use compose_engine::{Buyer, Channel, Context, Edition, Program, Thread};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[test]
fn the_table_is_decided_exactly() -> Result<()> {
    let policy = builtin_policy()?;
    let table = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/delivery.jsonl"))?;
    let mut wrong = String::new();
    for line in table.lines() {
        let row: Value = serde_json::from_str(line)?;
        let text = |field: &str| row.get(field).and_then(Value::as_str);
        let context = Context {
            edition: text("edition").unwrap_or_default().parse()?,
            buyer: text("buyer").unwrap_or_default().parse()?,
            channel: text("channel").unwrap_or_default().parse()?,
            contact_reason: text("contact_reason").map(str::to_owned),
            program: text("program").map(str::parse).transpose()?,
            ..Context::default()
        };
        let verdict: Content = text("verdict").unwrap_or_default().parse()?;
        let decision = decide(read(text("subject").unwrap_or_default(), &context, verdict, &policy));
        let got = (decision.outcome.as_str(), decision.rule.as_str(), decision.misuse);
        let expected = (
            text("outcome").unwrap_or_default(),
            text("rule").unwrap_or_default(),
            row.get("misuse") == Some(&Value::Bool(true)),
        );
        if got != expected {
            writeln!(wrong, "{}: got {got:?}, expected {expected:?}", text("id").unwrap_or_default())?;
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert_eq!(table.lines().count(), 60);
    Ok(())
}

#[test]
fn the_policy_book_is_sound() -> Result<()> {
    assert_eq!(builtin_policy()?.lint(), Vec::<String>::new());
    Ok(())
}

#[test]
fn every_combination_is_as_reviewed() -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("snapshots/delivery.txt");
    let now = snapshot();
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::create_dir_all(file.parent().ok_or("no folder")?)?;
        std::fs::write(&file, &now)?;
    }
    let reviewed = std::fs::read_to_string(&file)?;
    for (n, (got, expected)) in now.lines().zip(reviewed.lines()).enumerate() {
        assert_eq!(got, expected, "line {} of {}", n + 1, file.display());
    }
    assert_eq!(now.lines().count(), reviewed.lines().count(), "lines of {}", file.display());
    Ok(())
}

/// A group of cases that share a line unless marker, topic or, where it counts, contact reason differ.
struct Section {
    title: &'static str,
    channels: &'static [Channel],
    threads: &'static [Thread],
    programs: &'static [Option<Program>],
    /// Whether the reason has lines of its own; where not, each line holds for all reasons.
    by_reason: bool,
}

const ANY_PROGRAM: &[Option<Program>] = &[None, Some(Program::Handmade), Some(Program::Custom)];
const COVERED: &[Option<Program>] = &[Some(Program::Handmade), Some(Program::Custom)];
const NO_REPLY: &[Thread] = &[Thread::New, Thread::NewAfterContact];

const SECTIONS: [Section; 8] = [
    Section {
        title: "Reply channel, any thread, any program, any reason",
        channels: &[Channel::Reply],
        threads: Thread::ALL,
        programs: ANY_PROGRAM,
        by_reason: false,
    },
    Section {
        title: "Any other channel inside the buyer's thread, any program, any reason",
        channels: &[Channel::Email, Channel::ContactBuyer, Channel::Api],
        threads: &[Thread::Reply],
        programs: ANY_PROGRAM,
        by_reason: false,
    },
    Section {
        title: "E-mail for a Handmade or Custom order, new thread whether or not the buyer wrote earlier, any reason",
        channels: &[Channel::Email],
        threads: NO_REPLY,
        programs: COVERED,
        by_reason: false,
    },
    Section {
        title: "E-mail, new thread, any reason",
        channels: &[Channel::Email],
        threads: &[Thread::New],
        programs: &[None],
        by_reason: false,
    },
    Section {
        title: "E-mail, new thread although the buyer wrote earlier, any reason",
        channels: &[Channel::Email],
        threads: &[Thread::NewAfterContact],
        programs: &[None],
        by_reason: false,
    },
    Section {
        title: "Contact Buyer page, new thread whether or not the buyer wrote earlier",
        channels: &[Channel::ContactBuyer],
        threads: NO_REPLY,
        programs: &[None],
        by_reason: true,
    },
    Section {
        title: "API, new thread whether or not the buyer wrote earlier",
        channels: &[Channel::Api],
        threads: NO_REPLY,
        programs: &[None],
        by_reason: true,
    },
    Section {
        title: "Contact Buyer page or API for a Handmade or Custom order, new thread whether or not the buyer wrote earlier",
        channels: &[Channel::ContactBuyer, Channel::Api],
        threads: NO_REPLY,
        programs: COVERED,
        by_reason: true,
    },
];

const LEGEND: &str = "\
Every combination of the delivery decision. A line holds for all cases that its section and its first columns name; the test decides each
of them and fails if two cases of one line differ.
For each edition: row, outcome for a buyer who opted out / is unknown / opted in (+ delivered, - blocked, ? depends), and for which texts it
is misuse: c critical, n non-critical, m mixed, u unclear, p fulfilment problem, l legal notice (a dot is no misuse).
";

fn snapshot() -> String {
    let mut out = LEGEND.to_owned();
    let mut seen = 0;
    for section in &SECTIONS {
        out.extend([
            "\n## ",
            section.title,
            "\nreason                  topic     marker      optout-2017-05        optout-2025-04\n",
        ]);
        let reasons: Vec<&[Reason]> =
            if section.by_reason { Reason::ALL.chunks(1).collect() } else { vec![Reason::ALL] };
        for reasons in reasons {
            for &topic in Topic::ALL {
                for &marker in Marker::ALL {
                    let name =
                        if section.by_reason { reasons.first().map_or("", |reason| reason.as_str()) } else { "any" };
                    let [classic, current] = [Edition::Optout2017, Edition::Optout2025]
                        .map(|edition| column(section, reasons, topic, marker, edition, &mut seen));
                    let line = format!("{name:<24}{:<10}{:<12}{classic:<22}{current}", topic.as_str(), marker.as_str());
                    out += line.trim_end();
                    out.push('\n');
                }
            }
        }
    }
    let all = Edition::ALL.len()
        * Buyer::ALL.len()
        * Channel::ALL.len()
        * Reason::ALL.len()
        * Topic::ALL.len()
        * Thread::ALL.len()
        * ANY_PROGRAM.len()
        * Marker::ALL.len()
        * Content::ALL.len();
    assert_eq!(seen, all, "the sections must name every combination once");
    out
}

/// The answer shared by all cases of one line under one edition.
fn column(
    section: &Section,
    reasons: &[Reason],
    topic: Topic,
    marker: Marker,
    edition: Edition,
    seen: &mut usize,
) -> String {
    let mut answers = BTreeSet::new();
    for &channel in section.channels {
        for &thread in section.threads {
            for &program in section.programs {
                for &reason in reasons {
                    let case = |buyer, content| Case {
                        edition,
                        buyer,
                        channel,
                        reason,
                        topic,
                        thread,
                        program,
                        marker,
                        content,
                    };
                    answers.insert(answer(&case));
                    *seen += Buyer::ALL.len() * Content::ALL.len();
                }
            }
        }
    }
    assert_eq!(answers.len(), 1, "{}: {topic} {marker} {edition} is one line but {answers:?}", section.title);
    answers.into_iter().collect()
}

/// Row, outcomes by buyer, misuse by text; row and outcomes must not hang on the text.
fn answer(case: &dyn Fn(Buyer, Content) -> Case) -> String {
    let decisions = |buyer| Content::ALL.iter().map(move |&content| decide(case(buyer, content)));
    let mut out = String::new();
    for (n, buyer) in [Buyer::OptedOut, Buyer::Unknown, Buyer::OptedIn].into_iter().enumerate() {
        let shown: BTreeSet<String> =
            decisions(buyer).map(|d| format!("{:<4}{}", d.rule.as_str(), sign(d.outcome))).collect();
        assert_eq!(shown.len(), 1, "the text changes the delivery: {shown:?}");
        out.extend(shown.iter().flat_map(|s| s.chars().skip(if n == 0 { 0 } else { 4 })));
    }
    let misuse = |d: (Decision, char)| if d.0.misuse { d.1 } else { '.' };
    let by_buyer: BTreeSet<String> =
        Buyer::ALL.iter().map(|&buyer| decisions(buyer).zip("cnmupl".chars()).map(misuse).collect()).collect();
    assert_eq!(by_buyer.len(), 1, "the buyer's preference changes what is misuse: {by_buyer:?}");
    out.push(' ');
    out.extend(by_buyer);
    out
}

fn sign(outcome: Outcome) -> char {
    match outcome {
        Outcome::Delivered => '+',
        Outcome::Blocked => '-',
        Outcome::Depends => '?',
    }
}
