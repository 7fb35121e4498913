//! Every check that a policy book must pass. Knows the book's types and nothing of the engine.

use super::{Limit, PolicyBook};
use std::collections::BTreeSet;

/// Every fault of `book`, in the order of its tables.
pub(super) fn complaints(book: &PolicyBook) -> Vec<String> {
    let mut out = Vec::new();
    duplicates(book, &mut out);
    rows(book, &mut out);
    citations(book, &mut out);
    editions(book, &mut out);
    markers(book, &mut out);
    reasons(book, &mut out);
    notices(book, &mut out);
    references(book, &mut out);
    out
}

fn duplicates(book: &PolicyBook, out: &mut Vec<String>) {
    let tables: [(&str, Vec<&str>); 7] = [
        ("rows", book.rows.iter().map(|x| x.id.as_str()).collect()),
        ("sources", book.sources.iter().map(|x| x.key.as_str()).collect()),
        ("editions", book.editions.iter().map(|x| x.id.as_str()).collect()),
        ("reasons", book.reasons.iter().map(|x| x.id.as_str()).collect()),
        ("notices", book.notices.iter().map(|x| x.lang.as_str()).collect()),
        ("ladder", book.ladder.iter().map(|x| x.consequence.as_str()).collect()),
        ("explanations", book.explanations.rows.iter().map(|x| x.row.as_str()).collect()),
    ];
    for (table, ids) in tables {
        let mut seen = BTreeSet::new();
        out.extend(ids.into_iter().filter(|&id| !seen.insert(id)).map(|id| format!("{table}: `{id}` stands twice")));
    }
}

fn rows(book: &PolicyBook, out: &mut Vec<String>) {
    for row in &book.rows {
        let id = &row.id;
        if !is_row_id(id) {
            out.push(format!("rows `{id}`: id is no letter of K N P R M E T D G with a number"));
        }
        if row.title.trim().is_empty() {
            out.push(format!("rows `{id}`: title is empty"));
        }
        if row.title.chars().count() > 120 {
            out.push(format!("rows `{id}`: title is longer than 120 characters"));
        }
    }
}

fn is_row_id(id: &str) -> bool {
    let mut chars = id.chars();
    let kind = chars.next().is_some_and(|c| "KNPRMETDG".contains(c));
    let number = chars.as_str().trim_start_matches('-').trim_end_matches(|c: char| c.is_ascii_lowercase());
    kind && !number.is_empty() && number.chars().all(|c| c.is_ascii_digit())
}

fn citations(book: &PolicyBook, out: &mut Vec<String>) {
    let known: BTreeSet<&str> = book.sources.iter().map(|s| s.key.as_str()).collect();
    let mut check = |table: &str, id: &str, sources: &[String]| {
        let unknown = sources.iter().filter(|key| !known.contains(key.as_str()));
        out.extend(unknown.map(|key| format!("{table} `{id}`: unknown source `{key}`")));
        if sources.is_empty() {
            out.push(format!("{table} `{id}`: no source"));
        }
    };
    book.rows.iter().for_each(|x| check("rows", &x.id, &x.sources));
    book.editions.iter().for_each(|x| check("editions", &x.id, &x.sources));
    book.markers.known.iter().for_each(|x| check("markers", &x.lang, &x.sources));
    book.reasons.iter().for_each(|x| check("reasons", &x.id, &x.sources));
    book.notices.iter().for_each(|x| check("notices", &x.lang, &x.sources));
    book.ladder.iter().for_each(|x| check("ladder", &x.consequence, &x.sources));
    book.disagreements.iter().for_each(|x| x.sides.iter().for_each(|s| check("disagreements", &x.id, &s.sources)));
    check("status_lines", "all", &book.status_lines.sources);
    let without = book.sources.iter().filter(|s| !s.urls.iter().any(|url| url.starts_with("http")));
    out.extend(without.map(|s| format!("sources `{}`: no address", s.key)));
}

fn editions(book: &PolicyBook, out: &mut Vec<String>) {
    for edition in &book.editions {
        let id = &edition.id;
        match book.edition(&edition.decided_by) {
            None => out.push(format!("editions `{id}`: decided_by names no edition `{}`", edition.decided_by)),
            Some(by) if by.decided_by != by.id => {
                out.push(format!("editions `{id}`: `{}` does not decide for itself", by.id));
            }
            Some(_) => {}
        }
    }
    if !book.editions.is_sorted_by(|a, b| a.effective <= b.effective) {
        out.push("editions: not in order of their dates".to_owned());
    }
}

fn markers(book: &PolicyBook, out: &mut Vec<String>) {
    for entry in &book.markers.known {
        if entry.word.is_empty() || !entry.word.chars().all(char::is_alphabetic) {
            out.push(format!("markers `{}`: the word is empty or holds something else than letters", entry.lang));
        }
    }
    let words = book.markers.look_alike_words.iter().chain(&book.markers.reply_prefixes);
    let upper = words.filter(|word| word.is_empty() || word.to_lowercase() != **word);
    out.extend(upper.map(|word| format!("markers: `{word}` is empty or not in lower case")));
    let broken = book.markers.brackets.iter().filter(|pair| pair.chars().count() != 2);
    out.extend(broken.map(|pair| format!("markers: `{pair}` is no pair of brackets")));
}

