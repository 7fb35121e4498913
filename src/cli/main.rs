//! The command line of Compose Helper: checks drafts, reads notices, lints and explains packs, scores corpora. Prints; decides nothing.
//!
//! Exit codes: 0 all drafts were read and none is stopped; 1 some draft is not critical or misuses the marker (`check --strict`), a
//! pack has complaints, or a rule is unknown; 2 wrong arguments; 3 some input could not be read (the rest went through).

mod check;
mod decode;
mod document;
mod format;
mod input;
mod listing;
mod packs;
mod schema;
mod score;

use clap::{Parser, Subcommand};
use std::io::Write as _;
use std::process::ExitCode;

/// Tells whether a seller's message to a buyer is critical, whether it would be delivered, and why.
#[derive(Debug, Parser)]
#[command(name = "compose-helper", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 done; 1 --strict found a draft that is not critical, a pack has complaints, or a rule is \
                          unknown; 2 wrong arguments; 3 some input could not be read, the rest went through.";

/// What became of the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done, nothing to complain of.
    Fine,
    /// Done, and something is to be complained of.
    Complaints,
    /// Some input could not be read.
    Unread,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Review drafts: JSON Lines, or plain text with a `Subject:` line.
    Check(check::Arguments),
    /// Tell which of the marketplace's notices a text is, and what to do.
    Decode(decode::Arguments),
    /// Look after rule packs.
    #[command(subcommand)]
    Packs(packs::Command),
    /// Measure against labelled drafts.
    #[command(subcommand)]
    Corpus(CorpusCommand),
    /// Print the JSON Schema of a review.
    Schema,
}

#[derive(Debug, Subcommand)]
enum CorpusCommand {
    /// Accuracy on labelled drafts, the costly error first.
    Score(score::Arguments),
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Check(a) => check::run(a),
        Command::Decode(a) => decode::run(a),
        Command::Packs(c) => packs::run(c),
        Command::Corpus(CorpusCommand::Score(a)) => score::run(a),
        Command::Schema => schema::run(),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Complaints) => ExitCode::from(1),
        Ok(Outcome::Unread) => ExitCode::from(3),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("compose-helper: {error:#}");
            ExitCode::from(3)
        }
    }
}

/// Writes a text to standard output.
///
/// # Errors
/// If it cannot be written; `main` forgives a reader that has gone.
pub(crate) fn say(text: &str) -> anyhow::Result<()> {
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(())
}

/// Whether the reader of our output has gone, as `head` does when it has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let broken = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(broken))
}
