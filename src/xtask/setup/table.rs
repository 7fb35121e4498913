//! The plan as a table for a person. Must not decide anything.

use super::plan::{Install, Plan, Remedy};

/// The plan as lines of text, with what is installed where and about how long it takes.
pub(super) fn of_plan(plan: &Plan) -> String {
    let mut lines = vec![line("needed", "state", "what is done", "where", "about")];
    for row in &plan.rows {
        let name = row.thing.name();
        lines.push(match &row.remedy {
            Remedy::Present(found) => line(name, "there", found, "", ""),
            Remedy::Install(job) => line(name, "missing", &job.to_string(), place(job), duration(job)),
            Remedy::ByHand { reason, .. } => line(name, "missing", &format!("by hand: {reason}"), "", ""),
        });
    }
    lines.concat()
}

fn line(name: &str, state: &str, action: &str, place: &str, duration: &str) -> String {
    let text = format!("  {name:<14} {state:<8} {action:<58} {place:<27} {duration}");
    text.trim_end().to_owned() + "\n"
}

fn place(job: &Install) -> &'static str {
    match job {
        Install::RustupTarget => "the active toolchain",
        Install::Apt(_) => "the system",
        Install::Cargo { .. } => ".tools/bin",
        Install::Binaryen => ".tools/node_modules",
        Install::NodePackages => "tests/browser/node_modules",
    }
}

/// Measured on two cores.
fn duration(job: &Install) -> &'static str {
    match job {
        Install::RustupTarget => "20 s",
        Install::Apt(_) => "1 min",
        Install::Cargo { package: "trunk", .. } => "6 min",
        Install::Cargo { .. } => "3 min",
        Install::Binaryen | Install::NodePackages => "10 s",
    }
}
