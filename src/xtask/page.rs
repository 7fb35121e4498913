//! Builds the page with Trunk. Must not know who serves, tests or measures it.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::offline;
use crate::paths::Paths;
use crate::proc;
use crate::toolchain::{Toolchain, WASM_TARGET};

/// How a page is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Build {
    /// Quick to build.
    Development,
    /// As it ships: small and fast.
    Release,
}

impl Build {
    /// The folder the page is built into.
    pub(crate) fn folder(self, paths: &Paths) -> &Path {
        match self {
            Self::Development => &paths.dev_dist,
            Self::Release => &paths.dist,
        }
    }
}

/// Builds the page into its folder.
pub(crate) fn build(paths: &Paths, toolchain: Toolchain, build: Build) -> Result<()> {
    fetch(paths, toolchain)?;
    proc::run(&mut trunk(paths, toolchain, build)).context("the page does not build")?;
    language_files(paths, build.folder(paths))?;
    packs_command(paths, "publish", &build.folder(paths).join("rules"))
        .context("the reference of rules was not written")?;
    offline::write(paths, build)
}

/// Writes the languages' files into the folder `packs` under `folder`.
pub(crate) fn language_files(paths: &Paths, folder: &Path) -> Result<()> {
    packs_command(paths, "export", &folder.join("packs")).context("the languages' files were not written")
}

fn packs_command(paths: &Paths, name: &str, out: &Path) -> Result<()> {
    let mut command = Command::new("cargo");
    command.current_dir(&paths.root).args(["run", "--quiet", "--package", "compose-helper", "--", "packs", name]);
    proc::run(command.arg(out))
}

/// Downloads the crates of wasm builds, the standard library's among them, so that the build itself stays offline.
/// Those of other systems are among them: Trunk asks `cargo metadata`, which wants them all. The standard library's for wasm only come
/// when the target is named.
pub(crate) fn fetch(paths: &Paths, toolchain: Toolchain) -> Result<()> {
    proc::run(toolchain.wasm_cargo(paths).args(["fetch", "--quiet"]))?;
    proc::run(toolchain.wasm_cargo(paths).args(["fetch", "--quiet", "--target", WASM_TARGET]))
}

fn trunk(paths: &Paths, toolchain: Toolchain, build: Build) -> Command {
    let mut command = Command::new("trunk");
    toolchain.prepare_wasm(&mut command, paths);
    // Of a failed build the compiler's message counts, not where in Trunk it was met.
    command.env("RUST_BACKTRACE", "0");
    command.args(["build", "--offline", "--skip-version-check", "--dist"]).arg(build.folder(paths));
    if build == Build::Release {
        toolchain.prepare_shipping(&mut command);
        command.args(["--release", "--cargo-profile", "wasm"]);
    }
    command
}
