//! Whom the ready-made transport goes through.

use std::fmt;

use reqwest::{ClientBuilder, NoProxy, Url};
use zeroize::Zeroizing;

use crate::error::SharedError;

/// Whom a request goes through. Plain `http`, to this machine or another, goes through nobody, whatever is chosen: a proxy
/// would read all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proxy {
    /// The proxy that the environment names: `HTTPS_PROXY`, or `ALL_PROXY`, in upper or lower case, and nobody for what
    /// `NO_PROXY` names and for this machine. Within CGI (`REQUEST_METHOD` is set) it names none.
    #[default]
    Environment,
    /// Nobody, whatever the environment says.
    Direct,
    /// This one, for every `https` host.
    Through(ProxyUrl),
}

/// Where a proxy is, and what it wants to hear. The credentials are nowhere printed.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyUrl(Zeroizing<String>);

/// A text that is not the URL of a proxy; it is not repeated, since it may have a password in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProxyUrlError {
    /// It is not a URL.
    #[error("does not parse as a URL: {0}; {ENCODED}")]
    Unparsable(#[source] SharedError),
    /// It has another scheme.
    #[error("is not `http` or `https`")]
    Scheme,
    /// It has a path, a query or a fragment.
    #[error("has something behind the port; {ENCODED}")]
    BehindPort,
}

impl ProxyUrl {
    /// Reads such as `http://user:password@proxy.example.com:3128`. The scheme is that of the way to the proxy; the
    /// way through it is encrypted as ever. What is special in a URL (`@`, `:`, `/`, `#`, `%`) is percent-encoded in
    /// user and password.
    ///
    /// # Errors
    /// It is not the URL of a proxy. It is not repeated in the error.
    pub fn parse(text: &str) -> Result<Self, ProxyUrlError> {
        let url = Url::parse(text).map_err(|error| ProxyUrlError::Unparsable(SharedError::new(error)))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(ProxyUrlError::Scheme);
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(ProxyUrlError::BehindPort);
        }
        Ok(Self(Zeroizing::new(text.to_owned())))
    }
}

impl fmt::Debug for ProxyUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ProxyUrl(..)")
    }
}

impl Proxy {
    /// Sets it, so that nothing is left to what reqwest would find by itself: with the feature `system-proxy`, which any
    /// crate may turn on, that is more than the environment.
    pub(super) fn set(&self, client: ClientBuilder) -> reqwest::Result<ClientBuilder> {
        match self {
            Self::Direct => Ok(client.no_proxy()),
            Self::Through(url) => Ok(client.no_proxy().proxy(reqwest::Proxy::https(url.0.as_str())?)),
            Self::Environment => Ok(environment(&|name| std::env::var(name).ok(), client.no_proxy())),
        }
    }

    /// Name and port of the proxy for URLs of a scheme: what is looked up in place of the host's name.
    pub(super) fn address(&self, scheme: &str) -> Option<(String, u16)> {
        let text = match self {
            _ if scheme != "https" => return None,
            Self::Direct => return None,
            Self::Through(url) => url.0.clone(),
            Self::Environment => Zeroizing::new(chosen(&|name| std::env::var(name).ok())?.1),
        };
        let url = if text.contains("://") { Url::parse(&text) } else { Url::parse(&format!("http://{}", *text)) };
        let url = url.ok()?;
        Some((url.host_str()?.to_owned(), url.port_or_known_default()?))
    }
}

fn environment(variable: &dyn Fn(&str) -> Option<String>, client: ClientBuilder) -> ClientBuilder {
    let Some((name, url)) = chosen(variable) else { return client };
    let not = [HERE, &either(variable, "NO_PROXY").unwrap_or_default()].join(",");
    match reqwest::Proxy::https(url) {
        Ok(proxy) => client.proxy(proxy.no_proxy(NoProxy::from_string(&not))),
        // Its text may be a password.
        Err(_) => {
            tracing::warn!(name, "the environment names a proxy that is not a URL; none is used");
            client
        }
    }
}

/// The variable that names a proxy, and what it says.
fn chosen(variable: &dyn Fn(&str) -> Option<String>) -> Option<(&'static str, String)> {
    // In CGI a variable may be a header of whoever calls.
    if variable("REQUEST_METHOD").is_some() {
        return None;
    }
    ["HTTPS_PROXY", "ALL_PROXY"].into_iter().find_map(|name| Some((name, either(variable, name)?)))
}

/// What a variable says, in upper or lower case.
fn either(variable: &dyn Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    let value = variable(name).or_else(|| variable(&name.to_ascii_lowercase()));
    value.filter(|value| !value.is_empty())
}

/// This machine, as `NO_PROXY` writes it.
const HERE: &str = "localhost,127.0.0.0/8,::1";
const ENCODED: &str = "special characters in user and password are percent-encoded";
