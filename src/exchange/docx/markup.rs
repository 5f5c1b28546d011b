//! Paragraphs and runs of text, each in its language and direction.

use std::borrow::Cow;
use std::cell::RefCell;

use maud::{Markup, html};

use super::super::programme::Programme;
use super::super::words::Words;
use crate::model::Language;

/// The namespace of the elements of a document (ECMA-376, part 1).
pub const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What all parts of a document are written with.
pub struct Writer<'a> {
    /// What is handed out.
    pub programme: &'a Programme,
    links: RefCell<Vec<String>>,
}

/// How a run of text looks, beside the style of its paragraph.
#[derive(Clone, Copy, Default)]
pub struct Look {
    pub bold: bool,
    pub soft: bool,
    pub struck: bool,
    /// A character style.
    pub style: Option<&'static str>,
}

impl Look {
    pub const PLAIN: Self = Self { bold: false, soft: false, struck: false, style: None };
    pub const BOLD: Self = Self { bold: true, ..Self::PLAIN };
    pub const SOFT: Self = Self { soft: true, ..Self::PLAIN };
    /// The word for what does not take place.
    pub const OFF: Self = Self { style: Some("Off"), ..Self::PLAIN };

    /// The same, struck through where `is`.
    pub fn struck(self, is: bool) -> Self {
        Self { struck: is, ..self }
    }
}

impl<'a> Writer<'a> {
    pub fn new(programme: &'a Programme) -> Self {
        Self { programme, links: RefCell::default() }
    }

    /// Whether the document runs from the right.
    pub fn is_rtl(&self) -> bool {
        self.programme.language() == Language::Arabic
    }

    /// A run of text that has no language of its own, such as a name, or is in the leading one.
    pub fn run(&self, text: &str, look: Look) -> Markup {
        let has_arabic = text.chars().any(is_arabic);
        run(text, look, if has_arabic { Language::Arabic } else { self.programme.language() }, has_arabic)
    }

    /// The text in all languages, in one line.
    pub fn words(&self, words: &Words, look: Look) -> Markup {
        html! {
            @for (place, (language, text)) in words.iter().enumerate() {
                @if place > 0 { (self.run(" / ", Look { style: None, ..look })) }
                (in_language(language, text, look))
            }
        }
    }

    /// The text in all languages, a line each in one paragraph: a heading that is one, a cell whose edge is.
    pub fn lines(&self, words: &Words, look: Look) -> Markup {
        html! {
            @for (place, (language, text)) in words.iter().enumerate() {
                @if place > 0 { w:r { w:br {} } }
                (in_language(language, text, if place > 0 { Look { soft: true, bold: false, ..look } } else { look }))
            }
        }
    }

    /// The text `id` in all languages.
    pub fn label(&self, id: &str, look: Look) -> Markup {
        self.words(&self.programme.labels.each(|texts| texts.text(id).to_owned()), look)
    }

    /// A paragraph.
    pub fn paragraph(&self, style: &str, content: &Markup) -> Markup {
        paragraph(style, self.is_rtl(), content)
    }

    /// A heading of the first level, on a new page or not.
    pub fn heading(&self, on_new_page: bool, content: &Markup) -> Markup {
        html! {
            w:p {
                w:pPr {
                    w:pStyle w:val="Heading1" {}
                    @if on_new_page { w:pageBreakBefore {} }
                    @if self.is_rtl() { w:bidi {} }
                }
                (content)
            }
        }
    }

    /// A paragraph for each language, one under the other.
    pub fn stacked(&self, style: &str, words: &Words, look: Look) -> Markup {
        html! {
            @for (place, (language, text)) in words.iter().enumerate() {
                @let look = if place > 0 { Look { soft: true, bold: false, ..look } } else { look };
                (paragraph(style, self.is_rtl() || language == Language::Arabic, &in_language(language, text, look)))
            }
            @if words.is_empty() { (self.paragraph(style, &Markup::default())) }
        }
    }

    /// A cell for each language where there are two, which are read side by side; else one cell with all.
    pub fn paired(&self, style: &str, words: &Words, look: Look) -> Vec<Markup> {
        let [first, second] = self.programme.languages.as_slice() else {
            return vec![self.stacked(style, words, look)];
        };
        let cell = |language: Language| {
            let content =
                if words.is_empty() { Markup::default() } else { in_language(language, words.get(language), look) };
            paragraph(style, self.is_rtl() || language == Language::Arabic, &content)
        };
        vec![cell(*first), cell(*second)]
    }

