//! The file of a request, and what its members say of it.

use super::{Check, FileNameProblem, Problem, header_safe, length};
use crate::payload::{Field, Rule, Unit};
use crate::value::Upload;

impl Check<'_> {
    /// Whether a member says of the file what is so.
    pub(super) fn said(&self, so: impl Fn(&Upload) -> bool, what: &'static str) -> Option<Problem> {
        let file = self.file?;
        (!so(file)).then_some(Problem::OtherFile { what })
    }

    pub(super) fn content(&mut self, field: &'static Field, file: &Upload) {
        // The macro refuses it, unless an alias hides it.
        if self.file.is_none_or(|own| !std::ptr::eq(own, file)) {
            let reason = "a request has one file, and none in its objects";
            return self.report(field, Problem::Unwritable(reason.to_owned()));
        }
        self.characters(field, file.name());
        if let Some(reason) = unnamable(file.name()) {
            return self.report(field, Problem::FileName(reason));
        }
        if file.mime().is_empty() || !header_safe(file.mime()) {
            self.report(field, Problem::Header);
        }
        for rule in field.rules {
            let problem = match *rule {
                Rule::Len { min, max, .. } => length(file.content().len(), min, max, Unit::Bytes),
                Rule::Extensions(allowed) => {
                    let fits = allowed.iter().any(|allowed| allowed.eq_ignore_ascii_case(file.extension()));
                    (!fits).then_some(Problem::Extension { allowed })
                }
                _ => None,
            };
            if let Some(problem) = problem {
                self.report(field, problem);
            }
        }
    }
}

/// WeChat Pay writes digests in either case. What cannot be made here is not doubted.
pub(super) fn same_digest(file: &Upload, text: &str) -> bool {
    file.sha256().is_none_or(|digest| digest.eq_ignore_ascii_case(text))
}

/// Why a form cannot carry a file of this name.
fn unnamable(name: &str) -> Option<FileNameProblem> {
    if name.is_empty() {
        Some(FileNameProblem::Empty)
    } else if name.contains(['"', '\\', '/']) {
        Some(FileNameProblem::QuoteOrSlash)
    } else {
        name.chars().any(char::is_control).then_some(FileNameProblem::Control)
    }
}
