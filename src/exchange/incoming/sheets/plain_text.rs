//! Tables as text: in which encoding, and what stands between cells.

use std::borrow::Cow;

use super::room::{Growing, Room};
use super::{Form, Sheet, TextChoices};
use crate::exchange::encoding::{decoded, guessed};
use crate::exchange::incoming::grid::Unread;

/// What can stand between cells.
pub const SEPARATORS: [u8; 4] = *b"\t;,|";

/// So much is looked at to guess a separator, in bytes.
const SAMPLE: usize = 256 << 10;
/// So many rows are looked at to guess a separator.
const SAMPLE_ROWS: usize = 40;

/// Reads a text.
///
/// # Errors
/// It is none, or too long.
pub fn read(bytes: &[u8], choices: TextChoices) -> Result<(Form, Vec<Sheet>), Unread> {
    let encoding = choices.encoding.unwrap_or_else(|| guessed(bytes));
    let (text, _) = decoded(bytes, encoding);
    if looks_binary(&text) {
        return Err(Unread::NoText);
    }
    if is_of_machines(&text) {
        return Err(Unread::Unknown);
    }
    // Rows are counted by the one sort of break that the reader counts.
    let text = if text.contains("\r\n") { Cow::Owned(text.replace("\r\n", "\n")) } else { text };
    let (told, text) = told_separator(&text);
    let separator = choices.separator.or(told).unwrap_or_else(|| separator_of(text));
    let mut room = Room::default();
    let mut growing = Growing::new("");
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    let mut within = 0;
    while let Ok(true) = reader.read_record(&mut record) {
        // Lines within cells are none of the table.
        let line = record.position().map_or(0, |position| position.line() as usize).saturating_sub(within + 1);
        for (column, cell) in record.iter().enumerate() {
            within += cell.bytes().filter(|&byte| byte == b'\n').count();
            growing.put(&mut room, (line, column), cell.to_owned())?;
        }
    }
    Ok((Form::Text(encoding, separator), vec![growing.done()?]))
}

/// Whether it is full of controls that no table has.
fn looks_binary(text: &str) -> bool {
    let sample = || text.chars().take(4096);
    let odd = sample().filter(|&c| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace())).count();
    odd * 10 > sample().count().max(1)
}

/// Whether it begins as markup or data of programs do, and no table does.
fn is_of_machines(text: &str) -> bool {
    let mut letters = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).chars();
    let (first, second) = (letters.next(), letters.next());
    let opens = |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '{' | '"');
    match first {
        Some('<') => second.is_some_and(|c| c.is_alphabetic() || matches!(c, '!' | '?')),
        Some('{' | '[' | '(') => second.is_some_and(opens),
        _ => false,
    }
}

/// Excel says in a first line what stands between cells.
fn told_separator(text: &str) -> (Option<u8>, &str) {
    let line = text.lines().next().unwrap_or_default();
    match line.trim_matches('"').strip_prefix("sep=").map(str::as_bytes) {
        Some(&[separator]) => (Some(separator), text[line.len()..].trim_start_matches(['\r', '\n'])),
        _ => (None, text),
    }
}

