//! The file around a document: an archive of parts that point at each other (ECMA-376, part 2).

use std::io::{Cursor, Write as _};

use chrono::SecondsFormat;
use maud::{Markup, html};
use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use super::markup::{WORDS, Writer, clean, theme_language};
use super::sheet::Sheet;
use super::styles;

const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// What is written by others.
pub struct Document {
    pub body: Markup,
    pub header: Markup,
    pub footer: Markup,
}

/// The bytes of the file. Its parts carry no moment but the one that is printed on them.
pub fn pack(writer: &Writer<'_>, sheet: &Sheet, document: Document) -> ZipResult<Vec<u8>> {
    let Document { body, header, footer } = document;
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_links()),
        ("docProps/core.xml", properties(writer)),
        (
            "word/document.xml",
            html! {
                w:document xmlns:w=(WORDS) xmlns:r=(LINKS) { w:body { (body) (sheet.section(writer.is_rtl())) } }
            },
        ),
        ("word/header1.xml", html! { w:hdr xmlns:w=(WORDS) xmlns:r=(LINKS) { (header) } }),
        ("word/footer1.xml", html! { w:ftr xmlns:w=(WORDS) xmlns:r=(LINKS) { (footer) } }),
        ("word/styles.xml", styles::styles(writer.programme)),
        ("word/settings.xml", settings(writer)),
        ("word/_rels/document.xml.rels", document_links(writer)),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        archive.start_file(name, SimpleFileOptions::default())?;
        archive.write_all(b"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")?;
        archive.write_all(part.0.as_bytes())?;
    }
    if let Some((_, png)) = writer.programme.house.png() {
        archive.start_file("word/media/logo.png", SimpleFileOptions::default())?;
        archive.write_all(&png)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn content_types() -> Markup {
    let parts = [
        ("document", "document.main"),
        ("header1", "header"),
        ("footer1", "footer"),
        ("styles", "styles"),
        ("settings", "settings"),
    ];
    html! {
        Types xmlns={ (PACKAGE) "/content-types" } {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="png" ContentType="image/png" {}
            Default Extension="xml" ContentType="application/xml" {}
            @for (name, kind) in parts {
                Override PartName={ "/word/" (name) ".xml" } ContentType={ (KIND) "." (kind) "+xml" } {}
            }
            Override PartName="/docProps/core.xml"
                ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
        }
    }
}

fn package_links() -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            Relationship Id="document" Type={ (LINKS) "/officeDocument" } Target="word/document.xml" {}
            Relationship Id="properties" Type={ (PACKAGE) "/relationships/metadata/core-properties" }
                Target="docProps/core.xml" {}
        }
    }
}

fn document_links(writer: &Writer<'_>) -> Markup {
    html! {
        Relationships xmlns={ (PACKAGE) "/relationships" } {
            @for (id, kind) in [("header", "header1"), ("footer", "footer1"), ("styles", "styles"), ("settings", "settings")] {
                Relationship Id=(id) Type={ (LINKS) "/" (id) } Target={ (kind) ".xml" } {}
            }
            @if writer.programme.house.picture().is_some() {
                Relationship Id="logo" Type={ (LINKS) "/image" } Target="media/logo.png" {}
            }
            @for (id, address) in writer.links() {
                Relationship Id=(id) Type={ (LINKS) "/hyperlink" } Target=(address) TargetMode="External" {}
            }
        }
    }
}

/// Without it Word takes a document for one of its oldest versions, and says so above it.
fn settings(writer: &Writer<'_>) -> Markup {
    html! {
        w:settings xmlns:w=(WORDS) {
            w:zoom w:percent="100" {}
            w:defaultTabStop w:val="720" {}
            w:characterSpacingControl w:val="doNotCompress" {}
            w:compat {
                w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15" {}
            }
            (theme_language(writer.programme.language()))
            w:decimalSymbol w:val="." {}
            w:listSeparator w:val="," {}
        }
    }
}

fn properties(writer: &Writer<'_>) -> Markup {
    let programme = writer.programme;
    let made = programme.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    html! {
        cp:coreProperties xmlns:cp={ (PACKAGE) "/metadata/core-properties" } xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {
            dc:title { (clean(&programme.title.joined())) }
            dc:subject { (clean(&programme.release_words().joined())) }
            dc:language { (programme.language().code()) }
            dcterms:created xsi:type="dcterms:W3CDTF" { (made) }
            dcterms:modified xsi:type="dcterms:W3CDTF" { (made) }
        }
    }
}
