//! What the marks of a page are in the structure of a PDF.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind};

use super::super::{Group, Mark, Part};
use super::one_line;
use crate::model::Language;

/// Text in a group of a kind. Where a paragraph has to be around it, there is one.
pub(super) fn text(leaves: Vec<Node>, part: Option<Part>) -> Vec<Node> {
    let is_bare = match part {
        Some(
            Part::Heading(_) | Part::Paragraph | Part::Span | Part::HeadCell | Part::Cell | Part::Item | Part::Figure,
        ) => true,
        Some(Part::Section | Part::Table | Part::Row | Part::List | Part::Decoration) | None => false,
    };
    if is_bare || leaves.is_empty() {
        return leaves;
    }
    vec![Node::Group(TagGroup::with_children(Tag::P, leaves))]
}

/// A link with what it is called.
pub(super) fn link(link: Identifier, mut leaves: Vec<Node>) -> Node {
    leaves.push(Node::Leaf(link));
    Node::Group(TagGroup::with_children(Tag::Link, leaves))
}

/// More of what a link is called.
pub(super) fn extend(link: &mut Node, leaves: Vec<Node>) {
    if let Node::Group(group) = link {
        // Before the link itself, in the order of the text.
        let end = group.children.len().saturating_sub(1);
        group.children.splice(end..end, leaves);
    }
}

/// The node of a group, unless it would be empty.
pub(super) fn group(group: &Group, language: Option<Language>, children: Vec<Node>) -> Option<TagGroup> {
    let code = language.map(|language| language.code().to_owned());
    let children = match group.part {
        // A cell without a text is still a cell, and the cells after it are in their columns because of it.
        Part::Cell | Part::HeadCell => children,
        _ if children.is_empty() => return None,
        Part::Item => vec![Node::Group(TagGroup::with_children(Tag::LBody, children))],
        Part::Table => rows_and_heads(children),
        Part::Row => cells(children),
        _ => children,
    };
    Some(TagGroup::with_children(tag(group).with_lang(code), children))
}

fn tag(group: &Group) -> TagKind {
    match group.part {
        Part::Section => Tag::Section.into(),
        Part::Heading(level) => {
            let level = NonZeroU16::new(level.clamp(1, 6).into()).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(name_of(group))).into()
        }
        Part::Paragraph => Tag::P.into(),
        Part::Span => Tag::Span.into(),
        Part::Table => Tag::Table.with_summary(group.label.as_deref().map(one_line)).into(),
        Part::Row => Tag::TR.into(),
        Part::HeadCell => Tag::TH(TableHeaderScope::Row).into(),
        Part::Cell => Tag::TD.into(),
        Part::List => Tag::L(ListNumbering::None).into(),
        Part::Item => Tag::LI.into(),
        Part::Figure => Tag::Figure(Some(name_of(group))).into(),
        Part::Decoration => Tag::Div.into(),
    }
}

/// The rows, with the first ones that only have head cells apart.
fn rows_and_heads(children: Vec<Node>) -> Vec<Node> {
    let is_head = |row: &Node| matches!(row, Node::Group(row) if row.children.iter().all(is_head_cell));
    let heads = children.iter().take_while(|node| is_head(node)).count();
    if heads == 0 || heads == children.len() {
        return children;
    }
    let mut children = children;
    let body = children.split_off(heads);
    vec![
        Node::Group(TagGroup::with_children(Tag::THead, children)),
        Node::Group(TagGroup::with_children(Tag::TBody, body)),
    ]
}

/// The cells of a row. Where all of them are heads, each names its column.
fn cells(mut children: Vec<Node>) -> Vec<Node> {
    if children.iter().all(is_head_cell) {
        for cell in &mut children {
            if let Node::Group(TagGroup { tag: TagKind::TH(tag), .. }) = cell {
                tag.set_scope(TableHeaderScope::Column);
            }
        }
    }
    children
}

fn is_head_cell(cell: &Node) -> bool {
    matches!(cell, Node::Group(TagGroup { tag: TagKind::TH(_), .. }))
}

/// What a group is called: its label, or else its text.
fn name_of(group: &Group) -> String {
    fn push_texts(name: &mut String, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Text { paragraph, .. } => {
                    name.push_str(if name.is_empty() { "" } else { " " });
                    name.push_str(paragraph.text());
                }
                Mark::Group(group) => push_texts(name, &group.marks),
                _ => {}
            }
        }
    }
    let mut name = group.label.clone().unwrap_or_default();
    if name.trim().is_empty() {
        push_texts(&mut name, &group.marks);
    }
    let name = one_line(&name);
    // The standard wants a name, and a dash is as good as none.
    if name.trim().is_empty() { "–".to_owned() } else { name }
}
