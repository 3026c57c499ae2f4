//! Settings of the ready-made transport.

use std::path::Path;

use zeroize::Zeroizing;

use super::found::Found;
use super::source::Source;
use super::{Builder, ConfigFault};
use crate::error::SharedError;
use crate::keys::{KeyError, certificates_der};
use crate::transport::{Options, Proxy, ProxyUrl, Timeouts};

/// The settings as given.
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

    /// Sends through this proxy, such as `http://user:password@proxy.example.com:3128`; user and password are percent-encoded,
    /// and never printed. By default the proxy that the environment names is used, except for hosts on this machine. Requests
    /// over plain `http` use no proxy.
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.connection.proxy = Some(Zeroizing::new(url.into()));
        self
    }

    /// Trusts the TLS certificates of another authority beside those of the system, for example of a proxy that inspects TLS. The
    /// text has one certificate or several. May be given several times.
    pub fn root_certificate_pem(mut self, pem: impl Into<String>) -> Self {
        self.connection.roots.push(Source::text(pem));
        self
    }

    /// Trusts another certificate authority, from a file.
    pub fn root_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.connection.roots.push(Source::file(path.as_ref()));
        self
    }
}

impl Connection {
    /// The transport's options, unless one of them is wrong.
    pub(super) fn options(&self, found: &mut Found) -> Option<Options> {
        let proxy = match &self.proxy {
            Some(url) => found.ok("proxy", ProxyUrl::parse(url).map_err(ConfigFault::Proxy)).map(Proxy::Through),
            None => Some(Proxy::Environment),
        };
        let roots: Vec<_> = self.roots.iter().flat_map(|source| roots(source, found)).collect();
        let refused = found.refuses(&["proxy", ROOT]);
        let options = Options { timeouts: self.timeouts.unwrap_or_default(), proxy: proxy?, roots };
        (!refused).then_some(options)
    }

    /// Refuses these settings if another transport is given, on which they have no effect.
    pub(super) fn refuse(&self, found: &mut Found) {
        let given =
            [("timeouts", self.timeouts.is_some()), ("proxy", self.proxy.is_some()), (ROOT, !self.roots.is_empty())];
        for (setting, _) in given.into_iter().filter(|(_, given)| *given) {
            found.refuse(setting, ConfigFault::OtherTransport);
        }
    }
}

fn roots(source: &Source, found: &mut Found) -> Vec<reqwest::Certificate> {
    let wrong = |error| ConfigFault::Authority { path: source.path(), error };
    let read = source.text.as_ref().map_err(KeyError::clone).and_then(|pem| certificates_der(pem));
    let list = found.ok(ROOT, read.map_err(wrong)).unwrap_or_default();
    let certificates = list.iter().map(|der| reqwest::Certificate::from_der(der));
    let damaged = |error| wrong(KeyError::Damaged(SharedError::new(error)));
    certificates.filter_map(|certificate| found.ok(ROOT, certificate.map_err(damaged))).collect()
}

const ROOT: &str = "root_certificate";
