//! Builds the engine alone as a JavaScript module. Must not know who loads it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::page;
use crate::paths::Paths;
use crate::proc;
use crate::toolchain::{Toolchain, WASM_TARGET};

/// The crate, and the name of the module's files.
const CRATE: &str = "compose-wasm";
const MODULE: &str = "compose_wasm";

/// Builds `compose_wasm.js` and `compose_wasm_bg.wasm` into the engine package's folder.
pub(crate) fn build(paths: &Paths, toolchain: Toolchain) -> Result<()> {
    page::fetch(paths, toolchain)?;
    let mut cargo = toolchain.wasm_cargo(paths);
    // As a cdylib alone it takes the same compiled dependencies as the page; an rlib beside it would forbid that.
    cargo.args(["rustc", "--offline", "--package", CRATE, "--lib", "--crate-type", "cdylib"]);
    cargo.args(["--profile", "wasm", "--target", WASM_TARGET]);
    toolchain.prepare_shipping(&mut cargo);
    proc::run(&mut cargo).context("the engine does not build for wasm")?;
    bind(paths)?;
    optimise(paths)?;
    page::language_files(paths, &paths.engine_package)
}

fn bind(paths: &Paths) -> Result<()> {
    let module = paths.wasm_target.join(WASM_TARGET).join("wasm").join(MODULE).with_extension("wasm");
    fs::create_dir_all(&paths.engine_package).context("cannot make the engine package's folder")?;
    let mut command = tool(paths, "wasm-bindgen");
    command.args(["--target", "web", "--out-dir"]).arg(&paths.engine_package).arg(module);
    proc::run(&mut command)?;
    fs::write(paths.engine_package.join("package.json"), "{ \"type\": \"module\" }\n")
        .context("cannot mark the engine package as a module")
}

fn optimise(paths: &Paths) -> Result<()> {
    let module = paths.engine_package.join(format!("{MODULE}_bg.wasm"));
    proc::run(tool(paths, "wasm-opt").arg("-O3").arg(&module).arg("-o").arg(&module))
}

fn tool(paths: &Paths, name: &str) -> Command {
    let search_path = paths.search_path();
    let mut command = Command::new(proc::find(name, &search_path).unwrap_or_else(|| name.into()));
    command.current_dir(&paths.root).env("PATH", search_path);
    command
}
