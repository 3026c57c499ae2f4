//! Settings of the ready-made transport.

use std::path::Path;

use zeroize::Zeroizing;

use super::problem::Problems;
use super::{Builder, Source};
use crate::keys::{certificates_der, read_key_file};
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
        self.connection.roots.push(Ok(Zeroizing::new(pem.into())));
        self
    }

    /// Another certificate authority, from a file.
    pub fn root_certificate_file(mut self, path: impl AsRef<Path>) -> Self {
        self.connection.roots.push(read_key_file(path.as_ref()));
        self
    }
}

impl Connection {
    /// The options, unless one of them is wrong.
    pub(super) fn options(&self, problems: &mut Problems) -> Option<Options> {
        let before = problems.0.len();
        let proxy = match &self.proxy {
            Some(url) => problems.ok("proxy", ProxyUrl::parse(url)).map(Proxy::Through),
            None => Some(Proxy::Environment),
        };
        let roots = self.roots.iter().flat_map(|source| roots(source, problems)).collect();
        let options = Options { timeouts: self.timeouts.unwrap_or_default(), proxy: proxy?, roots };
        (problems.0.len() == before).then_some(options)
    }

    /// They mean nothing to another transport.
    pub(super) fn refuse(&self, problems: &mut Problems) {
        let given = [
            ("timeouts", self.timeouts.is_some()),
            ("proxy", self.proxy.is_some()),
            ("root_certificate", !self.roots.is_empty()),
        ];
        for (setting, _) in given.into_iter().filter(|(_, given)| *given) {
            problems.note(setting, "this is for the ready-made transport, but another was given with `transport`");
        }
    }
}

fn roots(source: &Source, problems: &mut Problems) -> Vec<reqwest::Certificate> {
    let setting = "root_certificate";
    let found = problems.key(setting, source.clone()).and_then(|pem| problems.key(setting, certificates_der(&pem)));
    let found = found.unwrap_or_default();
    found.iter().filter_map(|der| problems.ok(setting, reqwest::Certificate::from_der(der))).collect()
}
