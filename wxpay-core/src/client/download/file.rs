//! A file that is written under a temporary name, and renamed when it is complete.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use tokio::fs::{self, File};

use crate::sign::nonce;

/// A file that is being written. It is deleted unless it is kept.
pub(super) struct PartFile {
    pub(super) file: File,
    part: Part,
    path: PathBuf,
}

impl PartFile {
    /// Creates the temporary file for `path`. Creating does not await: a caller that is cancelled there would leave the file
    /// behind.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        // A folder cannot be replaced, and a device must not be.
        if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "the path exists and is not a regular file"));
        }
        let nameless = || io::Error::new(io::ErrorKind::InvalidInput, "the path has no file name");
        let name = path.file_name().ok_or_else(nameless)?;
        let mut part = OsString::from(".");
        part.push(name);
        part.push(format!(".{}.part", nonce().map_err(io::Error::other)?));
        let part = path.with_file_name(part);
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        // Only the owner may read a bill.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = File::from_std(options.open(&part)?);
        Ok(Self { file, part: Part(Some(part)), path: path.to_owned() })
    }

    /// Renames the file to its path, after it was written to the disk.
    pub(super) async fn keep(mut self) -> io::Result<()> {
        self.file.sync_all().await?;
        if let Some(part) = &self.part.0 {
            fs::rename(part, &self.path).await?;
        }
        self.part.0 = None;
        Ok(())
    }
}

/// The path of a file that is deleted on drop.
struct Part(Option<PathBuf>);

impl Drop for Part {
    fn drop(&mut self) {
        let Some(part) = &self.0 else { return };
        if let Err(error) = std::fs::remove_file(part) {
            tracing::warn!(%error, part = %part.display(), "an unfinished download cannot be deleted");
        }
    }
}
