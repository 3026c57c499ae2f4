//! What was found about each setting: the one list that `build` refuses by and `inspect` gives out.

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
    found: What,
}

enum What {
    /// Something to look at, or that is right.
    Said { state: State, text: String, remedy: Option<String> },
    /// No client is built with it.
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

    /// It will not work, and a client is built all the same: this machine's clock may be what is wrong.
    pub(super) fn wrong(&mut self, setting: &'static str, text: impl Into<String>, remedy: impl Into<String>) {
        self.say(setting, State::Wrong, text, Some(remedy.into()));
    }

    /// No client is built with it.
    pub(super) fn refuse(&mut self, setting: &'static str, fault: ConfigFault) {
        self.0.push(Entry { setting, found: What::Refused(fault) });
    }

    /// Notes the fault in place of the value that it prevents.
    pub(super) fn none<T>(&mut self, setting: &'static str, fault: ConfigFault) -> Option<T> {
        self.refuse(setting, fault);
        None
    }

    pub(super) fn ok<T>(&mut self, setting: &'static str, result: Result<T, ConfigFault>) -> Option<T> {
        result.map_err(|fault| self.refuse(setting, fault)).ok()
    }

    /// Notes what is wrong with a key in place of the key, with the file that has it.
    pub(super) fn key<T>(&mut self, setting: &'static str, source: &Source, result: Result<T, KeyError>) -> Option<T> {
        self.ok(setting, result.map_err(|error| ConfigFault::Key { path: source.path(), error }))
    }

    /// The text of a key, or a note why there is none.
    pub(super) fn text<'a>(&mut self, setting: &'static str, source: &'a Source) -> Option<&'a str> {
        let text = source.text.as_ref().map(|text| text.as_str());
        self.key(setting, source, text.map_err(KeyError::clone))
    }

    fn say(&mut self, setting: &'static str, state: State, text: impl Into<String>, remedy: Option<String>) {
        self.0.push(Entry { setting, found: What::Said { state, text: text.into(), remedy } });
    }

    /// Tells whether something is wrong with one of these settings.
    pub(super) fn refuses(&self, settings: &[&str]) -> bool {
        self.0.iter().any(|entry| matches!(entry.found, What::Refused(_)) && settings.contains(&entry.setting))
    }

    /// Tells whether a client may be built.
    pub(super) fn accepts(&self) -> bool {
        !self.0.iter().any(|entry| matches!(entry.found, What::Refused(_)))
    }

    /// Why no client is built.
    pub(super) fn refusal(self, variables: &Variables) -> ConfigError {
        let problem = |Entry { setting, found }: Entry| match found {
            What::Refused(fault) => Some(ConfigProblem { setting, fault, variable: variables.name_of(setting) }),
            What::Said { .. } => None,
        };
        ConfigError { problems: self.0.into_iter().filter_map(problem).collect() }
    }

    /// All of them, in the order of the checks.
    pub(super) fn findings(self, variables: &Variables) -> Vec<Finding> {
        let finding = |Entry { setting, found }: Entry| {
            let (state, text, remedy) = match found {
                What::Said { state, text, remedy } => (state, text, remedy),
                What::Refused(fault) if fault.is_missing() => {
                    let name = variables.name_of(setting).unwrap_or_else(|| setting.to_owned());
                    (State::Wrong, format!("`{name}` is {fault}"), None)
                }
                What::Refused(fault) => (State::Wrong, fault.to_string(), fault.remedy().map(Into::into)),
            };
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
