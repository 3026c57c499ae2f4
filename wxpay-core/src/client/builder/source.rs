//! A key or a certificate as it was given: as text, or as a file, which is read at once.

use std::path::Path;

use zeroize::Zeroizing;

use super::fault::origin;
use crate::keys::{KeyError, read_key_file};

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
        let said = matches!(
            text,
            Err(KeyError::Unreadable { .. }
                | KeyError::EmptyFile(_)
                | KeyError::LargeFile { .. }
                | KeyError::NoFile { .. }
                | KeyError::NoPath)
        );
        Self { text, path: (!said).then(|| path.display().to_string()) }
    }

    /// A file that has nothing else in it but perhaps a line's end.
    pub(super) fn file_alone(path: &Path) -> Self {
        let mut source = Self::file(path);
        source.text = source.text.map(|text| Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
        source
    }

    /// The file that has it, for what is wrong in it.
    pub(super) fn path(&self) -> Option<String> {
        self.path.clone()
    }

    /// The file, or that there is none, for findings that are right.
    pub(super) fn origin(&self) -> String {
        origin(&self.path)
    }
}
