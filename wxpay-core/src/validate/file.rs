//! Checks the file of a request, and the members about it.

use super::rules::Subject;
use super::{Check, FileNameProblem, Problem, header_safe};
use crate::payload::{Field, Trail};
use crate::value::Upload;

impl Check<'_> {
    pub(super) fn content(&mut self, at: &Trail<'_>, field: &Field, file: &Upload) {
        // The macro refuses such a declaration, unless an alias hides it.
        if self.file.is_none_or(|own| !std::ptr::eq(own, file)) {
            let reason = "a request has at most one file, and its objects have none";
            return self.report(at, Problem::Unwritable(reason.to_owned()));
        }
        self.characters(at, file.name());
        if let Some(reason) = unnamable(file.name()) {
            return self.report(at, Problem::FileName(reason));
        }
        if file.mime().is_empty() || !header_safe(file.mime()) {
            self.report(at, Problem::Header);
        }
        self.rules(at, field, Subject::File(file));
    }
}

/// Compares digests without case, since WeChat Pay writes both. Accepts any digest if this crate cannot compute one.
pub(super) fn same_digest(file: &Upload, text: &str) -> bool {
    file.sha256().is_none_or(|digest| digest.eq_ignore_ascii_case(text))
}

/// The reason why a form cannot carry a file with this name.
fn unnamable(name: &str) -> Option<FileNameProblem> {
    if name.is_empty() {
        Some(FileNameProblem::Empty)
    } else if name.contains(['"', '\\', '/']) {
        Some(FileNameProblem::QuoteOrSlash)
    } else {
        name.chars().any(char::is_control).then_some(FileNameProblem::Control)
    }
}
