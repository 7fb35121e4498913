//! Which column or key of a record is the name, the subject, the text, the language. Data and one look-up.

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    /// The template's name.
    Name,
    /// A number or key, which is its name where it has no other.
    Id,
    /// The subject line.
    Subject,
    /// The message.
    Text,
    /// The language's code.
    Lang,
}

/// Words at the head of a column, in the languages that messages are read in. The first of a kind in a record wins.
const WORDS: [(Column, &str); 5] = [
    (Column::Name, " name title template vorlage titel nom titre nombre título titulo nome titolo naam nazwa namn ad "),
    (Column::Id, " id key nr no number nummer code "),
    (
        Column::Subject,
        " subject subjectline betreff objet sujet asunto assunto oggetto onderwerp temat tytuł ämne konu 件名 الموضوع ",
    ),
    (
        Column::Text,
        " text body message content messagebody templatebody templatetext nachricht texte corps mensaje texto mensagem corpo messaggio testo bericht tekst treść wiadomość meddelande mesaj metin 本文 メッセージ النص الرسالة ",
    ),
    (Column::Lang, " lang language locale sprache langue idioma lingua taal język språk dil 言語 اللغة "),
];

/// What the column with this head holds; `None` for anything else.
pub(super) fn column(head: &str) -> Option<Column> {
    let word: String = head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let word = format!(" {word} ");
    if word.trim().is_empty() {
        return None;
    }
    WORDS.iter().find(|(_, words)| words.contains(&word)).map(|(column, _)| *column)
}
