//! Where the listeners are.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses {
    pub(crate) main: SocketAddr,
    pub(crate) backup: SocketAddr,
    pub(crate) admin: SocketAddr,
    /// Whether main and backup are behind TLS.
    pub(crate) tls: bool,
}

impl Addresses {
    /// The base URL of the main host.
    pub(crate) fn url(&self) -> String {
        self.gateway(self.main)
    }

    /// That of the backup host.
    pub(crate) fn backup_url(&self) -> String {
        self.gateway(self.backup)
    }

    /// That of the page and the API.
    pub(crate) fn admin_url(&self) -> String {
        format!("http://{}", reachable(self.admin))
    }

    fn gateway(&self, address: SocketAddr) -> String {
        let scheme = if self.tls { "https" } else { "http" };
        format!("{scheme}://{}", reachable(address))
    }
}

/// Whoever listens everywhere is here too.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    match address.ip() {
        IpAddr::V4(Ipv4Addr::UNSPECIFIED) => address.set_ip(Ipv4Addr::LOCALHOST.into()),
        IpAddr::V6(Ipv6Addr::UNSPECIFIED) => address.set_ip(Ipv6Addr::LOCALHOST.into()),
        _ => {}
    }
    address
}
