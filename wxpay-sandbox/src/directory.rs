//! The folder that a sandbox keeps its keys in, and says where it is.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Result, Write as _};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::addresses::Addresses;
use crate::credentials::{Credentials, Kept};
use crate::keys::Keys;
use crate::products::present;
use crate::{SandboxError, Shared, tls};

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

    /// Removes the key of the authority that earlier versions have kept beside its certificate: it could sign for any host.
    pub(crate) fn forget_authority(&self) -> std::result::Result<(), SandboxError> {
        let forgotten = self.read(AUTHORITY_KEY).and_then(|key| match key.zip(self.read(AUTHORITY)?) {
            Some((key, certificate)) if tls::was_kept(&key, &certificate) => {
                fs::remove_file(self.path.join(AUTHORITY_KEY))
            }
            _ => Ok(()),
        });
        forgotten.map_err(|error| self.failed(error))
    }

    /// Writes the merchant's files, and last of all `sandbox.json`: whoever finds that can begin.
    pub(crate) fn announce(&self, shared: &Shared) -> std::result::Result<(), SandboxError> {
        let Credentials { merchant_private_key, merchant_certificate, public_key, platform_certificate, .. } =
            &*shared.credentials;
        let keys = shared.merchants.keys(&shared.credentials.mchid);
        let files = [
            (MERCHANT_KEY, Some(merchant_private_key)),
            (MERCHANT_CERTIFICATE, Some(merchant_certificate)),
            (PUBLIC_KEY, keys.has_public_key().then_some(public_key)),
            (PLATFORM_CERTIFICATE, keys.has_certificates().then_some(platform_certificate)),
            (AUTHORITY, shared.authority.as_ref()),
        ];
        let written = files
            .into_iter()
            .filter_map(|(name, content)| Some((name, content?)))
            .try_for_each(|(name, content)| self.write(name, content));
        let facts = facts(&shared.addresses, &shared.credentials, keys, &shared.admin.token);
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
/// Of earlier versions.
const AUTHORITY_KEY: &str = "ca_key.pem";

/// Every appid belongs to every merchant here; this one is as good as any.
pub(crate) const APPID: &str = "wxd678efh567hg6787";
