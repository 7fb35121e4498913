//! The least HTTP that serves files to a browser on this machine. Must not know which files there are.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::content::Site;

/// Longest request read, in bytes.
const REQUEST_LIMIT: u64 = 64 * 1024;
/// A browser may open a connection it does not use; it ends after this time.
const PATIENCE: Duration = Duration::from_secs(10);

/// Answers requests for ever, each on its own thread.
pub(super) fn serve(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(site);
        // A connection that breaks is the browser's to open again.
        thread::spawn(move || drop(answer(&stream, &site)));
    }
}

fn answer(stream: &TcpStream, site: &Site) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream.take(REQUEST_LIMIT));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 0 && !line.trim().is_empty() {
        line.clear();
    }
    let mut writer = stream;
    writer.write_all(&response(&first, site))?;
    writer.flush()
}

fn response(request_line: &str, site: &Site) -> Vec<u8> {
    let mut words = request_line.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if method != "GET" && method != "HEAD" {
        return plain("405 Method Not Allowed", "Only GET and HEAD are answered.\n");
    }
    let Some(content) = site.content(target) else { return plain("404 Not Found", "There is no such file.\n") };
    let policy = site.policy().map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
    let mut response = head("200 OK", content.media_type, content.bytes.len(), &policy);
    if method == "GET" {
        response.extend(content.bytes);
    }
    response
}

fn plain(status: &str, text: &str) -> Vec<u8> {
    let mut response = head(status, "text/plain; charset=utf-8", text.len(), "");
    response.extend(text.as_bytes());
    response
}

fn head(status: &str, media_type: &str, length: usize, more: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n{more}\
         X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn page_comes_with_its_policy_and_nothing_else_comes() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("compose-http-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let html = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        fs::write(folder.join("index.html"), html)?;
        let site = Site::new(&folder);
        let text = |line: &str| String::from_utf8_lossy(&response(line, &site)).into_owned();

        let page = text("GET / HTTP/1.1");
        assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
        assert!(page.contains("\r\nContent-Security-Policy: default-src 'none'\r\n"), "{page}");
        assert!(page.ends_with(html), "{page}");
        assert!(text("HEAD / HTTP/1.1").ends_with("\r\n\r\n"));
        assert!(text("GET /../index.html HTTP/1.1").starts_with("HTTP/1.1 404"));
        assert!(text("POST / HTTP/1.1").starts_with("HTTP/1.1 405"));
        assert!(text("").starts_with("HTTP/1.1 405"));
        fs::remove_dir_all(folder)
    }
}
