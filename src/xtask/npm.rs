//! Builds the npm package and its demos: the module with engine and panel, languages, scripts, types, documents. Must not know what they do.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::paths::Paths;
use crate::setup::{self, Purpose};
use crate::toolchain::Toolchain;
use crate::wasm_module::Module;
use crate::{element_docs, page, proc};

/// The panel with the engine linked in, and the engine by itself: one module for a portal's pages and servers.
const MODULE: Module = Module {
    package: "compose-app",
    target: &["--bin", "compose-element"],
    file: "compose-element",
    name: "compose_helper",
    optimise: "-Oz",
};

/// What is copied from `www` as it stands.
const SCRIPTS: [&str; 8] =
    ["index.js", "index.d.ts", "define.js", "define.d.ts", "react.js", "react.d.ts", "engine", "element"];

/// Builds as it ships.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let tools = setup::run(paths, Purpose::Release)?;
    build(paths, tools.toolchain)?;
    print!("{}", fs::read_to_string(paths.npm_package.join("integrity.json"))?);
    Ok(())
}

/// Builds the package and puts it beside the demos.
pub(crate) fn build(paths: &Paths, toolchain: Toolchain) -> Result<()> {
    page::fetch(paths, toolchain)?;
    let package = &paths.npm_package;
    if package.exists() {
        fs::remove_dir_all(package).context("cannot empty the package's folder")?;
    }
    MODULE.build(paths, toolchain, &package.join("wasm"))?;
    for name in ["compose_helper.d.ts", "compose_helper_bg.wasm.d.ts"] {
        fs::remove_file(package.join("wasm").join(name)).with_context(|| format!("cannot remove {name}"))?;
    }
    page::language_files(paths, package)?;
    scripts(paths)?;
    documents(paths)?;
    integrity(paths)?;
    demos(paths)
}

/// Copies scripts and types, and turns the style sheet into a script.
fn scripts(paths: &Paths) -> Result<()> {
    let (from, to) = (paths.root.join("www"), &paths.npm_package);
    for name in SCRIPTS {
        copy(&from.join(name), &to.join(name))?;
    }
    let css = fs::read_to_string(from.join("element/panel.css")).context("cannot read panel.css")?;
    let script = format!(
        "// Made from panel.css: a strict content security policy lets scripts adopt sheets, and no other file is fetched.\n\nexport const css = {};\n",
        Value::String(css)
    );
    fs::remove_file(to.join("element/panel.css")).context("cannot take panel.css out")?;
    fs::write(to.join("element/sheet.js"), script).context("cannot write sheet.js")
}

/// Everything that is read and not run.
fn documents(paths: &Paths) -> Result<()> {
    let to = &paths.npm_package;
    let manifest = fs::read_to_string(paths.root.join("www/package.json")).context("cannot read www/package.json")?;
    // The version stands in Cargo.toml and nowhere else. As text: the order of conditions in it has a meaning.
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fs::write(to.join("package.json"), manifest.replace("\"version\": \"0.0.0\"", &version))?;
    fs::write(to.join("custom-elements.json"), element_docs::manifest(paths)?)?;
    fs::write(to.join("rules.json"), command_line(paths, &["packs", "list"])?)?;
    copy(&paths.root.join("www/README.md"), &to.join("README.md"))?;
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(&paths.root.join(name), &to.join(name))?;
    }
    Ok(())
}

/// What a command of the command line prints.
fn command_line(paths: &Paths, arguments: &[&str]) -> Result<Vec<u8>> {
    let mut command = Command::new("cargo");
    command.current_dir(&paths.root).args(["run", "--quiet", "--package", "compose-helper", "--"]).args(arguments);
    let output = command.output().context("cannot start the command line")?;
    if !output.status.success() {
        bail!("`{}` failed: {}", proc::shown(&command), String::from_utf8_lossy(&output.stderr));
    }
    Ok(output.stdout)
}

/// Sums of every file that a page loads, for those who host the package themselves.
fn integrity(paths: &Paths) -> Result<()> {
    let script = paths.root.join("www/integrity.mjs");
    proc::run(Command::new("node").arg(script).arg(&paths.npm_package))
}

/// The demos with the package beside them, as a portal would host both.
fn demos(paths: &Paths) -> Result<()> {
    if paths.demo.exists() {
        fs::remove_dir_all(&paths.demo).context("cannot empty the demos' folder")?;
    }
    copy(&paths.root.join("www/demo"), &paths.demo)?;
    copy(&paths.npm_package, &paths.demo.join("compose-helper"))
}

/// Copies a file, or a folder with all it holds.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let told = || format!("cannot copy {}", from.display());
    if !from.is_dir() {
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).with_context(told)?;
        }
        return fs::copy(from, to).map(drop).with_context(told);
    }
    fs::create_dir_all(to).with_context(told)?;
    for entry in fs::read_dir(from).with_context(told)? {
        let entry = entry.with_context(told)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
