//! The rules for a `notify_url` (回调地址): URLs that WeChat Pay can call.

use std::net::IpAddr;

use http::Uri;

use super::Policy;
use super::UrlProblem;
use crate::host::{bare, canonical, is_loopback, not_public, reserved};
use crate::text::Given;

/// A text that does not name a host.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a host such as `web` or `192.168.1.5`, found {found}")]
#[non_exhaustive]
pub struct NotAHost {
    /// The text found.
    pub found: Given,
}

/// Checks that WeChat Pay could call `text`: the rules of [`callable`], no query, no fragment, and with `path` also a path.
pub(super) fn check(text: &str, path: bool, policy: &Policy) -> Result<(), UrlProblem> {
    if text.contains('#') {
        return Err(UrlProblem::Fragment);
    }
    let url = parsed(text)?;
    called(&url, policy)?;
    if url.query().is_some() {
        return Err(UrlProblem::Query);
    }
    // `http::Uri` gives a missing path as `/`.
    if path && url.path() == "/" && !text.ends_with('/') {
        return Err(UrlProblem::NoPath);
    }
    Ok(())
}

/// Checks that `policy` allows calls to a URL: with `https` to a public host, or also with `http` to this machine and to
/// named hosts.
///
/// # Errors
/// The rule that it breaks.
pub fn callable(text: &str, policy: &Policy) -> Result<(), UrlProblem> {
    called(&parsed(text)?, policy)
}

/// Checks an address that the host name of a [`callable`] URL resolves to.
///
/// # Errors
/// The rule that it breaks.
pub fn callable_address(name: &str, address: IpAddr, policy: &Policy) -> Result<(), UrlProblem> {
    if policy.lets_through(name) {
        Ok(())
    } else {
        reserved(address).map_or(Ok(()), |problem| Err(UrlProblem::Host(problem)))
    }
}

/// Reads a host for [`Policy::notify_to`]: a name or an address, without scheme, port and path.
///
/// # Errors
/// The text is something else.
pub fn named_host(host: &str) -> Result<String, NotAHost> {
    let named = bare(host);
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    if named.parse::<IpAddr>().is_err() && (named.is_empty() || !named.bytes().all(letter)) {
        return Err(NotAHost { found: host.into() });
    }
    Ok(canonical(host))
}

fn parsed(text: &str) -> Result<Uri, UrlProblem> {
    text.parse().map_err(|_| UrlProblem::Unparsable)
}

fn called(url: &Uri, policy: &Policy) -> Result<(), UrlProblem> {
    let host = url.host().filter(|host| !host.is_empty()).ok_or(UrlProblem::NoHost)?;
    let let_through = policy.lets_through(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if let_through => {}
        Some("http") => return Err(UrlProblem::PlainHttp),
        _ => return Err(UrlProblem::NotHttps),
    }
    if url.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err(UrlProblem::UserName);
    }
    not_public(host).filter(|_| !let_through).map_or(Ok(()), |problem| Err(UrlProblem::Host(problem)))
}

