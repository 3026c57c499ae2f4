//! Reads a path with holes, as the documentation prints it: `/v3/refund/domestic/refunds/{out_refund_no}`.

use syn::{Error, LitStr};

use crate::errors::Errors;

/// The names of the holes, in order. Only the first mistake in a path is reported.
pub(crate) fn holes(path: &LitStr, errors: &mut Errors) -> Vec<String> {
    let mut names = Vec::new();
    errors.ok(start(path).and_then(|()| segments(path, &mut names)));
    names
}

/// Refuses a text that does not begin as a path does, such as an address or a whole request line.
fn start(path: &LitStr) -> syn::Result<()> {
    let text = path.value();
    if ROOTS.iter().any(|root| text.starts_with(root)) {
        return Ok(());
    }
    let start = ROOTS.iter().filter_map(|root| text.find(root)).min();
    if let Some(inner) = start.and_then(|start| text.get(start..)) {
        return Err(Error::new_spanned(path, format!("a path begins with `/v3/` or `/brand/`; expected `{inner}`")));
    }
    Err(Error::new_spanned(path, format!("path `{text}` does not begin with `/v3/` or `/brand/`")))
}

/// Reads all segments, and notes the names of the holes.
fn segments(path: &LitStr, names: &mut Vec<String>) -> syn::Result<()> {
    let text = path.value();
    if text.replace("{r#", "{").contains(['?', '#']) {
        return Err(Error::new_spanned(
            path,
            "a path has no query string and no fragment; a field without a hole goes into the query of a `GET`",
        ));
    }
    // Some paths end with a slash.
    let text = text.strip_suffix('/').unwrap_or(&text);
    let mut first = Ok(());
    for text in text.split('/').skip(1) {
        let read = segment(path, text, names);
        first = first.and(read);
    }
    first
}

fn segment(path: &LitStr, text: &str, names: &mut Vec<String>) -> syn::Result<()> {
    if text.is_empty() {
        return Err(Error::new_spanned(path, "a segment is empty; expected one `/` between two segments"));
    }
    if [".", ".."].contains(&text) {
        return Err(Error::new_spanned(
            path,
            format!("the segment `{text}` would be resolved on the way; leave it out"),
        ));
    }
    let Some(brace) = text.find(['{', '}']) else { return literal(path, text) };
    let (before, rest) = text.split_at(brace);
    let inside = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'));
    let Some((name, behind)) = inside.filter(|(name, _)| !name.contains('{')) else {
        return Err(Error::new_spanned(path, "a brace is not closed, or not opened; a hole is written `{name}`"));
    };
    hole(path, name, names)?;
    if before.is_empty() && behind.is_empty() {
        return Ok(());
    }
    if behind.contains('{') {
        segment(path, behind, names)?;
    }
    Err(Error::new_spanned(path, format!("`{{{name}}}` is not a whole segment of the path")))
}

/// Notes the name, even if other characters surround it.
fn hole(path: &LitStr, written: &str, names: &mut Vec<String>) -> syn::Result<()> {
    // The pages write some members with hyphens.
    let name = written.trim().trim_start_matches("r#").replace('-', "_");
    let name: String = name.chars().take_while(|character| is_name(*character)).collect();
    if name.is_empty() {
        return Err(Error::new_spanned(path, "a hole without name; a hole is written `{name}`"));
    }
    if names.contains(&name) {
        return Err(Error::new_spanned(path, format!("`{{{name}}}` is there twice; a path names a hole once")));
    }
    names.push(name.clone());
    if name != written {
        return Err(Error::new_spanned(path, format!("a hole holds a member's name alone; expected `{{{name}}}`")));
    }
    Ok(())
}

/// Checks a literal segment. Other libraries spell holes in ways that look like one.
fn literal(path: &LitStr, text: &str) -> syn::Result<()> {
    let Some(stranger) = text.chars().find(|character| !is_name(*character) && !"-.~".contains(*character)) else {
        return Ok(());
    };
    let name: String = text.chars().filter(|character| is_name(*character)).collect();
    if matches!(stranger, ':' | '<' | '$' | '*') && text.starts_with(stranger) && !name.is_empty() {
        return Err(Error::new_spanned(path, format!("`{text}` is not a hole; expected `{{{name}}}`")));
    }
    Err(Error::new_spanned(
        path,
        format!("`{stranger}` cannot stand in a path; allowed are letters, digits and `-_.~`"),
    ))
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}

/// The possible beginnings of a path.
const ROOTS: [&str; 2] = ["/v3/", "/brand/"];
