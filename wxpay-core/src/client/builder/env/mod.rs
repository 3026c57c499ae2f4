//! Settings from environment variables.

mod misspelt;
mod table;

use std::ffi::OsString;

use self::misspelt::misspelt;
use self::table::{Draft, EITHER, VARIABLES};
use super::found::Found;
use super::{Builder, ConfigFault};

/// The names of the variables that a builder's settings come from.
#[derive(Default)]
pub(super) struct Variables {
    /// Settings, each with the name of its variable.
    given: Vec<(&'static str, String)>,
    /// Faults of the variables themselves.
    problems: Vec<(&'static str, ConfigFault)>,
    /// Makes a variable's full name from the prefix and its name; `None` if no variables were read.
    called: Option<fn(&str, &str) -> String>,
    prefix: String,
}

impl Variables {
    pub(super) fn note(&self, found: &mut Found) {
        self.problems.iter().for_each(|(setting, fault)| found.refuse(setting, fault.clone()));
    }

    /// The name of the variable that the setting comes from, or would come from.
    pub(super) fn name_of(&self, setting: &str) -> Option<String> {
        let given = self.given.iter().find(|(known, _)| *known == setting).map(|(_, name)| name.clone());
        let usual = || VARIABLES.iter().find(|(_, known, _)| *known == setting).map(|(name, ..)| *name);
        given.or_else(|| Some(self.called?(&self.prefix, usual()?)))
    }
}

impl Builder {
    /// Takes the settings from environment variables that begin with `prefix`, such as `WXPAY_`, or `WXPAY_TEA_` if one program
    /// calls for several merchants. The command line `wxpay` reads the same names. An empty variable counts as not set, and two
    /// variables for the same setting are an error. A method that is called afterwards replaces the variable's value.
    ///
    /// | variable, after the prefix | setting |
    /// |---|---|
    /// | `MCHID` | the merchant number (商户号) |
    /// | `MERCHANT_SERIAL` | the serial of the merchant's API certificate, unless the certificate is given |
    /// | `PRIVATE_KEY`, `PRIVATE_KEY_PEM` | the merchant's private key: the path of its file, or the key itself |
    /// | `MERCHANT_CERTIFICATE`, `MERCHANT_CERTIFICATE_PEM` | the merchant's API certificate: the path of its file, or the certificate itself |
    /// | `API_V3_KEY_FILE`, `API_V3_KEY` | the APIv3 key: the path of its file, or the key itself |
    /// | `PREVIOUS_API_V3_KEY_FILE`, `PREVIOUS_API_V3_KEY` | the previous APIv3 key, while the key is changed |
    /// | `PLATFORM_PUBLIC_KEY_ID` | the ID of WeChat Pay's public key, `PUB_KEY_ID_..` |
    /// | `PLATFORM_PUBLIC_KEY`, `PLATFORM_PUBLIC_KEY_PEM` | WeChat Pay's public key: the path of its file, or the key itself |
    /// | `PLATFORM_CERTIFICATES` | paths of platform certificates, separated by commas |
    /// | `DOWNLOAD_CERTIFICATES` | download of platform certificates: `true` or `false` |
    /// | `BASE_URL`, `BACKUP_URL` | base URLs, if they are not WeChat Pay's own |
    /// | `PROXY`, `ROOT_CERTIFICATE` | the proxy, and the path of a further certificate authority (feature `reqwest`) |
    /// | `NOTIFY_TO` | hosts for [`Builder::notify_to`], separated by commas |
    /// | `ALLOW_PLAIN_HTTP_TO` | hosts for [`Builder::allow_plain_http_to`], separated by commas |
    ///
    /// In a key itself, a line break may also be written as the two characters `\n`, as in secrets that come from JSON.
    /// [`Builder::build`] reports what is wrong, with the name of the variable. A misspelt name is a warning in the log.
    ///
    /// ```no_run
    /// # use wxpay_core::client::{Builder, Client, ConfigError};
    /// # fn client() -> Result<Client, ConfigError> {
    /// let client = Builder::from_env("WXPAY_").build()?;
    /// # Ok(client)
    /// # }
    /// ```
    pub fn from_env(prefix: &str) -> Self {
        for (given, known) in Self::unread_variables(prefix) {
            tracing::warn!("the environment variable {given} is not read; {known} is");
        }
        Self::read(prefix, |prefix, name| format!("{prefix}{name}"), |variable, _| std::env::var_os(variable))
    }

    /// Takes the settings from elsewhere, for example from your own file: `value` is called with each of
    /// [`variables`](Self::variables). Problems name settings in lower case.
    pub fn from_values(value: impl Fn(&str) -> Option<OsString>) -> Self {
        Self::read("", |_, name| name.to_ascii_lowercase(), |_, name| value(name))
    }

    /// The names of the variables that [`Builder::from_env`] reads, without the prefix.
    #[must_use]
    pub fn variables() -> Vec<&'static str> {
        VARIABLES.iter().map(|(name, ..)| *name).collect()
    }

    /// The environment variables with misspelt names, each with the name that is read.
    #[must_use]
    pub fn unread_variables(prefix: &str) -> Vec<(String, String)> {
        let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
        names.filter_map(|name| misspelt(prefix, &name)).collect()
    }

    fn read(prefix: &str, called: fn(&str, &str) -> String, value: impl Fn(&str, &str) -> Option<OsString>) -> Self {
        let mut draft = Draft::default();
        draft.builder.variables = Variables { called: Some(called), prefix: prefix.to_owned(), ..Variables::default() };
        for &(name, setting, set) in VARIABLES {
            let variable = called(prefix, name);
            match value(&variable, name).map(OsString::into_string) {
                None => continue,
                Some(Ok(value)) if value.trim().is_empty() => continue,
                Some(Ok(value)) => set(&mut draft, value),
                Some(Err(_)) => draft.wrong(setting, ConfigFault::NotUtf8),
            }
            draft.builder.variables.given.push((setting, variable));
        }
        // It would be unclear which of the two counts.
        for [one, other] in EITHER.map(|pair| pair.map(|name| called(prefix, name))) {
            let given = |name: &str| draft.builder.variables.given.iter().find(|(_, variable)| *variable == name);
            if let (Some((setting, _)), Some(_)) = (given(&one), given(&other)) {
                draft.wrong(setting, ConfigFault::Both { one, other });
            }
        }
        draft.built()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(variables: &[(&str, &str)]) -> Vec<String> {
        let value = |variable: &str, _: &str| {
            let of = variables.iter().find(|(known, _)| *known == variable);
            of.map(|(_, value)| OsString::from(value))
        };
        let error = Builder::read("TEA_", |prefix, name| format!("{prefix}{name}"), value).build().unwrap_err();
        error.problems.iter().map(ToString::to_string).collect()
    }

    fn says(variables: &[(&str, &str)], expected: &str) {
        let found = problems(variables);
        assert!(found.iter().any(|problem| problem.starts_with(expected)), "{expected}: {found:?}");
    }

    #[test]
    fn a_problem_names_its_variable() {
        says(&[("TEA_MCHID", "wx1")], "TEA_MCHID: `wx1` is not 1 to 32 digits");
        says(&[("TEA_MERCHANT_SERIAL", "0")], "TEA_MERCHANT_SERIAL: expected 40 hex digits, found `0`");
        says(&[("TEA_PRIVATE_KEY", "no/such.pem")], "TEA_PRIVATE_KEY: no/such.pem cannot be read");
        says(&[("TEA_PRIVATE_KEY_PEM", "a.pem")], "TEA_PRIVATE_KEY_PEM: expected a PEM block");
        says(&[("TEA_DOWNLOAD_CERTIFICATES", "ja")], "TEA_DOWNLOAD_CERTIFICATES: is neither");
        says(&[("TEA_PLATFORM_PUBLIC_KEY_ID", "PUB_KEY_ID_1")], "TEA_PLATFORM_PUBLIC_KEY_ID: the ID is set");
        says(&[("TEA_BACKUP_URL", "https://a.cn")], "TEA_BACKUP_URL: the backup URL is set");
        says(&[("TEA_NOTIFY_TO", "web, http://web")], "TEA_NOTIFY_TO: expected a host");
        says(&[("TEA_MCHID", " ")], "TEA_MCHID: missing");
        says(&[("TEA_MCHID", "1")], "TEA_PRIVATE_KEY: missing");
        says(
            &[("TEA_API_V3_KEY", "a"), ("TEA_API_V3_KEY_FILE", "b")],
            "TEA_API_V3_KEY_FILE: `TEA_API_V3_KEY_FILE` and",
        );
        assert!(!problems(&[("TEA_MCHID", "1")]).iter().any(|problem| problem.contains("TEA_MCHID")));
    }
}
