//! Reading files of every kind, sound and broken.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::zip::{Packing, entries};
use super::{Fault, Place, Reader, Template, Trouble, limits};

pub(super) type Fate = (Vec<Template>, Vec<(Place, Fault)>);

fn read(reader: Result<Reader, Trouble>) -> Fate {
    let (mut templates, mut faults) = (Vec::new(), Vec::new());
    match reader {
        Ok(reader) => reader.for_each(|item| match item {
            Ok(template) => templates.push(template),
            Err(trouble) => faults.push((trouble.source.place, trouble.fault)),
        }),
        Err(trouble) => faults.push((trouble.source.place, trouble.fault)),
    }
    (templates, faults)
}

pub(super) fn file(name: &str, text: &str) -> Fate {
    read(Reader::open(name, text.as_bytes()))
}

pub(super) fn bodies(fate: &Fate) -> Vec<&str> {
    fate.0.iter().map(|t| t.draft.body.as_str()).collect()
}

pub(super) fn names(fate: &Fate) -> Vec<&str> {
    fate.0.iter().map(|t| &*t.name).collect()
}

#[test]
fn columns_are_found_by_their_heads_in_any_order() {
    let fate = file("a.csv", "id,Sprache,Message,Titel,Betreff\n7,de,\"Hallo, Sie\",Gruß,Frage\n8,,x,,\n");
    assert_eq!(fate.1, []);
    assert_eq!(bodies(&fate), ["Hallo, Sie", "x"]);
    assert_eq!(names(&fate), ["Gruß", "8"]);
    assert_eq!(fate.0[0].draft.subject, "Frage");
    assert_eq!(fate.0[0].lang.as_deref(), Some("de"));
    assert_eq!(fate.0[1].source.place, Place::Line(3));
}

#[test]
fn semicolons_tabs_and_a_separator_line_are_understood() {
    for text in ["name;text\na;b, c\n", "name\ttext\na\tb, c\n", "sep=;\r\nname;text\r\na;b, c\r\n"] {
        assert_eq!(bodies(&file("a.csv", text)), ["b, c"], "{text}");
    }
}

#[test]
fn one_column_without_a_head_is_the_text() {
    let fate = file("notes.csv", "\"Hello, one\"\n\n\"line\r\nend and \"\"quotes\"\"\"\nlast");
    assert_eq!(bodies(&fate), ["Hello, one", "line\nend and \"quotes\"", "last"]);
    assert_eq!(names(&fate), ["notes 1", "notes 2", "notes 3"]);
    assert_eq!(fate.0.iter().map(|t| t.source.place).collect::<Vec<_>>(), [1, 3, 5].map(Place::Line));
    assert_eq!(file("a.csv", "a,b\nc,d\n").1, [(Place::Line(1), Fault::NoTextColumn)]);
}

#[test]
fn a_quote_that_stays_open_is_told_and_stops_no_other_record() {
    let fate = file("a.csv", "name,text\na,one\nb,\"two\nc,three\nd,four");
    assert_eq!(fate.1, [(Place::Line(3), Fault::Quote)]);
    assert_eq!(bodies(&fate), ["one", "three", "four"]);
    let long = format!("text\n\"open\n{}good\n", "filler line of words\n".repeat(8000));
    let fate = file("a.csv", &long);
    assert_eq!((fate.1, fate.0.len()), (vec![(Place::Line(2), Fault::Quote)], 8001));
}

#[test]
fn records_without_text_and_too_long_ones_are_told() {
    let long = "x".repeat(limits::TEXT + 1);
    let fate = file("a.csv", &format!("name,text\na,\n,\nb,{long}\nc,fine\n"));
    assert_eq!(fate.1, [(Place::Line(2), Fault::NoText), (Place::Line(4), Fault::TooLong)]);
    assert_eq!(bodies(&fate), ["fine"]);
}

