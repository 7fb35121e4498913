//! `cargo xtask gen`: writes the generated files that are committed, or checks that they are fresh. Must not know their content.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::paths::Paths;
use crate::proc;

/// What to do with the generated files.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Change nothing; fail when a file is not what its command makes
    #[arg(long)]
    check: bool,
}

/// A committed file that a command makes.
struct Generated {
    /// From the work tree's top.
    output: &'static str,
    /// Arguments of `cargo`; what the command prints is the file's content.
    command: &'static [&'static str],
}

/// Every generated file.
const FILES: [Generated; 2] = [
    Generated { output: "docs/review.schema.json", command: &["run", "--package", CLI, "--", "schema"] },
    Generated { output: "docs/RULES.md", command: &["run", "--package", CLI, "--", "packs", "document"] },
];

/// The command line, which knows the shapes and the rules.
const CLI: &str = "compose-helper";

/// Writes or checks all files.
pub(crate) fn run(paths: &Paths, options: &Options) -> Result<()> {
    if options.check {
        return check(paths);
    }
    for file in &FILES {
        fs::write(paths.root.join(file.output), file.make(paths)?)
            .with_context(|| format!("cannot write {}", file.output))?;
        println!("wrote {}", file.output);
    }
    println!("{} generated file(s)", FILES.len());
    Ok(())
}

/// Fails when a file is not what its command makes, naming all such files.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    let mut stale = Vec::new();
    for file in &FILES {
        let fresh = file.make(paths)?;
        if fs::read(paths.root.join(file.output)).ok() != Some(fresh) {
            stale.push(file.output);
        }
    }
    if !stale.is_empty() {
        bail!("not fresh: {}; run `cargo xtask gen` and commit the result", stale.join(", "));
    }
    println!("{} generated file(s), all fresh", FILES.len());
    Ok(())
}

impl Generated {
    fn make(&self, paths: &Paths) -> Result<Vec<u8>> {
        let mut command = Command::new("cargo");
        command.current_dir(&paths.root).args(self.command).stderr(Stdio::inherit());
        println!("$ {}", proc::shown(&command));
        let output = command.output().with_context(|| format!("cannot start the command for {}", self.output))?;
        if !output.status.success() {
            bail!("the command for {} failed ({})", self.output, output.status);
        }
        Ok(output.stdout)
    }
}
