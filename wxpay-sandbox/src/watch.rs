//! Somebody who looks on: what was on the wire, for tests that have to know.

use std::sync::OnceLock;

use http::request::Parts;

use crate::keys::credentials::Credentials;

/// What a watcher sees.
#[derive(Debug)]
#[non_exhaustive]
pub enum Seen<'a> {
    /// A merchant has got credentials: those beside this.
    Merchant,
    /// A request has come, and nothing of it is judged yet.
    Request {
        /// Its line and headers.
        head: &'a Parts,
        /// Its body.
        body: &'a [u8],
    },
    /// A file was encrypted with this key, which the answer has sealed.
    FileKey(&'a str),
}

type Watcher = dyn Fn(&Credentials, Seen<'_>) + Send + Sync;

static WATCHER: OnceLock<Box<Watcher>> = OnceLock::new();

/// Shows `watcher` what happens to every sandbox of this process, and the credentials that it concerns. There is one
/// watcher: the first stays.
pub fn watch(watcher: impl Fn(&Credentials, Seen<'_>) + Send + Sync + 'static) {
    // A second one is not an error: it is told so above.
    let _ = WATCHER.set(Box::new(watcher));
}

pub(crate) fn show(credentials: &Credentials, seen: Seen<'_>) {
    if let Some(watcher) = WATCHER.get() {
        watcher(credentials, seen);
    }
}
