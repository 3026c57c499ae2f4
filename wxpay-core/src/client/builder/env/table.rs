//! The variables, and the setting that each of them sets.

use zeroize::Zeroizing;

use crate::client::builder::{Builder, ConfigFault};

/// A builder in the making, with the settings that take two variables each.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) builder: Builder,
    public_key_id: Option<String>,
    public_key: Option<Key>,
    urls: [Option<String>; 2],
}

/// A path, or the key itself.
enum Key {
    File(String),
    Pem(String),
}

impl Draft {
    fn set(&mut self, set: impl FnOnce(Builder) -> Builder) {
        self.builder = set(std::mem::take(&mut self.builder));
    }

    pub(super) fn wrong(&mut self, setting: &'static str, fault: ConfigFault) {
        self.builder.variables.problems.push((setting, fault));
    }

    pub(super) fn built(mut self) -> Builder {
        match (self.public_key_id.take(), self.public_key.take()) {
            (Some(id), Some(Key::File(file))) => self.set(|builder| builder.platform_public_key_file(id, file)),
            (Some(id), Some(Key::Pem(pem))) => self.set(|builder| builder.platform_public_key_pem(id, pem)),
            (None, None) => {}
            (Some(_), None) => self.wrong(PUBLIC_KEY, ConfigFault::IdAlone),
            (None, Some(_)) => self.wrong(PUBLIC_KEY, ConfigFault::KeyAlone),
        }
        match std::mem::take(&mut self.urls) {
            [None, None] => {}
            [None, Some(_)] => self.wrong("hosts", ConfigFault::BackupAlone),
            [base, backup] => self.set(|builder| builder.hosts([base, backup].into_iter().flatten())),
        }
        self.builder
    }
}

pub(super) type Set = fn(&mut Draft, String);

/// Name, setting, and the function that sets it.
pub(super) const VARIABLES: &[(&str, &str, Set)] = &[
    ("MCHID", "mchid", |draft, value| draft.set(|builder| builder.mchid(value))),
    ("MERCHANT_SERIAL", "merchant_serial", |draft, value| draft.set(|builder| builder.merchant_serial(value))),
    ("PRIVATE_KEY", "private_key", |draft, value| draft.set(|builder| builder.private_key_file(value))),
    ("PRIVATE_KEY_PEM", "private_key", |draft, value| draft.set(|builder| builder.private_key_pem(pem(value)))),
    ("MERCHANT_CERTIFICATE", "merchant_certificate", |draft, value| {
        draft.set(|builder| builder.merchant_certificate_file(value));
    }),
    ("MERCHANT_CERTIFICATE_PEM", "merchant_certificate", |draft, value| {
        draft.set(|builder| builder.merchant_certificate_pem(pem(value)));
    }),
    ("API_V3_KEY_FILE", "api_v3_key", |draft, value| draft.set(|builder| builder.api_v3_key_file(value))),
    ("API_V3_KEY", "api_v3_key", |draft, value| draft.set(|builder| builder.api_v3_key(value))),
    ("PREVIOUS_API_V3_KEY_FILE", "previous_api_v3_key", |draft, value| {
        draft.set(|builder| builder.previous_api_v3_key_file(value));
    }),
    ("PREVIOUS_API_V3_KEY", "previous_api_v3_key", |draft, value| {
        draft.set(|builder| builder.previous_api_v3_key(value));
    }),
    ("PLATFORM_PUBLIC_KEY_ID", PUBLIC_KEY, |draft, value| draft.public_key_id = Some(value)),
    ("PLATFORM_PUBLIC_KEY", PUBLIC_KEY, |draft, value| draft.public_key = Some(Key::File(value))),
    ("PLATFORM_PUBLIC_KEY_PEM", PUBLIC_KEY, |draft, value| draft.public_key = Some(Key::Pem(pem(value)))),
    ("PLATFORM_CERTIFICATES", "platform_certificate", |draft, value| {
        draft.set(|builder| listed(&value).fold(builder, Builder::platform_certificate_file));
    }),
    ("DOWNLOAD_CERTIFICATES", "download_certificates", |draft, value| match value.to_ascii_lowercase().as_str() {
        "true" | "1" | "yes" | "on" => draft.set(Builder::download_certificates),
        "false" | "0" | "no" | "off" => {}
        _ => draft.wrong("download_certificates", ConfigFault::NotABoolean),
    }),
    ("BASE_URL", "hosts", |draft, value| draft.urls[0] = Some(value)),
    ("BACKUP_URL", "hosts", |draft, value| draft.urls[1] = Some(value)),
    #[cfg(feature = "reqwest")]
    ("PROXY", "proxy", |draft, value| draft.set(|builder| builder.proxy(value))),
    #[cfg(feature = "reqwest")]
    ("ROOT_CERTIFICATE", "root_certificate", |draft, value| {
        draft.set(|builder| builder.root_certificate_file(value));
    }),
    ("NOTIFY_TO", "notify_to", |draft, value| {
        draft.set(|builder| listed(&value).fold(builder, Builder::notify_to));
    }),
    ("ALLOW_PLAIN_HTTP_TO", "allow_plain_http_to", |draft, value| {
        draft.set(|builder| listed(&value).fold(builder, Builder::allow_plain_http_to));
    }),
];

/// Pairs of variables for the same setting.
pub(super) const EITHER: [[&str; 2]; 5] = [
    ["PRIVATE_KEY", "PRIVATE_KEY_PEM"],
    ["MERCHANT_CERTIFICATE", "MERCHANT_CERTIFICATE_PEM"],
    ["API_V3_KEY_FILE", "API_V3_KEY"],
    ["PREVIOUS_API_V3_KEY_FILE", "PREVIOUS_API_V3_KEY"],
    ["PLATFORM_PUBLIC_KEY", "PLATFORM_PUBLIC_KEY_PEM"],
];

const PUBLIC_KEY: &str = "platform_public_key";

fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim).filter(|one| !one.is_empty())
}

/// Turns line breaks that are written as the two characters `\n` into real ones.
fn pem(value: String) -> String {
    let value = Zeroizing::new(value);
    value.replace("\\n", "\n")
}