impl Policy {
    /// Tells whether `host` may be called although it is not public, also with `http`.
    fn lets_through(&self, host: &str) -> bool {
        (self.loopback && is_loopback(host))
            || (!self.notify_to.is_empty() && self.notify_to.contains(&canonical(host)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sandbox() -> Policy {
        Policy { loopback: true, ..Policy::default() }
    }

    #[test]
    fn what_wechat_pay_can_call_passes() {
        for good in ["https://yourapp.com/notify", "https://www.weixin.qq.com/wxpay/pay.php", "https://a.cn:8443/"] {
            assert_eq!(check(good, true, &Policy::default()), Ok(()), "{good}");
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for (bad, reason) in [
            ("http://yourapp.com/notify", "it is not `https`; `notify_to` allows `http` to a host of your own network"),
            ("ftp://yourapp.com/notify", "it is not `https`"),
            ("https://yourapp.com", "it has no path"),
            ("https://yourapp.com/notify?a=1", "it has a query"),
            ("https://yourapp.com/notify#a", "it has a fragment"),
            ("https://user@yourapp.com/notify", "it has a user name"),
            ("https://127.0.0.1/notify", "its host is this machine (127.0.0.0/8)"),
            ("https://[::1]/notify", "its host is this machine (::1)"),
            ("https://192.168.1.7/notify", "its host is a private address (192.168.0.0/16)"),
            ("https://169.254.169.254/notify", "its host is a link-local address (169.254.0.0/16)"),
            ("https://LOCALHOST:8443/notify", "its host is a name of a local network"),
            ("https://web:8443/notify", "its host is a name without a domain"),
            ("https:///notify", "it does not parse"),
            ("yourapp.com/notify", "it does not parse"),
            ("/notify", "it has no host"),
            ("https://your app.com/notify", "it does not parse"),
        ] {
            let problem = check(bad, true, &Policy::default()).unwrap_err();
            assert_eq!(problem.to_string(), reason, "{bad}");
        }
    }

    #[test]
    fn where_no_path_is_needed_the_rest_still_holds() {
        assert_eq!(check("https://www.test.com", false, &Policy::default()), Ok(()));
        assert!(check("https://www.test.com?a=1", false, &Policy::default()).is_err());
        assert!(check("http://www.test.com", false, &Policy::default()).is_err());
    }

    #[test]
    fn a_local_wechat_pay_calls_this_machine_only() {
        assert_eq!(check("http://127.0.0.1:8080/notify", true, &sandbox()), Ok(()));
        assert_eq!(check("http://localhost:8080/notify", true, &sandbox()), Ok(()));
        assert_eq!(check("https://[::1]:8443/notify", true, &sandbox()), Ok(()));
        assert!(check("http://192.168.1.7/notify", true, &sandbox()).is_err());
        assert!(check("http://yourapp.com/notify", true, &sandbox()).is_err());
        assert!(check("https://127.1/notify", true, &sandbox()).is_err());
    }

    #[test]
    fn a_named_host_is_called_by_http_too_and_no_other_is() {
        let notify_to = ["web", "[FD00::5]", "10.1.2.3", "shop.internal."].map(|host| named_host(host).unwrap());
        let policy = Policy { notify_to: notify_to.into(), ..Policy::default() };
        for good in [
            "http://web:8080/notify",
            "https://WEB/notify",
            "http://[fd00::5]/notify",
            "http://10.1.2.3/notify",
            "http://shop.internal/notify",
        ] {
            assert_eq!(check(good, true, &policy), Ok(()), "{good}");
        }
        for bad in ["http://web2/notify", "http://a.web/notify", "http://10.1.2.4/notify", "http://127.0.0.1/notify"] {
            assert!(check(bad, true, &policy).is_err(), "{bad}");
        }
        assert_eq!(check("http://web", true, &policy), Err(UrlProblem::NoPath));
        assert_eq!(check("http://me@web/notify", true, &policy), Err(UrlProblem::UserName));
    }

    #[test]
    fn what_names_no_host_is_refused() {
        for bad in ["", ".", "http://web", "web:8080", "web/notify", "me@web", "a b", "[fd00::5]:80", "*"] {
            assert!(named_host(bad).is_err(), "{bad}");
        }
        assert!(named_host("http://web").unwrap_err().to_string().contains("`http://web`"));
    }

    #[test]
    fn an_address_behind_a_name_is_held_to_the_same_rules() {
        let policy = Policy { notify_to: ["web".to_owned()].into(), ..sandbox() };
        let check = |name, address: &str| callable_address(name, address.parse().unwrap(), &policy);
        assert_eq!(check("shop.example.com", "101.226.103.106"), Ok(()));
        assert!(check("shop.example.com", "127.0.0.1").is_err());
        assert!(check("shop.example.com", "169.254.169.254").is_err());
        assert_eq!(check("web", "172.17.0.2"), Ok(()));
        assert_eq!(check("localhost", "127.0.0.1"), Ok(()));
    }
}
