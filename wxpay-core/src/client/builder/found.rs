//! Findings about each setting: the list by which `build` refuses, and which `inspect` returns.

use super::env::Variables;
use super::source::Source;
use super::{ConfigError, ConfigFault, ConfigProblem};
use crate::finding::{Finding, State};
use crate::keys::KeyError;

/// The findings so far.
#[derive(Default)]
pub(super) struct Found(Vec<Entry>);

struct Entry {
    setting: &'static str,
    found: Note,
}

enum Note {
    /// A finding that does not prevent a client.
    Said { state: State, text: String, remedy: Option<String> },
    /// A fault that prevents a client.
    Refused(ConfigFault),
}

impl Found {
    pub(super) fn right(&mut self, setting: &'static str, text: impl Into<String>) {
        self.say(setting, State::Right, text, None);
    }

    pub(super) fn skipped(&mut self, setting: &'static str, text: impl Into<String>) {
        self.say(setting, State::Skipped, text, None);
    }

    pub(super) fn warning(&mut self, setting: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.say(setting, State::Warning, text, Some(remedy.into()));
    }

    /// Notes a setting that will fail but does not prevent a client, since this machine's clock may be wrong.
    pub(super) fn wrong(&mut self, setting: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.say(setting, State::Wrong, text, Some(remedy.into()));
    }

    /// Notes a fault: no client is built with it.
    pub(super) fn refuse(&mut self, setting: &'static str, fault: ConfigFault) {
        self.0.push(Entry { setting, found: Note::Refused(fault) });
    }

    /// Notes the fault, and returns `None` in place of the value.
    pub(super) fn none<T>(&mut self, setting: &'static str, fault: ConfigFault) -> Option<T> {
        self.refuse(setting, fault);
        None
    }

    pub(super) fn ok<T>(&mut self, setting: &'static str, result: Result<T, ConfigFault>) -> Option<T> {
        result.map_err(|fault| self.refuse(setting, fault)).ok()
    }

    /// Returns the key, or notes its error with the file.
    pub(super) fn key<T>(&mut self, setting: &'static str, source: &Source, result: Result<T, KeyError>) -> Option<T> {
        self.ok(setting, result.map_err(|error| ConfigFault::Key { path: source.path(), error }))
    }

    /// Returns the text of a key, or notes the error of reading it.
    pub(super) fn text<'a>(&mut self, setting: &'static str, source: &'a Source) -> Option<&'a str> {
        let text = source.text.as_ref().map(|text| text.as_str());
        self.key(setting, source, text.map_err(KeyError::clone))
    }

    fn say(&mut self, setting: &'static str, state: State, text: impl Into<String>, remedy: Option<String>) {
        self.0.push(Entry { setting, found: Note::Said { state, text: text.into(), remedy } });
    }

    /// Tells whether one of these settings has a fault.
    pub(super) fn refuses(&self, settings: &[&str]) -> bool {
        self.0.iter().any(|entry| matches!(entry.found, Note::Refused(_)) && settings.contains(&entry.setting))
    }

    /// Tells whether no setting has a fault.
    pub(super) fn accepts(&self) -> bool {
        !self.0.iter().any(|entry| matches!(entry.found, Note::Refused(_)))
    }

    /// The error that lists all faults.
    pub(super) fn refusal(self, variables: &Variables) -> ConfigError {
        let problem = |Entry { setting, found }: Entry| match found {
            Note::Refused(fault) => Some(ConfigProblem { setting, fault, variable: variables.name_of(setting) }),
            Note::Said { .. } => None,
        };
        ConfigError { problems: self.0.into_iter().filter_map(problem).collect() }
    }

    /// All findings, in the order of the checks.
    pub(super) fn findings(self, variables: &Variables) -> Vec<Finding> {
        let finding = |Entry { setting, found }: Entry| {
            let (state, text, remedy) = match found {
                Note::Said { state, text, remedy } => (state, text, remedy),
                Note::Refused(fault) if fault.is_missing() => {
                    let name = variables.name_of(setting).unwrap_or_else(|| setting.to_owned());
                    (State::Wrong, format!("`{name}` is {fault}"), None)
                }
                Note::Refused(fault) => (State::Wrong, fault.to_string(), fault.remedy().map(Into::into)),
            };
            let remedy = remedy.or_else(|| (state == State::Wrong).then(|| usual_remedy(setting).to_owned()));
            Finding { check: check(setting), state, text, remedy }
        };
        self.0.into_iter().map(finding).collect()
    }
}

/// The name of a setting in findings.
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

/// The remedy for faults that have none themselves.
fn usual_remedy(setting: &str) -> &'static str {
    match setting {
        "mchid" => {
            "the merchant platform shows it (账户中心): a number, usually of 10 digits; an appid (wx..) is something else"
        }
        "private_key" => "give apiclient_key.pem of the merchant's API certificate",
        "merchant_serial" => "give the serial, or apiclient_cert.pem as `merchant_certificate`",
        "api_v3_key" | "previous_api_v3_key" => "copy it again from where it was saved when it was set",
        "platform_public_key" => "the merchant platform shows the ID beside the key's download (API安全)",
        "platform" => {
            "download the public key (微信支付公钥) from the merchant platform (API安全), and give it with its ID; or have \
             certificates downloaded (`download_certificates`), where the merchant still has them"
        }
        "hosts" => "leave it out to call WeChat Pay's own hosts, or give `https://`, a host, and perhaps a port",
        "notify_to" | "allow_plain_http_to" => "give a host without scheme, port and path, such as `web`",
        "proxy" => "give `http://user:password@host:port`",
        "root_certificate" => "give a PEM file of `-----BEGIN CERTIFICATE-----` blocks",
        _ => "correct it, or leave it out",
    }
}
