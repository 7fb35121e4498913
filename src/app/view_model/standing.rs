//! The log in words: warnings, faults, refusals. Must not know the DOM.

use crate::log::{
    Aside, Clock, Damage, Fault, ImportReport, Log, OrderFacts, Record, Refusal, Warning, Window, Wrong, orders,
};
use crate::text::{count, fill, standing, texts};
use compose_engine::Category;
use std::rc::Rc;

/// A warning with the policy rows it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WarningView {
    /// In words.
    pub(crate) text: String,
    /// Policy rows; none where it is this page's own rule of thumb.
    pub(crate) rows: Vec<Rc<str>>,
}

/// Each warning in words. A row is named once.
pub(crate) fn warnings(found: &[Warning]) -> Vec<WarningView> {
    let mut named: Vec<Rc<str>> = Vec::new();
    let mut views = Vec::new();
    for warning in found {
        let rows: Vec<Rc<str>> = warning.rows().into_iter().map(Rc::from).filter(|row| !named.contains(row)).collect();
        if rows.is_empty() && matches!(warning, Warning::Grave(_)) {
            continue;
        }
        named.extend(rows.iter().map(Rc::clone));
        views.push(WarningView { text: warning_text(warning), rows });
    }
    views
}

fn warning_text(warning: &Warning) -> String {
    let t = standing::texts();
    match warning {
        Warning::Many(number) => fill(t.warn_many, &[&number.to_string()]),
        Warning::ReviewAgain => t.warn_review.to_owned(),
        Warning::Late(days) => fill(t.warn_late, &[&days.to_string()]),
        Warning::Misuse => t.warn_misuse.to_owned(),
        Warning::Grave(_) => t.warn_grave.to_owned(),
    }
}

/// The orders whose ID contains `filter`.
pub(crate) fn found(log: &Log, filter: &str, clock: Clock) -> Vec<OrderFacts> {
    let filter = filter.trim();
    let mut all = orders(log, clock);
    all.retain(|o| o.order.contains(filter));
    all
}

/// The time for messages in words; empty where the seller gave no day.
pub(crate) fn window(window: Window) -> String {
    let t = standing::texts();
    let days = |n: i64| usize::try_from(n).unwrap_or_default();
    match window {
        Window::Unknown => String::new(),
        Window::Left(left) => count(days(left), t.left.0, t.left.1),
        Window::Over(over) => count(days(over), t.over.0, t.over.1),
    }
}

/// What was set aside, fault by fault.
pub(crate) fn faults(aside: &[Aside]) -> Vec<String> {
    aside.iter().flat_map(|a| &a.faults).map(fault).collect()
}

fn fault(fault: &Fault) -> String {
    let t = standing::texts();
    let number = fault.number.to_string();
    let wrong = match &fault.wrong {
        Wrong::Name(name) => fill((t.wrong_of)(&fault.wrong), &[name]),
        Wrong::Missing | Wrong::Kind | Wrong::Date => (t.wrong_of)(&fault.wrong).to_owned(),
    };
    let list = (t.list_of)(fault.list);
    if fault.field.is_empty() {
        fill(t.fault_whole, &[list, &number, &wrong])
    } else {
        fill(t.fault, &[list, &number, fault.field, &wrong])
    }
}

/// Why the browser does not store.
pub(crate) fn refusal(refusal: &Refusal) -> String {
    let t = standing::texts();
    match refusal {
        Refusal::Full => t.full.to_owned(),
        Refusal::Unavailable(words) => fill(t.unavailable, &[words]),
    }
}

/// What an import brought, in one or two sentences.
pub(crate) fn import(report: &ImportReport) -> String {
    let t = standing::texts();
    match &report.found {
        Ok(incoming) => {
            let template = if report.new == 1 { t.imported.0 } else { t.imported.1 };
            let mut text = fill(template, &[&report.file, &report.new.to_string()]);
            let known = incoming.log.records.len().saturating_sub(report.new);
            if known > 0 {
                text.push(' ');
                text.push_str(&count(known, t.import_known.0, t.import_known.1));
            }
            text
        }
        Err(Damage::Syntax(words)) => fill(t.damage_syntax, &[&report.file, words]),
        Err(Damage::Foreign) => fill(t.damage_foreign, &[&report.file]),
        Err(Damage::Newer) => fill(t.damage_newer, &[&report.file]),
        Err(Damage::NoMessages) => fill(t.damage_no_messages, &[&report.file]),
        Err(Damage::Unreadable) => fill(t.damage_unreadable, &[&report.file]),
    }
}

/// That a message was noted, for which order and as what.
pub(crate) fn noted(record: &Record) -> String {
    let t = standing::texts();
    let done = (t.done_of)(record.done);
    if record.order.is_empty() { fill(t.noted_no_order, &[done]) } else { fill(t.noted, &[&record.order, done]) }
}

/// What a message was about, in words; what has no name of its own only where nothing else is there.
pub(crate) fn about(record: &Record) -> String {
    let all = &record.categories;
    let named = all.iter().filter(|c| all.len() == 1 || **c != Category::Other);
    let names: Vec<&str> = named.map(|c| (texts().category_of)(*c)).collect();
    if names.is_empty() { String::new() } else { fill(standing::texts().about, &[&names.join(", ")]) }
}
