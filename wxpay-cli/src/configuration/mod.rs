//! Whom to call as, and whom to believe: from a TOML file, the environment and the command line, the later ones first.

mod file;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Deserialize;
use wxpay::client::{Builder, Client};
use wxpay::keys::{KeyError, read_key_file};
use zeroize::Zeroizing;

use crate::outcome::Failure;
use crate::{show, tell};

/// Where the configuration comes from.
#[derive(Args)]
#[command(next_help_heading = "Configuration")]
pub(crate) struct Source {
    /// A TOML file with the settings below, by their names with `_`; paths in it are relative to it
    ///
    /// By default wxpay.toml in the current folder, then in wxpay/ of the user's folder for configuration.
    #[arg(long, value_name = "FILE", env = "WXPAY_CONFIG", hide_env_values = true)]
    config: Option<PathBuf>,
    /// The folder that `wxpay sandbox --dir DIR` writes to, in place of a TOML file
    #[arg(long, value_name = "DIR", env = "WXPAY_SANDBOX", hide_env_values = true)]
    sandbox: Option<PathBuf>,
    #[command(flatten)]
    given: Settings,
}

/// What can be set.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The merchant number (商户号) that signs: in partner mode that of the service provider
    #[arg(long, env = "WXPAY_MCHID", hide_env_values = true)]
    #[serde(deserialize_with = "file::text_or_number")]
    pub(crate) mchid: Option<String>,
    /// The serial number of the merchant's API certificate (商户API证书序列号), unless the certificate is given
    #[arg(long, value_name = "HEX", env = "WXPAY_MERCHANT_SERIAL", hide_env_values = true)]
    pub(crate) merchant_serial: Option<String>,
    /// The merchant's private key: apiclient_key.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_PRIVATE_KEY", hide_env_values = true)]
    pub(crate) private_key: Option<PathBuf>,
    /// The merchant's API certificate: apiclient_cert.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_MERCHANT_CERTIFICATE", hide_env_values = true)]
    pub(crate) merchant_certificate: Option<PathBuf>,
    /// A file with the APIv3 key (APIv3密钥) alone; the key itself may stand in WXPAY_API_V3_KEY
    #[arg(long, value_name = "FILE", env = "WXPAY_API_V3_KEY_FILE", hide_env_values = true)]
    pub(crate) api_v3_key_file: Option<PathBuf>,
    /// A file with the APIv3 key before it, while one is exchanged for the other
    #[arg(long, value_name = "FILE", env = "WXPAY_PREVIOUS_API_V3_KEY_FILE", hide_env_values = true)]
    pub(crate) previous_api_v3_key_file: Option<PathBuf>,
    /// The ID of WeChat Pay's public key (微信支付公钥ID): PUB_KEY_ID_..
    #[arg(long, value_name = "ID", env = "WXPAY_PLATFORM_PUBLIC_KEY_ID", hide_env_values = true)]
    pub(crate) platform_public_key_id: Option<String>,
    /// WeChat Pay's public key: pub_key.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_PLATFORM_PUBLIC_KEY", hide_env_values = true)]
    pub(crate) platform_public_key: Option<PathBuf>,
    /// Platform certificates (微信支付平台证书); parted by commas, or given several times
    #[arg(
        long,
        value_name = "FILE",
        env = "WXPAY_PLATFORM_CERTIFICATES",
        hide_env_values = true,
        value_delimiter = ','
    )]
    pub(crate) platform_certificates: Vec<PathBuf>,
    /// Download the platform certificates, where there is no public key
    #[arg(long, env = "WXPAY_DOWNLOAD_CERTIFICATES", hide_env_values = true)]
    pub(crate) download_certificates: bool,
    /// A host that may stand in a notify_url though it is not public, such as `web`; parted by commas, or given several times
    #[arg(long, value_name = "HOST", env = "WXPAY_NOTIFY_TO", hide_env_values = true, value_delimiter = ',')]
    pub(crate) notify_to: Vec<String>,
    /// The base URL, if it is not WeChat Pay's own
    #[arg(long, value_name = "URL", env = "WXPAY_BASE_URL", hide_env_values = true)]
    pub(crate) base_url: Option<String>,
    /// The base URL for when the other does not answer
    #[arg(long, value_name = "URL", env = "WXPAY_BACKUP_URL", hide_env_values = true, requires = "base_url")]
    pub(crate) backup_url: Option<String>,
    /// Authorities whose TLS certificates are believed beside the system's: that of a proxy which looks into TLS
    #[arg(long, value_name = "FILE", env = "WXPAY_ROOT_CERTIFICATE", hide_env_values = true)]
    pub(crate) root_certificate: Option<PathBuf>,
    /// The proxy: http://user:password@host:port; without it that of HTTPS_PROXY. Everybody on a machine sees its flags
    #[arg(long, value_name = "URL", env = "WXPAY_PROXY", hide_env_values = true)]
    pub(crate) proxy: Option<String>,
}

