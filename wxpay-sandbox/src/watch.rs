//! A hook for tests that have to see everything on the wire.

use std::sync::OnceLock;

use http::request::Parts;

use crate::keys::credentials::Credentials;

/// Something that the watcher sees.
#[derive(Debug)]
#[non_exhaustive]
pub enum Seen<'a> {
    /// A merchant has got credentials; they are the watcher's first argument.
    Merchant,
    /// A request has arrived and is not checked yet.
    Request {
        /// Its line and headers.
        head: &'a Parts,
        /// Its body.
        body: &'a [u8],
    },
    /// A file was encrypted with this key, which the answer carries sealed.
    FileKey(&'a str),
}

type Watcher = dyn Fn(&Credentials, Seen<'_>) + Send + Sync;

static WATCHER: OnceLock<Box<Watcher>> = OnceLock::new();

/// Shows `watcher` what happens in every sandbox of this process, with the credentials that it concerns. There is one watcher:
/// the first one stays.
pub fn watch(watcher: impl Fn(&Credentials, Seen<'_>) + Send + Sync + 'static) {
    // Not an error: the documentation says that the first one stays.
    let _ = WATCHER.set(Box::new(watcher));
}

pub(crate) fn show(credentials: &Credentials, seen: Seen<'_>) {
    if let Some(watcher) = WATCHER.get() {
        watcher(credentials, seen);
    }
}
