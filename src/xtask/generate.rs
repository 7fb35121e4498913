//! `cargo xtask gen`: writes the generated files that are committed, or checks that they are fresh. Must not know their content.

use std::fs;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::paths::Paths;
use crate::{element_docs, proc, typings};

/// What to do with the generated files.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Change nothing; fail when a file is not what its command makes
    #[arg(long)]
    check: bool,
}

/// A committed file that is made from others.
struct Generated {
    /// From the work tree's top.
    output: &'static str,
    /// What makes it.
    maker: Maker,
}

/// What makes a file.
enum Maker {
    /// Arguments of `cargo`; what the command prints is the file's content.
    Command(&'static [&'static str]),
    /// A step of this program.
    Step(fn(&Paths) -> Result<String>),
}

/// Every generated file.
const FILES: [Generated; 5] = [
    Generated { output: SCHEMA, maker: Maker::Command(&["run", "--package", CLI, "--", "schema"]) },
    Generated { output: "docs/RULES.md", maker: Maker::Command(&["run", "--package", CLI, "--", "packs", "document"]) },
    Generated {
        output: "www/element/words.js",
        maker: Maker::Command(&["run", "--package", "compose-app", "--bin", "compose-element"]),
    },
    Generated { output: "www/engine/review.d.ts", maker: Maker::Step(review_types) },
    Generated { output: "docs/ELEMENT.md", maker: Maker::Step(element_docs::document) },
];

/// The shape of a review.
const SCHEMA: &str = "docs/review.schema.json";

fn review_types(paths: &Paths) -> Result<String> {
    typings::from_schema(&fs::read_to_string(paths.root.join(SCHEMA)).context("the schema is missing")?, SCHEMA)
}

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
        let arguments = match self.maker {
            Maker::Command(arguments) => arguments,
            Maker::Step(step) => return step(paths).map(String::into_bytes),
        };
        let mut command = Command::new("cargo");
        command.current_dir(&paths.root).args(arguments).stderr(Stdio::inherit());
        println!("$ {}", proc::shown(&command));
        let output = command.output().with_context(|| format!("cannot start the command for {}", self.output))?;
        if !output.status.success() {
            bail!("the command for {} failed ({})", self.output, output.status);
        }
        Ok(output.stdout)
    }
}
