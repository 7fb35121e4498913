//! Builds the engine alone as a JavaScript module. Must not know who loads it.

use std::fs;

use anyhow::{Context, Result};

use crate::page;
use crate::paths::Paths;
use crate::toolchain::Toolchain;
use crate::wasm_module::Module;

/// As a cdylib alone it takes the same compiled dependencies as the page; an rlib beside it would forbid that.
const ENGINE: Module = Module {
    package: "compose-wasm",
    target: &["--lib", "--crate-type", "cdylib"],
    file: "compose_wasm",
    name: "compose_wasm",
    optimise: "-O3",
};

/// Builds `compose_wasm.js` and `compose_wasm_bg.wasm` into the engine package's folder.
pub(crate) fn build(paths: &Paths, toolchain: Toolchain) -> Result<()> {
    page::fetch(paths, toolchain)?;
    ENGINE.build(paths, toolchain, &paths.engine_package)?;
    fs::write(paths.engine_package.join("package.json"), "{ \"type\": \"module\" }\n")
        .context("cannot mark the engine package as a module")?;
    page::language_files(paths, &paths.engine_package)
}