/// What parts the first rows into as many cells each.
fn separator_of(text: &str) -> u8 {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
    let head: String = text[..end].split_inclusive('\n').take(SAMPLE_ROWS * 4).collect();
    let score = |&separator: &u8| {
        let mut widths: Vec<usize> = Vec::new();
        let mut reader = reader(&head, separator);
        let mut record = csv::StringRecord::new();
        while widths.len() < SAMPLE_ROWS && matches!(reader.read_record(&mut record), Ok(true)) {
            widths.push(record.len());
        }
        let most = widths.iter().max_by_key(|width| widths.iter().filter(|other| other == width).count()).copied();
        let most = most.unwrap_or(1);
        let alike = widths.iter().filter(|&&width| width == most).count();
        // First whether it parts at all, then how evenly, in tenths, then into how many.
        (most > 1, alike * 10 / widths.len().max(1), most)
    };
    SEPARATORS.into_iter().rev().max_by_key(score).unwrap_or(b'\t')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(separator)
        // A quotation mark without its other half is an ordinary one.
        .quoting(text.bytes().filter(|&byte| byte == b'"').count() % 2 == 0)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::encoding::encoding_called;

    fn cells(bytes: &[u8]) -> (String, char, Vec<Vec<String>>) {
        let (form, sheets) = read(bytes, TextChoices::default()).unwrap();
        let Form::Text(encoding, separator) = form else { panic!("{form:?}") };
        let rows = sheets.into_iter().next().unwrap().rows;
        (encoding.name().to_owned(), char::from(separator), rows.into_iter().map(|row| row.cells).collect())
    }

    #[test]
    fn encodings_are_told_by_their_marks_and_guessed_without() {
        let russian =
            "Название;Начало;Зал\r\nОткрытие конференции;09:30;Пленарный зал\r\nОбеденный перерыв;12:30;Фойе\r\n";
        let french =
            "Titre;Début;Salle\r\nCérémonie d’ouverture;9h30;Salle plénière\r\nDéjeuner à l’hôtel;12h30;Été\r\n";
        let encode = |text: &str, name: &str| encoding_called(name).unwrap().encode(text).0.into_owned();
        let utf_16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        for (bytes, text, name) in [
            (russian.as_bytes().to_vec(), russian, "UTF-8"),
            ([b"\xef\xbb\xbf", russian.as_bytes()].concat(), russian, "UTF-8"),
            (encode(russian, "windows-1251"), russian, "windows-1251"),
            (encode(french, "windows-1252"), french, "windows-1252"),
            ([b"\xff\xfe".to_vec(), utf_16(russian, false)].concat(), russian, "UTF-16LE"),
            ([b"\xfe\xff".to_vec(), utf_16(french, true)].concat(), french, "UTF-16BE"),
            (utf_16(french, false), french, "UTF-16LE"),
            (utf_16(russian, true), russian, "UTF-16BE"),
        ] {
            let (found, separator, rows) = cells(&bytes);
            assert_eq!((found.as_str(), separator), (name, ';'), "{text}");
            assert_eq!(rows[1][0], text.lines().nth(1).unwrap().split(';').next().unwrap());
        }
    }

    #[test]
    fn what_stands_between_cells_is_what_parts_rows_evenly() {
        for (text, separator) in [
            ("a,b\r\n\"c, d; e\",f\r\n", ','),
            ("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n", ';'),
            ("a\tb, c\nd\te, f\n", '\t'),
            ("a|b\nc|d\n", '|'),
            ("sep=;\na;b,c,d\n", ';'),
            ("title,notes\n\"two\nlines; said, so\",x\nq,\"a;b;c;d\"\n", ','),
        ] {
            let (_, found, rows) = cells(text.as_bytes());
            assert_eq!(found, separator, "{text}: {rows:?}");
            assert!(rows.iter().all(|row| row.len() > 1), "{rows:?}");
        }
    }

    #[test]
    fn cells_stand_as_they_are_and_rows_keep_their_numbers() {
        let (_, sheets) = read(b"\" a\r\nb \",c\r\n,\r\nd,e", TextChoices::default()).unwrap();
        let rows: Vec<(usize, &str)> = sheets[0].rows.iter().map(|row| (row.number, row.cells[0].as_str())).collect();
        assert_eq!(rows, [(1, " a\nb "), (3, "d")]);
    }

    #[test]
    fn what_is_chosen_counts() {
        let choices = TextChoices { encoding: encoding_called("windows-1252"), separator: Some(b',') };
        let (form, sheets) = read("é;b,c".as_bytes(), choices).unwrap();
        assert_eq!(form, Form::Text(choices.encoding.unwrap(), b','));
        assert_eq!(sheets[0].rows[0].cells, ["Ã©;b", "c"]);
    }

    #[test]
    fn pages_and_data_are_no_tables() {
        for text in [
            "<!DOCTYPE html>\n<p>a;b",
            "<?xml version=\"1.0\"?>",
            "{\"a\": 1}",
            " [[1,2],[3]]",
            "((((",
            "(\n  format: 1,",
        ] {
            assert_eq!(read(text.as_bytes(), TextChoices::default()), Err(Unread::Unknown), "{text}");
        }
        for text in ["(draft);Day\nOne;17.11.2025", "[x];Title\n;One", "<5 people;Room\n1;A"] {
            assert!(read(text.as_bytes(), TextChoices::default()).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b"\x89PNG\r\n\x1a\n\0\0"[..], &[0x93_u8, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17]] {
            assert_eq!(read(bytes, TextChoices::default()), Err(Unread::NoText));
        }
    }
}
