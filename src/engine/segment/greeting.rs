//! Where a greeting before a sentence ends: `Hello Ms Roe, which size …` greets, then asks. Knows the greetings it is given.

/// Longest greeting in bytes, with names and titles.
const LONGEST: usize = 64;

/// The byte behind the greeting that `sentence` begins with, if something follows it. `greetings` are folded words or phrases; one that
/// begins with `*` is what a form of address ends with.
pub(super) fn end(sentence: &str, greetings: &[String]) -> Option<usize> {
    let near = sentence.get(..sentence.floor_char_boundary(LONGEST))?;
    let (at, comma) = near.char_indices().find(|&(at, c)| parts(near, at, c))?;
    let before = near.get(..at)?.trim_end();
    let greets = greetings.iter().any(|g| match g.strip_prefix('*') {
        Some(ending) => before.ends_with(ending),
        None => before.strip_prefix(g.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)),
    });
    let end = at + comma.len_utf8();
    let follows = sentence.get(end..).is_some_and(|rest| rest.contains(char::is_alphanumeric));
    (greets && follows).then_some(end)
}

/// Whether this sign parts a greeting from what follows: a comma, a colon, a dash with spaces around it.
fn parts(text: &str, at: usize, c: char) -> bool {
    let around = || (text.get(..at), text.get(at + c.len_utf8()..));
    match c {
        ',' | '、' | '،' | '!' => true,
        ':' => around().1.is_some_and(|rest| rest.starts_with(' ')),
        '-' => matches!(around(), (Some(before), Some(rest)) if before.ends_with(' ') && rest.starts_with(' ')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::end;

    fn check(sentence: &str, greeting: Option<&str>) {
        let greetings = ["hello", "dear", "guten tag", "*様"].map(str::to_owned);
        assert_eq!(end(sentence, &greetings).map(|e| &sentence[..e]), greeting, "{sentence}");
    }

    #[test]
    fn a_greeting_ends_at_its_comma() {
        check("hello ms roe, which size", Some("hello ms roe,"));
        check("dear customer: which size", Some("dear customer:"));
        check("hello priya - which size", Some("hello priya -"));
        check("guten tag, welche farbe", Some("guten tag,"));
        check("田中様、刻印の文字", Some("田中様、"));
    }

    #[test]
    fn what_greets_nobody_or_stands_alone_is_left() {
        check("the size, please", None);
        check("hellooo, which size", None);
        check("hello ms roe,", None);
        check("hello ms roe which size", None);
        check(&format!("hello {}, which size", "very ".repeat(20)), None);
    }
}
