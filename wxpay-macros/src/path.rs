//! A path with holes, as the documentation prints it: `/v3/refund/domestic/refunds/{out_refund_no}`.

use syn::LitStr;

use crate::errors::Errors;

/// The names of the holes, in order.
pub(crate) fn holes(path: &LitStr, errors: &mut Errors) -> Vec<String> {
    let text = path.value();
    if !text.starts_with("/v3/") && !text.starts_with("/brand/") {
        errors.at(path, format!("path `{text}` does not begin with `/v3/` or `/brand/`"));
    }
    if text.contains(['?', '#']) {
        errors.at(
            path,
            "a path has no query string and no fragment; a field that is no hole goes into the query of a `GET`",
        );
    } else if let Some(character) = text.chars().find(|character| !is_plain(*character)) {
        errors.at(path, format!("`{character}` does not belong into a path; allowed are letters, digits and `-_.~`"));
    }
    let mut holes: Vec<String> = Vec::new();
    let mut rest = text.as_str();
    while let Some(start) = rest.find(['{', '}']) {
        let (before, hole) = rest.split_at(start);
        let closed = hole.strip_prefix('{').and_then(|hole| hole.split_once('}'));
        let Some((name, tail)) = closed.filter(|(name, _)| !name.contains(['{', '/'])) else {
            errors.at(path, "a brace is not closed, or not opened; a hole is written `{name}`");
            return holes;
        };
        if name.is_empty() {
            errors.at(path, "a hole without name; a hole is written `{name}`");
        } else if !before.ends_with('/') || !(tail.is_empty() || tail.starts_with('/')) {
            errors.at(path, format!("`{{{name}}}` is not a whole segment of the path"));
        } else if holes.iter().any(|other| other == name) {
            errors.at(path, format!("`{{{name}}}` is there twice; a path names a hole once"));
        } else {
            holes.push(name.to_owned());
        }
        rest = tail;
    }
    holes
}

fn is_plain(character: char) -> bool {
    character.is_ascii_alphanumeric() || "/-_.~{}".contains(character)
}
