//! The configuration: merchant, keys and hosts, from a TOML file, the environment and the command line. Later ones override.

mod file;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{FalseyValueParser, OsStringValueParser, TypedValueParser};
use serde::Deserialize;
use wxpay::client::{Builder, Client};
use wxpay::keys::{KeyError, read_key_file};
use zeroize::Zeroizing;

use crate::outcome::Failure;
use crate::{show, tell};

/// The sources of the configuration.
#[derive(Args)]
#[command(next_help_heading = "Configuration")]
pub(crate) struct Source {
    /// A TOML file with the settings below, which have `_` in their names; its paths are relative to the file
    ///
    /// The default is wxpay.toml in the current folder, then in wxpay/ of the user's configuration folder.
    #[arg(long, value_name = "FILE", env = "WXPAY_CONFIG", hide_env_values = true)]
    config: Option<PathBuf>,
    /// The folder that `wxpay sandbox --dir DIR` writes to, instead of a TOML file
    #[arg(long, value_name = "DIR", env = "WXPAY_SANDBOX", hide_env_values = true)]
    sandbox: Option<PathBuf>,
    #[command(flatten)]
    given: Settings,
}

/// The settings.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The merchant number (商户号) that signs: in partner mode the service provider's (服务商)
    #[arg(long, env = "WXPAY_MCHID", hide_env_values = true)]
    #[serde(deserialize_with = "file::text_or_number")]
    pub(crate) mchid: Option<String>,
    /// The serial number of the merchant's API certificate (商户API证书序列号), unless the certificate is given
    #[arg(long, value_name = "HEX", env = "WXPAY_MERCHANT_SERIAL", hide_env_values = true)]
    pub(crate) merchant_serial: Option<String>,
    /// The merchant's private key: apiclient_key.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_PRIVATE_KEY", hide_env_values = true, value_parser = path())]
    pub(crate) private_key: Option<PathBuf>,
    /// The merchant's API certificate: apiclient_cert.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_MERCHANT_CERTIFICATE", hide_env_values = true, value_parser = path())]
    pub(crate) merchant_certificate: Option<PathBuf>,
    /// A file that contains only the APIv3 key (APIv3密钥); the key itself can be in WXPAY_API_V3_KEY
    #[arg(long, value_name = "FILE", env = "WXPAY_API_V3_KEY_FILE", hide_env_values = true, value_parser = path())]
    pub(crate) api_v3_key_file: Option<PathBuf>,
    /// A file with the previous APIv3 key, while one key replaces the other
    #[arg(long, value_name = "FILE", env = "WXPAY_PREVIOUS_API_V3_KEY_FILE", hide_env_values = true, value_parser = path())]
    pub(crate) previous_api_v3_key_file: Option<PathBuf>,
    /// The ID of WeChat Pay's public key (微信支付公钥ID): PUB_KEY_ID_..
    #[arg(long, value_name = "ID", env = "WXPAY_PLATFORM_PUBLIC_KEY_ID", hide_env_values = true)]
    pub(crate) platform_public_key_id: Option<String>,
    /// WeChat Pay's public key: pub_key.pem
    #[arg(long, value_name = "FILE", env = "WXPAY_PLATFORM_PUBLIC_KEY", hide_env_values = true, value_parser = path())]
    pub(crate) platform_public_key: Option<PathBuf>,
    /// Platform certificates (微信支付平台证书), separated by commas or given several times
    #[arg(
        long,
        alias = "platform-certificate",
        value_name = "FILE",
        env = "WXPAY_PLATFORM_CERTIFICATES",
        hide_env_values = true,
        value_delimiter = ',',
        value_parser = path()
    )]
    #[serde(alias = "platform_certificate")]
    pub(crate) platform_certificates: Vec<PathBuf>,
    /// Downloads the platform certificates, if there is no public key
    #[arg(long, env = "WXPAY_DOWNLOAD_CERTIFICATES", hide_env_values = true, value_parser = FalseyValueParser::new())]
    pub(crate) download_certificates: bool,
    /// A host that is allowed in a notify_url although it is not public, such as `web`; separated by commas or given several
    /// times
    #[arg(long, value_name = "HOST", env = "WXPAY_NOTIFY_TO", hide_env_values = true, value_delimiter = ',')]
    pub(crate) notify_to: Vec<String>,
    /// A host that may be called by plain http although it is another machine, such as a sandbox in another container; separated
    /// by commas or given several times
    #[arg(long, value_name = "HOST", env = "WXPAY_ALLOW_PLAIN_HTTP_TO", hide_env_values = true, value_delimiter = ',')]
    pub(crate) allow_plain_http_to: Vec<String>,
    /// The base URL, if it is not WeChat Pay's own
    #[arg(long, value_name = "URL", env = "WXPAY_BASE_URL", hide_env_values = true)]
    pub(crate) base_url: Option<String>,
    /// The base URL of the host that is called if the other does not answer
    #[arg(long, value_name = "URL", env = "WXPAY_BACKUP_URL", hide_env_values = true)]
    pub(crate) backup_url: Option<String>,
    /// Certificate authorities to trust for TLS, in addition to the system's: for example that of a proxy which inspects TLS
    #[arg(long, value_name = "FILE", env = "WXPAY_ROOT_CERTIFICATE", hide_env_values = true, value_parser = path())]
    pub(crate) root_certificate: Option<PathBuf>,
    /// The proxy: http://user:password@host:port; by default that of HTTPS_PROXY. Everybody on this machine can see flags
    #[arg(long, value_name = "URL", env = "WXPAY_PROXY", hide_env_values = true)]
    pub(crate) proxy: Option<String>,
}

