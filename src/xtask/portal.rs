//! `cargo xtask portal`: builds the package and starts the demo portal over it. Must not know what the portal does.

use std::process::Command;

use anyhow::Result;
use clap::Args;

use crate::paths::Paths;
use crate::setup::{self, Purpose};
use crate::{npm, proc};

/// How the portal runs.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Port on this machine
    #[arg(long, default_value_t = 8090)]
    port: u16,
}

/// Builds, then serves until it is stopped. What was sent is kept in `target/portal.jsonl`.
pub(crate) fn run(paths: &Paths, options: &Options) -> Result<()> {
    let tools = setup::run(paths, Purpose::Release)?;
    npm::build(paths, tools.toolchain)?;
    let mut node = Command::new("node");
    node.arg(paths.demo.join("portal/server.mjs")).args(["--port", &options.port.to_string(), "--journal"]);
    proc::run(node.arg(paths.target.join("portal.jsonl")))
}
