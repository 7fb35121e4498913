//! The log without a browser: reading and writing, merging, what follows from it, and what happens when nothing can be stored.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::file::Incoming;
use super::*;
use crate::desk::Desk;
use compose_engine::delivery::{Consequence, Outcome};
use compose_engine::{Category, Channel, Context, Draft, Edition, Verdict};
use yew::Reducible;

const ORDER: &str = "113-4471928-1183340";
const DAY: i64 = 86_400_000;
const START: i64 = 20_000 * DAY;

fn record(id: &str, day: i64, done: Done) -> Record {
    Record {
        id: id.into(),
        time: START + day * DAY,
        order: ORDER.to_owned(),
        done,
        verdict: Verdict::Critical,
        edition: Edition::Optout2017,
        outcome: Outcome::Depends,
        reply: false,
        misuse: false,
        categories: vec![Category::AddressIssue],
        rules: vec!["links".to_owned()],
        grave: Vec::new(),
        sha256: String::new(),
        text: None,
    }
}

fn review_ask(id: &str, day: i64, done: Done) -> Record {
    Record { verdict: Verdict::NonCritical, categories: vec![Category::ReviewRequest], ..record(id, day, done) }
}

fn log(records: impl IntoIterator<Item = Record>) -> Log {
    let mut log = Log::default();
    for record in records {
        assert!(log.add(Rc::new(record)));
    }
    log
}

fn clock(day: i64) -> Clock {
    Clock { now: START + day * DAY, offset: 0 }
}

fn found(log: &Log, id: &str) -> Vec<Warning> {
    let all = orders(log, clock(0));
    let entry = all.iter().flat_map(|o| &o.entries).find(|e| &*e.record.id == id);
    entry.unwrap().warnings.clone()
}

fn without(value: &Value, name: &str) -> Value {
    let Value::Map(entries) = value else { return Value::Null };
    Value::Map(entries.iter().filter(|(key, _)| key != name).cloned().collect())
}

fn with(value: &Value, name: &str, new: Value) -> Value {
    let Value::Map(mut entries) = without(value, name) else { return Value::Null };
    entries.push((name.to_owned(), new));
    Value::Map(entries)
}

#[test]
fn a_record_comes_back_as_it_was_written() {
    let kept =
        Record { text: Some(Draft::new("S", "B")), sha256: "ab".to_owned(), ..review_ask("a", 3, Done::Override) };
    for record in [kept, record("b", 0, Done::NotSent)] {
        assert_eq!(Record::read(&record.write(), 1), Ok(record));
    }
}

#[test]
fn a_file_comes_back_whole_and_nothing_is_written_that_was_not_kept() {
    let mut log = log([record("a", 0, Done::Sent), record("b", 1, Done::Blocked)]);
    log.complete(ORDER, Some(20_001));
    let file = write_file(&log);
    assert_eq!(read_file(&file).unwrap().log, log);
    let messages = file.get("messages").and_then(Value::as_list).unwrap();
    assert!(messages.iter().all(|m| m.get("body").is_none() && m.get("subject").is_none()));
}

#[test]
fn every_fault_is_told_with_record_and_field_and_the_good_records_stay() {
    let good = record("a", 0, Done::Sent).write();
    let bad = with(&with(&without(&good, "id"), "time", Value::text("soon")), "done", Value::text("posted"));
    let file = Value::Map(vec![
        ("format".to_owned(), Value::text("compose-helper-log")),
        ("version".to_owned(), Value::Number(1.0)),
        ("messages".to_owned(), Value::List(vec![good, bad, Value::text("x")])),
        ("orders".to_owned(), Value::List(vec![Value::Map(vec![("id".to_owned(), Value::text(ORDER))])])),
    ]);
    let read = read_file(&file).unwrap().log;
    assert_eq!(read.records.len(), 1);
    let faults: Vec<_> =
        read.aside.iter().flat_map(|a| &a.faults).map(|f| (f.list, f.number, f.field, &f.wrong)).collect();
    assert_eq!(
        faults,
        [
            (List::Messages, 2, "id", &Wrong::Missing),
            (List::Messages, 2, "time", &Wrong::Date),
            (List::Messages, 2, "done", &Wrong::Name("posted".to_owned())),
            (List::Messages, 3, "", &Wrong::Kind),
            (List::Orders, 1, "completed", &Wrong::Missing),
        ]
    );
}

