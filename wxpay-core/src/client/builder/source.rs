//! A key or a certificate as it was given: as text, or as a file, which is read at once.

use std::fmt;
use std::path::Path;

use zeroize::Zeroizing;

use crate::keys::{KeyError, read_key_file};
use crate::text::escaped;

/// PEM text or an APIv3 key, or why there is none.
pub(super) struct Source {
    pub(super) text: Result<Zeroizing<String>, KeyError>,
    /// Where it was read, if it was.
    path: Option<String>,
}

impl Source {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: Ok(Zeroizing::new(text.into())), path: None }
    }

    pub(super) fn file(path: &Path) -> Self {
        let text = read_key_file(path);
        // Other errors have the path in them, or hide it.
        let said = matches!(text, Err(KeyError::Unreadable { .. } | KeyError::NoFile { .. } | KeyError::NoPath));
        Self { text, path: (!said).then(|| path.display().to_string()) }
    }

    /// A file that has nothing else in it but perhaps a line's end.
    pub(super) fn file_alone(path: &Path) -> Self {
        let mut source = Self::file(path);
        source.text = source.text.map(|text| Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
        source
    }

    /// `problem`, with the file that has it.
    pub(super) fn told(&self, problem: impl fmt::Display) -> String {
        match &self.path {
            Some(path) => format!("{}: {problem}", escaped(path)),
            None => problem.to_string(),
        }
    }

    /// Where it comes from, for findings that are right.
    pub(super) fn origin(&self) -> String {
        self.path.as_ref().map_or_else(|| "given as text".to_owned(), |path| escaped(path).to_string())
    }
}
