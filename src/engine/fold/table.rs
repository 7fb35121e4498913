//! The folding tables as the engine reads them: characters to plain text, look-alike letters, characters nobody sees. Knows no drafts.

/// Folded forms by code point, made by `build.rs` from `fold/reference.rs`; read in place, nothing is built at start.
///
/// Layout: records of six bytes, sorted by code point: the code point in three bytes, big-endian; the length of the text in bytes;
/// the offset of the text in `TEXTS`, two bytes, big-endian.
static RECORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/fold.records"));
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/fold.texts"));

/// The folded form of a character that is not ASCII, or `None` where lower case alone will do.
pub(super) fn folded(c: char) -> Option<&'static str> {
    let wanted = c as u32;
    let (mut low, mut high) = (0, RECORDS.len() / 6);
    while low < high {
        let middle = usize::midpoint(low, high);
        let record = RECORDS.get(middle * 6..middle * 6 + 6)?;
        let &[first, second, third, len, high_byte, low_byte] = record else { return None };
        let code = u32::from_be_bytes([0, first, second, third]);
        if code == wanted {
            let start = usize::from(u16::from_be_bytes([high_byte, low_byte]));
            return TEXTS.get(start..start + usize::from(len));
        }
        if code < wanted { low = middle + 1 } else { high = middle }
    }
    None
}

/// Characters without width or ink: they split words for a machine and for nobody else. Joiners between emoji are among them.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E007F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Arabic vowel signs and the stretching bar, which writers leave out or add at will.
pub(super) fn is_arabic_ornament(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

/// Whether the character is a combining mark of the Latin, Greek and Cyrillic scripts (an accent typed on its own).
pub(super) fn is_accent(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}')
}

/// The Latin letter that a letter of another script looks like, given in lower case.
pub(super) fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' | 'ё' => 'e',
        'ɡ' | 'ց' => 'g',
        'һ' | 'н' => 'h',
        'і' | 'ι' | 'ї' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' | 'μ' => 'm',
        'п' | 'η' | 'ո' => 'n',
        'о' | 'ο' | 'σ' | 'օ' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'г' => 'r',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' | 'ս' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' | 'ш' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' | 'ү' => 'y',
        'ᴢ' => 'z',
        _ => return None,
    })
}
