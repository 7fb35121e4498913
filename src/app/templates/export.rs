//! The shown rows as a table for spreadsheets. Must not know how it is saved.

use super::library::{Checked, Library, SEVERITIES};
use super::list::Column;
use super::{Place, Trouble};
use crate::text::templates as text;
use crate::text::{fill, texts};

/// The table: UTF-8 with its mark, every field quoted where it must be, and none that a spreadsheet would run as a formula.
pub(crate) fn csv(library: &Library, shown: &[usize]) -> String {
    let (t, all) = (text::texts(), texts());
    let column = t.column_of;
    let mut out = String::from("\u{FEFF}");
    let mut head = vec![
        column(Column::Name),
        t.subject,
        t.text,
        column(Column::Language),
        column(Column::Verdict),
        buyer(library),
    ];
    head.extend(SEVERITIES.map(all.severity_of));
    head.extend([column(Column::First), t.file, t.place]);
    line(&mut out, &head);
    for row in shown.iter().filter_map(|number| library.rows.get(*number)) {
        let (template, place) = (&row.template, place(row.template.source.place));
        let [lang, verdict, outcome, first] = row.checked.as_ref().map(words).unwrap_or_default();
        let counts = row.checked.as_ref().map(|c| c.findings.map(|n| n.to_string())).unwrap_or_default();
        let mut fields = vec![&*template.name, &template.draft.subject, &template.draft.body, lang, verdict, outcome];
        fields.extend(counts.iter().map(String::as_str));
        fields.extend([first, &template.source.file, &place]);
        line(&mut out, &fields);
    }
    out
}

/// Language, verdict, outcome and first finding.
pub(super) fn words(checked: &Checked) -> [&str; 4] {
    let all = texts();
    [&checked.lang, (all.verdict_of)(checked.verdict).word, (all.outcome_of)(checked.outcome), &checked.first]
}

/// The head of the column that says what the buyer gets.
pub(crate) fn buyer(library: &Library) -> &'static str {
    let t = text::texts();
    match library.context.buyer {
        compose_engine::Buyer::OptedOut => t.buyer_opted_out,
        compose_engine::Buyer::OptedIn | compose_engine::Buyer::Unknown => t.buyer_takes,
    }
}

/// A place in words; empty for a whole file.
pub(crate) fn place(place: Place) -> String {
    (text::texts().place_of)(place).map(|(words, n)| fill(words, &[&n.to_string()])).unwrap_or_default()
}

/// A trouble in words: file, place, what is wrong, and what the browser said about it.
pub(crate) fn trouble(trouble: &Trouble) -> String {
    let mut out = trouble.source.file.to_string();
    let place = place(trouble.source.place);
    if !place.is_empty() {
        out.push_str(", ");
        out.push_str(&place);
    }
    out.push_str(": ");
    out.push_str((text::texts().fault_of)(&trouble.fault));
    if let super::Fault::Language(reason) = &trouble.fault {
        out.push_str(" (");
        out.push_str(reason);
        out.push(')');
    }
    out
}

fn line(out: &mut String, fields: &[&str]) {
    for (i, field) in fields.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        put(out, field);
    }
    out.push_str("\r\n");
}

/// Spreadsheets take a field that begins with one of these signs as a formula; an apostrophe keeps it a text.
fn put(out: &mut String, field: &str) {
    let guard = if field.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) { "'" } else { "" };
    if guard.is_empty() && !field.contains(['"', ',', ';', '\t', '\n', '\r']) && field.trim() == field {
        out.push_str(field);
        return;
    }
    out.push('"');
    out.push_str(guard);
    out.push_str(&field.replace('"', "\"\""));
    out.push('"');
}
