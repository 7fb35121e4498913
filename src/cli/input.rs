//! Reading drafts: JSON Lines in the corpus form, or plain text with a `Subject:` line. Streams; knows no verdict.

use anyhow::Context as _;
use compose_engine::{Buyer, Channel, Context, Draft, Edition, Program, Thread, UnknownName};
use serde::Deserialize;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::str::FromStr;

/// A draft with where it came from.
#[derive(Debug)]
pub(crate) struct Item {
    /// File name, or `-` for standard input.
    pub(crate) file: String,
    /// Line in the file, from 1.
    pub(crate) line: usize,
    /// Id of the corpus line, if it has one.
    pub(crate) id: Option<String>,
    /// What the line says, or why it could not be read.
    pub(crate) content: Result<(Draft, Context), String>,
}

/// A line of the corpus form. Fields that the labelled corpora add are ignored.
#[derive(Debug, Deserialize)]
struct Line {
    id: Option<String>,
    lang: Option<String>,
    #[serde(default)]
    subject: String,
    body: String,
    #[serde(default)]
    context: LineContext,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct LineContext {
    edition: Option<String>,
    buyer: Option<String>,
    channel: Option<String>,
    contact_reason: Option<String>,
    thread: Option<String>,
    program: Option<String>,
    marketplace: Option<String>,
    lang: Option<String>,
    order_id: Option<String>,
}

/// Defaults that the command line gives to every draft.
#[derive(Debug, Clone)]
pub(crate) struct Defaults {
    pub(crate) edition: Edition,
    /// Language of all drafts; `None` takes the line's own, or finds out.
    pub(crate) lang: Option<String>,
}

/// The lines of one input, `-` for standard input.
///
/// # Errors
/// If the file cannot be opened.
pub(crate) fn open(path: &str) -> anyhow::Result<Box<dyn BufRead + Send>> {
    if path == "-" {
        return Ok(Box::new(BufReader::new(std::io::stdin())));
    }
    let file = File::open(Path::new(path)).with_context(|| format!("{path}: cannot be opened"))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// Whether the first bytes look like JSON Lines.
pub(crate) fn is_json_lines(reader: &mut dyn BufRead) -> std::io::Result<bool> {
    let start = reader.fill_buf()?;
    Ok(start.iter().find(|b| !b.is_ascii_whitespace()) == Some(&b'{'))
}

/// Reads one line of JSON.
pub(crate) fn json_line(bytes: &[u8], defaults: &Defaults) -> (Option<String>, Result<(Draft, Context), String>) {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => return (None, Err(format!("not valid UTF-8 from byte {}", e.valid_up_to() + 1))),
    };
    match serde_json::from_str::<Line>(text) {
        Ok(line) => {
            let id = line.id.clone();
            (id, context(&line, defaults).map(|c| (Draft::new(line.subject, line.body), c)))
        }
        Err(e) => (None, Err(format!("column {}: {e}", e.column()))),
    }
}

/// Reads a whole text; a `Subject:` line at its start is the subject.
pub(crate) fn plain_text(bytes: &[u8], defaults: &Defaults) -> Result<(Draft, Context), String> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let line = bytes.iter().take(e.valid_up_to()).filter(|b| **b == b'\n').count() + 1;
        format!("not valid UTF-8 from byte {} (line {line})", e.valid_up_to() + 1)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let subject = first.get(..8).filter(|head| head.eq_ignore_ascii_case("subject:")).and_then(|_| first.get(8..));
    let draft = match subject {
        Some(subject) => Draft::new(subject.trim(), rest.trim_start_matches(['\r', '\n'])),
        None => Draft::new("", text),
    };
    Ok((draft, Context { edition: defaults.edition, lang: defaults.lang.clone(), ..Context::default() }))
}

fn context(line: &Line, defaults: &Defaults) -> Result<Context, String> {
    let c = &line.context;
    let base = Context::default();
    let lang = defaults.lang.clone().or_else(|| c.lang.clone()).or_else(|| line.lang.clone());
    Ok(Context {
        edition: name::<Edition>(c.edition.as_ref())?.unwrap_or(defaults.edition),
        buyer: name::<Buyer>(c.buyer.as_ref())?.unwrap_or(base.buyer),
        channel: name::<Channel>(c.channel.as_ref())?.unwrap_or(base.channel),
        thread: name::<Thread>(c.thread.as_ref())?,
        program: name::<Program>(c.program.as_ref())?,
        contact_reason: c.contact_reason.clone(),
        marketplace: c.marketplace.clone(),
        order_id: c.order_id.clone(),
        lang,
        ui_lang: None,
    })
}

fn name<T: FromStr<Err = UnknownName>>(given: Option<&String>) -> Result<Option<T>, String> {
    given.map(|n| n.parse()).transpose().map_err(|e: UnknownName| format!("context: {e}"))
}