/// The settings of all sources, merged.
pub(crate) struct Configuration {
    pub(crate) settings: Settings,
    /// Keys that are in the environment or in the sandbox's file themselves, by the name of their variable.
    keys: BTreeMap<&'static str, Zeroizing<String>>,
    /// True if a file was read.
    pub(crate) has_file: bool,
    /// The sources that were read, in words.
    pub(crate) origin: String,
}

/// The settings of a file.
#[derive(Default)]
pub(crate) struct Below {
    settings: Settings,
    api_v3_key: Option<Zeroizing<String>>,
    has_file: bool,
    origin: String,
}

impl Source {
    /// Merges the settings.
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
        let mut given = self.given.clone();
        let mut keys = BTreeMap::new();
        for &Key { name, file, path } in KEYS {
            let (itself, file) = (format!("WXPAY_{name}"), format!("WXPAY_{file}"));
            let Some(key) = variable(&itself) else { continue };
            if variable(&file).is_some() {
                let problem = format!("`{file}` and `{itself}` are both set; leave one of them out");
                return Err(Failure::Usage(problem));
            }
            // A flag overrides the environment.
            if path(&mut given).is_none() {
                keys.insert(name, key);
            }
        }
        let mut settings = given.over(below.settings);
        // The environment overrides a file.
        for Key { path, .. } in KEYS.iter().filter(|key| keys.contains_key(key.name)) {
            *path(&mut settings) = None;
        }
        if let Some(key) = below.api_v3_key.filter(|_| settings.api_v3_key_file.is_none()) {
            keys.entry("API_V3_KEY").or_insert(key);
        }
        Ok(Configuration { settings, keys, has_file: below.has_file, origin: below.origin })
    }

    /// A client with these settings.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        self.load()?.client()
    }
}

impl Settings {
    /// These settings, and for those that are missing or empty the settings of `below`.
    fn over(self, below: Self) -> Self {
        let text = |value: Option<String>| value.filter(|text| !text.trim().is_empty());
        let path = |value: Option<PathBuf>| value.filter(|path| !path.as_os_str().is_empty());
        let list = |value: Vec<String>, below| if value.iter().all(String::is_empty) { below } else { value };
        let certificates = self.platform_certificates.into_iter().filter(|path| !path.as_os_str().is_empty());
        let certificates: Vec<_> = certificates.collect();
        Self {
            mchid: text(self.mchid).or(below.mchid),
            merchant_serial: text(self.merchant_serial).or(below.merchant_serial),
            private_key: path(self.private_key).or(below.private_key),
            merchant_certificate: path(self.merchant_certificate).or(below.merchant_certificate),
            api_v3_key_file: path(self.api_v3_key_file).or(below.api_v3_key_file),
            previous_api_v3_key_file: path(self.previous_api_v3_key_file).or(below.previous_api_v3_key_file),
            platform_public_key_id: text(self.platform_public_key_id).or(below.platform_public_key_id),
            platform_public_key: path(self.platform_public_key).or(below.platform_public_key),
            platform_certificates: if certificates.is_empty() { below.platform_certificates } else { certificates },
            notify_to: list(self.notify_to, below.notify_to),
            allow_plain_http_to: list(self.allow_plain_http_to, below.allow_plain_http_to),
            download_certificates: self.download_certificates || below.download_certificates,
            // The two hosts of one WeChat Pay are a pair.
            backup_url: match (text(self.base_url.clone()), text(self.backup_url)) {
                (Some(_), backup) => backup,
                (None, backup) => backup.or(below.backup_url),
            },
            base_url: text(self.base_url).or(below.base_url),
            root_certificate: path(self.root_certificate).or(below.root_certificate),
            proxy: text(self.proxy).or(below.proxy),
        }
    }
}

