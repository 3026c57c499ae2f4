//! Checks that a folder is a sandbox's, so that other files are never overwritten or deleted. The files have WeChat Pay's own
//! names: a folder with a merchant's real keys looks just like a sandbox's.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{AUTHORITY, FACTS, IGNORED, KEYS, LOCK};
use crate::files::{UNFINISHED, read};
use crate::keys::credentials::Kept;
use crate::serving::tls;

/// Refuses a folder that has files and is not a sandbox's, before anything in it is touched.
pub(super) fn claimed(folder: &Path) -> Result<(), String> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries.map_err(|error| error.to_string())?,
    };
    let names: Result<Vec<_>, _> = entries.map(|entry| entry.map(|entry| entry.file_name())).collect();
    let names = names.map_err(|error| error.to_string())?;
    if names.iter().any(|name| name == KEYS) {
        return kept(folder).map(drop);
    }
    let strangers = names.iter().map(|name| name.to_string_lossy()).filter(|name| !is_nothing(name));
    match strangers.min() {
        None => Ok(()),
        Some(stranger) => Err(format!(
            "it has `{stranger}` and is not a sandbox's folder, and your files are never overwritten; name an empty \
             or a new folder"
        )),
    }
}

/// Reads the keys that a sandbox has stored, if there are any.
pub(super) fn kept(folder: &Path) -> Result<Option<Kept>, String> {
    let text = read(&folder.join(KEYS)).map_err(|error| format!("`{KEYS}` in it cannot be read: {error}"))?;
    let kept = text.map(|text| serde_json::from_str(&text)).transpose();
    kept.map_err(|error| {
        format!("`{KEYS}` in it is not a sandbox's, and is not overwritten ({error}); name another folder")
    })
}

/// Returns true for a file that a sandbox may have left when its start was interrupted, or that an empty folder may have.
fn is_nothing(name: &str) -> bool {
    let unfinished = name.strip_prefix('.').is_some_and(|name| name.strip_suffix(UNFINISHED).is_some());
    unfinished || [LOCK, IGNORED, ".gitkeep", "lost+found"].contains(&name)
}

/// Returns true if the file exists with this content, and false if it does not exist. Another content is an error.
pub(super) fn is_kept(folder: &Path, name: &str, content: &str) -> Result<bool, String> {
    match read(&folder.join(name)) {
        Ok(None) => Ok(false),
        Ok(Some(found)) if found == content => Ok(true),
        Ok(Some(_)) => Err(format!(
            "`{name}` in it is not this sandbox's, and is not overwritten; move it away, and the sandbox \
             writes its own again"
        )),
        Err(error) => Err(format!("`{name}` in it cannot be read: {error}")),
    }
}

/// Refuses an authority that no sandbox has made.
pub(super) fn authority_is_own(folder: &Path) -> Result<(), String> {
    let found =
        read(&folder.join(AUTHORITY)).map_err(|error| format!("`{AUTHORITY}` in it cannot be read: {error}"))?;
    if found.is_none_or(|pem| tls::is_authority(&pem)) {
        return Ok(());
    }
    Err(format!("`{AUTHORITY}` in it is not a sandbox's, and is not overwritten; move it away, or name another folder"))
}

/// Refuses a `sandbox.json` that no sandbox with these keys has written.
pub(super) fn facts_are_own(folder: &Path, merchant_serial: &str) -> Result<(), String> {
    let found = read(&folder.join(FACTS)).map_err(|error| format!("`{FACTS}` in it cannot be read: {error}"))?;
    let own = |text: String| {
        let facts: Result<Value, _> = serde_json::from_str(&text);
        facts.is_ok_and(|facts| facts.get("merchant_serial").is_some_and(|serial| serial == merchant_serial))
    };
    if found.is_none_or(own) {
        return Ok(());
    }
    Err(format!("`{FACTS}` in it is not this sandbox's, and is not deleted; move it away, or name another folder"))
}
