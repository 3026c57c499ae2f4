//! The file of a request, and what its members say of it.

use super::rules::Subject;
use super::{Check, FileNameProblem, Problem, header_safe};
use crate::payload::{Field, Trail};
use crate::value::Upload;

impl Check<'_> {
    pub(super) fn content(&mut self, at: &Trail<'_>, field: &Field, file: &Upload) {
        // The macro refuses it, unless an alias hides it.
        if self.file.is_none_or(|own| !std::ptr::eq(own, file)) {
            let reason = "a request has one file, and none in its objects";
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

/// WeChat Pay writes digests in either case. What cannot be made here is not doubted.
pub(super) fn same_digest(file: &Upload, text: &str) -> bool {
    file.sha256().is_none_or(|digest| digest.eq_ignore_ascii_case(text))
}

/// The reason why a form cannot carry a file of this name.
fn unnamable(name: &str) -> Option<FileNameProblem> {
    if name.is_empty() {
        Some(FileNameProblem::Empty)
    } else if name.contains(['"', '\\', '/']) {
        Some(FileNameProblem::QuoteOrSlash)
    } else {
        name.chars().any(char::is_control).then_some(FileNameProblem::Control)
    }
}