/// The settings, put together.
pub(crate) struct Configuration {
    pub(crate) settings: Settings,
    /// The APIv3 key, or why it cannot be read.
    pub(crate) api_v3_key: Option<Result<Zeroizing<String>, String>>,
    /// Where the APIv3 key is, if it is in a file.
    api_v3_key_file: Option<PathBuf>,
    /// Whether a file was read.
    pub(crate) has_file: bool,
    /// What was read, in words.
    pub(crate) origin: String,
}

/// What a file says.
#[derive(Default)]
pub(crate) struct Below {
    settings: Settings,
    api_v3_key: Option<Zeroizing<String>>,
    has_file: bool,
    origin: String,
}

impl Source {
    /// Puts the settings together.
    pub(crate) fn load(&self) -> Result<Configuration, Failure> {
        let below = match (&self.sandbox, &self.config) {
            (Some(_), Some(_)) => {
                let both = "the sandbox's folder and a TOML file were given; leave out --sandbox or --config";
                return Err(Failure::Usage(both.to_owned()));
            }
            (Some(folder), None) => file::sandbox(folder)?,
            (None, Some(path)) => file::toml(path)?,
            (None, None) => file::found()?,
        };
        let from_environment = std::env::var("WXPAY_API_V3_KEY").ok().map(Zeroizing::new);
        let (api_v3_key, api_v3_key_file) = match (&self.given.api_v3_key_file, from_environment, below.api_v3_key) {
            (Some(file), ..) => (Some(key(file)), Some(file.clone())),
            (None, Some(key), _) | (None, None, Some(key)) => (Some(Ok(key)), None),
            (None, None, None) => {
                let file = below.settings.api_v3_key_file.clone();
                (file.as_deref().map(key), file)
            }
        };
        let settings = self.given.clone().over(below.settings);
        Ok(Configuration { settings, api_v3_key, api_v3_key_file, has_file: below.has_file, origin: below.origin })
    }

    /// A client of them.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        self.load()?.client()
    }
}

impl Settings {
    /// These, and where there are none those.
    fn over(self, below: Self) -> Self {
        Self {
            mchid: self.mchid.or(below.mchid),
            merchant_serial: self.merchant_serial.or(below.merchant_serial),
            private_key: self.private_key.or(below.private_key),
            merchant_certificate: self.merchant_certificate.or(below.merchant_certificate),
            api_v3_key_file: self.api_v3_key_file.or(below.api_v3_key_file),
            platform_public_key_id: self.platform_public_key_id.or(below.platform_public_key_id),
            platform_public_key: self.platform_public_key.or(below.platform_public_key),
            platform_certificates: match self.platform_certificates.is_empty() {
                true => below.platform_certificates,
                false => self.platform_certificates,
            },
            previous_api_v3_key_file: self.previous_api_v3_key_file.or(below.previous_api_v3_key_file),
            notify_to: if self.notify_to.is_empty() { below.notify_to } else { self.notify_to },
            download_certificates: self.download_certificates || below.download_certificates,
            // Two hosts of one WeChat Pay: a pair.
            backup_url: if self.base_url.is_some() { self.backup_url } else { below.backup_url },
            base_url: self.base_url.or(below.base_url),
            root_certificate: self.root_certificate.or(below.root_certificate),
            proxy: self.proxy.or(below.proxy),
        }
    }

