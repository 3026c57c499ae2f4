//! The place that a download URL names, if a signed request may be sent there.

use http::Uri;

use crate::client::hosts::{CROSS_BORDER, OWN, Roles};
use crate::download::DownloadError;
use crate::encoded::target::survives;

/// A place that may be requested.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The base URL.
    pub(super) host: String,
    /// Path and query, as they are signed and sent.
    pub(super) target: String,
    /// The path, for logs and metrics.
    pub(super) template: &'static str,
}

/// The place of `url`, if it is at one of `hosts` or at WeChat Pay's own, and serves unsigned files. A client with hosts of its
/// own sends to these in place of WeChat Pay's, so that a client of a sandbox never sends to production, and never past a reverse
/// proxy.
pub(super) fn place(url: &str, hosts: &Roles) -> Result<Place, DownloadError> {
    // An HTTP client might rewrite other characters, and send something else than was signed.
    if !url.bytes().all(survives) {
        return Err(DownloadError::Url);
    }
    let uri: Uri = url.parse().map_err(|_| DownloadError::Url)?;
    let asked = origin(&uri).ok_or(DownloadError::Url)?;
    let is_asked = |host: &&str| host.parse().ok().and_then(|host| origin(&host)).is_some_and(|host| host == asked);
    let given = hosts.domestic().all().iter().map(String::as_str).find(is_asked);
    let of_wechat_pay = || {
        let host = OWN.into_iter().chain(CROSS_BORDER).find(is_asked);
        host.map(|host| if hosts.are_wechat_pays() { host } else { hosts.domestic().current() })
    };
    let host = given.or_else(of_wechat_pay).ok_or(DownloadError::ForeignHost(asked.1.clone()))?;
    let template = PROVED.into_iter().chain(UNPROVED).find(|template| fits(template, uri.path()));
    let template = template.ok_or_else(|| DownloadError::Place(uri.path().to_owned()))?;
    let target = uri.path_and_query().ok_or(DownloadError::Url)?.as_str().to_owned();
    Ok(Place { host: host.to_owned(), target, template })
}

impl Place {
    /// Tells whether no signed answer has the digests of files at this place.
    pub(super) fn is_unproved(&self) -> bool {
        UNPROVED.contains(&self.template)
    }
}

/// Tells whether signed answers have the digests of files at `template`.
pub(super) fn is_proved(template: &str) -> bool {
    PROVED.contains(&template)
}

/// Tells whether `path` equals the template, or fills its hole, which is at the end.
fn fits(template: &str, path: &str) -> bool {
    let Some((before, _)) = template.split_once('{') else { return template == path };
    // URL libraries resolve `.` and `..`, and would send something else than was signed. Uploads are not files.
    path.strip_prefix(before).is_some_and(|end| {
        !end.contains('/')
            && !["", ".", "..", "upload"].contains(&end.to_ascii_lowercase().replace("%2e", ".").as_str())
    })
}

/// Scheme, host and port; `None` without them, or with a user's name before the host.
fn origin(uri: &Uri) -> Option<(String, String, u16)> {
    let (scheme, authority) = (uri.scheme_str()?.to_ascii_lowercase(), uri.authority()?);
    let port = match (uri.port(), scheme.as_str()) {
        (Some(port), _) => port.as_u16(),
        (None, "https") => 443,
        (None, "http") => 80,
        (None, _) => return None,
    };
    let host = authority.host().to_ascii_lowercase();
    (!host.is_empty() && !authority.as_str().contains('@')).then_some((scheme, host, port))
}

pub(super) const BILL: &str = "/v3/billdownload/file";

/// Paths of files whose answers are documented to be unsigned, and whose digests come in signed answers. The second and the third
/// are from the examples of encrypted bills.
const PROVED: [&str; 5] = [
    BILL,
    "/v3/bill/downloadurl",
    "/v3/payscore/bill/downloadurl",
    "/v3/transferdownload/elecvoucherfile",
    "/v3/transferdownload/signfile",
];

