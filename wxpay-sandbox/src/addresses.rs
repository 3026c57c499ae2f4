//! Where the listeners are.

use std::net::SocketAddr;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses {
    pub(crate) main: SocketAddr,
    pub(crate) backup: SocketAddr,
    pub(crate) admin: SocketAddr,
}

impl Addresses {
    /// The base URL of the main host.
    pub(crate) fn url(&self) -> String {
        url(self.main)
    }

    /// That of the backup host.
    pub(crate) fn backup_url(&self) -> String {
        url(self.backup)
    }

    /// That of the page and the API.
    pub(crate) fn admin_url(&self) -> String {
        url(self.admin)
    }
}

fn url(address: SocketAddr) -> String {
    format!("http://{address}")
}
