//! Addresses of the listeners.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use http::uri::Authority;
use http::{HeaderMap, header};

#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses {
    pub(crate) main: SocketAddr,
    pub(crate) backup: SocketAddr,
    pub(crate) admin: SocketAddr,
    /// True if the main and the backup host are behind TLS.
    pub(crate) tls: bool,
}

impl Addresses {
    /// Base URL of the main host.
    pub(crate) fn url(&self) -> String {
        self.gateway(self.main)
    }

    /// Base URL of the backup host.
    pub(crate) fn backup_url(&self) -> String {
        self.gateway(self.backup)
    }

    /// Base URL of the page and the API.
    pub(crate) fn admin_url(&self) -> String {
        format!("http://{}", reachable(self.admin))
    }

    /// Link to the phone's page that pays what `token` stands for.
    pub(crate) fn pay_link(&self, token: &str) -> String {
        format!("{}{PAY}?pr={token}", self.admin_url())
    }

    /// Base URL that the client called, from its `Host` header: URLs in an answer lead back the same way, through another port, a
    /// proxy or a name. Without a valid `Host` it is the base URL of the main host.
    pub(crate) fn called(&self, headers: &HeaderMap) -> String {
        let mut hosts = headers.get_all(header::HOST).iter();
        let host = hosts.next().and_then(|host| host.to_str().ok()).filter(|host| is_host(host));
        match (host, hosts.next()) {
            (Some(host), None) => format!("{}://{host}", self.scheme()),
            _ => self.url(),
        }
    }

    /// URL of the proxy that leads WeChat Pay's hosts to the main host, with TLS.
    pub(crate) fn proxy_url(&self) -> String {
        format!("http://{}", reachable(self.main))
    }

    fn gateway(&self, address: SocketAddr) -> String {
        format!("{}://{}", self.scheme(), reachable(address))
    }

    fn scheme(&self) -> &'static str {
        if self.tls { "https" } else { "http" }
    }
}

/// Returns true for a host name or an address, with or without a port, and nothing else: the value is copied into answers.
fn is_host(host: &str) -> bool {
    let plain = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:[]".contains(&byte));
    let authority = host.parse::<Authority>().ok().filter(|authority| plain && !authority.host().is_empty());
    authority.is_some_and(|authority| match authority.port() {
        Some(port) => host == format!("{}:{port}", authority.host()),
        None => host == authority.host(),
    })
}

/// Replaces an unspecified address (`0.0.0.0`, `::`) by loopback, which reaches the same listener.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}

/// Path on which orders are paid. With a token it is a `code_url`, which has 64 characters at most.
pub(crate) const PAY: &str = "/phone/";
/// Path on which contracts are signed.
pub(crate) const CONTRACT: &str = "/phone/contract";

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    fn called(hosts: &[&str]) -> String {
        let local = |port| SocketAddr::new(Ipv4Addr::LOCALHOST.into(), port);
        let addresses = Addresses { main: local(1), backup: local(2), admin: local(3), tls: true };
        addresses.called(&hosts.iter().map(|host| (header::HOST, host.parse().unwrap())).collect())
    }

    #[test]
    fn urls_lead_back_to_the_host_that_was_called() {
        for host in ["api.mch.weixin.qq.com", "127.0.0.1:2", "[::1]:8443", "wechat_pay", "LOCALHOST:65535"] {
            assert_eq!(called(&[host]), format!("https://{host}"));
        }
    }

    #[test]
    fn what_is_no_host_leads_to_the_main_one() {
        let hostile = [
            "",
            " ",
            "a b",
            "user@shop",
            "shop/path",
            "shop?x",
            "shop#x",
            "shop\"",
            "shop:",
            "shop:99999",
            "shop:80:80",
            ":443",
            "http://shop",
            "shop\\x",
            "<shop>",
            "sh%6fp",
            "a,b",
            "a;b",
            "[::1",
            "::1",
        ];
        for host in hostile {
            assert_eq!(called(&[host]), "https://127.0.0.1:1", "{host:?}");
        }
        assert_eq!(called(&[]), "https://127.0.0.1:1");
        assert_eq!(called(&["shop", "shop"]), "https://127.0.0.1:1");
    }
}