/// Paths of files whose digests are in no signed answer.
const UNPROVED: [&str; 2] = ["/v3/merchant-service/images/{media_id}", "/v3/global/merchant-service/images/{media_id}"];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn asked(url: &str) -> Result<Place, String> {
        place(url, &Roles::wechat_pay()).map_err(|error| error.to_string())
    }

    #[test]
    fn weixin_is_asked_as_it_is_written() {
        for (url, host) in [
            ("https://api.mch.weixin.qq.com/v3/billdownload/file?token=a-_%2F&tartype=gzip", OWN[0]),
            ("https://API2.mch.weixin.qq.com:443/v3/billdownload/file?token=a-_%2F&tartype=gzip", OWN[1]),
            ("https://apihk.mch.weixin.qq.com/v3/billdownload/file?token=a-_%2F&tartype=gzip", CROSS_BORDER[0]),
        ] {
            let target = "/v3/billdownload/file?token=a-_%2F&tartype=gzip".to_owned();
            assert_eq!(asked(url), Ok(Place { host: host.to_owned(), target, template: BILL }));
        }
    }

    #[test]
    fn a_client_with_hosts_of_its_own_asks_those_for_whatever_weixin_has() {
        let hosts = Roles::given(vec!["http://127.0.0.1:8080".to_owned(), "http://127.0.0.1:8081".to_owned()]);
        for (host, expected) in [
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://127.0.0.1:8081", "http://127.0.0.1:8081"),
            (OWN[0], "http://127.0.0.1:8080"),
            (OWN[1], "http://127.0.0.1:8080"),
            (CROSS_BORDER[0], "http://127.0.0.1:8080"),
        ] {
            let place = place(&format!("{host}/v3/billdownload/file?token=a"), &hosts).unwrap();
            assert_eq!((&*place.host, &*place.target), (expected, "/v3/billdownload/file?token=a"));
        }
    }

    #[test]
    fn an_image_is_at_the_end_of_its_path() {
        let url = "https://api.mch.weixin.qq.com/v3/merchant-service/images/ChsyMD%3D%3D";
        let place = asked(url).unwrap();
        assert_eq!(place.target, "/v3/merchant-service/images/ChsyMD%3D%3D");
        assert!(place.is_unproved() && place.template.ends_with("/{media_id}"));
        assert!(!asked("https://api.mch.weixin.qq.com/v3/billdownload/file?token=a").unwrap().is_unproved());
    }

    #[test]
    fn nobody_else_is_asked() {
        for url in [
            "https://example.com/v3/billdownload/file?token=a",
            "https://api.mch.weixin.qq.com.example.com/v3/billdownload/file?token=a",
            "https://api.mch.weixin.qq.com:8443/v3/billdownload/file?token=a",
            "http://api.mch.weixin.qq.com/v3/billdownload/file?token=a",
            "http://127.0.0.1:8081/v3/billdownload/file?token=a",
        ] {
            assert!(asked(url).is_err_and(|error| error.ends_with("is not a host of WeChat Pay")), "{url}");
        }
        for url in [
            "https://api.mch.weixin.qq.com@example.com/v3/billdownload/file?token=a",
            "https://me@api.mch.weixin.qq.com/v3/billdownload/file?token=a",
            "/v3/billdownload/file?token=a",
            "ftp://api.mch.weixin.qq.com/v3/billdownload/file?token=a",
            "https://api.mch.weixin.qq.com\\@example.com/v3/billdownload/file",
            "https://api.mch.weixin.qq.com/v3/billdownload/file?token='a'",
            "",
        ] {
            assert_eq!(asked(url), Err(DownloadError::Url.to_string()), "{url}");
        }
    }

    #[test]
    fn a_place_whose_answers_are_signed_is_no_place_of_downloads() {
        for path in [
            "/v3/certificates",
            "/v3/billdownload/../certificates",
            "/v3/billdownload/file/",
            "/v3/merchant-service/images/",
            "/v3/merchant-service/images/upload",
            "/v3/merchant-service/images/..",
            "/v3/merchant-service/images/%2E.",
            "/v3/merchant-service/images/a/b",
            "/",
        ] {
            let url = format!("https://api.mch.weixin.qq.com{path}");
            assert_eq!(asked(&url), Err(format!("`{path}` does not serve downloads")));
        }
    }
}
