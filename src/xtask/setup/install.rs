//! Carries out the jobs of a plan. Must not decide what is needed.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::BINARYEN_VERSION;
use super::facts::NODE_PACKAGES_MARK;
use super::plan::{Install, Plan};
use crate::paths::Paths;
use crate::proc;
use crate::toolchain::{Toolchain, WASM_TARGET};

/// Installs one thing, with the installer's own output as progress.
pub(super) fn perform(paths: &Paths, plan: &Plan, job: &Install) -> Result<()> {
    match job {
        Install::RustupTarget => rustup_target(),
        Install::Apt(packages) => apt(packages),
        Install::Cargo { package, version } => cargo(paths, plan, package, version),
        Install::Binaryen => binaryen(paths),
        Install::NodePackages => node_packages(&paths.browser_tests),
    }
}

/// Removes what compiling the tools left behind.
pub(super) fn clean_up(paths: &Paths) -> Result<()> {
    let folder = build_folder(paths);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot remove {}", paths.shown(&folder)))?;
    }
    Ok(())
}

/// Adds the target to the active toolchain; nothing happens when it is there.
pub(super) fn rustup_target() -> Result<()> {
    proc::run(Command::new("rustup").args(["target", "add", WASM_TARGET])).context(
        "rustup could not add the wasm target; on Debian, RUSTUP_AUTO_INSTALL=0 makes setup use the system's packages",
    )
}

fn apt(packages: &[&str]) -> Result<()> {
    proc::run(Command::new("apt-get").args(["--quiet", "update"]))?;
    let mut install = Command::new("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    proc::run(install.args(["--quiet", "install", "--yes", "--no-install-recommends"]).args(packages))
        .with_context(|| format!("the system's package sources do not offer all of: {}", packages.join(" ")))
}

fn cargo(paths: &Paths, plan: &Plan, package: &str, version: &str) -> Result<()> {
    let toolchain = plan.toolchain.unwrap_or(Toolchain::Active);
    let mut command = toolchain.native_cargo(paths);
    command
        .env("CARGO_TARGET_DIR", build_folder(paths))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .args(["install", package, "--version", version, "--debug", "--force", "--root"])
        .arg(&paths.tools);
    if package == "trunk" {
        command.args(["--locked", "--no-default-features"]);
    }
    proc::run(&mut command)
}

fn binaryen(paths: &Paths) -> Result<()> {
    fs::create_dir_all(&paths.tools).context("cannot make .tools")?;
    let package = format!("binaryen@{BINARYEN_VERSION}");
    let mut command = Command::new("npm");
    command.current_dir(&paths.tools).args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix", "."]);
    proc::run(command.arg(package))
}

fn node_packages(folder: &Path) -> Result<()> {
    proc::run(Command::new("npm").current_dir(folder).args(["ci", "--no-audit", "--no-fund"]))?;
    fs::copy(folder.join("package-lock.json"), folder.join(NODE_PACKAGES_MARK))
        .context("cannot note which lock file the Node packages were made from")?;
    Ok(())
}

fn build_folder(paths: &Paths) -> std::path::PathBuf {
    paths.tools.join("build")
}
