//! Standard error: a line for people, and with `--json` an object in one line.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};
use wxpay::text::escaped;

use crate::show;

/// Whether machines read it: for the whole of this process.
static FOR_MACHINES: AtomicBool = AtomicBool::new(false);

pub(crate) fn for_machines(json: bool) {
    FOR_MACHINES.store(json, Ordering::Relaxed);
}

/// Something works, and somebody should look at it.
pub(crate) fn warning(text: &str) {
    tell("warning", text, &format!("wxpay: warning: {}", escaped(text)));
}

/// Something is worth knowing.
pub(crate) fn note(text: &str) {
    tell("note", text, &format!("wxpay: note: {}", escaped(text)));
}

/// Something was done.
pub(crate) fn done(text: &str) {
    tell("done", text, &escaped(text).to_string());
}

/// Standard error, line by line: what is logged is one line, whatever is in it.
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

/// Why the command ends as it does: for machines the members, for people the text, line by line.
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
    // JSON can be written.
    eprintln!("{}", show::compact(value).unwrap_or_default());
}
