//! Records what a test process emits and the secrets that it uses, if an environment variable names a folder.
//! [`leaks`](crate::leaks) starts such processes and searches the records. A test needs no setup.

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

/// Starts to record everything in files of `folder`.
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

/// Records the secrets of a request that does not go through a sandbox.
pub fn sent(headers: &HeaderMap, body: &[u8]) {
    for value in headers.get_all(AUTHORIZATION) {
        secret(Kind::Authorization, value);
    }
    secret(Kind::Body, body);
}

/// Records a secret of this process, if capture is on: what the process emits must not contain it. Secrets that a sandbox sees
/// are recorded without this call.
pub fn secret(kind: Kind, value: impl AsRef<[u8]>) {
    let Some(used) = USED.get() else { return };
    let hex: String = value.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let mut used = used.lock().expect("nobody panics while writing");
    writeln!(used, "{} {hex}", kind.name()).expect("a secret is kept");
}

static USED: OnceLock<Mutex<File>> = OnceLock::new();

/// Switches capture off for `command`: a process that is started for another purpose neither writes its secrets to its parent's
/// files nor is searched.
pub fn off(command: &mut Command) -> &mut Command {
    command.env(FOLDER, "")
}

/// Environment variable that names the folder. If it is empty, capture is off: for a debugger, or to see what capture costs.
pub const FOLDER: &str = "WXPAY_TESTS_CAPTURE";
/// File with everything that `tracing` and `log` emit.
pub(crate) const EMITTED: &str = "emitted";
/// File with the secrets: a line for each, with its kind and its bytes in hex.
pub(crate) const SECRETS: &str = "secrets";
