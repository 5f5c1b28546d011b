//! Archives of XML: what is in them is unpacked within limits, whatever they say of themselves.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::parts::Parts;
use super::{Form, Sheet, docx, ods, xlsx};
use crate::exchange::incoming::grid::Unread;

/// So much is unpacked of one file, in all.
const MOST_UNPACKED: u64 = 128 << 20;
/// So many parts an archive may list.
const MOST_PARTS: usize = 10_000;

/// Reads an archive by what is in it.
///
/// # Errors
/// It is none of a known sort, broken, or swells beyond limits.
pub fn read(bytes: &[u8]) -> Result<(Form, Vec<Sheet>), Unread> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unread::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(Unread::Swollen);
    }
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("word/document.xml") {
        let parts = unpacked(&mut archive, |name| name == "word/document.xml")?;
        return Ok((Form::Docx, docx::read(text_of(&parts, "word/document.xml")?)?));
    }
    if has("xl/workbook.bin") || has("xl/workbook.xml") || has("_rels/.rels") {
        let parts = unpacked(&mut archive, is_of_workbook)?;
        return Ok((Form::Xlsx, xlsx::read(&parts)?));
    }
    if has("content.xml") {
        let parts = unpacked(&mut archive, |name| name == "content.xml")?;
        return Ok((Form::Ods, ods::read(text_of(&parts, "content.xml")?)?));
    }
    Err(Unread::Unknown)
}

/// What tells the values of cells. Pictures, macros and what lies elsewhere do not.
fn is_of_workbook(name: &str) -> bool {
    let folded = name.to_ascii_lowercase();
    let is_markup = [".xml", ".rels", ".bin"].iter().any(|ending| folded.ends_with(ending));
    let is_other = ["/media/", "/drawings/", "/externallinks/", "/pivot", "/charts/", "/theme/", "/printersettings/"];
    is_markup && !folded.ends_with("vbaproject.bin") && !is_other.iter().any(|part| folded.contains(part))
}

fn unpacked(archive: &mut ZipArchive<Cursor<&[u8]>>, is_wanted: impl Fn(&str) -> bool) -> Result<Parts, Unread> {
    let mut left = MOST_UNPACKED;
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let part = match archive.by_index(index) {
            Ok(part) => part,
            Err(zip::result::ZipError::UnsupportedArchive(why)) if why.contains("assword") => {
                return Err(Unread::Locked);
            }
            Err(_) => return Err(Unread::Broken),
        };
        let Ok(name) = part.name().map(std::borrow::Cow::into_owned) else { continue };
        if !is_wanted(&name) || part.is_dir() {
            continue;
        }
        let mut content = Vec::new();
        // One byte more than there may be tells that there is more.
        part.take(left + 1).read_to_end(&mut content).map_err(|_| Unread::Broken)?;
        left = left.checked_sub(content.len() as u64).ok_or(Unread::Swollen)?;
        parts.insert(name, content);
    }
    Ok(parts)
}

fn text_of<'a>(parts: &'a Parts, name: &str) -> Result<&'a str, Unread> {
    let content = parts.get(name).ok_or(Unread::Broken)?;
    std::str::from_utf8(content).map_err(|_| Unread::Broken)
}
