//! `decode`: tells which of the marketplace's notices a text is. Prints what the engine says; knows no words of notices.

use crate::{Outcome, input, say};
use anyhow::Context as _;
use compose_engine::pack::policy::PolicyBook;
use compose_engine::{Decoded, Engine, Span};
use std::fmt::Write as _;
use std::io::Read as _;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The notice as text; `-` for standard input.
    #[arg(default_value = "-")]
    file: String,
    /// How the answer is written.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// An output format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// One object; places are bytes of UTF-8.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let mut bytes = Vec::new();
    let name = &arguments.file;
    input::open(name)?.read_to_end(&mut bytes).with_context(|| format!("{name}: cannot be read"))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|e| anyhow::anyhow!("{name}: not valid UTF-8 from byte {}", e.valid_up_to() + 1))?;
    let engine = Engine::builtin()?;
    let decoded = engine.decode(text);
    say(&match arguments.format {
        Format::Text => for_people(&decoded, text, engine.policy()),
        Format::Json => serde_json::to_string(&decoded)? + "\n",
    })?;
    Ok(Outcome::Fine)
}

fn for_people(decoded: &Decoded, text: &str, policy: &PolicyBook) -> String {
    let words = |span: &Span| span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = format!("{}", decoded.kind);
    if let Some(order) = &decoded.order_id {
        let _ = write!(out, ", order {}", order.id);
    }
    out.push('\n');
    for line in [&decoded.means, &decoded.costs].into_iter().filter(|line| !line.is_empty()) {
        let _ = writeln!(out, "  {line}");
    }
    for (i, step) in decoded.steps.iter().enumerate() {
        let _ = writeln!(out, "  {}. {step}", i + 1);
    }
    for span in &decoded.evidence {
        let _ = writeln!(out, "  told by \"{}\"", words(span));
    }
    for cause in &decoded.causes {
        let _ = writeln!(out, "  names \"{}\" ({})", words(&cause.span), cause.row);
    }
    for row in decoded.rows.iter().filter_map(|row| policy.row(row)) {
        let _ = writeln!(out, "  {}: {}", row.id, row.title);
    }
    out
}
