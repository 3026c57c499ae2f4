//! Base URLs, the hosts of notifications, and the transport.

use std::sync::Arc;

use http::Uri;

use super::found::Found;
use super::{Builder, ConfigFault};
use crate::client::hosts::OWN;
#[cfg(feature = "reqwest")]
use crate::error::SharedError;
use crate::host::{canonical, is_loopback};
use crate::text::worded;
use crate::transport::Transport;
use crate::validate::named_host;

/// A checked base URL, without a slash at its end.
pub(super) struct BaseUrl {
    pub(super) url: String,
    /// The host is this machine.
    pub(super) loopback: bool,
}

worded! {
    /// A problem of a base URL.
    #[non_exhaustive]
    pub enum BaseUrlProblem {
        Unparsable = "does not parse as a URL",
        NoHost = "has no host",
        NotHttps = "is not `https`",
        PlainHttp = "is not `https`; plain `http` is for this machine only; set `proxy` to send through a proxy, or allow the host with `allow_plain_http_to`",
        Path = "has a path, but each endpoint has its own, which is signed; a `layer` can send requests to another host and path, as the guide's page on deployment shows",
        Query = "has a query, which a base URL must not have",
        Fragment = "has a fragment, which a base URL must not have",
        Port = "has a port that is not a number from 1 to 65535",
    }
}

impl Builder {
    pub(super) fn check_hosts(&self, found: &mut Found) -> Vec<BaseUrl> {
        let named = self
            .plain_http_to
            .iter()
            .filter_map(|host| found.ok("allow_plain_http_to", named_host(host).map_err(ConfigFault::Host)));
        let plain: Vec<_> = named.collect();
        let Some(hosts) = &self.hosts else {
            return OWN.iter().map(|host| BaseUrl { url: (*host).to_owned(), loopback: false }).collect();
        };
        if hosts.is_empty() && !found.refuses(&["hosts"]) {
            found.refuse("hosts", ConfigFault::EmptyList);
        }
        let bases: Vec<_> = hosts.iter().filter_map(|host| found.ok("hosts", base_url(host, &plain))).collect();
        bases.iter().for_each(|base| found.right("hosts", &base.url));
        bases
    }

    pub(super) fn check_notify_to(&self, found: &mut Found) -> Arc<[String]> {
        let named = |host: &String| named_host(host).map_err(ConfigFault::Host);
        self.notify_to.iter().filter_map(|host| found.ok("notify_to", named(host))).collect()
    }

    #[cfg(feature = "reqwest")]
    pub(super) fn check_transport(&self, found: &mut Found) -> Option<Arc<dyn Transport>> {
        let options = self.connection.options(found);
        if let Some(transport) = &self.transport {
            self.connection.refuse(found);
            return Some(transport.clone());
        }
        match crate::transport::Reqwest::new(options?) {
            Ok(transport) => Some(Arc::new(transport)),
            Err(error) => {
                let trouble = error.trouble();
                found.none("transport", ConfigFault::Transport { error: SharedError::new(error), trouble })
            }
        }
    }

    #[cfg(not(feature = "reqwest"))]
    pub(super) fn check_transport(&self, found: &mut Found) -> Option<Arc<dyn Transport>> {
        self.transport.clone().or_else(|| found.none("transport", ConfigFault::NoTransport))
    }
}

fn base_url(text: &str, plain_http_to: &[String]) -> Result<BaseUrl, ConfigFault> {
    if text.contains('@') {
        return Err(ConfigFault::Credentials);
    }
    let wrong = |problem| ConfigFault::BaseUrl { found: text.into(), problem };
    // `http::Uri` would drop the fragment.
    if text.contains('#') {
        return Err(wrong(BaseUrlProblem::Fragment));
    }
    let url: Uri = text.parse().map_err(|_| wrong(BaseUrlProblem::Unparsable))?;
    let host = url.host().ok_or_else(|| wrong(BaseUrlProblem::NoHost))?;
    let loopback = is_loopback(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if loopback || plain_http_to.contains(&canonical(host)) => {}
        Some("http") => return Err(wrong(BaseUrlProblem::PlainHttp)),
        _ => return Err(wrong(BaseUrlProblem::NotHttps)),
    }
    if url.query().is_some() {
        return Err(wrong(BaseUrlProblem::Query));
    }
    if url.path() != "/" {
        return Err(wrong(BaseUrlProblem::Path));
    }
    let port = url.authority().and_then(|authority| authority.as_str().strip_prefix(host)).unwrap_or_default();
    if !port.is_empty() && url.port_u16().is_none_or(|port| port == 0) {
        return Err(wrong(BaseUrlProblem::Port));
    }
    Ok(BaseUrl { url: text.trim_end_matches('/').to_owned(), loopback })
}
