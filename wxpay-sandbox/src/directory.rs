//! The folder that a sandbox keeps its keys in, and says where it is.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::addresses::Addresses;
use crate::credentials::{Credentials, Kept};
use crate::tls::Authority;
use crate::{SandboxError, Shared};

/// It says where the sandbox is for as long as there is this.
pub(crate) struct Directory {
    path: PathBuf,
    /// Locked: two sandboxes would take each other's word back.
    _lock: File,
}

impl Directory {
    /// Makes the folder, if there is none, for its owner alone. What a sandbox that was killed has said is taken back.
    pub(crate) fn open(path: PathBuf) -> std::result::Result<Self, SandboxError> {
        let is_new = !path.exists();
        let lock = make_private_folder(&path)
            .and_then(|()| reopened(&path.join(LOCK)))
            .map_err(|error| failed(&path, error))?;
        lock.try_lock().map_err(|_| failed(&path, "another sandbox runs there"))?;
        let directory = Self { path, _lock: lock };
        // Nobody wants these keys in a repository, worthless as they are.
        let ignored = if is_new { directory.write(".gitignore", "*\n") } else { Ok(()) };
        ignored.and_then(|()| directory.retract()).map_err(|error| directory.failed(error))?;
        Ok(directory)
    }

    /// The keys that were kept, or new ones.
    pub(crate) fn credentials(&self) -> std::result::Result<Credentials, SandboxError> {
        let kept = match self.read(KEYS).map_err(|error| self.failed(error))? {
            Some(kept) => serde_json::from_str(&kept).map_err(|error| self.failed(error))?,
            None => {
                let made = Kept::make().map_err(SandboxError::Keys)?;
                let text = serde_json::to_string_pretty(&made).map_err(|error| self.failed(error))?;
                self.write(KEYS, &text).map_err(|error| self.failed(error))?;
                made
            }
        };
        Credentials::of(kept).map_err(|error| self.failed(error))
    }

    /// The authority that was kept, or a new one.
    pub(crate) fn authority(&self) -> std::result::Result<Authority, SandboxError> {
        let kept = self.read(AUTHORITY_KEY).and_then(|key| Ok(key.zip(self.read(AUTHORITY)?)));
        if let Some((key, certificate)) = kept.map_err(|error| self.failed(error))? {
            return Authority::restore(&key, certificate).map_err(|error| self.failed(error));
        }
        let made = Authority::make().map_err(SandboxError::Keys)?;
        let written =
            self.write(AUTHORITY_KEY, &made.private_key()).and_then(|()| self.write(AUTHORITY, &made.certificate));
        written.map_err(|error| self.failed(error))?;
        Ok(made)
    }

    /// Writes the merchant's files, and last of all `sandbox.json`: whoever finds that can begin.
    pub(crate) fn announce(&self, shared: &Shared) -> std::result::Result<(), SandboxError> {
        let Credentials { merchant_private_key, merchant_certificate, public_key, platform_certificate, .. } =
            &*shared.credentials;
        let files = [
            (MERCHANT_KEY, merchant_private_key),
            (MERCHANT_CERTIFICATE, merchant_certificate),
            (PUBLIC_KEY, public_key),
            (PLATFORM_CERTIFICATE, platform_certificate),
        ];
        let written = files.into_iter().try_for_each(|(name, content)| self.write(name, content));
        let facts = facts(&shared.addresses, &shared.credentials, &shared.admin.token);
        written.and_then(|()| self.write(FACTS, &format!("{facts:#}\n"))).map_err(|error| self.failed(error))
    }

    /// Takes back what was said.
    fn retract(&self) -> Result<()> {
        match fs::remove_file(self.path.join(FACTS)) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn read(&self, name: &str) -> Result<Option<String>> {
        match fs::read_to_string(self.path.join(name)) {
            Ok(text) => Ok(Some(text)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// All of it or nothing, and for the owner alone.
    fn write(&self, name: &str, content: &str) -> Result<()> {
        let unfinished = self.path.join(format!(".{name}.new"));
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = new_private(&unfinished)?;
        file.write_all(content.as_bytes())?;
        file.sync_all()?;
        fs::rename(&unfinished, self.path.join(name))
    }

    fn failed(&self, error: impl std::fmt::Display) -> SandboxError {
        failed(&self.path, error)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        if let Err(error) = self.retract() {
            tracing::warn!(%error, path = %self.path.display(), "sandbox.json says that the sandbox runs, and it does not");
        }
    }
}

/// What anybody needs to begin. Keys and certificates are files beside it.
fn facts(addresses: &Addresses, credentials: &Credentials, admin_token: &str) -> Value {
    let mut facts = json!({
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
        "platform_public_key_id": credentials.public_key_id,
        "platform_public_key": PUBLIC_KEY,
        "platform_certificate_serial": credentials.platform_serial,
        "platform_certificate": PLATFORM_CERTIFICATE,
    });
    if let (true, Some(members)) = (addresses.tls, facts.as_object_mut()) {
        members.insert("tls_authority".to_owned(), AUTHORITY.into());
    }
    facts
}

fn failed(path: &Path, error: impl std::fmt::Display) -> SandboxError {
    SandboxError::Path { path: path.to_owned(), problem: error.to_string() }
}

/// The file of this name, new or not, for its owner alone.
fn reopened(path: &Path) -> Result<File> {
    match new_private(path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => OpenOptions::new().write(true).open(path),
        opened => opened,
    }
}

/// A new file of this name, for its owner alone.
pub(crate) fn new_private(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Takes a file that is there away from everybody but its owner.
pub(crate) fn keep_private(path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            tracing::warn!(path = %path.display(), mode = format!("{:o}", mode & 0o777), "others could open it; not any more");
            fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(())
}

fn make_private_folder(path: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

const LOCK: &str = ".lock";
/// The keys of both sides, as they are kept.
const KEYS: &str = "keys.json";
const FACTS: &str = "sandbox.json";
const MERCHANT_KEY: &str = "apiclient_key.pem";
const MERCHANT_CERTIFICATE: &str = "apiclient_cert.pem";
const PUBLIC_KEY: &str = "pub_key.pem";
const PLATFORM_CERTIFICATE: &str = "wechatpay_cert.pem";
const AUTHORITY: &str = "ca.pem";
const AUTHORITY_KEY: &str = "ca_key.pem";

/// Every appid belongs to every merchant here; this one is as good as any.
pub(crate) const APPID: &str = "wxd678efh567hg6787";
