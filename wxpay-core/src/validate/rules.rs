//! Applies rules: each is an arm of one function. `payload::rule` says which kinds of members each rule fits.

use super::file::same_digest;
use super::{Check, Problem, url};
use crate::payload::{Field, Rule, Trail, Unit};
use crate::value::Upload;

/// A value as a rule sees it. A rule about another kind of value accepts it.
#[derive(Clone, Copy)]
pub(super) enum Subject<'a> {
    Text(&'a str),
    Integer(i128),
    /// The number of elements of an array.
    Elements(usize),
    File(&'a Upload),
}

impl Check<'_> {
    /// Reports each rule of the member that its value breaks.
    pub(super) fn rules(&mut self, at: &Trail<'_>, field: &Field, subject: Subject<'_>) {
        for rule in field.rules {
            if let Some(problem) = self.broken(at, rule, subject) {
                self.report(at, problem);
            }
        }
    }

    #[inline]
    fn broken(&self, at: &Trail<'_>, rule: &Rule, subject: Subject<'_>) -> Option<Problem> {
        match *rule {
            Rule::Len { min, max, unit } => match subject {
                Subject::Text(text) => self.text_length(at, text, (min, max, unit)),
                Subject::File(file) => length(file.content().len(), min, max, Unit::Bytes),
                _ => None,
            },
            Rule::Pattern(pattern) => (!pattern.is_match(subject.text()?)).then(|| Problem::Pattern(pattern.as_str())),
            Rule::Range { min, max } => {
                let Subject::Integer(value) = subject else { return None };
                let allowed = (i128::from(min)..=i128::from(max)).contains(&value);
                (!allowed).then_some(Problem::Range { value, min, max })
            }
            Rule::Items { min, max } => {
                let Subject::Elements(count) = subject else { return None };
                (!(min..=max).contains(&count)).then_some(Problem::Items { count, min, max })
            }
            Rule::Url { path } => url::check(subject.text()?, path, self.policy).err().map(Problem::Url),
            Rule::Check(check) => {
                let checked = match subject {
                    Subject::Text(text) => check.text(text),
                    Subject::Integer(value) => check.integer(value),
                    _ => return None,
                };
                checked.err().map(Problem::Check)
            }
            Rule::FileName => {
                let text = subject.text()?;
                (self.file?.name() != text).then_some(Problem::OtherFile { what: "name" })
            }
            Rule::Sha256 => {
                let text = subject.text()?;
                (!same_digest(self.file?, text)).then_some(Problem::OtherFile { what: "SHA-256" })
            }
            Rule::Extensions(allowed) => {
                let Subject::File(file) = subject else { return None };
                let fits = allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(file.extension()));
                (!fits).then_some(Problem::Extension { allowed })
            }
        }
    }

    fn text_length(&self, at: &Trail<'_>, text: &str, (min, max, unit): (usize, usize, Unit)) -> Option<Problem> {
        if unit == Unit::Bytes && self.policy.bytes {
            return length(text.len(), min, max, Unit::Bytes);
        }
        if unit == Unit::Bytes && text.len() > max {
            tracing::warn!(pointer = %at, bytes = text.len(), max, "the live service counts bytes");
        }
        length(text.chars().count(), min, max, Unit::Characters)
    }
}

impl<'a> Subject<'a> {
    fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The problem of a ciphertext whose length is not the documented one.
pub(crate) fn sealed_length(field: &Field, text: &str) -> Option<Problem> {
    field.rules.iter().find_map(|rule| match *rule {
        Rule::Len { min, max, unit: Unit::Characters } => length(text.len(), min, max, Unit::Characters),
        _ => None,
    })
}

/// The problem of a text to be encrypted whose length is not the documented one.
pub(super) fn plain_length(field: &Field, text: &str) -> Option<Problem> {
    field.rules.iter().find_map(|rule| match *rule {
        Rule::Len { min, max, unit: Unit::Plaintext } => length(text.chars().count(), min, max, Unit::Plaintext),
        _ => None,
    })
}

pub(super) fn length(length: usize, min: usize, max: usize, unit: Unit) -> Option<Problem> {
    let allowed = (min..=max).contains(&length);
    (!allowed).then_some(Problem::Length { length, min, max, unit })
}
