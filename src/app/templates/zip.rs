//! The directory of a ZIP archive: what is in it, where, and what cannot be read. Unpacking is the browser's work, see `browser/unpack.rs`.

use super::reader::{is_readable, is_zip};
use super::{Fault, Place, Trouble, limits};
use std::ops::Range;
use std::rc::Rc;

/// A file in an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Names of the archive and of the file.
    pub(crate) file: String,
    /// Its bytes in the archive.
    pub(crate) bytes: Range<usize>,
    /// How they are packed.
    pub(crate) packing: Packing,
    /// Bytes once unpacked, as the directory says.
    pub(crate) size: usize,
}

/// How an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packing {
    /// Not at all.
    Stored,
    /// Deflate.
    Deflate,
}

/// Length of the record that ends the directory, without its comment.
const END: usize = 22;
/// Longest comment.
const COMMENT: usize = 0xFFFF;
/// Length of an entry of the directory, without its texts.
const HEAD: usize = 46;
/// Length of the header before an entry's bytes, without its texts.
const LOCAL: usize = 30;

/// The files to read, and what is wrong with others, in order of the directory.
pub(crate) fn entries(archive: &str, bytes: &[u8]) -> Vec<Result<Entry, Trouble>> {
    let name: Rc<str> = archive.into();
    let broken = |fault| vec![Err(Trouble::new(&name, Place::Whole, fault))];
    if bytes.len() > limits::FILE {
        return broken(Fault::TooLarge);
    }
    let Some((number, mut at)) = directory(bytes) else {
        return broken(if bytes.is_empty() { Fault::Empty } else { Fault::Zip });
    };
    let (mut found, mut unpacked) = (Vec::new(), 0);
    for _ in 0..number {
        let Some((head, next)) = head(bytes, at) else {
            found.extend(broken(Fault::Zip));
            break;
        };
        at = next;
        if head.is_noise() {
            continue;
        }
        unpacked += head.size;
        found.push(entry(&name, bytes, &head, unpacked));
    }
    if found.is_empty() { broken(Fault::Empty) } else { found }
}

/// An entry as the directory has it.
struct Head {
    name: String,
    flags: u16,
    method: u16,
    packed: usize,
    size: usize,
    offset: usize,
}

impl Head {
    /// Folders and what systems leave in archives.
    fn is_noise(&self) -> bool {
        let base = self.name.rsplit('/').next().unwrap_or_default();
        base.is_empty() || base.starts_with('.') || self.name.starts_with("__MACOSX/")
    }
}

fn entry(archive: &str, bytes: &[u8], head: &Head, unpacked: usize) -> Result<Entry, Trouble> {
    let file: Rc<str> = format!("{archive}/{}", head.name).into();
    let fault = |fault| Err(Trouble::new(&file, Place::Whole, fault));
    if head.flags & 1 != 0 {
        return fault(Fault::Encrypted);
    }
    if is_zip(&file) {
        return fault(Fault::Nested);
    }
    if !is_readable(&file) {
        return fault(Fault::Kind);
    }
    if head.size > limits::FILE || unpacked > limits::UNPACKED {
        return fault(Fault::TooLarge);
    }
    let packing = match head.method {
        0 => Packing::Stored,
        8 => Packing::Deflate,
        _ => return fault(Fault::Packing),
    };
    match place(bytes, head) {
        Some(range) => Ok(Entry { file: file.to_string(), bytes: range, packing, size: head.size }),
        None => fault(Fault::Zip),
    }
}

/// How many entries there are, and where the first begins. Archives of 4 GB and more are not read.
fn directory(bytes: &[u8]) -> Option<(usize, usize)> {
    let from = bytes.len().saturating_sub(END + COMMENT);
    let tail = bytes.get(from..)?;
    let at = from + tail.windows(4).rposition(|w| w == b"PK\x05\x06")?;
    bytes.get(at..at + END)?;
    Some((short(bytes, at + 10)?.into(), long(bytes, at + 16)?))
}

fn head(bytes: &[u8], at: usize) -> Option<(Head, usize)> {
    bytes.get(at..)?.starts_with(b"PK\x01\x02").then_some(())?;
    let texts: [usize; 3] = [short(bytes, at + 28)?, short(bytes, at + 30)?, short(bytes, at + 32)?].map(usize::from);
    let name_at = at + HEAD;
    let name = bytes.get(name_at..name_at + texts.first()?)?;
    let head = Head {
        name: String::from_utf8_lossy(name).replace('\\', "/"),
        flags: short(bytes, at + 8)?,
        method: short(bytes, at + 10)?,
        packed: long(bytes, at + 20)?,
        size: long(bytes, at + 24)?,
        offset: long(bytes, at + 42)?,
    };
    Some((head, name_at + texts.iter().sum::<usize>()))
}

/// Where the bytes of an entry lie.
fn place(bytes: &[u8], head: &Head) -> Option<Range<usize>> {
    let at = head.offset;
    bytes.get(at..)?.starts_with(b"PK\x03\x04").then_some(())?;
    let start = at + LOCAL + usize::from(short(bytes, at + 26)?) + usize::from(short(bytes, at + 28)?);
    let range = start..start.checked_add(head.packed)?;
    bytes.get(range.clone()).map(|_| range)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|b| u16::from_le_bytes(*b))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let value = bytes.get(at..)?.first_chunk().map(|b| u32::from_le_bytes(*b))?;
    usize::try_from(value).ok()
}