#[test]
fn a_file_that_is_no_log_changes_nothing_and_says_why() {
    let map =
        |entries: &[(&str, Value)]| Value::Map(entries.iter().map(|(n, v)| ((*n).to_owned(), v.clone())).collect());
    let format = ("format", Value::text("compose-helper-log"));
    assert_eq!(read_file(&Value::Null), Err(Damage::Foreign));
    assert_eq!(read_file(&map(&[("format", Value::text("else"))])), Err(Damage::Foreign));
    assert_eq!(read_file(&map(&[format.clone(), ("version", Value::Number(2.0))])), Err(Damage::Newer));
    assert_eq!(read_file(&map(&[format, ("version", Value::Number(1.0))])), Err(Damage::NoMessages));
}

#[test]
fn merging_goes_by_id() {
    let mut ours = log([record("a", 0, Done::Sent), record("c", 2, Done::Sent)]);
    let new = ours.merge(log([record("a", 5, Done::Blocked), record("b", 1, Done::Sent)]));
    assert_eq!(new.len(), 1);
    let ids: Vec<&str> = ours.records.iter().map(|r| &*r.id).collect();
    assert_eq!((ids, ours.records[0].done), (vec!["a", "b", "c"], Done::Sent));
}

#[test]
fn the_place_follows_what_was_sent() {
    let misuse = |id, done| Record { misuse: true, verdict: Verdict::NonCritical, ..record(id, 0, done) };
    let grave = |done| Record { grave: vec!["M-05".to_owned()], ..record("g", 0, done) };
    let place = |records: Vec<Record>| standing(&log(records)).place;
    assert_eq!(place(vec![]), Consequence::Nothing);
    assert_eq!(place(vec![record("a", 0, Done::Sent)]), Consequence::Nothing);
    assert_eq!(place(vec![record("a", 0, Done::Blocked), record("b", 0, Done::Blocked)]), Consequence::MessageBlocked);
    assert_eq!(place(vec![misuse("a", Done::NotSent), grave(Done::Blocked)]), Consequence::MessageBlocked);
    assert_eq!(place(vec![misuse("a", Done::Override)]), Consequence::MessagingRestricted);
    assert_eq!(place(vec![grave(Done::Sent)]), Consequence::MessagingRestricted);
    assert_eq!(place(vec![misuse("a", Done::Override), misuse("b", Done::Blocked)]), Consequence::SellingAtRisk);
    let later = Record { verdict: Verdict::Mixed, ..record("a", 0, Done::Override) };
    assert_eq!(place(vec![later]), Consequence::MessagingRestricted, "the marker was put in after the check");
    assert_eq!(place(vec![record("a", 0, Done::Override)]), Consequence::Nothing, "a critical message may be marked");
}

#[test]
fn the_third_unasked_message_is_warned_of_but_no_reply_and_nothing_that_did_not_arrive() {
    let reply = Record { reply: true, ..record("r", 1, Done::Sent) };
    let log = log([
        record("a", 0, Done::Sent),
        reply,
        record("x", 1, Done::Blocked),
        record("b", 2, Done::Sent),
        record("c", 3, Done::Sent),
    ]);
    assert!(found(&log, "b").is_empty() && found(&log, "r").is_empty());
    assert_eq!(found(&log, "c"), [Warning::Many(3)]);
    assert!(Warning::Many(3).rows().is_empty(), "a rule of thumb rests on no row");
}

#[test]
fn a_second_review_request_for_one_order_is_warned_of_before_and_after() {
    let known = log([review_ask("a", 0, Done::Sent)]);
    let second = review_ask("b", 1, Done::Sent);
    assert!(ahead(&known, &second, clock(1)).contains(&Warning::ReviewAgain));
    let elsewhere = Record { order: "114-0000000-0000000".to_owned(), ..second.clone() };
    assert!(ahead(&known, &elsewhere, clock(1)).is_empty());
    assert!(ahead(&log([review_ask("a", 0, Done::Blocked)]), &second, clock(1)).is_empty());
    let both = log([review_ask("a", 0, Done::Sent), second]);
    assert_eq!((found(&both, "a"), found(&both, "b")), (vec![], vec![Warning::ReviewAgain]));
    assert_eq!(standing(&both).strikes, 1);
}

#[test]
fn the_thirty_days_count_from_the_day_that_the_seller_gave() {
    let mut log = log([record("a", 30, Done::Sent), record("b", 31, Done::Sent), record("c", 40, Done::Blocked)]);
    assert!(found(&log, "b").is_empty());
    log.complete(ORDER, Some(20_000));
    assert_eq!((found(&log, "a"), found(&log, "b"), found(&log, "c")), (vec![], vec![Warning::Late(31)], vec![]));
    let window = |day| orders(&log, clock(day))[0].window;
    assert_eq!((window(0), window(30), window(31)), (Window::Left(30), Window::Left(0), Window::Over(1)));
}

