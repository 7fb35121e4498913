//! From a request's path to a file of the page, its type and its policy. Must not know sockets.

use std::fs;
use std::path::{Path, PathBuf};

/// The folder that is served.
#[derive(Debug, Clone)]
pub(super) struct Site {
    folder: PathBuf,
}

/// A file as it is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) media_type: &'static str,
    pub(super) bytes: Vec<u8>,
}

impl Site {
    /// Serves the files under `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    /// The file at a request's path; nothing for files that do not exist or lie outside the folder.
    pub(super) fn content(&self, target: &str) -> Option<Content> {
        let path = self.folder.join(relative(target)?);
        let path = if path.is_dir() { path.join("index.html") } else { path };
        Some(Content { media_type: media_type(&path), bytes: fs::read(path).ok()? })
    }

    /// The content security policy that `index.html` states for itself, to be sent as a header too.
    pub(super) fn policy(&self) -> Option<String> {
        policy_in(&fs::read_to_string(self.folder.join("index.html")).ok()?).map(str::to_owned)
    }
}

fn relative(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let escapes = |part: &str| part == ".." || part.contains(['\\', '%', ':', '\0']);
    if path.split('/').any(escapes) {
        return None;
    }
    Some(path.split('/').filter(|part| !part.is_empty() && *part != ".").collect())
}

fn policy_in(html: &str) -> Option<&str> {
    let (_, after) = html.split_once("http-equiv=\"Content-Security-Policy\"")?;
    let (_, after) = after.split_once("content=\"")?;
    after.split_once('"').map(|(policy, _)| policy)
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_folder() {
        let cases = [
            ("/", Some("")),
            ("/a/b.js?x=1", Some("a/b.js")),
            ("//a/./b", Some("a/b")),
            ("/../secret", None),
            ("/a/../../secret", None),
            ("/%2e%2e/secret", None),
            ("/c:/secret", None),
            ("/..\\secret", None),
            ("secret", None),
        ];
        for (target, expected) in cases {
            assert_eq!(relative(target), expected.map(PathBuf::from), "{target}");
        }
    }

    #[test]
    fn policy_is_read_from_the_page() {
        let html = "<meta http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'none'\">";
        assert_eq!(policy_in(html), Some("default-src 'none'"));
        assert_eq!(policy_in("<html>"), None);
    }

    #[test]
    fn wasm_and_modules_have_the_types_browsers_demand() {
        assert_eq!(media_type(Path::new("a.wasm")), "application/wasm");
        assert_eq!(media_type(Path::new("a.mjs")), "text/javascript; charset=utf-8");
        assert_eq!(media_type(Path::new("a")), "application/octet-stream");
    }
}