    /// How many columns [`Self::paired`] fills.
    pub fn columns(&self) -> usize {
        if self.programme.languages.len() == 2 { 2 } else { 1 }
    }

    /// `content`, to be clicked. The address has to be safe.
    pub fn link(&self, address: &str, content: &Markup) -> Markup {
        let mut links = self.links.borrow_mut();
        links.push(address.to_owned());
        html! { w:hyperlink r:id=(link_id(links.len())) w:history="1" { (content) } }
    }

    /// Every address that was linked, with its name.
    pub fn links(&self) -> Vec<(String, String)> {
        self.links.borrow().iter().zip(1..).map(|(address, number)| (link_id(number), address.clone())).collect()
    }

    /// A number that Word fills in: `PAGE` or `NUMPAGES`. In parts, for others show what stands in a simple one instead of
    /// counting.
    pub fn field(&self, name: &str) -> Markup {
        html! {
            w:r { w:fldChar w:fldCharType="begin" {} }
            w:r { w:instrText xml:space="preserve" { " " (name) " " } }
            w:r { w:fldChar w:fldCharType="separate" {} }
            (self.run("1", Look::PLAIN))
            w:r { w:fldChar w:fldCharType="end" {} }
        }
    }
}

/// The text of the leading language.
pub fn leading(words: &Words, look: Look) -> Markup {
    words.iter().next().map(|(language, text)| in_language(language, text, look)).unwrap_or_default()
}

fn paragraph(style: &str, is_rtl: bool, content: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} @if is_rtl { w:bidi {} } } (content) } }
}

fn link_id(number: usize) -> String {
    format!("link{number}")
}

fn in_language(language: Language, text: &str, look: Look) -> Markup {
    run(text, look, language, language == Language::Arabic)
}

/// A run; its lines are lines there, too.
fn run(text: &str, look: Look, language: Language, is_rtl: bool) -> Markup {
    let text = clean(text);
    html! {
        w:r {
            w:rPr {
                @if let Some(style) = look.style { w:rStyle w:val=(style) {} }
                @if look.bold { w:b {} w:bCs {} }
                @if look.struck { w:strike {} }
                @if look.soft && look.style.is_none() { w:color w:val="56606C" {} }
                @if is_rtl { w:rtl {} }
                (tag(language))
            }
            @for (place, line) in text.lines().enumerate() {
                @if place > 0 { w:br {} }
                w:t xml:space="preserve" { (line) }
            }
        }
    }
}

/// Which language a text is in, for spelling and for reading aloud.
pub fn tag(language: Language) -> Markup {
    html! {
        @match language {
            Language::English => { w:lang w:val="en-GB" {} }
            Language::French => { w:lang w:val="fr-FR" {} }
            Language::Spanish => { w:lang w:val="es-ES" {} }
            Language::Russian => { w:lang w:val="ru-RU" {} }
            Language::Chinese => { w:lang w:eastAsia="zh-CN" {} }
            Language::Arabic => { w:lang w:bidi="ar-SA" {} }
        }
    }
}

/// The language of the document as its settings have it.
pub fn theme_language(language: Language) -> Markup {
    html! {
        @match language {
            Language::English => { w:themeFontLang w:val="en-GB" {} }
            Language::French => { w:themeFontLang w:val="fr-FR" {} }
            Language::Spanish => { w:themeFontLang w:val="es-ES" {} }
            Language::Russian => { w:themeFontLang w:val="ru-RU" {} }
            Language::Chinese => { w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN" {} }
            Language::Arabic => { w:themeFontLang w:val="en-GB" w:bidi="ar-SA" {} }
        }
    }
}

/// `text` without what XML 1.0 can not hold.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_forbidden =
        |c: char| matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(is_forbidden) { Cow::Owned(text.replace(is_forbidden, "")) } else { Cow::Borrowed(text) }
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_can_not_hold_is_left_out() {
        assert_eq!(clean("a\0b\u{8}c\u{ffff}d\u{b}e\n\t<f>"), "abcde\n\t<f>");
    }
}
