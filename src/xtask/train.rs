//! `cargo xtask train`: has the scorer's weights learned. Must not know how they are learned.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::paths::Paths;
use crate::proc;

/// What is passed on.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Options of the trainer, such as `--measure` or `--lang en`; `--help` lists them
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    options: Vec<String>,
}

/// Runs the trainer, optimised, at the top of the work tree.
pub(crate) fn run(paths: &Paths, options: &Options) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(&paths.root).args(["run", "--release", "--quiet", "--package", "compose-train", "--"]);
    proc::run(command.args(&options.options))
}
