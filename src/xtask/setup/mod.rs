//! `cargo xtask setup`: brings a bare machine to where it can build and test. Must not know what is built with the tools.

mod facts;
mod install;
mod plan;
mod table;
mod version;
mod wasm_target;

use std::env;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::paths::Paths;
use crate::proc;
use crate::toolchain::Toolchain;
use facts::Facts;
use plan::{Install, Plan, Remedy};
use wasm_target::{Debian, Rustup};

/// Trunk builds the page.
const TRUNK_VERSION: &str = "0.21.14";
/// Binaryen, from npm, brings `wasm-opt`.
const BINARYEN_VERSION: &str = "132.0.0";
/// The first Node.js whose test runner the tests can use.
const OLDEST_NODE: u64 = 20;

/// What the tools are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Building the page while one works on it.
    Page,
    /// Building everything as it ships.
    Release,
    /// Building and testing everything.
    Everything,
}

/// The tools, all there.
#[derive(Debug)]
pub(crate) struct Tools {
    /// The compiler for wasm builds.
    pub(crate) toolchain: Toolchain,
}

/// Installs what is missing for the purpose. Prints the plan first; when something can't be installed from
/// here, installs the rest and fails with the commands a person has to run.
pub(crate) fn run(paths: &Paths, purpose: Purpose) -> Result<Tools> {
    let mut facts = Facts::gather(paths)?;
    let mut plan = Plan::new(&facts, purpose);
    if plan.is_done() {
        if purpose == Purpose::Everything {
            print!("{}", table::of_plan(&plan));
        }
        println!("setup: nothing to install");
    } else {
        print!("{}", table::of_plan(&plan));
        if plan.jobs().contains(&Install::RustupTarget) && facts.wasm.debian == Debian::Missing {
            plan = add_target_or_replan(&mut facts, plan, purpose);
        }
        install_all(paths, &plan)?;
    }
    report_left_over(&plan)?;
    let Some(toolchain) = plan.toolchain else { bail!("no compiler for wasm was found") };
    Ok(Tools { toolchain })
}

/// On Debian a target that rustup cannot add is no end: the system's packages are the next way.
fn add_target_or_replan(facts: &mut Facts, plan: Plan, purpose: Purpose) -> Plan {
    let Err(error) = install::rustup_target() else { return plan };
    println!("{error:#}\nrustup could not add the wasm target; the system's packages are used instead");
    facts.wasm.rustup = Rustup::MustNotInstall;
    let plan = Plan::new(facts, purpose);
    print!("{}", table::of_plan(&plan));
    plan
}

fn install_all(paths: &Paths, plan: &Plan) -> Result<()> {
    let jobs = plan.jobs();
    for (index, job) in jobs.iter().enumerate() {
        println!("\n[{}/{}] {job}", index + 1, jobs.len());
        let started = Instant::now();
        install::perform(paths, plan, job)?;
        println!("[{}/{}] {job}: done in {:.0} s", index + 1, jobs.len(), started.elapsed().as_secs_f32());
    }
    install::clean_up(paths)
}

fn report_left_over(plan: &Plan) -> Result<()> {
    let mut count = 0;
    for row in &plan.rows {
        if let Remedy::ByHand { reason, command } = &row.remedy {
            if count == 0 {
                println!("\nWhat could not be installed from here; run, then repeat the step:");
            }
            count += 1;
            println!("\n  # {}: {reason}\n  {command}", row.thing.name());
        }
    }
    if count > 0 {
        bail!("setup is not complete: {count} thing(s) must be installed by hand (commands above)");
    }
    Ok(())
}

/// Whether the caller is the system's administrator.
fn is_root() -> bool {
    env::consts::FAMILY == "unix" && proc::read(std::process::Command::new("id").arg("-u")).as_deref() == Some("0")
}
