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
    /// Where to measure; both when left out
    place: Option<Place>,
}

/// Where the engine runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Place {
    /// On this machine, with Criterion
    Native,
    /// In Chromium, in the page as it ships
    Browser,
}

/// Builds what is measured and measures it.
pub(crate) fn run(paths: &Paths, options: Options) -> Result<()> {
    match options.place {
        Some(Place::Native) => native(paths),
        Some(Place::Browser) => browser(paths),
        None => native(paths).and_then(|()| browser(paths)),
    }
}

fn native(paths: &Paths) -> Result<()> {
    proc::run(Command::new("cargo").current_dir(&paths.root).args(["bench", "--package", "compose-engine"]))
}

fn browser(paths: &Paths) -> Result<()> {
    let script = paths.browser_tests.join("bench.mjs");
    if !script.is_file() {
        println!("skipped: {} does not exist", paths.shown(&script));
        return Ok(());
    }
    let tools = setup::run(paths, Purpose::Everything)?;
    page::build(paths, tools.toolchain, Build::Release)?;
    engine_package::build(paths, tools.toolchain)?;
    let mut command = Command::new("node");
    proc::run(command.current_dir(&paths.root).envs(suite::test_environment(paths)).arg(script))
}
