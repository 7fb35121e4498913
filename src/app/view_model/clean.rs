//! Plain text as it should be sent: without HTML, invisible characters and what follows readers through links. Must not know where it came from.

/// A cleaned text and what was taken out of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Cleaned {
    /// What is left.
    pub(crate) text: String,
    /// Tags of HTML.
    pub(crate) tags: usize,
    /// Invisible characters.
    pub(crate) hidden: usize,
    /// Tracking parts of links.
    pub(crate) tracking: usize,
}

/// The text cleaned; none where there is nothing to clean.
pub(crate) fn clean(text: &str) -> Option<Cleaned> {
    let mut out = Cleaned::default();
    let plain = without_tags(text, &mut out.tags);
    let seen = without_hidden(&plain, &mut out.hidden);
    out.text = without_tracking(&seen, &mut out.tracking);
    (out.tags + out.hidden + out.tracking > 0).then_some(out)
}

/// Tags that end a line.
const BREAKS: [&str; 12] =
    ["br", "/p", "/div", "/li", "/tr", "/h1", "/h2", "/h3", "/ul", "/ol", "/table", "/blockquote"];
/// Other names of tags; anything else in angle brackets is the seller's own, such as a placeholder.
const NAMES: [&str; 31] = [
    "a",
    "b",
    "i",
    "u",
    "p",
    "em",
    "strong",
    "span",
    "div",
    "ul",
    "ol",
    "li",
    "img",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "font",
    "html",
    "body",
    "head",
    "meta",
    "hr",
    "blockquote",
    "center",
    "small",
    "!doctype",
];
/// Elements that go with what they hold.
const WHOLE: [&str; 2] = ["style", "script"];
/// Written-out characters of HTML, read only where tags stood beside them.
const ENTITIES: [(&str, &str); 6] =
    [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];

fn without_tags(text: &str, tags: &mut usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let Some((length, line)) = tag(from) else {
            out.push('<');
            rest = from.get(1..).unwrap_or_default();
            continue;
        };
        *tags += 1;
        if line && !out.ends_with('\n') {
            out.push('\n');
        }
        rest = from.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    if *tags == 0 {
        return out;
    }
    let read = ENTITIES.iter().fold(out, |text, (written, plain)| text.replace(written, plain));
    read.trim().to_owned()
}

/// The length of the tag at the start of `text`, and whether it ends a line.
fn tag(text: &str) -> Option<(usize, bool)> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|end| (end + 3, false));
    }
    let end = text.find('>')?;
    let inside = text.get(1..end)?.to_ascii_lowercase();
    let name = inside.split([' ', '\n', '\t']).next()?;
    let name = if name == "/" { name } else { name.strip_suffix('/').unwrap_or(name) };
    let bare = name.strip_prefix('/').unwrap_or(name);
    if WHOLE.contains(&name) {
        let closing = format!("</{name}>");
        let close = text.to_ascii_lowercase().find(&closing);
        return Some((close.map_or(end + 1, |at| at + closing.len()), false));
    }
    let known = NAMES.contains(&bare) || WHOLE.contains(&bare) || bare == "br";
    known.then(|| (end + 1, BREAKS.contains(&name)))
}

/// A joiner belongs to an emoji or a script that joins; among plain letters it is a leftover.
fn without_hidden(text: &str, hidden: &mut usize) -> String {
    let chars: Vec<char> = text.chars().collect();
    let joins = |c: Option<&char>| c.is_some_and(|c| !c.is_ascii() && *c > '\u{24F}');
    let keeps = |(i, c): (usize, &char)| match c {
        '\u{200B}' | '\u{FEFF}' | '\u{2060}' | '\u{AD}' | '\u{180E}' | '\u{FFFC}' => false,
        '\u{200C}' | '\u{200D}' => i > 0 && joins(chars.get(i - 1)) && joins(chars.get(i + 1)),
        _ => true,
    };
    let out: String = chars.iter().enumerate().filter(|(i, c)| keeps((*i, c))).map(|(_, c)| *c).collect();
    *hidden = chars.len() - out.chars().count();
    out
}

/// Beginnings of the names of parameters that only follow the reader.
const TRACKING: [&str; 9] =
    ["utm_", "gclid=", "fbclid=", "msclkid=", "mc_cid=", "mc_eid=", "_hsenc=", "_hsmi=", "igshid="];

fn without_tracking(text: &str, tracking: &mut usize) -> String {
    if !text.contains('?') {
        return text.to_owned();
    }
    text.split_inclusive(char::is_whitespace).map(|word| link(word, tracking)).collect()
}

fn link(word: &str, tracking: &mut usize) -> String {
    let is_link = ["http://", "https://", "www."].iter().any(|start| word.contains(start));
    let Some((address, rest)) = word.split_once('?').filter(|_| is_link) else { return word.to_owned() };
    let ends =
        rest.find(|c: char| c == '#' || c.is_whitespace() || matches!(c, ')' | '>' | '"' | ',')).unwrap_or(rest.len());
    let (query, behind) = rest.split_at(ends);
    let follows = |part: &&str| TRACKING.iter().any(|start| part.starts_with(start));
    let kept: Vec<&str> = query.split('&').filter(|part| !follows(part)).collect();
    *tracking += query.split('&').count() - kept.len();
    let mark = if kept.is_empty() { "" } else { "?" };
    format!("{address}{mark}{}{behind}", kept.join("&"))
}

#[cfg(test)]
mod tests {
    use super::{Cleaned, clean};

    fn check(text: &str, expected: &str) {
        assert_eq!(clean(text).map(|c| c.text).as_deref().unwrap_or(text), expected);
    }

    #[test]
    fn html_becomes_lines_and_placeholders_stay() {
        check("<p>Hello&nbsp;you,</p><p>which <b>flat</b>?<br/>Regards</p>", "Hello you,\nwhich flat?\nRegards");
        check("<style>p { color: red }</style>Hello <!-- x -->you", "Hello you");
        for same in ["Hello <buyer name>, 3 < 4 > 2", "a &amp; b", "<order-id>", "<3"] {
            check(same, same);
        }
    }

    #[test]
    fn invisible_characters_go_where_they_join_nothing() {
        check("flat\u{200B} num\u{AD}ber\u{FEFF}", "flat number");
        check("fl\u{200D}at", "flat");
        for same in ["👩\u{200D}🚀", "می\u{200C}خواهم", "c’est là\u{A0}!"] {
            check(same, same);
        }
    }

    #[test]
    fn links_lose_what_follows_the_reader_and_nothing_else() {
        check("see https://a.example/x?utm_source=n&id=7&fbclid=3#top ok", "see https://a.example/x?id=7#top ok");
        check("https://a.example/?utm_source=n", "https://a.example/");
        check("(https://a.example/?gclid=1)", "(https://a.example/)");
        for same in ["Really?utm_ask=1", "https://a.example/?id=7"] {
            check(same, same);
        }
        let counted = clean("<b>a</b>\u{200B} https://a.example/?utm_a=1&utm_b=2").unwrap();
        assert_eq!(counted, Cleaned { text: "a https://a.example/".to_owned(), tags: 2, hidden: 1, tracking: 2 });
    }
}
