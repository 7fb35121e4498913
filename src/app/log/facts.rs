//! What follows from the log: where the seller stands, what each order has seen, what is to be warned of. Reads no clock, words nothing.

use super::Log;
use super::calendar::Clock;
use super::record::{Done, Record};
use compose_engine::Verdict;
use compose_engine::delivery::Consequence;
use std::rc::Rc;

/// From this message on an order has seen many: a rule of thumb of this page, as no source gives a number.
const MANY: usize = 3;
/// Days after an order's completion in which a message may be sent.
const DAYS: i64 = 30;
/// From this message on misuse counts as repeated: this page's reading, as no source gives a number.
const REPEATED: usize = 2;

/// Something to be warned of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Warning {
    /// The order has seen this many messages from the seller.
    Many(usize),
    /// The order was asked for a review before.
    ReviewAgain,
    /// It went out this many days after completion.
    Late(i64),
    /// The critical route stood on something else.
    Misuse,
    /// It broke rows that can cost the account.
    Grave(Vec<String>),
}

impl Warning {
    /// Policy rows it rests on; none for this page's own rule of thumb.
    pub(crate) fn rows(&self) -> Vec<&str> {
        match self {
            Self::Many(_) => Vec::new(),
            Self::ReviewAgain => vec!["R-04", "M-12"],
            Self::Late(_) => vec!["R-02"],
            Self::Misuse => vec!["M-17"],
            Self::Grave(rows) => rows.iter().map(String::as_str).collect(),
        }
    }
}

/// A message with its warnings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The message.
    pub(crate) record: Rc<Record>,
    /// What is to be warned of.
    pub(crate) warnings: Vec<Warning>,
}

/// Where an order stands in the time for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Window {
    /// The seller gave no day of completion.
    Unknown,
    /// So many days are left.
    Left(i64),
    /// It ended so many days ago.
    Over(i64),
}

/// An order and its messages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrderFacts {
    /// Its ID; empty for messages without one.
    pub(crate) order: String,
    /// The day of completion, if the seller gave it.
    pub(crate) completed: Option<i64>,
    /// The time for messages.
    pub(crate) window: Window,
    /// Messages that reached the buyer unasked.
    pub(crate) contacts: usize,
    /// Its messages, the newest first.
    pub(crate) entries: Vec<Entry>,
}

/// Where the seller stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Standing {
    /// The step of the consequences.
    pub(crate) place: Consequence,
    /// Messages by what was done, in the order of `Done::ALL`.
    pub(crate) counts: [usize; 4],
    /// Messages that can cost the account.
    pub(crate) strikes: usize,
}

/// Where the seller stands by everything in the log.
pub(crate) fn standing(log: &Log) -> Standing {
    let strikes = log.records.iter().enumerate().filter(|(i, r)| is_strike(log, *i, r)).count();
    let counts = Done::ALL.map(|done| log.records.iter().filter(|r| r.done == done).count());
    let blocked = log.records.iter().any(|r| r.done == Done::Blocked);
    let place = match (strikes, blocked) {
        (REPEATED.., _) => Consequence::SellingAtRisk,
        (1, _) => Consequence::MessagingRestricted,
        (0, true) => Consequence::MessageBlocked,
        (0, false) => Consequence::Nothing,
    };
    Standing { place, counts, strikes }
}

/// Orders with their messages; the order with the newest message comes first.
pub(crate) fn orders(log: &Log, clock: Clock) -> Vec<OrderFacts> {
    let mut orders: Vec<OrderFacts> = Vec::new();
    for (i, record) in log.records.iter().enumerate() {
        let entry = Entry { record: Rc::clone(record), warnings: warnings(log, i, record, clock) };
        let at = orders.iter().position(|o| o.order == record.order);
        let mut order = at.map_or_else(|| start(log, &record.order, clock), |at| orders.remove(at));
        order.contacts += usize::from(is_contact(record));
        order.entries.insert(0, entry);
        orders.insert(0, order);
    }
    for given in &log.completed {
        if !orders.iter().any(|o| o.order == given.order) {
            orders.push(start(log, &given.order, clock));
        }
    }
    orders
}

/// What `record` would be warned of if it were sent now.
pub(crate) fn ahead(log: &Log, record: &Record, clock: Clock) -> Vec<Warning> {
    warnings(log, log.records.len(), record, clock)
}

fn start(log: &Log, order: &str, clock: Clock) -> OrderFacts {
    let completed = log.completed_on(order);
    let window = completed.map_or(Window::Unknown, |day| match day + DAYS - clock.today() {
        left @ 0.. => Window::Left(left),
        over => Window::Over(-over),
    });
    OrderFacts { order: order.to_owned(), completed, window, contacts: 0, entries: Vec::new() }
}

/// Warnings of the record that stands, or would stand, at place `at`.
fn warnings(log: &Log, at: usize, record: &Record, clock: Clock) -> Vec<Warning> {
    let mut found = Vec::new();
    if is_misuse(record) {
        found.push(Warning::Misuse);
    }
    if is_second_ask(log, at, record) {
        found.push(Warning::ReviewAgain);
    }
    if record.done.reached() && !record.grave.is_empty() {
        found.push(Warning::Grave(record.grave.clone()));
    }
    if is_contact(record) {
        let contacts = earlier(log, at, record).filter(|r| is_contact(r)).count() + 1;
        if contacts >= MANY && !record.order.is_empty() {
            found.push(Warning::Many(contacts));
        }
        let days = log.completed_on(&record.order).map(|day| clock.day_of(record.time) - day);
        found.extend(days.filter(|days| *days > DAYS).map(Warning::Late));
    }
    found
}

/// Messages of the same order before place `at`.
fn earlier<'a>(log: &'a Log, at: usize, record: &'a Record) -> impl Iterator<Item = &'a Record> {
    log.records.iter().take(at).map(|r| &**r).filter(|r| r.order == record.order)
}

const fn is_contact(record: &Record) -> bool {
    record.done.reached() && !record.reply
}

/// Whatever the way: a request in an answer counts as one, too.
fn is_second_ask(log: &Log, at: usize, record: &Record) -> bool {
    let asks = |r: &Record| r.done.reached() && r.asks_for_review();
    !record.order.is_empty() && asks(record) && earlier(log, at, record).any(asks)
}

/// The critical route on something that is not critical, whether it came back or not. A text that cannot be told is not held against anyone.
const fn is_misuse(record: &Record) -> bool {
    match (record.done, record.verdict) {
        (Done::NotSent, _) => false,
        (Done::Override, Verdict::NonCritical | Verdict::Mixed) => true,
        (Done::Override, Verdict::Critical | Verdict::Unclear) | (Done::Sent | Done::Blocked, _) => record.misuse,
    }
}

fn is_strike(log: &Log, at: usize, record: &Record) -> bool {
    is_misuse(record) || is_second_ask(log, at, record) || record.done.reached() && !record.grave.is_empty()
}
