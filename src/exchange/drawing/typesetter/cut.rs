//! Where to cut a text that is too long.

use std::ops::Range;

use parley::Layout;

use super::super::source::Source;
use super::{Faces, Shape};
use crate::look::Rgb;

/// Where the text may end so that an ellipsis fits behind it in the last line that may be, the best place last. The
/// layout has one line more than may be.
pub(super) fn ends_that_fit(
    layout: &Layout<Rgb>,
    source: &Source,
    shape: Shape,
    max_lines: usize,
    faces: &Faces,
) -> Vec<usize> {
    let last = max_lines - 1;
    let mut clusters = Vec::new();
    for line in layout.lines().skip(last) {
        for run in line.runs() {
            clusters.extend(run.clusters().map(|cluster| (cluster.text_range(), cluster.advance())));
        }
    }
    clusters.sort_by_key(|(range, _): &(Range<usize>, f32)| range.start);
    let style = source.style_at(clusters.last().map_or(0, |(range, _)| range.start));
    let room = shape.width.unwrap_or(f32::INFINITY) - faces.ellipses[style.weight as usize] * style.size;

    let mut ends = vec![0];
    ends.extend(clusters.first().map(|(range, _)| end_of_words(source, range.start)));
    let (mut x, mut word) = (0.0, None);
    let mut is_within_a_word = false;
    for (range, advance) in clusters {
        let text = &source.text[range.clone()];
        if text == "\n" {
            is_within_a_word = false;
            break;
        }
        let is_space = text.chars().all(char::is_whitespace);
        if is_space {
            word = Some(range.start);
        }
        is_within_a_word = !is_space;
        x += advance;
        if x > room {
            break;
        }
        is_within_a_word = false;
        ends.push(end_of_words(source, range.end));
    }
    if is_within_a_word && let Some(end) = word {
        let end = end_of_words(source, end);
        ends.retain(|&other| other <= end);
    }
    ends.dedup();
    ends
}

/// The text up to `end` without the spaces and separators that lead on to what is cut.
fn end_of_words(source: &Source, end: usize) -> usize {
    let leads_on = |c: char| c.is_whitespace() || super::super::source::is_bidi_control(c) || ",;:·–—-(/".contains(c);
    source.text[..end].trim_end_matches(leads_on).len()
}
