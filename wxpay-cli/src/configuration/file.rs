//! Files with settings: TOML, and a sandbox's `sandbox.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args as _, Command};
use serde::{Deserialize, Deserializer};
use toml::{Spanned, Value};
use wxpay::text::{LIKE_A_KEY, escaped, looks_like_a_key, quoted};
use zeroize::Zeroizing;

use super::{Below, Settings, unreadable};
use crate::outcome::Failure;
use crate::show;

/// Reads the default file. It may be missing.
pub(super) fn found() -> Result<Below, Failure> {
    let places: Vec<_> = [Some(PathBuf::from(NAME)), user_folder().map(|folder| folder.join("wxpay").join(NAME))]
        .into_iter()
        .flatten()
        .collect();
    match places.iter().find(|place| place.exists()) {
        Some(place) => toml(place),
        None => {
            let places: Vec<_> = places.iter().map(|place| show::path(place).to_string()).collect();
            Ok(Below { origin: format!("there is no {}", places.join(" and no ")), ..Below::default() })
        }
    }
}

/// Reads a TOML file.
pub(super) fn toml(path: &Path) -> Result<Below, Failure> {
    let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
    let members: BTreeMap<Spanned<String>, Value> =
        toml::from_str(&text).map_err(|error| wrong(path, &text, &error, &[]))?;
    let known = names();
    if let Some(name) = members.keys().find(|name| !known.contains(name.get_ref())) {
        let line = line(&text, name.span().start);
        let problem =
            format!("{}:{line}: unknown setting {}; {}", show::path(path), quoted(name.get_ref()), hint(name, &known));
        return Err(Failure::Usage(problem));
    }
    let values: Vec<&str> = members.values().flat_map(texts).collect();
    let settings: Settings = toml::from_str(&text).map_err(|error| wrong(path, &text, &error, &values))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok(Below {
        settings: settings.within(folder),
        api_v3_key: None,
        has_file: true,
        origin: format!("read from {}", show::path(path)),
    })
}

/// Reads a sandbox's folder.
pub(super) fn sandbox(folder: &Path) -> Result<Below, Failure> {
    let path = folder.join("sandbox.json");
    let text = fs::read_to_string(&path).map(Zeroizing::new).map_err(|error| {
        let remedy = "`wxpay sandbox --dir DIR` writes it once it listens";
        Failure::Usage(format!("{} cannot be read: {error}; {remedy}", show::path(&path)))
    })?;
    let written: Written = serde_json::from_str(&text).map_err(|error| {
        // serde's message may repeat a value, and values may be secrets.
        let (line, column) = (error.line(), error.column());
        Failure::Usage(format!("{}:{line}:{column}: this is not a file that a sandbox writes", show::path(&path)))
    })?;
    let settings = Settings {
        mchid: Some(written.mchid),
        merchant_serial: Some(written.merchant_serial),
        private_key: Some(written.merchant_private_key),
        merchant_certificate: Some(written.merchant_certificate),
        platform_public_key_id: written.platform_public_key_id,
        platform_public_key: written.platform_public_key,
        platform_certificates: written.platform_certificate.into_iter().collect(),
        base_url: Some(written.base_url),
        backup_url: Some(written.backup_url),
        root_certificate: written.tls_authority,
        ..Settings::default()
    };
    Ok(Below {
        settings: settings.within(folder),
        api_v3_key: Some(Zeroizing::new(written.api_v3_key)),
        has_file: true,
        origin: format!("read from {}", show::path(&path)),
    })
}

/// A merchant number, which people also write without quotes.
pub(super) fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected a merchant number in quotes")]
    enum Written {
        Text(String),
        Number(u64),
    }
    Ok(Some(match Written::deserialize(deserializer)? {
        Written::Text(text) => text,
        Written::Number(number) => number.to_string(),
    }))
}

/// The used part of `sandbox.json`.
#[derive(Deserialize)]
struct Written {
    base_url: String,
    backup_url: String,
    mchid: String,
    merchant_serial: String,
    merchant_private_key: PathBuf,
    merchant_certificate: PathBuf,
    platform_public_key_id: Option<String>,
    platform_public_key: Option<PathBuf>,
    platform_certificate: Option<PathBuf>,
    api_v3_key: String,
    tls_authority: Option<PathBuf>,
}

impl Settings {
    /// Makes paths relative to the folder of the file that they are in.
    fn within(mut self, folder: &Path) -> Self {
        let files = [
            &mut self.private_key,
            &mut self.merchant_certificate,
            &mut self.api_v3_key_file,
            &mut self.previous_api_v3_key_file,
            &mut self.platform_public_key,
            &mut self.root_certificate,
        ];
        for path in files.into_iter().flatten().chain(&mut self.platform_certificates) {
            // A key in place of a path is left unchanged, so that it is still recognised as a key.
            if !looks_like_a_key(&path.to_string_lossy()) || folder.join(&path).exists() {
                *path = folder.join(&path);
            }
        }
        self
    }
}

/// Names of the settings, which are the names of the flags.
fn names() -> Vec<String> {
    let flags = Settings::augment_args(Command::new("settings"));
    let known = flags.get_arguments().map(|flag| flag.get_id().to_string());
    // The library's name of a setting, which its remedies use.
    known.chain(["platform_certificate".to_owned()]).collect()
}

fn hint(name: &Spanned<String>, known: &[String]) -> String {
    let name = name.get_ref();
    if name == "api_v3_key" {
        return "put the APIv3 key into a separate file (`api_v3_key_file`) or into WXPAY_API_V3_KEY".to_owned();
    }
    let near = known.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    match near.filter(|near| strsim::jaro_winkler(near, name) > 0.8) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the settings are {}", known.join(", ")),
    }
}

/// The error of a TOML file, without the line's text, which may be secret, and without values that look like a key.
fn wrong(path: &Path, text: &str, error: &toml::de::Error, values: &[&str]) -> Failure {
    let line = error.span().map_or(1, |span| line(text, span.start));
    let mut message = error.message().to_owned();
    for value in values.iter().filter(|value| looks_like_a_key(value)) {
        message = message.replace(&format!("{value:?}"), LIKE_A_KEY);
    }
    Failure::Usage(format!("{}:{line}: {}", show::path(path), escaped(message)))
}

/// The texts in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn line(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn user_folder() -> Option<PathBuf> {
    let named = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    named("XDG_CONFIG_HOME").or_else(|| named("APPDATA")).or_else(|| Some(std::env::home_dir()?.join(".config")))
}

const NAME: &str = "wxpay.toml";
