//! Builds one crate as a JavaScript module: compile, bind, optimise. Must not know which crates there are or who loads them.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::paths::Paths;
use crate::proc;
use crate::toolchain::{Toolchain, WASM_TARGET};

/// What becomes a module.
pub(crate) struct Module {
    /// The crate.
    pub(crate) package: &'static str,
    /// Which of its targets, as cargo's arguments.
    pub(crate) target: &'static [&'static str],
    /// The file that cargo leaves, without its ending.
    pub(crate) file: &'static str,
    /// The name of the module's files.
    pub(crate) name: &'static str,
    /// What it is optimised for, as wasm-opt's argument.
    pub(crate) optimise: &'static str,
}

impl Module {
    /// Builds `NAME.js` and `NAME_bg.wasm` into `folder`.
    pub(crate) fn build(&self, paths: &Paths, toolchain: Toolchain, folder: &Path) -> Result<()> {
        let mut cargo = toolchain.wasm_cargo(paths);
        cargo.args(["rustc", "--offline", "--package", self.package]).args(self.target);
        cargo.args(["--profile", "wasm", "--target", WASM_TARGET]);
        toolchain.prepare_shipping(&mut cargo);
        proc::run(&mut cargo).with_context(|| format!("{} does not build for wasm", self.package))?;
        self.bind(paths, folder)?;
        let module = folder.join(format!("{}_bg.wasm", self.name));
        proc::run(tool(paths, "wasm-opt").arg(self.optimise).arg(&module).arg("-o").arg(&module))
    }

    fn bind(&self, paths: &Paths, folder: &Path) -> Result<()> {
        let module = paths.wasm_target.join(WASM_TARGET).join("wasm").join(self.file).with_extension("wasm");
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", paths.shown(folder)))?;
        let mut command = tool(paths, "wasm-bindgen");
        command.args(["--target", "web", "--out-name", self.name, "--out-dir"]).arg(folder).arg(module);
        proc::run(&mut command)
    }
}

fn tool(paths: &Paths, name: &str) -> Command {
    let search_path = paths.search_path();
    let mut command = Command::new(proc::find(name, &search_path).unwrap_or_else(|| name.into()));
    command.current_dir(&paths.root).env("PATH", search_path);
    command
}
