//! The folder that a sandbox keeps its keys in, and says where it is.

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

/// It says where the sandbox is for as long as there is this.
pub(crate) struct Directory {
    path: PathBuf,
    /// Those that are kept in it.
    credentials: Arc<Credentials>,
    /// Locked: two sandboxes would take each other's word back.
    _lock: File,
}

impl Directory {
    /// Makes the folder, if there is none, for its owner alone. In one that is there, nothing of anybody else's is changed;
    /// what a sandbox that was killed has said is taken back.
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
        // Nobody wants these keys in a repository, worthless as they are. Whoever has said otherwise is believed.
        let ignored = if path.join(IGNORED).symlink_metadata().is_ok() { Ok(()) } else { write(&path, IGNORED, "*\n") };
        let begun = ignored.and_then(|()| remove(&path.join(FACTS))).and_then(|()| forget_authority(&path));
        begun.map_err(|error| failed(error.to_string()))?;
        Ok(Self { path, credentials: Arc::new(credentials), _lock: lock })
    }

    /// The keys that were kept, or made when the folder was.
    pub(crate) fn credentials(&self) -> Arc<Credentials> {
        self.credentials.clone()
    }

    /// Writes the authority, which is another at each start, and `sandbox.json`: whoever finds that can begin.
    fn announce(&self, news: &News, keys: Keys) -> Result<(), SandboxError> {
        let facts = facts(&news.addresses, &self.credentials, keys, &news.admin_token);
        let own = claim::facts_are_own(&self.path, &self.credentials.merchant_serial)
            .and_then(|()| news.authority.as_ref().map_or(Ok(()), |_| claim::authority_is_own(&self.path)));
        own.map_err(|problem| self.failed(problem))?;
        let authority = news.authority.as_ref().map_or(Ok(()), |pem| write(&self.path, AUTHORITY, pem));
        // A merchant that changes over while the sandbox runs gets the file of its other key.
        for (name, content) in files_of(&self.credentials, keys) {
            if !claim::is_kept(&self.path, name, content).map_err(|problem| self.failed(problem))? {
                write(&self.path, name, content).map_err(|error| self.failed(error))?;
            }
        }
        let written = authority.and_then(|()| write(&self.path, FACTS, &format!("{facts:#}\n")));
        written.map_err(|error| self.failed(error))
    }

    /// Takes back what was said.
    fn retract(&self) -> Result<(), String> {
        claim::facts_are_own(&self.path, &self.credentials.merchant_serial)?;
        remove(&self.path.join(FACTS)).map_err(|error| error.to_string())
    }

    fn failed(&self, error: impl std::fmt::Display) -> SandboxError {
        SandboxError::Path { path: self.path.clone(), problem: error.to_string() }
    }
}

/// What `sandbox.json` says beside the keys.
pub(crate) struct News {
    pub(crate) addresses: Addresses,
    pub(crate) admin_token: String,
    /// The authority that clients have to believe, as PEM; with TLS.
    pub(crate) authority: Option<String>,
}

/// Where it is said that the sandbox runs: nowhere, if it has no folder.
pub(crate) struct Board {
    news: News,
    /// For as long as it says so.
    directory: Mutex<Option<Directory>>,
}

impl Board {
    pub(crate) fn new(news: News, directory: Option<Directory>) -> Self {
        Self { news, directory: Mutex::new(directory) }
    }

    /// Says what is so. `keys` are those of WeChat Pay that the first merchant has.
    pub(crate) fn announce(&self, keys: Keys) -> Result<(), SandboxError> {
        let directory = self.directory.lock().unwrap_or_else(PoisonError::into_inner);
        directory.as_ref().map_or(Ok(()), |directory| directory.announce(&self.news, keys))
    }

    /// From now on nothing says that the sandbox runs.
    pub(crate) fn retract(&self) {
        drop(self.directory.lock().unwrap_or_else(PoisonError::into_inner).take());
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        if let Err(error) = self.retract() {
            tracing::warn!(%error, path = %self.path.display(), "sandbox.json may say that the sandbox runs, and it does not");
        }
    }
}

/// The keys that were kept, or new ones.
fn credentials(folder: &Path) -> Result<Credentials, String> {
    if let Some(kept) = claim::kept(folder)? {
        return Credentials::of(kept).map_err(|error| format!("`{KEYS}` in it: {error}"));
    }
    let made = Kept::make()?;
    let text = serde_json::to_string_pretty(&made).map_err(|error| error.to_string())?;
    write(folder, KEYS, &text).map_err(|error| error.to_string())?;
    Credentials::of(made)
}

/// The files of clients, with what is in them.
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

/// Removes the key of the authority that earlier versions have kept beside its certificate: it could sign for any host.
fn forget_authority(folder: &Path) -> std::io::Result<()> {
    let path = folder.join(AUTHORITY_KEY);
    match read(&path)?.zip(read(&folder.join(AUTHORITY))?) {
        Some((key, certificate)) if tls::was_kept(&key, &certificate) => remove(&path),
        _ => Ok(()),
    }
}

/// What anybody needs to begin. Keys and certificates are files beside it.
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
/// The keys of both sides, as they are kept.
const KEYS: &str = "keys.json";
const FACTS: &str = "sandbox.json";
const MERCHANT_KEY: &str = "apiclient_key.pem";
const MERCHANT_CERTIFICATE: &str = "apiclient_cert.pem";
const PUBLIC_KEY: &str = "pub_key.pem";
const PLATFORM_CERTIFICATE: &str = "wechatpay_cert.pem";
const AUTHORITY: &str = "ca.pem";
const AUTHORITY_KEY: &str = "ca_key.pem";
