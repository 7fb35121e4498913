//! `cargo xtask`: the project's build steps by name. Knows the commands, not how a step does its work.

mod bench;
mod browsers;
mod element_docs;
mod engine_package;
mod generate;
mod npm;
mod offline;
mod page;
mod paths;
mod portal;
mod proc;
mod serve;
mod setup;
mod size;
mod suite;
mod toolchain;
mod train;
mod typings;
mod wasm_module;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use paths::Paths;
use setup::Purpose;

/// Build steps of the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Install what is missing for building and testing; safe to repeat
    Setup,
    /// Build the page, serve it on this machine and rebuild it when a source changes
    Serve(serve::Options),
    /// Run everything a change must pass: format, lint, native tests, wasm builds, browser tests
    Test,
    /// Build the page and print its files' sizes against the budget
    Size(size::Options),
    /// Build the npm package with the `<compose-helper>` element into `target/npm`, and its demos into `target/demo`
    Npm,
    /// Build the npm package and start the demo portal over it
    Portal(portal::Options),
    /// Measure the engine natively and in the browser
    Bench(bench::Options),
    /// Learn the scorer's weights anew from the training drafts
    Train(train::Options),
    /// Write the generated files anew, or check that they are fresh
    Gen(generate::Options),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli.step) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(step: Step) -> Result<()> {
    let paths = Paths::find()?;
    match step {
        Step::Setup => setup::run(&paths, Purpose::Everything).map(drop),
        Step::Serve(options) => serve::run(&paths, &options),
        Step::Test => suite::run(&paths),
        Step::Size(options) => size::run(&paths, options),
        Step::Npm => npm::run(&paths),
        Step::Portal(options) => portal::run(&paths, &options),
        Step::Bench(options) => bench::run(&paths, options),
        Step::Train(options) => train::run(&paths, &options),
        Step::Gen(options) => generate::run(&paths, &options),
    }
}