impl Configuration {
    /// A client with these settings. Warns of key files that others can read.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        for path in self.exposed() {
            let path = show::path(path);
            tell::warning(&format!("everybody on this machine can read {path}; `chmod 600 {path}` prevents that"));
        }
        self.builder().build().map_err(|error| match Failure::from(error) {
            Failure::Usage(problem) => Failure::Usage(format!("{problem} ({})", self.origin)),
            other => other,
        })
    }

    /// The settings in the library's form.
    pub(crate) fn builder(&self) -> Builder {
        let Settings { platform_certificates, notify_to, allow_plain_http_to, .. } = &self.settings;
        let builder = Builder::from_values(|name| self.value(name));
        // Lists are given one by one, because a path may contain a comma.
        let builder = platform_certificates.iter().fold(builder, Builder::platform_certificate_file);
        let builder = notify_to.iter().fold(builder, Builder::notify_to);
        allow_plain_http_to.iter().fold(builder, Builder::allow_plain_http_to)
    }

    /// The value of the setting with that name in the library, except lists.
    fn value(&self, name: &str) -> Option<OsString> {
        let settings = &self.settings;
        let text = |text: &Option<String>| text.as_ref().map(OsString::from);
        let path = |path: &Option<PathBuf>| path.as_ref().map(|path| path.clone().into_os_string());
        match name {
            "MCHID" => text(&settings.mchid),
            "MERCHANT_SERIAL" => text(&settings.merchant_serial),
            "PRIVATE_KEY" => path(&settings.private_key),
            "MERCHANT_CERTIFICATE" => path(&settings.merchant_certificate),
            "API_V3_KEY_FILE" => path(&settings.api_v3_key_file),
            "PREVIOUS_API_V3_KEY_FILE" => path(&settings.previous_api_v3_key_file),
            "PLATFORM_PUBLIC_KEY_ID" => text(&settings.platform_public_key_id),
            "PLATFORM_PUBLIC_KEY" => path(&settings.platform_public_key),
            "DOWNLOAD_CERTIFICATES" => settings.download_certificates.then(|| "true".into()),
            "BASE_URL" => text(&settings.base_url),
            "BACKUP_URL" => text(&settings.backup_url),
            "ROOT_CERTIFICATE" => path(&settings.root_certificate),
            "PROXY" => text(&settings.proxy),
            _ => self.keys.get(name).map(|key| key.as_str().into()),
        }
    }

    /// The APIv3 key, if it is configured.
    pub(crate) fn api_v3_key(&self) -> Result<Option<Zeroizing<String>>, Failure> {
        match (self.keys.get("API_V3_KEY"), &self.settings.api_v3_key_file) {
            (Some(key), _) => Ok(Some(key.clone())),
            (None, Some(file)) => key(file).map(Some).map_err(Failure::Usage),
            (None, None) => Ok(None),
        }
    }

    /// The secret files that everybody on this machine can read.
    pub(crate) fn exposed(&self) -> Vec<&Path> {
        let Settings { private_key, api_v3_key_file, previous_api_v3_key_file, .. } = &self.settings;
        let secret = [private_key, api_v3_key_file, previous_api_v3_key_file].map(Option::as_deref);
        secret.into_iter().flatten().filter(|path| is_exposed(path)).collect()
    }
}

/// A key that can be in a variable itself.
struct Key {
    name: &'static str,
    /// The variable with the path of its file.
    file: &'static str,
    path: fn(&mut Settings) -> &mut Option<PathBuf>,
}

const KEYS: &[Key] = &[
    Key { name: "PRIVATE_KEY_PEM", file: "PRIVATE_KEY", path: |settings| &mut settings.private_key },
    Key {
        name: "MERCHANT_CERTIFICATE_PEM",
        file: "MERCHANT_CERTIFICATE",
        path: |settings| &mut settings.merchant_certificate,
    },
    Key { name: "API_V3_KEY", file: "API_V3_KEY_FILE", path: |settings| &mut settings.api_v3_key_file },
    Key {
        name: "PREVIOUS_API_V3_KEY",
        file: "PREVIOUS_API_V3_KEY_FILE",
        path: |settings| &mut settings.previous_api_v3_key_file,
    },
    Key {
        name: "PLATFORM_PUBLIC_KEY_PEM",
        file: "PLATFORM_PUBLIC_KEY",
        path: |settings| &mut settings.platform_public_key,
    },
];

/// The value of an environment variable, if it is not empty.
fn variable(name: &str) -> Option<Zeroizing<String>> {
    std::env::var(name).ok().map(Zeroizing::new).filter(|value| !value.trim().is_empty())
}

/// A path. An empty one counts as not set.
fn path() -> impl TypedValueParser<Value = PathBuf> {
    OsStringValueParser::new().map(PathBuf::from)
}

/// Reads the APIv3 key from a file, without the line end that editors add.
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
