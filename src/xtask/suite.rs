//! `cargo xtask test`: everything a change must pass, step by step, with a summary. Must not know how a page or a tool is made.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::browsers::Browser;
use crate::page::{self, Build};
use crate::paths::Paths;
use crate::setup::{self, Purpose, Tools};
use crate::{engine_package, generate, npm, proc, size};

struct Step {
    name: &'static str,
    run: fn(&Paths, &Tools) -> Result<Ending>,
}

/// How a step ended that did not fail.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Ending {
    Passed,
    Skipped(&'static str),
}

/// Cheap steps first, so that a slip is reported early.
const STEPS: [Step; 10] = [
    Step { name: "format", run: |_, _| cargo(&["fmt", "--all", "--check"]) },
    Step { name: "lint", run: |_, _| lint() },
    Step { name: "native tests", run: |_, _| cargo(&["test", "--workspace"]) },
    Step { name: "generated files", run: |paths, _| generate::check(paths).map(|()| Ending::Passed) },
    Step { name: "licences", run: |paths, _| licences(paths) },
    Step { name: "npm package", run: |paths, tools| npm::build(paths, tools.toolchain).map(|()| Ending::Passed) },
    Step { name: "engine for wasm", run: engine },
    Step {
        name: "page",
        run: |paths, tools| page::build(paths, tools.toolchain, Build::Release).map(|()| Ending::Passed),
    },
    // `cargo xtask size` fails over budget; here the table is shown and the page is tested all the same.
    Step { name: "size", run: |paths, _| Ok(size_shown(paths)) },
    Step { name: "browser tests", run: |paths, _| node_tests(paths, &paths.browser_tests) },
];

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fate {
    Ended(Ending, Duration),
    Failed(Duration),
    NotRun,
}

/// Runs the steps until one fails; prints what became of each.
pub(crate) fn run(paths: &Paths) -> Result<()> {
    let started = Instant::now();
    let tools = setup::run(paths, Purpose::Everything).context("setup failed; no test was run")?;
    let mut lines = vec![line("setup", &Fate::Ended(Ending::Passed, started.elapsed()))];
    let mut failure = None;
    for step in &STEPS {
        let fate = if failure.is_some() { Fate::NotRun } else { carry_out(step, paths, &tools, &mut failure) };
        lines.push(line(step.name, &fate));
    }
    println!("\n{}", lines.concat());
    println!("  in all {:.0} s", started.elapsed().as_secs_f32());
    match failure {
        None => Ok(()),
        Some((name, error)) => Err(error.context(format!("step `{name}` failed"))),
    }
}

fn carry_out(step: &Step, paths: &Paths, tools: &Tools, failure: &mut Option<(&'static str, anyhow::Error)>) -> Fate {
    println!("\n== {} ==", step.name);
    let started = Instant::now();
    match (step.run)(paths, tools) {
        Ok(ending) => Fate::Ended(ending, started.elapsed()),
        Err(error) => {
            *failure = Some((step.name, error));
            Fate::Failed(started.elapsed())
        }
    }
}

fn line(name: &str, fate: &Fate) -> String {
    let (time, word) = match fate {
        Fate::Ended(Ending::Passed, time) => (Some(time), "passed".to_owned()),
        Fate::Ended(Ending::Skipped(why), _) => (None, format!("skipped: {why}")),
        Fate::Failed(time) => (Some(time), "FAILED".to_owned()),
        Fate::NotRun => (None, "not run".to_owned()),
    };
    let time = time.map(|time| format!("{:.1} s", time.as_secs_f32())).unwrap_or_default();
    format!("  {name:<18} {time:>8}  {word}\n")
}

fn cargo(arguments: &[&str]) -> Result<Ending> {
    proc::run(Command::new("cargo").args(arguments)).map(|()| Ending::Passed)
}

fn lint() -> Result<Ending> {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"])
}

fn size_shown(paths: &Paths) -> Ending {
    size::report(paths).map_or(Ending::Skipped("over the budget, see the table"), |()| Ending::Passed)
}

fn licences(paths: &Paths) -> Result<Ending> {
    if proc::find("cargo-deny", &paths.search_path()).is_none() {
        return Ok(Ending::Skipped("cargo-deny is not installed"));
    }
    cargo(&["deny", "--offline", "check", "licenses", "bans", "sources"])
}

fn engine(paths: &Paths, tools: &Tools) -> Result<Ending> {
    engine_package::build(paths, tools.toolchain)?;
    node_tests(paths, &paths.root.join("tests/node"))
}

/// Runs a folder's `*.test.mjs` files with Node's own runner, which prints its count at the end.
fn node_tests(paths: &Paths, folder: &Path) -> Result<Ending> {
    let files = test_files(folder)?;
    if files.is_empty() {
        bail!("{} holds no test", paths.shown(folder));
    }
    let mut command = Command::new("node");
    command.current_dir(&paths.root).envs(test_environment(paths)).args(["--test", "--test-concurrency=2"]).args(files);
    proc::run(&mut command).map(|()| Ending::Passed)
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<_> = paths.filter(|path| path.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    Ok(files)
}

/// Where Node tests and benches find what was built, and the browsers.
pub(crate) fn test_environment(paths: &Paths) -> Vec<(&'static str, OsString)> {
    let search_path = paths.search_path();
    let mut variables: Vec<(&'static str, OsString)> = [Browser::Chromium, Browser::Firefox]
        .into_iter()
        .filter_map(|browser| Some((browser.variable(), browser.find(&search_path)?.into())))
        .collect();
    variables.push(("COMPOSE_DIST", paths.dist.clone().into()));
    variables.push(("COMPOSE_ENGINE", paths.engine_package.clone().into()));
    variables.push(("COMPOSE_NPM", paths.npm_package.clone().into()));
    variables.push(("COMPOSE_DEMO", paths.demo.clone().into()));
    variables.push(("COMPOSE_OUT", paths.target.clone().into()));
    variables
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_says_what_became_of_each_step() {
        let second = Duration::from_millis(1500);
        let cases = [
            (Fate::Ended(Ending::Passed, second), "  lint                  1.5 s  passed\n"),
            (Fate::Ended(Ending::Skipped("no tool"), second), "  lint                         skipped: no tool\n"),
            (Fate::Failed(second), "  lint                  1.5 s  FAILED\n"),
            (Fate::NotRun, "  lint                         not run\n"),
        ];
        for (fate, expected) in cases {
            assert_eq!(line("lint", &fate), expected);
        }
    }
}
