//! `check`: reviews drafts one after the other, in order, on all cores, in constant memory.

use crate::Outcome;
use crate::format::{self, Format};
use crate::input::{self, Defaults, Item};
use anyhow::Context as _;
use compose_engine::{Edition, Engine, Review, Verdict};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use std::io::{BufRead, IsTerminal, Read, Write};

/// Lines that are reviewed at once: enough for all cores, little enough to stay small.
const BATCH: usize = 256;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files with drafts, `-` for standard input: JSON Lines in the corpus form, or plain text with a `Subject:` line.
    #[arg(default_value = "-")]
    files: Vec<String>,
    /// How reviews are written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The edition that leads where a line names none.
    #[arg(long, default_value = Edition::Optout2017.as_str())]
    edition: Edition,
    /// Language of the drafts; `auto` takes each line's own, or finds out.
    #[arg(long, default_value = "auto")]
    lang: String,
    /// Exit with 1 if any draft is non-critical or mixed, or misuses the marker.
    #[arg(long)]
    strict: bool,
}

/// What came of all drafts so far.
#[derive(Debug, Default)]
struct Seen {
    unread: usize,
    stopped: usize,
}

pub(crate) fn run(arguments: &Arguments) -> anyhow::Result<Outcome> {
    let engine = Engine::builtin()?;
    let lang = (arguments.lang != "auto").then(|| arguments.lang.clone());
    if let Some(unknown) =
        lang.as_deref().filter(|l| !engine.languages().any(|known| l.split(['-', '_']).next() == Some(known)))
    {
        let known: Vec<&str> = engine.languages().collect();
        anyhow::bail!("no pack for language `{unknown}`; there are {}", known.join(", "));
    }
    let defaults = Defaults { edition: arguments.edition, lang };
    let mut out = format::Writer::new(arguments.format, std::io::BufWriter::new(std::io::stdout().lock()));
    let progress = progress();
    let mut seen = Seen::default();
    for file in &arguments.files {
        check_file(&engine, file, &defaults, &mut out, &mut seen, &progress)?;
    }
    out.finish(&engine)?;
    progress.finish_and_clear();
    Ok(match (seen.unread, seen.stopped) {
        (1.., _) => Outcome::Unread,
        (0, 1..) if arguments.strict => Outcome::Complaints,
        (0, _) => Outcome::Fine,
    })
}

/// A bar on a terminal that is not also the one the reviews go to; nothing elsewhere.
fn progress() -> ProgressBar {
    if !std::io::stderr().is_terminal() || std::io::stdout().is_terminal() {
        return ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} drafts, {per_sec}") {
        bar.set_style(style);
    }
    bar
}

fn check_file<W: Write>(
    engine: &Engine,
    file: &str,
    defaults: &Defaults,
    out: &mut format::Writer<W>,
    seen: &mut Seen,
    progress: &ProgressBar,
) -> anyhow::Result<()> {
    let mut reader = match input::open(file) {
        Ok(reader) => reader,
        Err(error) => {
            eprintln!("compose-helper: {error:#}");
            seen.unread += 1;
            return Ok(());
        }
    };
    if !input::is_json_lines(&mut *reader).with_context(|| format!("{file}: cannot be read"))? {
        let mut bytes = Vec::new();
        reader.read_to_end(&mut bytes).with_context(|| format!("{file}: cannot be read"))?;
        let item = Item { file: file.to_owned(), line: 1, id: None, content: input::plain_text(&bytes, defaults) };
        return write_all(engine, vec![item], out, seen, progress);
    }
    let mut line = 0;
    loop {
        let batch = read_batch(&mut *reader, file, &mut line)?;
        if batch.is_empty() {
            return Ok(());
        }
        let items = batch
            .into_par_iter()
            .map(|(line, bytes)| {
                let (id, content) = input::json_line(&bytes, defaults);
                Item { file: file.to_owned(), line, id, content }
            })
            .collect();
        write_all(engine, items, out, seen, progress)?;
    }
}

/// The next lines that are not blank, with their numbers.
fn read_batch(reader: &mut dyn BufRead, file: &str, line: &mut usize) -> anyhow::Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::with_capacity(BATCH);
    while batch.len() < BATCH {
        let mut bytes = Vec::new();
        if reader.read_until(b'\n', &mut bytes).with_context(|| format!("{file}: cannot be read behind line {line}"))?
            == 0
        {
            break;
        }
        *line += 1;
        if bytes.iter().any(|b| !b.is_ascii_whitespace()) {
            batch.push((*line, bytes));
        }
    }
    Ok(batch)
}

fn write_all<W: Write>(
    engine: &Engine,
    items: Vec<Item>,
    out: &mut format::Writer<W>,
    seen: &mut Seen,
    progress: &ProgressBar,
) -> anyhow::Result<()> {
    let reviewed: Vec<(Item, Option<Review>)> = items
        .into_par_iter()
        .map(|item| {
            let review = item.content.as_ref().ok().map(|(draft, context)| engine.review(draft, context));
            (item, review)
        })
        .collect();
    for (item, review) in &reviewed {
        progress.inc(1);
        match (&item.content, review) {
            (Ok((draft, _)), Some(review)) => {
                let misused = review.deliveries.first().is_some_and(|d| d.misuse);
                seen.stopped += usize::from(misused || matches!(review.verdict, Verdict::NonCritical | Verdict::Mixed));
                out.review(item, draft, review)?;
            }
            (Err(error), _) => {
                seen.unread += 1;
                out.flush()?;
                eprintln!("{}:{}: {error}", item.file, item.line);
            }
            (Ok(_), None) => {}
        }
    }
    Ok(())
}
