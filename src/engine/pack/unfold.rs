//! Taking written patterns apart: into items, and into one pattern for each alternative that is more than words. Shared with
//! `build.rs`; knows no word lists.

/// Most patterns that one written pattern may stand for.
const MOST_UNFOLDED: usize = 64;

/// Writes out each alternative that is more than words (it holds a gap, a list or a number beside others) as a pattern of its own.
pub(super) fn unfold(text: &str) -> Result<Vec<String>, String> {
    let mut done = Vec::new();
    let mut open = vec![text.to_owned()];
    while let Some(pattern) = open.pop() {
        match first_composite(&pattern)? {
            None => done.push(pattern),
            Some(versions) => open.extend(versions),
        }
        if done.len() + open.len() > MOST_UNFOLDED {
            return Err(format!("stands for more than {MOST_UNFOLDED} patterns"));
        }
    }
    Ok(done)
}

/// The versions of a pattern by its first bracket that holds such alternatives, or `None` if there is none.
fn first_composite(pattern: &str) -> Result<Option<Vec<String>>, String> {
    let mut from = 0;
    while let Some(open) = pattern.get(from..).and_then(|t| t.find('(')).map(|at| from + at) {
        let close =
            pattern.get(open..).and_then(|t| t.find(')')).map(|at| open + at).ok_or("a bracket is not closed")?;
        let inside = pattern.get(open + 1..close).unwrap_or_default();
        if inside.contains('(') {
            return Err("brackets within brackets; name a list instead".to_owned());
        }
        let (composite, plain): (Vec<&str>, Vec<&str>) =
            inside.split('|').map(str::trim).partition(|a| is_composite(a));
        if !composite.is_empty() {
            let (before, after) =
                (pattern.get(..open).unwrap_or_default(), pattern.get(close + 1..).unwrap_or_default());
            if after.starts_with('?') {
                return Err(format!("`({inside})?`: an optional bracket holds plain words only"));
            }
            let plain = (!plain.is_empty()).then(|| format!("({})", plain.join("|")));
            let versions = composite.into_iter().map(str::to_owned).chain(plain);
            return Ok(Some(versions.map(|v| format!("{before}{v}{after}")).collect()));
        }
        from = close + 1;
    }
    Ok(None)
}

fn is_composite(alternative: &str) -> bool {
    alternative.contains(' ')
        && alternative.split(' ').any(|w| w.starts_with("..") || w.starts_with('<') || w.contains('*'))
        || alternative == "<num>"
}

/// Splits a pattern at spaces outside brackets.
pub(super) fn split_items(text: &str) -> Result<Vec<String>, String> {
    let mut items = vec![String::new()];
    let mut depth = 0u8;
    for c in text.chars() {
        match c {
            '(' | '<' => depth += 1,
            ')' | '>' => depth = depth.checked_sub(1).ok_or_else(|| format!("a `{c}` too many"))?,
            _ => {}
        }
        if c == ' ' && depth == 0 {
            items.push(String::new());
        } else if let Some(item) = items.last_mut() {
            item.push(c);
        }
    }
    if depth > 0 {
        return Err("a bracket is not closed".to_owned());
    }
    items.retain(|i| !i.is_empty());
    Ok(items)
}
