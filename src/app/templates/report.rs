//! The shown rows as one page of HTML that needs nothing else: no script, no file. Must not know how it is saved.

use super::export::{buyer, place, trouble, words};
use super::library::Library;
use super::list::{self, Column, VERDICTS};
use crate::text::templates as text;
use crate::text::{fill, texts};

/// Looks of the report, light and dark, on screen and paper.
const STYLE: &str = "\
:root{color-scheme:light dark}body{max-width:72rem;margin:2rem auto;padding:0 1rem;font:15px/1.5 system-ui,sans-serif}\
table{width:100%;border-collapse:collapse;margin:1rem 0}th,td{padding:.4rem;border-bottom:1px solid #8886;text-align:start;vertical-align:top}\
td{overflow-wrap:anywhere}.n{text-align:end}svg{width:100%;height:2.5rem}\
text{fill:#fff;text-anchor:middle;dominant-baseline:central}.c0{fill:#0a6657}.c1{fill:#57479a}.c2{fill:#875000}.c3{fill:#535d68}li{overflow-wrap:anywhere}";

/// The page. Every text is escaped.
pub(crate) fn html(library: &Library, shown: &[usize]) -> String {
    let (t, all) = (text::texts(), texts());
    let context = &library.context;
    let lead = fill(
        t.report_lead,
        &[
            &shown.len().to_string(),
            (all.channel_of)(context.channel),
            (all.buyer_of)(context.buyer),
            (all.edition_of)(context.edition),
        ],
    );
    let mut out = String::from("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    out.push_str(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
    );
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n");
    element(&mut out, "title", t.report_title);
    element(&mut out, "h1", t.report_title);
    element(&mut out, "p", &lead);
    chart(&mut out, library, shown);
    rows(&mut out, library, shown);
    troubles(&mut out, library);
    element(&mut out, "p", all.footer);
    out.push_str("</html>\n");
    out
}

fn chart(out: &mut String, library: &Library, shown: &[usize]) {
    let (t, all) = (text::texts(), texts());
    let rows: Vec<_> = shown.iter().filter_map(|n| library.rows.get(*n)).collect();
    let counts = VERDICTS.map(|v| rows.iter().filter(|r| r.checked.as_ref().is_some_and(|c| c.verdict == v)).count());
    element(out, "h2", t.summary);
    put(out, "<svg aria-hidden=\"true\">");
    for (i, ((start, length), count)) in list::bar(&counts).into_iter().zip(counts).enumerate() {
        let [x, width, middle] = [start, length, start + length / 2].map(list::percent);
        put(out, &format!("<rect class=\"c{i}\" x=\"{x}\" width=\"{width}\" height=\"100%\"/>"));
        if length >= list::ROOM {
            put(out, &format!("<text x=\"{middle}\" y=\"50%\">{count}</text>"));
        }
    }
    out.push_str("</svg>\n<table>\n<tr>");
    for head in [(t.column_of)(Column::Verdict), t.number] {
        element(out, "th", head);
    }
    out.push_str("</tr>\n");
    for (i, (verdict, count)) in VERDICTS.into_iter().zip(counts).enumerate() {
        put(
            out,
            &format!(
                "<tr><td><svg viewBox=\"0 0 9 9\" style=\"width:.7em;height:.7em\" aria-hidden=\"true\"><rect class=\"c{i}\" width=\"9\" height=\"9\"/></svg> "
            ),
        );
        escape(out, (all.verdict_of)(verdict).word);
        put(out, &format!("</td><td>{count}</td></tr>\n"));
    }
    out.push_str("</table>\n");
}

fn rows(out: &mut String, library: &Library, shown: &[usize]) {
    let t = text::texts();
    let column = t.column_of;
    element(out, "h2", t.table);
    out.push_str("<table>\n<tr>");
    let heads = [Column::Name, Column::Language, Column::Verdict].map(column);
    for head in heads.into_iter().chain([buyer(library), column(Column::Findings), column(Column::First), t.file]) {
        element(out, "th", head);
    }
    out.push_str("</tr>\n");
    for row in shown.iter().filter_map(|number| library.rows.get(*number)) {
        let source = &row.template.source;
        let [lang, verdict, outcome, first] = row.checked.as_ref().map(words).unwrap_or_default();
        let verdict = if row.checked.is_none() { t.unchecked } else { verdict };
        let findings = row.checked.as_ref().map_or_else(String::new, |c| c.findings.iter().sum::<usize>().to_string());
        let file = format!("{} {}", source.file, place(source.place));
        out.push_str("<tr>");
        for cell in [&*row.template.name, lang, verdict, outcome, &findings, first, file.trim_end()] {
            element(out, "td", cell);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</table>\n");
}

fn troubles(out: &mut String, library: &Library) {
    let t = text::texts();
    let number = library.troubles.len() + library.more_troubles;
    if number == 0 {
        return;
    }
    element(out, "h2", &crate::text::count(number, t.troubles.0, t.troubles.1));
    out.push_str("<ul>\n");
    for one in &library.troubles {
        element(out, "li", &trouble(one));
    }
    out.push_str("</ul>\n");
}

/// What is written as it stands.
fn put(out: &mut String, html: &str) {
    out.push_str(html);
}

fn element(out: &mut String, tag: &str, words: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
    escape(out, words);
    out.push_str("</");
    out.push_str(tag);
    out.push_str(">\n");
}

fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
}
