//! `cargo xtask serve`: the page on this machine, rebuilt when a source changes. Must not know HTTP or how the page is built.

mod content;
mod http;
mod watch;

use std::net::TcpListener;
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use crate::page::{self, Build};
use crate::paths::Paths;
use crate::setup::{self, Purpose};
use content::Site;

/// The port tried first when none is given.
const USUAL_PORT: u16 = 8080;

/// How to serve.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Port on this machine [default: 8080, or any free one when that is taken]
    #[arg(long)]
    port: Option<u16>,
    /// Serve the page as it ships: slower to build, smaller and faster
    #[arg(long)]
    release: bool,
}

/// Builds and serves until stopped.
pub(crate) fn run(paths: &Paths, options: &Options) -> Result<()> {
    let (build, purpose) =
        if options.release { (Build::Release, Purpose::Release) } else { (Build::Development, Purpose::Page) };
    let listener = listen(options.port)?;
    let tools = setup::run(paths, purpose)?;
    let started = Instant::now();
    let inputs = watch::State::now(paths);
    page::build(paths, tools.toolchain, build)?;
    println!("built in {:.1} s", started.elapsed().as_secs_f32());

    println!("\n  The page is at http://{}/\n", listener.local_addr()?);
    println!("A changed source rebuilds it; reload to see the change. Ctrl+C ends.");
    let site = Arc::new(Site::new(build.folder(paths)));
    std::thread::spawn(move || http::serve(&listener, &site));
    watch::each_change(paths, inputs, || page::build(paths, tools.toolchain, build))
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port: u16| TcpListener::bind(("127.0.0.1", port));
    match port {
        Some(port) => bind(port).with_context(|| format!("port {port} is taken; name another with --port")),
        None => bind(USUAL_PORT).or_else(|_| bind(0)).context("no free port on this machine"),
    }
}
