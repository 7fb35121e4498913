//! How much a library may hold. Each limit is told to the seller when it is met.

/// Bytes of one file.
pub(crate) const FILE: usize = 20_000_000;
/// Bytes of all files of an archive, unpacked.
pub(crate) const UNPACKED: usize = 40_000_000;
/// Templates of a library.
pub(crate) const TEMPLATES: usize = 20_000;
/// Characters of one template; far above what any channel takes.
pub(crate) const TEXT: usize = 10_000;
/// Bytes of one record of a table. What is longer has a quote that does not close.
pub(crate) const RECORD: usize = 120_000;
/// Things that could not be read and are listed one by one.
pub(crate) const TROUBLES: usize = 100;
/// Depth of lists and objects in JSON.
pub(crate) const DEPTH: usize = 16;
