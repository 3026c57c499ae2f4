//! Keeps what a test process emits, and the secrets that it used, where an environment variable names a folder: for
//! [`leaks`](crate::leaks), which starts such processes. Nothing has to be set up in a test.

#[cfg(feature = "sandbox")]
mod sandbox;

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, OnceLock};

use http::HeaderMap;
use http::header::AUTHORIZATION;
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::format::FmtSpan;

use crate::leaks::Kind;

/// Keeps everything from now on, in files of this folder.
pub(crate) fn begin(folder: &Path) {
    let create = |name| File::create(folder.join(name)).expect("a folder for what is captured");
    if USED.set(Mutex::new(create(SECRETS))).is_err() {
        unreachable!("a process begins once");
    }
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_span_events(FmtSpan::FULL)
        .with_ansi(false)
        .with_writer(Mutex::new(create(EMITTED)))
        .init();
    #[cfg(feature = "sandbox")]
    wxpay_sandbox::watch(sandbox::keep);
}

/// Keeps what is secret in a request that goes to no sandbox.
pub fn sent(headers: &HeaderMap, body: &[u8]) {
    for value in headers.get_all(AUTHORIZATION) {
        secret(Kind::Authorization, value);
    }
    secret(Kind::Body, body);
}

/// Keeps a secret that this process uses, if what it emits is kept: from now on it must not be found there. Those that go
/// to a sandbox are kept without this.
pub fn secret(kind: Kind, value: impl AsRef<[u8]>) {
    let Some(used) = USED.get() else { return };
    let hex: String = value.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let mut used = used.lock().expect("nobody panics while writing");
    writeln!(used, "{} {hex}", kind.name()).expect("a secret is kept");
}

static USED: OnceLock<Mutex<File>> = OnceLock::new();

/// Lets the tests that `command` runs be: a process that is started for another reason neither keeps its secrets in its
/// parent's files nor is searched.
pub fn off(command: &mut Command) -> &mut Command {
    command.env(FOLDER, "")
}

/// The environment variable. Empty, it switches the search off: for a debugger, or to see what it costs.
pub const FOLDER: &str = "WXPAY_TESTS_CAPTURE";
/// The file that everything goes to which `tracing` and `log` emit.
pub(crate) const EMITTED: &str = "emitted";
/// The file of the secrets: a line for each, its kind and its bytes in hex.
pub(crate) const SECRETS: &str = "secrets";
