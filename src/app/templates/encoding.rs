//! Bytes to text: UTF-8, or UTF-16 with its mark. Must not know what the text is.

/// The text, or the byte (from 1) at which it is neither.
pub(super) fn decode(bytes: &[u8]) -> Result<String, usize> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest).map_err(|at| at + 4),
        _ => utf8(bytes).map_err(|at| at + 1),
    }
}

/// A zero byte is valid in UTF-8 but means UTF-16 without its mark, or no text at all.
fn utf8(bytes: &[u8]) -> Result<String, usize> {
    let text = std::str::from_utf8(bytes).map_err(|e| e.valid_up_to())?;
    match bytes.iter().position(|b| *b == 0) {
        Some(at) => Err(at),
        None => Ok(text.to_owned()),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut at = 3;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = c.map_err(|_| at)?;
        at += c.len_utf16() * 2;
        text.push(c);
    }
    if rest.is_empty() { Ok(text) } else { Err(at) }
}
