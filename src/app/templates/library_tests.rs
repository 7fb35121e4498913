//! Checking, listing and saving libraries with the real engine, without a DOM.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::library::{Phase, Progress, Step};
use super::list::{Column, Direction, Order, bar, shown, tally};
use super::tests::{bodies, file, names};
use super::{Fault, Library, Reader, export, report};
use crate::desk::Desk;
use crate::text::templates::texts;
use crate::view_model::verdict::pieces;
use compose_engine::delivery::Outcome;
use compose_engine::{Buyer, Context, Field, Verdict};
use std::rc::Rc;

fn run(library: &mut Library, desk: &Desk) -> Vec<Rc<str>> {
    let mut wanted = Vec::new();
    loop {
        match library.step(desk) {
            Step::Done => {}
            Step::Wants(lang) => wanted.push(lang),
            Step::Rests => return wanted,
        }
    }
}

fn sample() -> (Library, Desk) {
    let (mut library, desk) = (Library::new(), Desk::open().unwrap());
    library.add(Reader::open("sample.csv", texts().sample_csv.as_bytes()));
    (library, desk)
}

#[test]
fn a_library_is_checked_template_by_template() {
    let library = checked();
    assert_eq!(library.progress(), Progress { done: 10, all: 10, phase: Phase::Finished });
    let verdicts: Vec<_> = library.rows.iter().map(|r| r.checked.as_ref().unwrap().verdict).collect();
    let (c, n, m, u) = (Verdict::Critical, Verdict::NonCritical, Verdict::Mixed, Verdict::Unclear);
    assert_eq!(verdicts, [c, c, c, n, m, n, c, n, c, u]);
    assert_eq!(tally(&library.rows), ([5, 1, 3, 1], 0));
    let langs: Vec<_> = library.rows.iter().map(|r| &*r.checked.as_ref().unwrap().lang).collect();
    assert_eq!(langs[5..9], ["en", "de", "de", "fr"]);
}

#[test]
fn a_language_is_asked_for_once_and_its_templates_wait_for_it() {
    let (mut library, desk) = sample();
    library.set_context(Context { lang: Some("xx".to_owned()), ..library.context.clone() });
    assert_eq!(run(&mut library, &desk), [Rc::from("xx")]);
    assert_eq!(library.progress(), Progress { done: 0, all: 10, phase: Phase::Running });
    library.arrived(&"xx".into(), Some("404".into()));
    assert!(run(&mut library, &desk).is_empty());
    assert_eq!(library.progress().phase, Phase::Finished);
    assert_eq!(library.troubles[0].fault, Fault::Language("404".into()));
}

#[test]
fn stopping_keeps_what_is_done_and_another_way_of_sending_checks_anew() {
    let (mut library, desk) = sample();
    for _ in 0..14 {
        library.step(&desk);
    }
    library.set_stopped(true);
    assert_eq!(library.step(&desk), Step::Rests);
    let progress = library.progress();
    assert!(progress.phase == Phase::Stopped && progress.done > 0 && progress.done < 10, "{progress:?}");
    library.set_stopped(false);
    run(&mut library, &desk);
    let outcome = |library: &Library, n: usize| library.rows[n].checked.as_ref().map(|c| c.outcome);
    assert_eq!(outcome(&library, 3), Some(Outcome::Blocked));
    library.set_context(Context { buyer: Buyer::OptedIn, ..library.context.clone() });
    assert_eq!(outcome(&library, 3), None);
    run(&mut library, &desk);
    assert_ne!(outcome(&library, 3), Some(Outcome::Blocked));
}

fn checked() -> Library {
    let (mut library, desk) = sample();
    run(&mut library, &desk);
    library
}

#[test]
fn files_on_their_way_do_not_undo_a_stop() {
    let (mut library, desk) = sample();
    library.expect(1);
    library.set_stopped(true);
    library.add(Reader::open("a.txt", b"Hello"));
    assert_eq!((library.step(&desk), library.progress().phase), (Step::Rests, Phase::Stopped));
    library.came();
    library.give(Reader::open("b.txt", b"Hello"));
    run(&mut library, &desk);
    assert_eq!(library.progress(), Progress { done: 12, all: 12, phase: Phase::Finished });
}

