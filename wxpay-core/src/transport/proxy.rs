//! The proxy of the ready-made transport.

use std::fmt;

use reqwest::{ClientBuilder, NoProxy, Url};
use zeroize::Zeroizing;

use crate::error::SharedError;

/// The proxy of requests. Plain `http`, to this machine or another, never uses a proxy, which would read all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Proxy {
    /// The proxy that the environment names: `HTTPS_PROXY`, or `ALL_PROXY`, in upper or lower case; no proxy for hosts in
    /// `NO_PROXY` and for this machine. Within CGI (`REQUEST_METHOD` is set) the environment is not used.
    #[default]
    Environment,
    /// No proxy, whatever the environment says.
    Direct,
    /// This proxy, for every `https` host.
    Through(ProxyUrl),
}

/// The URL of a proxy, with its credentials. They are never printed.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyUrl(Zeroizing<String>);

/// The text is not the URL of a proxy. The error does not repeat it, since it may have a password in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProxyUrlError {
    /// The text is not a URL.
    #[error("does not parse as a URL: {0}; {ENCODED}")]
    Unparsable(#[source] SharedError),
    /// The URL has another scheme.
    #[error("is not `http` or `https`")]
    Scheme,
    /// The URL has a path, a query or a fragment.
    #[error("has something behind the port; {ENCODED}")]
    BehindPort,
}

impl ProxyUrl {
    /// Reads a URL such as `http://user:password@proxy.example.com:3128`. The scheme is that of the connection to the proxy; the
    /// connection through it is encrypted as usual. Special characters of URLs (`@`, `:`, `/`, `#`, `%`) are percent-encoded in
    /// user and password.
    ///
    /// # Errors
    /// The text is not the URL of a proxy. The error does not repeat it.
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
    /// Sets the proxy, so that reqwest does not look for one itself: with the feature `system-proxy`, which any crate may turn
    /// on, it would use more than the environment.
    pub(super) fn set(&self, client: ClientBuilder) -> reqwest::Result<ClientBuilder> {
        match self {
            Self::Direct => Ok(client.no_proxy()),
            Self::Through(url) => Ok(client.no_proxy().proxy(reqwest::Proxy::https(url.0.as_str())?)),
            Self::Environment => Ok(environment(&|name| std::env::var(name).ok(), client.no_proxy())),
        }
    }

    /// Name and port of the proxy for URLs of a scheme. Its name is looked up in place of the host's.
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
        // The text of the error may have a password.
        Err(_) => {
            tracing::warn!(name, "the environment names a proxy that is not a URL; no proxy is used");
            client
        }
    }
}

/// The variable that names a proxy, and its value.
fn chosen(variable: &dyn Fn(&str) -> Option<String>) -> Option<(&'static str, String)> {
    // In CGI a variable may be a header of the request.
    if variable("REQUEST_METHOD").is_some() {
        return None;
    }
    ["HTTPS_PROXY", "ALL_PROXY"].into_iter().find_map(|name| Some((name, either(variable, name)?)))
}

/// The value of a variable, whose name is in upper or lower case.
fn either(variable: &dyn Fn(&str) -> Option<String>, name: &str) -> Option<String> {
    let value = variable(name).or_else(|| variable(&name.to_ascii_lowercase()));
    value.filter(|value| !value.is_empty())
}

/// This machine, as `NO_PROXY` writes it.
const HERE: &str = "localhost,127.0.0.0/8,::1";
const ENCODED: &str = "special characters in user and password are percent-encoded";
