//! Browsers outside of WeChat: a payment link, and the page that the user returns to.

use http::Uri;

use super::query;
use crate::host::is_loopback;
use crate::text::worded;

/// The reason why a link cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum H5UrlError {
    /// The `h5_url` is not the URL of an order.
    #[error("the `h5_url` {0}")]
    H5Url(LinkProblem),
    /// The user cannot return to the `redirect_url`.
    #[error("the `redirect_url` {0}")]
    RedirectUrl(LinkProblem),
}

worded! {
    /// The fault of a link.
    #[non_exhaustive]
    pub enum LinkProblem {
        Unparsable = "does not parse as a URL",
        NoHost = "has no host",
        UserName = "has a user name",
        NotHttps = "is not `https`",
        NotHttp = "is not `https` or `http`",
        Fragment = "has a fragment, after which nothing can be appended",
        Given = "has a `redirect_url` already",
    }
}

/// Adds `redirect_url` to the order's `h5_url`: the page that the user returns to
/// ([H5调起支付](https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter3_3_4.shtml)). Without it WeChat returns to the page from which
/// it was opened.
///
/// Nothing is signed. The link is valid for 5 minutes, does not work inside WeChat, and must be opened from a page of the
/// domain that is registered for it. The user returns after every payment, also a cancelled one: query the order.
///
/// ```
/// # use wxpay_core::payment::with_redirect_url;
/// let h5_url = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20&package=1037687096";
/// let link = with_redirect_url(h5_url, "https://shop.example.com/paid?order=1&step=2")?;
/// assert_eq!(link, format!("{h5_url}&redirect_url=https%3A%2F%2Fshop.example.com%2Fpaid%3Forder%3D1%26step%3D2"));
/// # Ok::<(), wxpay_core::payment::H5UrlError>(())
/// ```
///
/// # Errors
/// One of them is not a URL; `h5_url` is neither `https` nor on this machine, or already has a `redirect_url`; `redirect_url` is
/// neither `https` nor `http`.
pub fn with_redirect_url(h5_url: &str, redirect_url: &str) -> Result<String, H5UrlError> {
    let order = absolute(h5_url).map_err(H5UrlError::H5Url)?;
    // A sandbox on this machine has plain `http`, as for a base URL.
    let local = order.scheme_str() == Some("http") && order.host().is_some_and(is_loopback);
    if order.scheme_str() != Some("https") && !local {
        return Err(H5UrlError::H5Url(LinkProblem::NotHttps));
    }
    if h5_url.contains('#') {
        return Err(H5UrlError::H5Url(LinkProblem::Fragment));
    }
    let given = order.query().unwrap_or_default();
    if given.split('&').any(|pair| pair.split('=').next() == Some(REDIRECT_URL)) {
        return Err(H5UrlError::H5Url(LinkProblem::Given));
    }
    let back = absolute(redirect_url).map_err(H5UrlError::RedirectUrl)?;
    if !matches!(back.scheme_str(), Some("https" | "http")) {
        return Err(H5UrlError::RedirectUrl(LinkProblem::NotHttp));
    }
    let separator = match order.query() {
        None => "?",
        Some("") => "",
        Some(_) => "&",
    };
    Ok([h5_url, separator, &query([(REDIRECT_URL, redirect_url)])].concat())
}

/// Reads a URL that has a host, and no user name.
fn absolute(text: &str) -> Result<Uri, LinkProblem> {
    let url: Uri = text.parse().map_err(|_| LinkProblem::Unparsable)?;
    let authority = url.authority().ok_or(LinkProblem::NoHost)?;
    if authority.host().is_empty() {
        return Err(LinkProblem::NoHost);
    }
    if authority.as_str().contains('@') {
        return Err(LinkProblem::UserName);
    }
    Ok(url)
}

const REDIRECT_URL: &str = "redirect_url";

#[cfg(test)]
mod tests {
    use super::*;

    const BACK: &str = "https://shop.example.com/paid";

    #[test]
    fn it_is_appended_to_whatever_query_there_is() {
        let encoded = "redirect_url=https%3A%2F%2Fshop.example.com%2Fpaid";
        for (h5_url, separator) in [("https://a.cn/b?c=d", "&"), ("https://a.cn/b?", ""), ("https://a.cn/b", "?")] {
            assert_eq!(with_redirect_url(h5_url, BACK), Ok(format!("{h5_url}{separator}{encoded}")));
        }
        let sandbox = "http://127.0.0.1:8080/phone/?prepay_id=wx20";
        assert_eq!(with_redirect_url(sandbox, BACK), Ok(format!("{sandbox}&{encoded}")));
    }

    #[test]
    fn whatever_is_in_the_page_to_come_back_to_comes_back_whole() {
        let link =
            with_redirect_url("https://a.cn/b?c=d", "https://shop.cn/?a=%E5%BA%97&b=c+d#top").unwrap_or_default();
        let (_, encoded) = link.split_once("redirect_url=").unwrap_or_default();
        assert_eq!(encoded, "https%3A%2F%2Fshop.cn%2F%3Fa%3D%25E5%25BA%2597%26b%3Dc%2Bd%23top");
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        for (h5_url, reason) in [
            ("", "does not parse as a URL"),
            ("/b?c=d", "has no host"),
            ("wx201410272009395522657a690389285100", "is not `https`"),
            ("http://a.cn/b?c=d", "is not `https`"),
            ("weixin://wxpay/bizpayurl?pr=abc", "is not `https`"),
            ("https://me@a.cn/b", "has a user name"),
            ("https://a.cn/b?c=d#e", "has a fragment, after which nothing can be appended"),
            ("https://a.cn/b?c=d&redirect_url=x", "has a `redirect_url` already"),
        ] {
            let error = with_redirect_url(h5_url, BACK).unwrap_err();
            assert_eq!(error.to_string(), format!("the `h5_url` {reason}"), "{h5_url}");
        }
        for (back, reason) in [
            ("", "does not parse as a URL"),
            ("/paid", "has no host"),
            ("myapp://paid", "is not `https` or `http`"),
            ("https://me@shop.cn/paid", "has a user name"),
            ("https%3A%2F%2Fshop.cn%2Fpaid", "does not parse as a URL"),
            ("https://shop.cn/a b", "does not parse as a URL"),
        ] {
            let error = with_redirect_url("https://a.cn/b?c=d", back).unwrap_err();
            assert_eq!(error.to_string(), format!("the `redirect_url` {reason}"), "{back}");
        }
        // The parser decides whether this is not a URL, or a URL without a host.
        assert!(with_redirect_url("https://a.cn/b?c=d", "javascript:alert(1)").is_err());
    }
}