#[test]
fn rows_are_filtered_and_sorted() {
    let mut library = checked();
    let order = |column, direction| Order { column, direction };
    let list = |library: &Library, order| shown(&library.rows, &library.sieve, order);
    assert_eq!(list(&library, Order::default()), (0..10).collect::<Vec<_>>());
    assert_eq!(list(&library, order(Column::Name, Direction::Ascending))[0], 8);
    assert_eq!(list(&library, order(Column::Language, Direction::Ascending))[0], 6);
    assert_eq!(list(&library, order(Column::Verdict, Direction::Descending))[0], 9);
    library.sieve.words = "  KLINGEL ".to_owned();
    assert_eq!(list(&library, Order::default()), [6]);
    library.sieve.words.clear();
    library.sieve.verdict = Some(Verdict::Mixed);
    assert_eq!(list(&library, Order::default()), [4]);
    library.rows[0].checked = None;
    library.sieve.verdict = None;
    for direction in [Direction::Ascending, Direction::Descending] {
        assert_eq!(list(&library, order(Column::Findings, direction)).last(), Some(&0));
    }
    let clicked = Order::default().clicked(Column::Verdict);
    assert_eq!(clicked.clicked(Column::Verdict).direction, Direction::Descending);
}

#[test]
fn the_parts_of_a_bar_fill_it() {
    for counts in [[0, 0, 0, 0], [1, 1, 1, 0], [4999, 1, 0, 0], [0, 0, 0, 7]] {
        let parts = bar(&counts);
        let length: usize = parts.iter().map(|(_, length)| length).sum();
        assert_eq!(length, if counts.iter().sum::<usize>() > 0 { 1000 } else { 0 });
    }
}

#[test]
fn a_saved_table_reads_back_and_runs_no_formula() {
    let mut library = Library::new();
    let text = "name,text\n=HYPERLINK(1),\"a, \"\"b\"\"\nc\"\n+1,@x\n\"-2\",plain\n";
    library.add(Reader::open("a.csv", text.as_bytes()));
    let desk = Desk::open().unwrap();
    run(&mut library, &desk);
    let all: Vec<usize> = (0..library.rows.len()).collect();
    let csv = export::csv(&library, &all);
    assert!(csv.starts_with("\u{FEFF}Name,Subject,Text,Language,Verdict,Opted-out buyer,"));
    let fate = file("templates.csv", &csv);
    assert_eq!(bodies(&fate), ["a, \"b\"\nc", "'@x", "plain"]);
    assert_eq!(names(&fate), ["'=HYPERLINK(1)", "'+1", "'-2"]);
    assert_eq!(fate.0[0].lang.as_deref(), Some("en"));
}

#[test]
fn the_report_escapes_every_text_and_needs_nothing_else() {
    let mut library = Library::new();
    library.add(Reader::open("<b>.csv", b"name,text\n<script>alert(1)</script>,Which flat number?\n\"x,y\n"));
    let desk = Desk::open().unwrap();
    run(&mut library, &desk);
    let html = report::html(&library, &[0]);
    assert!(!html.contains("<script") && !html.contains("<b>") && !html.contains("http:") && !html.contains("src="));
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && html.contains("<svg") && html.contains("line 3"));
}

#[test]
fn the_pieces_of_a_text_are_the_whole_text() {
    let (library, desk) = (checked(), Desk::open().unwrap());
    for number in 0..library.rows.len() {
        let (draft, review) = library.review(number, &desk).unwrap();
        for field in [Field::Subject, Field::Body] {
            let pieces = pieces(&draft, &review, field);
            assert_eq!(pieces.iter().map(|p| p.text).collect::<String>(), draft.text(field));
        }
        let words = library.rows[number].checked.as_ref().map(|c| c.verdict);
        assert_eq!(words, Some(review.verdict));
    }
}
