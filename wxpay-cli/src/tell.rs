//! Standard error: a line for people, or with `--json` an object in one line.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use wxpay::text::escaped;

use crate::show;

/// True if machines read the output of this process.
static FOR_MACHINES: AtomicBool = AtomicBool::new(false);

pub(crate) fn for_machines(json: bool) {
    FOR_MACHINES.store(json, Ordering::Relaxed);
}

/// Warns: something works, but deserves a look.
pub(crate) fn warning(text: &str) {
    tell("warning", text, &format!("wxpay: warning: {}", escaped(text)));
}

/// Notes something worth knowing.
pub(crate) fn note(text: &str) {
    tell("note", text, &format!("wxpay: note: {}", escaped(text)));
}

/// Reports something that was done.
pub(crate) fn done(text: &str) {
    tell("done", text, &escaped(text).to_string());
}

/// The log on standard error: each event is one line, whatever it contains.
#[derive(Clone, Copy)]
pub(crate) struct Log;

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let text = text.strip_suffix('\n').unwrap_or(&text);
        tell("log", text, &escaped(text).to_string());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// Reports the reason of an exit code: `members` for machines, and `text` for people, line by line.
pub(crate) fn failure(members: &Value, text: &str) {
    match is_for_machines() {
        true => object(members),
        false => eprintln!("{}", show::lines(text)),
    }
}

pub(crate) fn is_for_machines() -> bool {
    FOR_MACHINES.load(Ordering::Relaxed)
}

fn tell(kind: &str, text: &str, line: &str) {
    match is_for_machines() {
        true => object(&json!({ kind: text })),
        false => eprintln!("{line}"),
    }
}

fn object(value: &Value) {
    // Writing JSON to memory cannot fail.
    eprintln!("{}", show::compact(value).unwrap_or_default());
}
