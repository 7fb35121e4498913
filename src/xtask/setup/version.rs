//! Reads version numbers from lock files and from what commands print. Must not know where the text came from.

/// The version of a package in the text of a `Cargo.lock`.
pub(super) fn in_cargo_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| line.trim() == name)?;
    lines.next()?.trim().strip_prefix("version = \"")?.strip_suffix('"')
}

/// The version in a line such as `trunk 0.21.14` or `wasm-opt version 132 (version_132)`.
pub(super) fn printed(line: &str) -> Option<&str> {
    line.split_whitespace()
        .map(|word| word.trim_start_matches('v'))
        .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// The first number of a version.
pub(super) fn major(version: &str) -> Option<u64> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn lock_file_version_is_of_the_exact_package() {
        assert_eq!(in_cargo_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(in_cargo_lock(LOCK, "bindgen"), None);
    }

    #[test]
    fn printed_version_is_the_first_word_that_starts_with_a_digit() {
        let cases = [
            ("trunk 0.21.14", Some("0.21.14")),
            ("v20.20.2", Some("20.20.2")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            ("wasm-bindgen 0.2.130 (abc)", Some("0.2.130")),
            ("not a version", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(printed(line), expected, "{line}");
        }
    }

    #[test]
    fn major_is_the_first_number() {
        assert_eq!(major("20.20.2"), Some(20));
        assert_eq!(major("x"), None);
    }
}
