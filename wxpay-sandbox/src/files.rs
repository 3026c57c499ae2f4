//! Files that only their owner can read.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Result, Write as _};
use std::path::Path;

/// The text of a file, or `None` if there is no file. A broken link and anything but a regular file are errors: the link is
/// somebody's, and reading a pipe would block.
pub(crate) fn read(path: &Path) -> Result<Option<String>> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => Ok(None),
        Err(error) => Err(error),
        Ok(found) if !found.is_file() => Err(ErrorKind::InvalidInput.into()),
        Ok(_) => fs::read_to_string(path).map(Some),
    }
}

/// Writes a file of the folder, atomically.
pub(crate) fn write(folder: &Path, name: &str, content: &str) -> Result<()> {
    let unfinished = folder.join(format!(".{name}{UNFINISHED}"));
    remove(&unfinished)?;
    let mut file = new_private(&unfinished)?;
    file.write_all(content.as_bytes())?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(name))
}

/// Deletes a file, if it exists.
pub(crate) fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Opens the file for writing, and creates it if it does not exist.
pub(crate) fn reopened(path: &Path) -> Result<File> {
    match new_private(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && !fs::metadata(path)?.is_file() => {
            Err(ErrorKind::InvalidInput.into())
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => OpenOptions::new().write(true).open(path),
        opened => opened,
    }
}

/// Creates a file.
pub(crate) fn new_private(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Removes the permissions of everybody but the owner.
pub(crate) fn keep_private(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            tracing::warn!(path = %path.display(), mode = format!("{:o}", mode & 0o777), "others could open this file; their permissions were removed");
            fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o700))?;
        }
    }
    Ok(())
}

/// Creates the folder if it does not exist, and warns if others can write to it.
pub(crate) fn make_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o022 != 0 {
            let mode = format!("{:o}", mode & 0o7777);
            tracing::warn!(path = %path.display(), mode, "others can replace the keys in this folder; `chmod go-w` prevents that");
        }
    }
    Ok(())
}

/// Suffix of a file that is being written.
pub(crate) const UNFINISHED: &str = ".new";