fn reasons(book: &PolicyBook, out: &mut Vec<String>) {
    let mut names = BTreeSet::new();
    for reason in &book.reasons {
        let id = &reason.id;
        for name in reason.titles.iter().chain(&reason.api_names) {
            if !names.insert(name.to_lowercase()) {
                out.push(format!("reasons `{id}`: the name `{name}` stands twice"));
            }
        }
        if reason.titles.is_empty() && reason.api_names.is_empty() {
            out.push(format!("reasons `{id}`: neither title nor API name"));
        }
        let wrong = |limit: Option<Limit>| limit.is_some_and(|l| l.min > l.max);
        if wrong(reason.text) || wrong(reason.files) {
            out.push(format!("reasons `{id}`: a limit's smallest count exceeds its largest"));
        }
    }
}

fn notices(book: &PolicyBook, out: &mut Vec<String>) {
    const SLOT: &str = "{order_id}";
    if book.notices.first().is_none_or(|first| first.lang != "en") {
        out.push("notices: English must come first".to_owned());
    }
    for notice in &book.notices {
        let lang = &notice.lang;
        if notice.first_line.matches(SLOT).count() != 1 {
            out.push(format!("notices `{lang}`: first_line needs {SLOT} once"));
        }
        if notice.first_line_without_order.contains('{') {
            out.push(format!("notices `{lang}`: first_line_without_order holds a slot"));
        }
        let built = book.editions.iter().filter(|e| e.decided_by == e.id);
        let missing = built.filter(|e| !notice.how_to.iter().any(|h| h.edition == e.id));
        out.extend(missing.map(|e| format!("notices `{lang}`: how_to lacks edition `{}`", e.id)));
        if notice.critical.is_empty() || notice.non_critical.is_empty() {
            out.push(format!("notices `{lang}`: a list is empty"));
        }
    }
}

fn references(book: &PolicyBook, out: &mut Vec<String>) {
    let ladder = book.ladder.iter().flat_map(|s| s.rows.iter().map(|row| ("ladder", row)));
    let explained = book.explanations.rows.iter().map(|e| ("explanations", &e.row));
    let moved = book.moves.iter().flat_map(|m| m.rows.iter().map(|row| ("moves", row)));
    let disputed = book.disagreements.iter().flat_map(|d| d.rows.iter().chain(d.sides.iter().flat_map(|s| &s.rows)));
    let disputed = disputed.map(|row| ("disagreements", row));
    let dangling = ladder.chain(explained).chain(moved).chain(disputed).filter(|(_, row)| book.row(row).is_none());
    out.extend(dangling.map(|(table, row)| format!("{table}: no row `{row}`")));
    let unknown = book.moves.iter().filter_map(|m| m.reason.as_ref()).filter(|id| book.reason(id).is_none());
    out.extend(unknown.map(|id| format!("moves: no reason `{id}`")));
    let one_sided = book.disagreements.iter().filter(|d| d.sides.len() < 2);
    out.extend(one_sided.map(|d| format!("disagreements `{}`: fewer than two sides", d.id)));
    let decisions = book.rows.iter().filter(|row| row.id.starts_with('D'));
    let silent = decisions.filter(|row| !book.explanations.rows.iter().any(|e| e.row == row.id));
    out.extend(silent.map(|row| format!("explanations: nothing about row `{}`", row.id)));
    for e in &book.explanations.rows {
        if e.delivered.is_none() && e.blocked.is_none() && e.depends.is_none() {
            out.push(format!("explanations `{}`: no sentence", e.row));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::builtin_policy;

    /// Breaks the sound book and gives the complaints.
    fn complaints_after(breaking: impl FnOnce(&mut PolicyBook)) -> Vec<String> {
        let mut book = builtin_policy().unwrap();
        breaking(&mut book);
        complaints(&book)
    }

    #[test]
    fn every_fault_is_named_and_none_hides_another() {
        assert_eq!(complaints_after(|_| {}), Vec::<String>::new());
        let found = complaints_after(|book| {
            let mut copy = book.rows.first().unwrap().clone();
            copy.sources = vec!["S999".to_owned()];
            book.rows.push(copy);
            book.editions.first_mut().unwrap().decided_by = "optout-1999".to_owned();
            book.notices.first_mut().unwrap().first_line = "No slot".to_owned();
            book.explanations.rows.retain(|entry| entry.row != "D9");
            book.ladder.first_mut().unwrap().rows = vec!["Z-1".to_owned()];
        });
        let expected = [
            "rows: `K1` stands twice",
            "rows `K1`: unknown source `S999`",
            "editions `optout-2017-03`: decided_by names no edition `optout-1999`",
            "notices `en`: first_line needs {order_id} once",
            "ladder: no row `Z-1`",
            "explanations: nothing about row `D9`",
        ];
        assert_eq!(found, expected);
    }
}
