//! The reference of rules: each rule with its texts and examples, as a file that pages fetch when a reader wants it. Knows no patterns.

use super::spec::{RuleRole, RuleSpec, Severity};
use serde::{Deserialize, Serialize};

/// A rule as a reader sees it. Fields as in [`RuleSpec`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "fields are those of `RuleSpec`")]
pub struct RuleEntry {
    pub id: String,
    pub role: RuleRole,
    pub category: String,
    pub severity: Severity,
    pub policy: Vec<String>,
    pub what: String,
    pub why: String,
    pub action: String,
    /// Texts that the rule flags, the exact match in `[[…]]`.
    pub flag: Vec<String>,
    /// The same texts after the fix; none where the fix is by hand.
    pub fixed: Vec<String>,
    /// Honest near misses.
    pub pass: Vec<String>,
}

impl From<RuleSpec> for RuleEntry {
    fn from(rule: RuleSpec) -> Self {
        Self {
            id: rule.id,
            role: rule.role,
            category: rule.category,
            severity: rule.severity,
            policy: rule.policy,
            what: rule.what,
            why: rule.why,
            action: rule.action,
            flag: rule.flag,
            fixed: rule.fixed,
            pass: rule.pass,
        }
    }
}

/// The bytes of a file that holds these rules.
///
/// # Errors
/// If they cannot be written, which only a full memory brings about.
pub fn write(rules: &[RuleEntry]) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(rules).map_err(|e| e.to_string())
}

/// The rules of a file that [`write`] made.
///
/// # Errors
/// If the bytes are none, or were written by another version.
pub fn read(bytes: &[u8]) -> Result<Vec<RuleEntry>, String> {
    postcard::from_bytes(bytes).map_err(|e| e.to_string())
}