    /// The way to WeChat Pay: its hosts, the proxy, and whom to believe.
    pub(crate) fn connecting(&self, mut builder: Builder) -> Builder {
        if let Some(hosts) = self.hosts() {
            builder = builder.hosts(hosts);
        }
        if let Some(file) = &self.root_certificate {
            builder = builder.root_certificate_file(file);
        }
        if let Some(url) = &self.proxy {
            builder = builder.proxy(url);
        }
        builder
    }

    /// The base URLs, if they are not WeChat Pay's own.
    pub(crate) fn hosts(&self) -> Option<Vec<String>> {
        let base = self.base_url.clone()?;
        Some([Some(base), self.backup_url.clone()].into_iter().flatten().collect())
    }
}

impl Configuration {
    /// A client. Warns of key files that others can read.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        for path in self.exposed() {
            let path = show::path(path);
            tell::warning(&format!("everybody on this machine can read {path}; `chmod 600 {path}` ends that"));
        }
        let Settings { platform_public_key_id: id, platform_public_key: public_key, .. } = &self.settings;
        let mut builder = Client::builder();
        match (id, public_key) {
            (Some(id), Some(file)) => builder = builder.platform_public_key_file(id, file),
            (None, None) => {}
            _ => {
                let half = "`platform_public_key_id` and `platform_public_key` go together, and one of them is missing";
                return Err(Failure::Usage(half.to_owned()));
            }
        }
        if let Some(mchid) = &self.settings.mchid {
            builder = builder.mchid(mchid);
        }
        if let Some(serial) = &self.settings.merchant_serial {
            builder = builder.merchant_serial(serial);
        }
        if let Some(file) = &self.settings.private_key {
            builder = builder.private_key_file(file);
        }
        if let Some(file) = &self.settings.merchant_certificate {
            builder = builder.merchant_certificate_file(file);
        }
        if let Some(key) = self.api_v3_key()? {
            builder = builder.api_v3_key(key.as_str());
        }
        for file in &self.settings.platform_certificates {
            builder = builder.platform_certificate_file(file);
        }
        if let Some(file) = &self.settings.previous_api_v3_key_file {
            builder = builder.previous_api_v3_key_file(file);
        }
        for host in &self.settings.notify_to {
            builder = builder.notify_to(host);
        }
        if self.settings.download_certificates {
            builder = builder.download_certificates();
        }
        self.settings.connecting(builder).build().map_err(|error| match Failure::from(error) {
            Failure::Usage(problem) => Failure::Usage(format!("{problem} ({})", self.origin)),
            other => other,
        })
    }

    /// The APIv3 key, if there is one.
    pub(crate) fn api_v3_key(&self) -> Result<Option<&Zeroizing<String>>, Failure> {
        self.api_v3_key.as_ref().map(|key| key.as_ref().map_err(|problem| Failure::Usage(problem.clone()))).transpose()
    }

    /// The files with secrets that everybody on this machine can read.
    pub(crate) fn exposed(&self) -> Vec<&Path> {
        let secret = [self.settings.private_key.as_deref(), self.api_v3_key_file.as_deref()];
        secret.into_iter().flatten().filter(|path| is_exposed(path)).collect()
    }
}

/// The APIv3 key in a file, without the line's end that editors put behind it.
fn key(path: &Path) -> Result<Zeroizing<String>, String> {
    let text = read_key_file(path).map_err(|error| match error {
        KeyError::Binary(_) => format!("{}: {error}; {}", show::path(path), error.remedy()),
        _ => error.to_string(),
    })?;
    Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Usage(format!("{} cannot be read: {error}", show::path(path)))
}

#[cfg(unix)]
fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o004 != 0)
}

#[cfg(not(unix))]
fn is_exposed(_: &Path) -> bool {
    false
}
