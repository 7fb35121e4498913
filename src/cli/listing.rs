//! `packs list`: every rule and policy row as JSON, without patterns and examples, for portals. Prints what packs say and no more.

use crate::{Outcome, packs, say};
use anyhow::Context as _;
use compose_engine::pack::builtin_policy;
use compose_engine::pack::spec::{RuleFile, RuleSpec};
use serde_json::{Map, Value, json};
use std::path::Path;

pub(crate) fn run(dir: &Path) -> anyhow::Result<Outcome> {
    let policy = builtin_policy()?;
    let mut rules = Map::new();
    for (lang, files) in packs::packs(dir)? {
        let mut listed = Vec::new();
        for (name, text) in files {
            let file: RuleFile = toml::from_str(&text).with_context(|| name.clone())?;
            listed.extend(file.rule.iter().map(rule));
        }
        rules.insert(lang, Value::Array(listed));
    }
    let all = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
        "rows": policy.rows,
        "sources": policy.sources,
    });
    say(&format!("{all}\n"))?;
    Ok(Outcome::Fine)
}

fn rule(r: &RuleSpec) -> Value {
    json!({
        "id": r.id,
        "role": r.role,
        "category": r.category,
        "severity": r.severity,
        "policy": r.policy,
        "what": r.what,
        "why": r.why,
        "do": r.action,
    })
}
