//! The folder of a sandbox: its keys, and `sandbox.json` with its addresses.

mod claim;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use fs4::FileExt;
use serde_json::{Value, json};

use crate::addresses::Addresses;
use crate::error::SandboxError;
use crate::files::{self, read, remove, write};
use crate::json::present;
use crate::keys::Keys;
use crate::keys::credentials::{Credentials, Kept};
use crate::parties::APPID;
use crate::serving::tls;

/// A sandbox's folder. While this value lives, `sandbox.json` in it is valid; dropping the value removes the file.
pub(crate) struct Directory {
    path: PathBuf,
    /// The credentials that are stored in it.
    credentials: Arc<Credentials>,
    /// Locked, because two sandboxes would remove each other's `sandbox.json`.
    _lock: File,
}

impl Directory {
    /// Creates the folder, if it does not exist, for its owner only. In an existing folder no foreign file is changed; the
    /// `sandbox.json` of a killed sandbox is removed.
    pub(crate) fn open(path: PathBuf, keys: Keys) -> Result<Self, SandboxError> {
        let failed = |problem: String| SandboxError::Path { path: path.clone(), problem };
        claim::claimed(&path).map_err(failed)?;
        let lock = files::make_private_folder(&path).and_then(|()| files::reopened(&path.join(LOCK)));
        let lock = lock.map_err(|error| failed(error.to_string()))?;
        FileExt::try_lock(&lock).map_err(|_| failed("another sandbox runs there".to_owned()))?;
        let credentials = credentials(&path).map_err(failed)?.with_keys(keys);
        claim::facts_are_own(&path, &credentials.merchant_serial).map_err(failed)?;
        let files = files_of(&credentials, keys);
        let missing: Result<Vec<_>, _> = files
            .into_iter()
            .map(|(name, content)| Ok((!claim::is_kept(&path, name, content)?).then_some((name, content))))
            .collect();
        for (name, content) in missing.map_err(failed)?.into_iter().flatten() {
            write(&path, name, content).map_err(|error| failed(error.to_string()))?;
        }
        // These keys are worthless, but nobody wants them in a repository. An existing `.gitignore` stays as it is.
        let ignored = if path.join(IGNORED).symlink_metadata().is_ok() { Ok(()) } else { write(&path, IGNORED, "*\n") };
        let begun = ignored.and_then(|()| remove(&path.join(FACTS))).and_then(|()| forget_authority(&path));
        begun.map_err(|error| failed(error.to_string()))?;
        Ok(Self { path, credentials: Arc::new(credentials), _lock: lock })
    }

    /// The stored credentials.
    pub(crate) fn credentials(&self) -> Arc<Credentials> {
        self.credentials.clone()
    }

    /// Writes the authority, which is another one at each start, and then `sandbox.json`: it appears when everything is ready.
    fn announce(&self, news: &News, keys: Keys) -> Result<(), SandboxError> {
        let facts = facts(&news.addresses, &self.credentials, keys, &news.admin_token);
        let own = claim::facts_are_own(&self.path, &self.credentials.merchant_serial)
            .and_then(|()| news.authority.as_ref().map_or(Ok(()), |_| claim::authority_is_own(&self.path)));
        own.map_err(|problem| self.failed(problem))?;
        let authority = news.authority.as_ref().map_or(Ok(()), |pem| write(&self.path, AUTHORITY, pem));
        // A merchant that changes its keys at run time gets the file of the new key.
        for (name, content) in files_of(&self.credentials, keys) {
            if !claim::is_kept(&self.path, name, content).map_err(|problem| self.failed(problem))? {
                write(&self.path, name, content).map_err(|error| self.failed(error))?;
            }
        }
        let written = authority.and_then(|()| write(&self.path, FACTS, &format!("{facts:#}\n")));
        written.map_err(|error| self.failed(error))
    }

    /// Removes `sandbox.json`.
    fn retract(&self) -> Result<(), String> {
        claim::facts_are_own(&self.path, &self.credentials.merchant_serial)?;
        remove(&self.path.join(FACTS)).map_err(|error| error.to_string())
    }

    fn failed(&self, error: impl std::fmt::Display) -> SandboxError {
        SandboxError::Path { path: self.path.clone(), problem: error.to_string() }
    }
}

/// The part of `sandbox.json` that is not keys.
pub(crate) struct News {
    pub(crate) addresses: Addresses,
    pub(crate) admin_token: String,
    /// The authority that clients have to trust, as PEM; `None` without TLS.
    pub(crate) authority: Option<String>,
}

