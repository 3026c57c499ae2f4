//! The nearest known request line.

use std::cmp::Reverse;

use wxpay::server::match_path;

/// A known request line that resembles an unknown one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Nearest {
    /// Method and path. If the path was only mistyped, the holes have its values.
    pub line: String,
    /// True if hardly anything else can have been meant.
    pub is_mistyped: bool,
}

/// Finds the line nearest to an unknown request line. `lines` are methods and path templates. Returns `None` if all of them are
/// far, or if the path is right and only the method differs.
#[must_use]
pub fn nearest(method: &str, path: &str, lines: &[(&str, &'static str)]) -> Option<Nearest> {
    if path.len() > LONGEST || lines.iter().any(|(_, template)| match_path(template, path).is_some()) {
        return None;
    }
    let is_other = |other: &str| other != method;
    let mistyped = lines.iter().filter_map(|(other, template)| {
        let (path, distance) = spellings(path)
            .into_iter()
            .find_map(|path| Some((filled(template, &path)?, 1)))
            .or_else(|| Some((filled_nearly(template, path)?, distance(template, path)?)))?;
        Some(((is_other(other), distance, template.matches('{').count()), format!("{other} {path}")))
    });
    if let Some((_, line)) = mistyped.min() {
        return Some(Nearest { line, is_mistyped: true });
    }
    let comparable = lines.iter().filter(|(_, template)| may_be_similar(template.len(), path.len()));
    let similar = comparable.map(|(other, template)| {
        let alike = strsim::normalized_levenshtein(template, path);
        (alike, Reverse(is_other(other)), format!("{other} {template}"))
    });
    let (alike, _, line) = similar.max_by(|one, other| one.partial_cmp(other).unwrap_or(std::cmp::Ordering::Equal))?;
    (alike >= SIMILAR).then_some(Nearest { line, is_mistyped: false })
}

/// Spellings without the usual mistakes: a missing `/v3`, a doubled one, and superfluous slashes.
fn spellings(path: &str) -> Vec<String> {
    let trimmed = path.trim_end_matches('/');
    let single =
        path.split('/').filter(|segment| !segment.is_empty()).fold(String::new(), |path, segment| path + "/" + segment);
    vec![trimmed.to_owned(), format!("/v3{single}"), single.replacen("/v3/v3/", "/v3/", 1), single]
}

fn filled(template: &'static str, path: &str) -> Option<String> {
    match_path(template, path).map(|_| path.to_owned())
}

/// The template with the path's values in its holes.
fn filled_nearly(template: &str, path: &str) -> Option<String> {
    let segments = segments(template, path)?;
    let filled = segments.into_iter().map(|(known, given)| if known.contains('{') { given } else { known });
    Some(filled.collect::<Vec<_>>().join("/"))
}

/// Number of differing letters; `None` if a word, or all words together, have too many.
fn distance(template: &str, path: &str) -> Option<usize> {
    let mut sum = 0;
    for (known, given) in segments(template, path)?.into_iter().filter(|(known, _)| !known.contains('{')) {
        let differing = match known.eq_ignore_ascii_case(given) {
            true => usize::from(known != given),
            false => strsim::damerau_levenshtein(known, given),
        };
        if differing > (known.len() / LETTERS_A_MISTAKE).clamp(1, FARTHEST) {
            return None;
        }
        sum += differing;
    }
    (sum <= FARTHEST).then_some(sum)
}

fn segments<'a>(template: &'a str, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let is_long = |path: &str| path.matches('/').count();
    let pairs: Vec<_> = template.split('/').zip(path.split('/')).collect();
    let has_values = pairs.iter().all(|(known, given)| !known.contains('{') || !given.is_empty());
    (is_long(template) == is_long(path) && has_values).then_some(pairs)
}

/// Returns true if texts of these lengths can be [`SIMILAR`]. Most cannot, and are not compared.
fn may_be_similar(one: usize, other: usize) -> bool {
    5 * one.min(other) >= 4 * one.max(other)
}

/// Maximum number of differing letters in all words together.
const FARTHEST: usize = 2;
const LETTERS_A_MISTAKE: usize = 4;
/// Required similarity, from 0 to 1 (equal).
const SIMILAR: f64 = 0.8;
/// A path of more bytes than this is not a typing mistake.
const LONGEST: usize = 256;
