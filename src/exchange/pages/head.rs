//! The head of a document on its first page: the theme of the conference, and what documents of the Union say of themselves.

use super::super::drawing::{Area, Part};
use super::super::programme::fitted;
use super::block::Block;
use super::composer::{Composer, WHOLE};
use super::flow::LOGO;
use crate::texts::tid;

/// The share of the width that the symbol has.
const SIDE: f32 = 0.3;

/// The theme, and with `is_document` symbol, date, original language, who issues it and whom to ask; `None` where nothing of
/// that is known.
pub fn head(composer: &mut Composer<'_>, is_document: bool) -> Option<Block> {
    let programme = composer.programme;
    let head = &programme.head;
    let is_document = is_document && head.is_of_document();
    let mut block = composer.block();
    let after = logo(composer, &mut block);
    if head.theme.is_empty() && !is_document && after == 0.0 {
        return None;
    }
    let (margin, inner) = (composer.sheet.margin, composer.inner_width());
    let side = if is_document { inner * SIDE } else { 0.0 };
    let width = inner - after - side - if is_document { 18.0 } else { 0.0 };
    let labels = &programme.labels;
    let labelled = |id: &'static str, text: &str| {
        if text.is_empty() { String::new() } else { labels.labelled(labels.text(id).first(), text) }
    };
    let theme = composer.set_words(&head.theme, composer.medium(11.0), composer.weak(9.5), width, WHOLE);
    block.group(Part::Paragraph, |block| {
        block.words(margin + after, 0.0, width, &theme);
    });
    if is_document {
        let symbol = if head.symbol.is_empty() {
            String::new()
        } else {
            format!("{} {}", labels.text(tid("handout-document")).first(), head.symbol)
        };
        let lines = [
            (symbol, composer.strong(10.5)),
            (head.date.first().to_owned(), composer.plain(9.0)),
            (head.original.first().to_owned(), composer.plain(9.0)),
        ];
        let mut y = 0.0;
        for (text, style) in lines.into_iter().filter(|(text, _)| !text.is_empty()) {
            let line = composer.set_trailing(&text, style, side, WHOLE);
            block.group(Part::Paragraph, |block| y = block.text(margin + inner - side, y, side, &line));
        }
        let mut y = block.height + 3.0;
        for text in
            [labelled(tid("handout-source"), &head.issuer.joined()), labelled(tid("handout-contact"), &head.contact)]
        {
            let line = composer.set_leading(&text, composer.weak(9.0), inner, WHOLE);
            if !text.is_empty() {
                block.group(Part::Paragraph, |block| y = block.text(margin, y, inner, &line));
            }
        }
    }
    let rule = block.height + 5.0;
    let colour = if programme.house.second.is_some() { composer.colours.rule } else { composer.colours.strong_line };
    block.fill(Area::new(margin, rule, inner, 0.75), 0.0, colour);
    block.height = rule + 9.0;
    Some(block)
}

/// The mark of the house where the line begins, and how much of the line it takes.
fn logo(composer: &Composer<'_>, block: &mut Block) -> f32 {
    let Some(picture) = composer.programme.house.picture() else { return 0.0 };
    let (width, height) = fitted(&picture, LOGO);
    block.image(Area::new(composer.sheet.margin, 0.0, width, height), &picture);
    block.height = height;
    width + 14.0
}
