//! The way to WeChat Pay: base URLs, the hosts of notifications, the transport.

use std::sync::Arc;

use http::Uri;

use super::Builder;
use super::found::Found;
use crate::client::hosts::OWN;
use crate::text::quoted;
use crate::transport::Transport;
#[cfg(feature = "reqwest")]
use crate::transport::Trouble;
use crate::validate::{canonical, is_loopback, named_host};

/// A base URL without a slash at its end.
pub(super) struct BaseUrl {
    pub(super) url: String,
    /// It is on this machine.
    pub(super) loopback: bool,
}

impl Builder {
    pub(super) fn check_hosts(&self, found: &mut Found) -> Vec<BaseUrl> {
        let named = self.plain_http_to.iter().filter_map(|host| found.ok("allow_plain_http_to", named_host(host)));
        let plain: Vec<_> = named.collect();
        let Some(hosts) = &self.hosts else {
            return OWN.iter().map(|host| BaseUrl { url: (*host).to_owned(), loopback: false }).collect();
        };
        if hosts.is_empty() && !found.refuses(&["hosts"]) {
            found.note("hosts", "the list is empty");
        }
        let bases: Vec<_> = hosts.iter().filter_map(|host| found.ok("hosts", base_url(host, &plain))).collect();
        bases.iter().for_each(|base| found.right("hosts", &base.url));
        bases
    }

    pub(super) fn check_notify_to(&self, found: &mut Found) -> Arc<[String]> {
        self.notify_to.iter().filter_map(|host| found.ok("notify_to", named_host(host))).collect()
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
                let remedy = match error.trouble() {
                    Some(Trouble::Descriptors) => "raise this process's limit of file descriptors (`ulimit -n`)",
                    _ => "install ca-certificates, or give the authorities as a file with `root_certificate`",
                };
                found.remedied("transport", error.to_string(), remedy);
                None
            }
        }
    }

    #[cfg(not(feature = "reqwest"))]
    pub(super) fn check_transport(&self, found: &mut Found) -> Option<Arc<dyn Transport>> {
        let setting = "transport";
        self.transport.clone().or_else(|| found.none(setting, "the feature `reqwest` is off, so one must be given"))
    }
}

fn base_url(text: &str, plain_http_to: &[String]) -> Result<BaseUrl, String> {
    if text.contains('@') {
        return Err("a user name or password does not belong into a base URL".to_owned());
    }
    let wrong = |problem: &str| format!("{} {problem}", quoted(text));
    // `http::Uri` would drop it.
    if text.contains('#') {
        return Err(wrong("has a fragment, which is no part of a base URL"));
    }
    let url: Uri = text.parse().map_err(|_| wrong("does not parse as a URL"))?;
    let host = url.host().ok_or_else(|| wrong("has no host"))?;
    let loopback = is_loopback(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if loopback || plain_http_to.contains(&canonical(host)) => {}
        Some("http") => {
            return Err(wrong(
                "is not `https`; plain `http` is for this machine only; `proxy` names a way out, and `allow_plain_http_to` \
                 lets one host through",
            ));
        }
        _ => return Err(wrong("is not `https`")),
    }
    if url.query().is_some() {
        return Err(wrong("has a query, which is no part of a base URL"));
    }
    if url.path() != "/" {
        return Err(wrong(
            "has a path; the endpoints bring their own, which is signed; a `layer` can send it to another host and path, as the \
             guide's page on deployment shows",
        ));
    }
    let port = url.authority().and_then(|authority| authority.as_str().strip_prefix(host)).unwrap_or_default();
    if !port.is_empty() && url.port_u16().is_none_or(|port| port == 0) {
        return Err(wrong("has a port that is not a number from 1 to 65535"));
    }
    Ok(BaseUrl { url: text.trim_end_matches('/').to_owned(), loopback })
}
