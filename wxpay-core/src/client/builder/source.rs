//! A key or a certificate as it was given: as text, or as a file, which is read at once.

use std::path::Path;

use zeroize::Zeroizing;

use super::fault::origin;
use crate::keys::{KeyError, read_key_file};

/// PEM text or an APIv3 key, or the error of reading it.
pub(super) struct Source {
    pub(super) text: Result<Zeroizing<String>, KeyError>,
    /// The file, if there is one and the error does not name it.
    path: Option<String>,
}

impl Source {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self { text: Ok(Zeroizing::new(text.into())), path: None }
    }

    pub(super) fn file(path: &Path) -> Self {
        let text = read_key_file(path);
        // These errors name the path, or hide it on purpose.
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

    /// Reads a file with nothing else in it than the key, except for a line break at the end.
    pub(super) fn file_alone(path: &Path) -> Self {
        let mut source = Self::file(path);
        source.text = source.text.map(|text| Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()));
        source
    }

    /// The file, for errors about its content.
    pub(super) fn path(&self) -> Option<String> {
        self.path.clone()
    }

    /// The file, or that there is no file, for findings that are right.
    pub(super) fn origin(&self) -> String {
        origin(&self.path)
    }
}
