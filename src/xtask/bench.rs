//! `cargo xtask bench`: runs the measurements. Must not know what they measure.

use std::process::Command;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::page::{self, Build};
use crate::paths::Paths;
use crate::setup::{self, Purpose};
use crate::{engine_package, proc, suite};

/// What to measure.
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Options {
    /// What to measure; all when left out
    place: Option<Place>,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Place {
    /// The engine on this machine
    Native,
    /// The engine in Chromium
    Browser,
    /// The page as a seller feels it, in Chromium
    Ui,
}

/// Builds what is measured and measures it.
pub(crate) fn run(paths: &Paths, options: Options) -> Result<()> {
    match options.place {
        Some(Place::Native) => native(paths),
        Some(Place::Browser) => browser(paths),
        Some(Place::Ui) => ui(paths),
        None => native(paths).and_then(|()| browser(paths)).and_then(|()| ui(paths)),
    }
}

fn native(paths: &Paths) -> Result<()> {
    proc::run(Command::new("cargo").current_dir(&paths.root).args(["bench", "--package", "compose-engine"]))
}

fn browser(paths: &Paths) -> Result<()> {
    let tools = setup::run(paths, Purpose::Everything)?;
    engine_package::build(paths, tools.toolchain)?;
    script(paths, "bench.mjs")
}

fn ui(paths: &Paths) -> Result<()> {
    let tools = setup::run(paths, Purpose::Everything)?;
    page::build(paths, tools.toolchain, Build::Release)?;
    script(paths, "bench-ui.mjs")
}

/// Runs a script of the browser tests' folder.
fn script(paths: &Paths, name: &str) -> Result<()> {
    let mut command = Command::new("node");
    command.current_dir(&paths.root).envs(suite::test_environment(paths)).arg(paths.browser_tests.join(name));
    proc::run(&mut command)
}