#[test]
fn json_may_be_a_list_an_object_or_a_value_a_line() {
    let list = file("a.json", r#"["one", {"title": "T", "body": "two", "n": 1.5e3, "lang": "fr"}, [1], {"x": 1}]"#);
    assert_eq!(bodies(&list), ["one", "two"]);
    assert_eq!(list.1, [(Place::Record(3), Fault::NoText), (Place::Record(4), Fault::NoText)]);
    let map = file("a.json", r#"{"first": "one", "message": {"subject": "s", "text": "two"}}"#);
    assert_eq!((names(&map), bodies(&map)), (vec!["first", "message"], vec!["one", "two"]));
    let single = file("a.json", r#"{"subject": "s", "text": "one"}"#);
    assert_eq!((bodies(&single), &*single.0[0].draft.subject), (vec!["one"], "s"));
    let lines = "{\"text\": \"one\"}\n{broken\n\n\"t\\u0077o\"\n";
    for name in ["a.json", "a.jsonl"] {
        let fate = file(name, lines);
        assert_eq!((bodies(&fate), &fate.1), (vec!["one", "two"], &vec![(Place::Line(2), Fault::Json)]), "{name}");
    }
}

#[test]
fn broken_json_is_told_by_line_and_what_stands_before_is_kept() {
    let fate = file("a.json", "[\n\"one\",\n\"two\",\n{\"text\": oops},\n\"three\"]");
    assert_eq!((bodies(&fate), &fate.1), (vec!["one", "two"], &vec![(Place::Line(4), Fault::Json)]));
    let fate = file("a.json", "{\"a\": \"one\",\n\"b\": \"two\",\n\"c\" \"three\"}");
    assert_eq!((bodies(&fate), &fate.1), (vec!["one", "two"], &vec![(Place::Line(3), Fault::Json)]));
    for text in ["[\"one\" \"two\"]", "[\"one\"", "[\"one\"] x", "[,]", "hello", "[\"one\",]"] {
        assert_eq!(file("a.json", text).1.len(), 1, "{text}");
    }
    assert_eq!(file("a.json", "[]").1, [(Place::Whole, Fault::Empty)]);
    let deep = "[".repeat(50_000);
    assert_eq!(file("a.json", &deep).1, [(Place::Line(1), Fault::Json)]);
}

#[test]
fn text_files_hold_one_template_or_several_parts() {
    let one = file("folder/thanks.txt", "\n\nSubject: Your order\r\n\r\nHello,\r\nthere\n");
    assert_eq!((names(&one), bodies(&one)), (vec!["thanks"], vec!["Hello,\nthere"]));
    assert_eq!(&*one.0[0].draft.subject, "Your order");
    let many = file("a.txt", "one\n---\n\n---\nBetreff: B\nzwei\n-----\n-- not a rule --\n");
    assert_eq!(names(&many), ["a", "a 2", "a 3"]);
    assert_eq!(bodies(&many), ["one", "zwei", "-- not a rule --"]);
    assert_eq!(many.0.iter().map(|t| t.source.place).collect::<Vec<_>>(), [1, 5, 8].map(Place::Line));
    assert_eq!(file("a.txt", "Hello: you\nthere").0[0].draft.subject, "");
    assert_eq!(file("a.txt", " \n---\n").1, [(Place::Whole, Fault::Empty)]);
}

#[test]
fn encodings_are_told_by_their_marks() {
    let utf16 = |units: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        let text = "text\nGrüße 😊".encode_utf16().flat_map(units);
        mark.into_iter().chain(text).collect::<Vec<u8>>()
    };
    let utf8 = "\u{FEFF}text\nGrüße 😊".as_bytes().to_vec();
    for bytes in [utf8, utf16(u16::to_le_bytes, [0xFF, 0xFE]), utf16(u16::to_be_bytes, [0xFE, 0xFF])] {
        assert_eq!(bodies(&read(Reader::open("a.csv", &bytes))), ["Grüße 😊"]);
    }
    let wrong: [(&[u8], usize); 4] =
        [(b"Gr\xFC\xDFe", 3), (b"a\0b\0", 2), (b"\xFF\xFEa\0b", 5), (b"\xFF\xFE\0\xD8a\0", 3)];
    for (bytes, at) in wrong {
        assert_eq!(read(Reader::open("a.txt", bytes)).1, [(Place::Byte(at), Fault::Encoding)], "{bytes:?}");
    }
}

#[test]
fn empty_large_and_foreign_files_are_told() {
    assert_eq!(file("a.csv", " \n").1, [(Place::Whole, Fault::Empty)]);
    assert_eq!(file("a.docx", "x").1, [(Place::Whole, Fault::Kind)]);
    let large = vec![b'x'; limits::FILE + 1];
    assert_eq!(read(Reader::open("a.txt", &large)).1, [(Place::Whole, Fault::TooLarge)]);
}

#[test]
fn pasted_text_is_a_table_json_or_plain_by_its_looks() {
    let paste = |text: &str| read(Reader::pasted("Pasted", text.to_owned()));
    assert_eq!(bodies(&paste("name\ttext\na\tb\n")), ["b"]);
    assert_eq!(bodies(&paste("[\"a\", \"b\"]")), ["a", "b"]);
    assert_eq!(bodies(&paste("{{name}}, \"hello\", text {{x}}")), ["{{name}}, \"hello\", text {{x}}"]);
    assert_eq!(bodies(&paste("[[ContactUs]] now, \"you\" []")).len(), 1);
    assert_eq!(bodies(&paste("Hello, one\n---\nand two")), ["Hello, one", "and two"]);
}

/// An archive of stored files; flags and method as given.
fn archive(files: &[(&str, &[u8], u16, u16)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let long = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let short = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
    for (name, bytes, flags, method) in files {
        let offset = out.len();
        let head = [&flags.to_le_bytes()[..], &method.to_le_bytes(), &[0; 8], &long(bytes.len()), &long(bytes.len())];
        let head = [&head.concat()[..], &short(name.len()), &[0; 2]].concat();
        out.extend([b"PK\x03\x04\x14\0", &head[..], name.as_bytes(), bytes].concat());
        directory.extend([b"PK\x01\x02\x14\0\x14\0", &head[..], &[0; 10], &long(offset), name.as_bytes()].concat());
    }
    let (start, count) = (out.len(), short(files.len()));
    out.extend(&directory);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &long(directory.len()), &long(start), &[0, 0]].concat());
    out
}

#[test]
fn an_archive_is_listed_and_what_cannot_be_read_is_told() {
    let bytes = archive(&[
        ("a.txt", b"hello", 0, 0),
        ("b/", b"", 0, 0),
        ("__MACOSX/a.txt", b"x", 0, 0),
        ("b/c.csv", b"packed", 0, 8),
        ("locked.txt", b"x", 1, 8),
        ("inner.zip", b"x", 0, 0),
        ("picture.png", b"x", 0, 0),
        ("odd.txt", b"x", 0, 12),
    ]);
    let found = entries("z.zip", &bytes);
    let good: Vec<_> = found.iter().flatten().map(|e| (e.file.as_str(), &bytes[e.bytes.clone()], e.packing)).collect();
    assert_eq!(good[0], ("z.zip/a.txt", &b"hello"[..], Packing::Stored));
    assert_eq!(good[1], ("z.zip/b/c.csv", &b"packed"[..], Packing::Deflate));
    let bad = found.iter().filter_map(|e| e.as_ref().err()).map(|t| (&*t.source.file, &t.fault)).collect::<Vec<_>>();
    let told = [
        ("z.zip/locked.txt", &Fault::Encrypted),
        ("z.zip/inner.zip", &Fault::Nested),
        ("z.zip/picture.png", &Fault::Kind),
        ("z.zip/odd.txt", &Fault::Packing),
    ];
    assert_eq!(bad, told);
}

#[test]
fn no_archive_however_cut_is_more_than_a_trouble() {
    let bytes = archive(&[("a.txt", b"hello", 0, 0), ("b.txt", b"there", 0, 0)]);
    for end in 0..bytes.len() {
        let found = entries("z.zip", &bytes[..end]);
        assert!(!found.is_empty() && found.iter().all(Result::is_err), "{end}");
    }
    for at in 0..bytes.len() {
        let mut spoilt = bytes.clone();
        spoilt[at] ^= 0xFF;
        assert!(!entries("z.zip", &spoilt).is_empty());
    }
    assert_eq!(entries("z.zip", &archive(&[])).len(), 1);
}
