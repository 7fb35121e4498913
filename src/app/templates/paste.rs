//! What pasted text is: cells of a spreadsheet, JSON, or plain text. Must not read it.

use super::columns::{Column, column};

/// How the text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guess {
    Json,
    Table,
    Text,
}

/// A table is known by its head alone: sentences have commas too.
pub(super) fn guess(text: &str) -> Guess {
    let text = text.trim_start();
    let inner =
        text.strip_prefix('{').map(|rest| (rest, &['"'][..])).or_else(|| Some((text.strip_prefix('[')?, &['"', '{'])));
    // Placeholders open with two brackets of one kind.
    if inner.is_some_and(|(rest, opens)| rest.trim_start().starts_with(opens)) {
        return Guess::Json;
    }
    let head = text.lines().next().unwrap_or_default();
    let mut columns = head.split([',', ';', '\t']).map(|field| column(field.trim().trim_matches('"')));
    let is_table = head.contains([',', ';', '\t']) && columns.any(|c| c == Some(Column::Text));
    if is_table { Guess::Table } else { Guess::Text }
}
