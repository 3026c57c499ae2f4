//! The rules for a `notify_url` (回调地址): what WeChat Pay can call.

use std::net::IpAddr;

use http::Uri;

/// Whether WeChat Pay could call `text`: `https`, a public host, with `path` also a path, and nothing behind it.
///
/// With `loopback`, `http` to this machine is fine too.
pub(super) fn check(text: &str, path: bool, loopback: bool) -> Result<(), &'static str> {
    if text.contains('#') {
        return Err("it has a fragment");
    }
    let url: Uri = text.parse().map_err(|_| "it does not parse")?;
    let host = url.host().filter(|host| !host.is_empty()).ok_or("it has no host")?;
    let local = is_loopback(host);
    match url.scheme_str() {
        Some("https") => {}
        Some("http") if local && loopback => {}
        _ => return Err("it is not `https`"),
    }
    if url.authority().is_some_and(|authority| authority.as_str().contains('@')) {
        return Err("it has a user name");
    }
    if is_private(host) && !(local && loopback) {
        return Err("its host is not public");
    }
    if url.query().is_some() {
        return Err("it has a query");
    }
    // `http::Uri` gives a missing path as `/`.
    if path && url.path() == "/" && !text.ends_with('/') {
        return Err("it has no path");
    }
    Ok(())
}

/// Whether `host`, as it stands in a URL, is this machine.
pub(crate) fn is_loopback(host: &str) -> bool {
    address(host).map_or_else(|| host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
}

fn is_private(host: &str) -> bool {
    match address(host) {
        Some(IpAddr::V4(address)) => address.is_private() || address.is_loopback() || address.is_unspecified(),
        Some(IpAddr::V6(address)) => address.is_unique_local() || address.is_loopback() || address.is_unspecified(),
        None => host.eq_ignore_ascii_case("localhost"),
    }
}

fn address(host: &str) -> Option<IpAddr> {
    host.trim_start_matches('[').trim_end_matches(']').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_wechat_pay_can_call_passes() {
        for good in ["https://yourapp.com/notify", "https://www.weixin.qq.com/wxpay/pay.php", "https://a.cn:8443/"] {
            assert_eq!(check(good, true, false), Ok(()), "{good}");
        }
    }

    #[test]
    fn everything_else_is_refused_with_its_reason() {
        for (bad, reason) in [
            ("http://yourapp.com/notify", "it is not `https`"),
            ("https://yourapp.com", "it has no path"),
            ("https://yourapp.com/notify?a=1", "it has a query"),
            ("https://yourapp.com/notify#a", "it has a fragment"),
            ("https://user@yourapp.com/notify", "it has a user name"),
            ("https://127.0.0.1/notify", "its host is not public"),
            ("https://[::1]/notify", "its host is not public"),
            ("https://192.168.1.7/notify", "its host is not public"),
            ("https://LOCALHOST/notify", "its host is not public"),
            ("https:///notify", "it does not parse"),
            ("yourapp.com/notify", "it does not parse"),
            ("/notify", "it has no host"),
            ("https://your app.com/notify", "it does not parse"),
        ] {
            assert_eq!(check(bad, true, false), Err(reason), "{bad}");
        }
    }

    #[test]
    fn where_no_path_is_needed_the_rest_still_holds() {
        assert_eq!(check("https://www.test.com", false, false), Ok(()));
        assert!(check("https://www.test.com?a=1", false, false).is_err());
        assert!(check("http://www.test.com", false, false).is_err());
    }

    #[test]
    fn a_local_wechat_pay_calls_this_machine_only() {
        assert_eq!(check("http://127.0.0.1:8080/notify", true, true), Ok(()));
        assert_eq!(check("http://localhost:8080/notify", true, true), Ok(()));
        assert!(check("http://192.168.1.7/notify", true, true).is_err());
        assert!(check("http://yourapp.com/notify", true, true).is_err());
    }
}
