//! The parts of an archive, unpacked.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::exchange::incoming::grid::Unread;

/// The parts of an archive that are looked at.
pub type Parts = BTreeMap<String, Vec<u8>>;

/// The same parts as an archive in which nothing is packed, for a reader that wants one.
pub fn packed(parts: &Parts) -> Result<Vec<u8>, Unread> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name, options).map_err(|_| Unread::Broken)?;
        writer.write_all(content).map_err(|_| Unread::Broken)?;
    }
    Ok(writer.finish().map_err(|_| Unread::Broken)?.into_inner())
}