#[test]
fn the_newest_order_and_message_come_first_and_an_order_with_a_day_alone_is_shown() {
    let other = Record { order: "114-0000000-0000000".to_owned(), ..record("b", 1, Done::Sent) };
    let mut log = log([record("a", 0, Done::Sent), other, record("c", 2, Done::Sent)]);
    log.complete("115-0000000-0000000", Some(1));
    let all = orders(&log, clock(0));
    let ids: Vec<Vec<&str>> = all.iter().map(|o| o.entries.iter().map(|e| &*e.record.id).collect()).collect();
    assert_eq!(ids, [vec!["c", "a"], vec!["b"], vec![]]);
}

#[test]
fn a_note_holds_what_the_engine_said_and_no_text_unless_asked() {
    let desk = Desk::open().unwrap();
    let draft = Draft::new("[Important] your order", format!("Order {ORDER}: please leave us a five-star review."));
    let context = Context { lang: Some("en".to_owned()), ..Context::default() };
    let answer = desk.answer(&draft, &context);
    let noting = Noting { draft: &draft, context: &context, answer: &answer, policy: desk.policy() };
    let stamp = Stamp { id: "a".into(), time: 5 };
    let record = noting.record(stamp.clone(), Done::Override, KeepText::No);
    assert_eq!((record.order.as_str(), record.verdict, record.misuse), (ORDER, Verdict::NonCritical, true));
    assert!(record.asks_for_review() && !record.rules.is_empty() && record.text.is_none() && !record.reply);
    assert!(record.grave.iter().any(|row| row == "M-06"), "{:?}", record.grave);
    assert_eq!(noting.record(stamp.clone(), Done::Sent, KeepText::Yes).text.as_ref(), Some(&draft));
    let context = Context { channel: Channel::Reply, order_id: Some(" x ".to_owned()), ..context.clone() };
    let answer = desk.answer(&draft, &context);
    let record = Noting { context: &context, answer: &answer, ..noting }.record(stamp, Done::Sent, KeepText::No);
    assert!(record.reply && record.order == "x");
    let receipt = receipt(&record, "us");
    assert!(receipt.get("body").is_none() && receipt.get("checked").is_some());
}

fn act(state: Rc<LogState>, actions: impl IntoIterator<Item = LogAction>) -> Rc<LogState> {
    actions.into_iter().fold(state, Reducible::reduce)
}

#[test]
fn what_the_browser_refuses_stays_in_the_page_until_it_is_written() {
    let noted = Rc::new(record("a", 0, Done::Sent));
    let state = act(
        Rc::default(),
        [
            LogAction::Loaded(Ok(Stored::default()), Log::default()),
            LogAction::Noted(Rc::clone(&noted)),
            LogAction::Wrote(vec!["a".into()], Err(Refusal::Full)),
        ],
    );
    let held = state.held();
    let state = act(state, [LogAction::Loaded(Ok(Stored::default()), held)]);
    assert_eq!((state.storage.clone(), state.to_write()), (Storage::Refused(Refusal::Full), vec![noted]));
    let state = act(state, [LogAction::Wrote(vec!["a".into()], Ok(()))]);
    assert_eq!((state.storage.clone(), state.unsaved.len(), state.log.records.len()), (Storage::Ready, 0, 1));
}

#[test]
fn what_cannot_be_read_is_set_aside_and_comes_back_after_a_wipe() {
    let broken = Value::Map(vec![("id".to_owned(), Value::text("z"))]);
    let stored = Stored { messages: vec![record("a", 0, Done::Sent).write(), broken], orders: vec![] };
    let state = act(Rc::default(), [LogAction::Loaded(Ok(stored), Log::default())]);
    assert_eq!((state.log.records.len(), state.log.aside.len()), (1, 1));
    let before = Rc::clone(&state.log);
    let state = act(state, [LogAction::Wiped]);
    assert!(state.log.is_empty());
    let state = act(state, [LogAction::Restored]);
    assert_eq!((&state.log, state.removed.is_none(), state.unsaved.len()), (&before, true, 1));
    let gone = act(state, [LogAction::Removed("a".into()), LogAction::Forgot, LogAction::Restored]);
    assert!(gone.log.records.is_empty());
}

#[test]
fn an_import_adds_what_is_new_and_leaves_the_file_s_faults_out() {
    let mine = Rc::new(record("a", 0, Done::Sent));
    let incoming = Incoming::read(&[mine.write(), record("b", 1, Done::Sent).write(), Value::Null], &[]);
    let state = act(Rc::default(), [LogAction::Noted(mine), LogAction::Imported("f".to_owned(), Ok(incoming))]);
    assert_eq!((state.log.records.len(), state.log.aside.len()), (2, 0));
    let report = state.report.as_ref().unwrap();
    assert_eq!((report.new, report.found.as_ref().unwrap().log.aside.len()), (1, 1));
}
