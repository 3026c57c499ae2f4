//! What was found about each setting: the one list that `build` refuses by and `inspect` gives out.

use std::fmt;

use super::env::Variables;
use super::source::Source;
use super::{ConfigError, ConfigProblem};
use crate::finding::{Finding, State};
use crate::keys::KeyError;

/// The findings so far.
#[derive(Default)]
pub(super) struct Found(Vec<Entry>);

struct Entry {
    setting: &'static str,
    state: State,
    text: String,
    remedy: Option<String>,
    /// No client is built with it.
    refused: bool,
}

impl Found {
    pub(super) fn right(&mut self, setting: &'static str, text: impl Into<String>) {
        self.push(setting, State::Right, text, None, false);
    }

    pub(super) fn skipped(&mut self, setting: &'static str, text: impl Into<String>) {
        self.push(setting, State::Skipped, text, None, false);
    }

    pub(super) fn warning(&mut self, setting: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.push(setting, State::Warning, text, Some(remedy.into()), false);
    }

    /// It will not work, and a client is built all the same: this machine's clock may be what is wrong.
    pub(super) fn wrong(&mut self, setting: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.push(setting, State::Wrong, text, Some(remedy.into()), false);
    }

    /// No client is built with it.
    pub(super) fn note(&mut self, setting: &'static str, problem: impl Into<String>) {
        self.push(setting, State::Wrong, problem, None, true);
    }

    /// No client is built with it, and there is more to do than to set it right.
    pub(super) fn remedied(&mut self, setting: &'static str, problem: impl Into<String>, remedy: impl Into<String>) {
        self.push(setting, State::Wrong, problem, Some(remedy.into()), true);
    }

    /// Notes the problem in place of the value that it prevents.
    pub(super) fn none<T>(&mut self, setting: &'static str, problem: impl Into<String>) -> Option<T> {
        self.note(setting, problem);
        None
    }

    pub(super) fn ok<T, E: fmt::Display>(&mut self, setting: &'static str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.note(setting, error.to_string())).ok()
    }

    /// Notes what is wrong with a key in place of the key, with the file that has it.
    pub(super) fn key<T>(&mut self, setting: &'static str, source: &Source, result: Result<T, KeyError>) -> Option<T> {
        result.map_err(|error| self.remedied(setting, source.told(&error), error.remedy())).ok()
    }

    /// The text of a key, or a note why there is none.
    pub(super) fn text<'a>(&mut self, setting: &'static str, source: &'a Source) -> Option<&'a str> {
        let text = source.text.as_ref().map(|text| text.as_str());
        self.key(setting, source, text.map_err(KeyError::clone))
    }

    fn push(
        &mut self,
        setting: &'static str,
        state: State,
        text: impl Into<String>,
        remedy: Option<String>,
        refused: bool,
    ) {
        self.0.push(Entry { setting, state, text: text.into(), remedy, refused });
    }

    /// Tells whether something is wrong with one of these settings.
    pub(super) fn refuses(&self, settings: &[&str]) -> bool {
        self.0.iter().any(|entry| entry.refused && settings.contains(&entry.setting))
    }

    /// Tells whether a client may be built.
    pub(super) fn accepts(&self) -> bool {
        !self.0.iter().any(|entry| entry.refused)
    }

    /// Why no client is built.
    pub(super) fn refusal(self, variables: &Variables) -> ConfigError {
        let refused = self.0.into_iter().filter(|entry| entry.refused);
        let problems: Vec<_> = refused
            .map(|Entry { setting, text: problem, remedy, .. }| {
                let variable = variables.name_of(setting);
                ConfigProblem { setting, problem, remedy, variable }
            })
            .collect();
        ConfigError { problems }
    }

    /// All of them, in the order of the checks.
    pub(super) fn findings(self, variables: &Variables) -> Vec<Finding> {
        let finding = |Entry { setting, state, text, remedy, .. }: Entry| {
            let name = variables.name_of(setting).unwrap_or_else(|| setting.to_owned());
            let text = if text.starts_with(MISSING) { format!("`{name}` is {text}") } else { text };
            let remedy = remedy.or_else(|| (state == State::Wrong).then(|| usual_remedy(setting).to_owned()));
            Finding { check: check(setting), state, text, remedy }
        };
        self.0.into_iter().map(finding).collect()
    }
}

/// What a finding calls the setting.
fn check(setting: &'static str) -> &'static str {
    match setting {
        "mchid" => "merchant number",
        "brand" => "brand ID",
        "private_key" => "private key",
        "merchant_serial" => "merchant serial",
        "merchant_certificate" => "merchant certificate",
        "api_v3_key" => "APIv3 key",
        "previous_api_v3_key" => "previous APIv3 key",
        "platform_public_key" => "WeChat Pay's public key",
        "platform_certificate" => "platform certificate",
        "platform" | "download_certificates" => "WeChat Pay's keys",
        "hosts" => "base URL",
        "transport" => "connection",
        "root_certificate" => "root certificate",
        other => other,
    }
}

/// For what has no remedy of its own.
fn usual_remedy(setting: &str) -> &'static str {
    match setting {
        "mchid" => {
            "the merchant platform shows it (账户中心): a number, usually of 10 digits; an appid (wx..) is something else"
        }
        "private_key" => "give apiclient_key.pem of the merchant's API certificate",
        "merchant_serial" => "give the serial, or apiclient_cert.pem as `merchant_certificate`",
        "api_v3_key" | "previous_api_v3_key" => "copy it once more from where it was kept when it was set",
        "platform_public_key" => "the merchant platform shows the ID beside the key's download (API安全)",
        "platform" => {
            "download the public key (微信支付公钥) from the merchant platform (API安全), and give it with its ID; or have \
             certificates downloaded (`download_certificates`), where the merchant still has them"
        }
        "hosts" => "leave it out for WeChat Pay's own, or give `https://`, a host, and perhaps a port",
        "notify_to" | "allow_plain_http_to" => "give a host without scheme, port and path, such as `web`",
        "proxy" => "give `http://user:password@host:port`",
        "root_certificate" => "give a PEM file of `-----BEGIN CERTIFICATE-----` blocks",
        _ => "set it right, or leave it out",
    }
}

/// With what every text begins that says a setting is not there.
pub(super) const MISSING: &str = "missing";
