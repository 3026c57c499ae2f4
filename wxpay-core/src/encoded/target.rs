//! Path and query as they are signed and sent: written so that nothing on the way rewrites them.

use percent_encoding::utf8_percent_encode;

use super::EncodeError;
use crate::spelling::RESERVED;

/// A target that is being written.
pub(crate) struct Target {
    text: String,
    separator: char,
}

impl Target {
    /// Fills the holes of a path `template`. `fill` is called with the name of each hole, and writes its value.
    pub(crate) fn of(
        template: &'static str,
        mut fill: impl FnMut(&str, &mut Self) -> Result<(), EncodeError>,
    ) -> Result<Self, EncodeError> {
        let mut target = Self { text: String::with_capacity(template.len() + USUAL_VALUES), separator: '?' };
        let mut rest = template;
        while let Some((literal, hole)) = rest.split_once('{') {
            let (name, tail) = hole.split_once('}').ok_or(EncodeError::OpenBrace { path: template })?;
            target.text.push_str(literal);
            fill(name, &mut target)?;
            rest = tail;
        }
        target.text.push_str(rest);
        Ok(target)
    }

    /// Writes a value, percent-encoded.
    pub(crate) fn value(&mut self, value: &str) {
        self.text.extend(percent(value));
    }

    /// Writes a name and its value into the query.
    pub(crate) fn pair(&mut self, name: &str, value: &str) {
        self.text.push(std::mem::replace(&mut self.separator, '&'));
        self.value(name);
        self.text.push('=');
        self.value(value);
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// Percent-encodes a text, except for unreserved characters.
pub(crate) fn percent(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// Tells whether URL libraries leave the byte unchanged in path and query.
pub(crate) fn survives(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/?%".contains(&byte)
}

/// A rule of targets. A target that breaks it would not be sent as it is signed, or not to the right host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TargetProblem {
    /// The target does not begin with a slash.
    #[error("is not a path: it does not begin with `/`")]
    NotAPath,
    /// The target begins with two slashes, which a host follows.
    #[error("is not a path: what follows `//` is a host")]
    Authority,
    /// The target has characters that a URL library encodes.
    #[error("has characters that must be percent-encoded")]
    Characters,
    /// The target has a segment `.` or `..`, encoded or not, which a URL library removes.
    #[error("has a segment `.` or `..`, which is removed before it is sent")]
    Dots,
}

/// Checks that `target`, appended to a base URL, is sent to that host and unchanged.
pub(crate) fn check(target: &str) -> Result<(), TargetProblem> {
    if !target.starts_with('/') {
        return Err(TargetProblem::NotAPath);
    }
    if target.starts_with("//") {
        return Err(TargetProblem::Authority);
    }
    if !target.bytes().all(survives) {
        return Err(TargetProblem::Characters);
    }
    let path = path(target).to_ascii_lowercase().replace("%2e", ".");
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        return Err(TargetProblem::Dots);
    }
    Ok(())
}

/// The target without its query.
pub(crate) fn path(target: &str) -> &str {
    target.split_once('?').map_or(target, |(path, _)| path)
}

/// The values of the holes of `template` as they are written in `path`, each with its name, if `path` is the template with its
/// holes filled. No value is empty. A hole is a segment, or a part of one.
pub(crate) fn values<'a>(template: &'a str, path: &'a str) -> Option<Vec<(&'a str, &'a str)>> {
    let (mut template, mut path) = (template.split('/'), path.split('/'));
    let mut values = Vec::new();
    loop {
        match (template.next(), path.next()) {
            (None, None) => return Some(values),
            (Some(template), Some(path)) => values.extend(value_in(template, path)?),
            _ => return None,
        }
    }
}

/// The value of a segment's hole, if it has one. A segment with several holes has no value, and may have any text from the first
/// of them to the last.
fn value_in<'a>(template: &'a str, segment: &'a str) -> Option<Option<(&'a str, &'a str)>> {
    let Some((before, rest)) = template.split_once('{') else { return (template == segment).then_some(None) };
    let (name, after) = rest.rsplit_once('}')?;
    let value = segment.strip_prefix(before)?.strip_suffix(after).filter(|value| !value.is_empty())?;
    Some((!name.contains('}')).then_some((name, value)))
}

/// Most values of a path and a query fit into this number of bytes.
const USUAL_VALUES: usize = 64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sent_as_it_is_written_passes() {
        for target in ["/", "/v3/certificates", "/v3/a?b=/../c", "/v3/a:b@c/%2F..a", "/v3/%2e%2e%2e/a", "/v3/a//b"] {
            assert_eq!(check(target), Ok(()), "{target}");
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for (target, problem) in [
            ("", TargetProblem::NotAPath),
            ("v3/certificates", TargetProblem::NotAPath),
            ("@example.com/v3", TargetProblem::NotAPath),
            (".example.com/v3", TargetProblem::NotAPath),
            ("https://example.com/", TargetProblem::NotAPath),
            ("//example.com/v3", TargetProblem::Authority),
            ("/v3/a b", TargetProblem::Characters),
            ("/v3/茶", TargetProblem::Characters),
            ("/v3/a\r\nhost:b", TargetProblem::Characters),
            ("/v3\\..\\a", TargetProblem::Characters),
            ("/v3#a", TargetProblem::Characters),
            ("/v3/a?b=c d", TargetProblem::Characters),
            ("/v3/../certificates", TargetProblem::Dots),
            ("/v3/.", TargetProblem::Dots),
            ("/v3/%2e%2E/a", TargetProblem::Dots),
        ] {
            assert_eq!(check(target), Err(problem), "{target}");
        }
    }

    #[test]
    fn a_path_fits_the_template_that_it_was_made_of_and_no_other() {
        let template = "/v3/pay/{id}/close";
        assert_eq!(values(template, "/v3/pay/A%2F1/close"), Some(vec![("id", "A%2F1")]));
        for path in [
            "/v3/pay/A/1/close",
            "/v3/pay/A",
            "/v3/refund/A/close",
            "/v3/pay/A/close/",
            "/v3/pay/A/closed",
            "/v3/pay//close",
        ] {
            assert_eq!(values(template, path), None, "{path}");
        }
        assert_eq!(values("/v3/a", "/v3/a"), Some(Vec::new()));
        assert_eq!(values("/v3/a", "/v3/b"), None);
        assert_eq!(values("/v3/a-{b}.c", "/v3/a-1.c"), Some(vec![("b", "1")]));
        assert_eq!(values("/v3/a-{b}.c", "/v3/a-1.d"), None);
        assert_eq!(values("/v3/a{b}a", "/v3/aa"), None);
        assert_eq!(values("/v3/{a}-{b}", "/v3/1-2"), Some(Vec::new()));
        assert_eq!(values("/v3/{b", "/v3/1"), None);
    }
}
