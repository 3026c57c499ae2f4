//! Settings of the ready-made transport.

use std::path::Path;

use zeroize::Zeroizing;

use super::Builder;
use super::found::Found;
use super::source::Source;
use crate::keys::{KeyError, certificates_der};
use crate::transport::{Options, Proxy, ProxyUrl, Timeouts};

/// What was set.
#[derive(Default)]
pub(super) struct Connection {
    timeouts: Option<Timeouts>,
    proxy: Option<Zeroizing<String>>,
    roots: Vec<Source>,
}

impl Builder {
    /// Timeouts of the ready-made transport.
    pub fn timeouts(mut self, timeouts: Timeouts) -> Self {
        self.connection.timeouts = Some(timeouts);
        self
    }

    /// Sends through this proxy, such as `http://user:password@proxy.example.com:3128`; user and password are
    /// percent-encoded, and printed nowhere. By default it is the one that the environment names, and none to hosts on
    /// this machine. Plain `http` goes through none at all.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connection.proxy = Some(Zeroizing::new(url.into()));
        self
    }

    /// Believes the TLS certificates of another authority, beside those of the system: that of a proxy which looks into
    /// TLS, for one. One certificate or several. May be given several times.
    pub fn root_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.connection.roots.push(Source::text(pem));
        self
    }

    /// Another certificate authority, from a file.
    pub fn root_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.connection.roots.push(Source::file(path.as_ref()));
        self
    }
}

impl Connection {
    /// The options, unless one of them is wrong.
    pub(super) fn options(&self, found: &mut Found) -> Option<Options> {
        let proxy = match &self.proxy {
            Some(url) => found.ok("proxy", ProxyUrl::parse(url)).map(Proxy::Through),
            None => Some(Proxy::Environment),
        };
        let roots: Vec<_> = self.roots.iter().flat_map(|source| roots(source, found)).collect();
        let refused = found.refuses(&["proxy", ROOT]);
        let options = Options { timeouts: self.timeouts.unwrap_or_default(), proxy: proxy?, roots };
        (!refused).then_some(options)
    }

    /// They mean nothing to another transport.
    pub(super) fn refuse(&self, found: &mut Found) {
        let given =
            [("timeouts", self.timeouts.is_some()), ("proxy", self.proxy.is_some()), (ROOT, !self.roots.is_empty())];
        for (setting, _) in given.into_iter().filter(|(_, given)| *given) {
            found.note(setting, "this is for the ready-made transport, but another was given with `transport`");
        }
    }
}

fn roots(source: &Source, found: &mut Found) -> Vec<reqwest::Certificate> {
    let wrong = |error: KeyError| (source.told(&error), error);
    let read = source.text.as_ref().map_err(|error| wrong(error.clone()));
    let read = read.and_then(|pem| certificates_der(pem).map_err(wrong));
    match read {
        Ok(list) => list.iter().filter_map(|der| found.ok(ROOT, reqwest::Certificate::from_der(der))).collect(),
        Err((text, error)) => {
            // The usual remedy tells to look at the merchant platform, which hands out no authority.
            match error {
                KeyError::NotPem(_) | KeyError::Damaged(_) => found.note(ROOT, text),
                _ => found.remedied(ROOT, text, error.remedy()),
            }
            Vec::new()
        }
    }
}

const ROOT: &str = "root_certificate";