/// The announcement of a running sandbox, in `sandbox.json`. A sandbox without a folder announces nothing.
pub(crate) struct Board {
    news: News,
    /// `None` once the announcement was removed.
    directory: Mutex<Option<Directory>>,
}

impl Board {
    pub(crate) fn new(news: News, directory: Option<Directory>) -> Self {
        Self { news, directory: Mutex::new(directory) }
    }

    /// Writes `sandbox.json`. `keys` are WeChat Pay's keys that the first merchant has.
    pub(crate) fn announce(&self, keys: Keys) -> Result<(), SandboxError> {
        let directory = self.directory.lock().unwrap_or_else(PoisonError::into_inner);
        directory.as_ref().map_or(Ok(()), |directory| directory.announce(&self.news, keys))
    }

    /// Removes `sandbox.json`.
    pub(crate) fn retract(&self) {
        drop(self.directory.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        if let Err(error) = self.retract() {
            tracing::warn!(%error, path = %self.path.display(), "sandbox.json could not be removed; the sandbox does not run any more");
        }
    }
}

/// Reads the stored credentials, or makes new ones.
fn credentials(folder: &Path) -> Result<Credentials, String> {
    if let Some(kept) = claim::kept(folder)? {
        return Credentials::of(kept).map_err(|error| format!("`{KEYS}` in it: {error}"));
    }
    let made = Kept::make()?;
    let text = serde_json::to_string_pretty(&made).map_err(|error| error.to_string())?;
    write(folder, KEYS, &text).map_err(|error| error.to_string())?;
    Credentials::of(made)
}

/// Names and contents of the files for clients.
fn files_of(credentials: &Credentials, keys: Keys) -> Vec<(&'static str, &str)> {
    let mut files: Vec<(_, &str)> = vec![
        (MERCHANT_KEY, &credentials.merchant_private_key),
        (MERCHANT_CERTIFICATE, &credentials.merchant_certificate),
    ];
    if keys.has_public_key() {
        files.push((PUBLIC_KEY, &credentials.public_key));
    }
    if keys.has_certificates() {
        files.push((PLATFORM_CERTIFICATE, &credentials.platform_certificate));
    }
    files
}

/// Removes the authority's private key, which earlier versions stored beside its certificate: it could sign for any host.
fn forget_authority(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(AUTHORITY_KEY);
    match read(&path)?.zip(read(&folder.join(AUTHORITY))?) {
        Some((key, certificate)) if tls::was_kept(&key, &certificate) => remove(&path),
        _ => Ok(()),
    }
}

/// The content of `sandbox.json`: everything that a client needs. Keys and certificates are files beside it.
fn facts(addresses: &Addresses, credentials: &Credentials, keys: Keys, admin_token: &str) -> Value {
    let (public_key, certificate) = (keys.has_public_key(), keys.has_certificates());
    present(json!({
        "base_url": addresses.url(),
        "backup_url": addresses.backup_url(),
        "admin_url": addresses.admin_url(),
        "admin_token": admin_token,
        "mchid": credentials.mchid,
        "appid": APPID,
        "api_v3_key": credentials.api_v3_key,
        "merchant_serial": credentials.merchant_serial,
        "merchant_private_key": MERCHANT_KEY,
        "merchant_certificate": MERCHANT_CERTIFICATE,
        "keys": keys,
        "platform_public_key_id": public_key.then_some(&credentials.public_key_id),
        "platform_public_key": public_key.then_some(PUBLIC_KEY),
        "platform_certificate_serial": certificate.then_some(&credentials.platform_serial),
        "platform_certificate": certificate.then_some(PLATFORM_CERTIFICATE),
        "tls_authority": addresses.tls.then_some(AUTHORITY),
        "https_proxy": addresses.tls.then(|| addresses.proxy_url()),
    }))
}

const LOCK: &str = ".lock";
const IGNORED: &str = ".gitignore";
/// The keys of both sides.
const KEYS: &str = "keys.json";
const FACTS: &str = "sandbox.json";
const MERCHANT_KEY: &str = "apiclient_key.pem";
const MERCHANT_CERTIFICATE: &str = "apiclient_cert.pem";
const PUBLIC_KEY: &str = "pub_key.pem";
const PLATFORM_CERTIFICATE: &str = "wechatpay_cert.pem";
const AUTHORITY: &str = "ca.pem";
const AUTHORITY_KEY: &str = "ca_key.pem";
