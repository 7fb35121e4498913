//! How reviews are written: for people, as JSON Lines, as one JSON array, as SARIF. Knows no rules.

use crate::input::Item;
use compose_engine::review::Finding;
use compose_engine::{Draft, Engine, Field, Review, Severity, Span};
use serde_json::{Value, json};
use std::io::Write;

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// A few lines for each draft.
    Text,
    /// One review a line.
    Jsonl,
    /// One array of reviews.
    Json,
    /// Static analysis results, version 2.1.0.
    Sarif,
}

/// Writes reviews one after the other.
pub(crate) struct Writer<W: Write> {
    format: Format,
    out: W,
    written: usize,
}

impl<W: Write> Writer<W> {
    pub(crate) fn new(format: Format, out: W) -> Self {
        Self { format, out, written: 0 }
    }

    /// Writes one review.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn review(&mut self, item: &Item, draft: &Draft, review: &Review) -> anyhow::Result<()> {
        match self.format {
            Format::Text => self.text(item, draft, review)?,
            Format::Jsonl => writeln!(self.out, "{}", serde_json::to_string(&line(item, review))?)?,
            Format::Json => {
                let separator = if self.written == 0 { "[\n" } else { ",\n" };
                write!(self.out, "{separator}{}", serde_json::to_string(&line(item, review))?)?;
            }
            Format::Sarif => {
                for finding in &review.findings {
                    let separator = if self.written == 0 { SARIF_HEAD } else { ",\n" };
                    write!(self.out, "{separator}{}", serde_json::to_string(&sarif(item, draft, finding))?)?;
                    self.written += 1;
                }
                return Ok(());
            }
        }
        self.written += 1;
        Ok(())
    }

    /// Writes what closes the output.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn finish(&mut self, engine: &Engine) -> anyhow::Result<()> {
        match self.format {
            Format::Text | Format::Jsonl => {}
            Format::Json => writeln!(self.out, "{}", if self.written == 0 { "[]" } else { "\n]" })?,
            Format::Sarif => {
                let head = if self.written == 0 { SARIF_HEAD } else { "" };
                writeln!(self.out, "{head}\n],\"tool\":{}}}]}}", serde_json::to_string(&driver(engine))?)?;
            }
        }
        self.flush()
    }

    /// Hands everything written so far on.
    ///
    /// # Errors
    /// If the output cannot be written.
    pub(crate) fn flush(&mut self) -> anyhow::Result<()> {
        Ok(self.out.flush()?)
    }

    fn text(&mut self, item: &Item, draft: &Draft, review: &Review) -> anyhow::Result<()> {
        let name = item.id.clone().unwrap_or_else(|| format!("{}:{}", item.file, item.line));
        let categories: Vec<&str> = review.categories.iter().map(|c| c.as_str()).collect();
        writeln!(self.out, "{name}: {} ({}) {}", review.verdict, review.confidence, categories.join(", "))?;
        for e in review.evidence.iter().filter(|e| e.decides) {
            writeln!(
                self.out,
                "  {}: \"{}\" ({})",
                e.role,
                one_line(e.span.of(draft.text(e.field))),
                e.rule.as_deref().unwrap_or("learned")
            )?;
        }
        for f in &review.findings {
            let at = f.place.map_or_else(String::new, |p| format!(" \"{}\"", one_line(p.span.of(draft.text(p.field)))));
            writeln!(self.out, "  {:?} {} [{}]{at}: {} {}", f.severity, f.rule, f.policy.join(", "), f.what, f.action)?;
        }
        for d in &review.deliveries {
            let misuse = if d.misuse { ", misuse of the critical route" } else { "" };
            writeln!(self.out, "  {}: {} ({}{misuse})", d.edition, d.outcome, d.rule)?;
        }
        Ok(())
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A review with the id and place of its draft.
fn line(item: &Item, review: &Review) -> Value {
    json!({ "id": item.id, "file": item.file, "line": item.line, "review": review })
}

const SARIF_HEAD: &str = "{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{\"columnKind\":\"utf16CodeUnits\",\"results\":[\n";

fn sarif(item: &Item, draft: &Draft, f: &Finding) -> Value {
    let level = match f.severity {
        Severity::High => "error",
        Severity::Medium => "warning",
        Severity::Low | Severity::Hint | Severity::Info => "note",
    };
    let words = f.place.map(|p| p.span.of(draft.text(p.field)));
    let field = f.place.map(|p| match p.field {
        Field::Subject => "subject",
        Field::Body => "body",
    });
    let span = f.place.map_or(Span::new(0..0), |p| p.span);
    json!({
        "ruleId": f.rule,
        "level": level,
        "message": { "text": format!("{} {} {}", f.what, f.why, f.action) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": item.file },
            "region": { "startLine": item.line, "snippet": { "text": words.unwrap_or_default() } }
        } }],
        "partialFingerprints": { "finding/v1": format!("{}:{}", item.id.as_deref().unwrap_or(&item.file), f.id) },
        "properties": { "draft": item.id, "field": field, "start": span.start, "end": span.end, "policy": f.policy }
    })
}

fn driver(engine: &Engine) -> Value {
    let rules: Vec<Value> = engine
        .rules()
        .map(|(_, r)| json!({ "id": r.id, "shortDescription": { "text": r.what }, "fullDescription": { "text": r.why }, "help": { "text": r.action } }))
        .collect();
    json!({ "driver": { "name": "compose-helper", "version": env!("CARGO_PKG_VERSION"), "rules": rules } })
}
