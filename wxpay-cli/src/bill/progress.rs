//! How far a download is, on one line of a terminal.

use std::io::{IsTerminal as _, Write as _, stderr};

use wxpay::download::{Download, Progress};

/// Draws nothing where nobody looks.
pub(super) struct Bar {
    seen: bool,
}

impl Bar {
    pub(super) fn new() -> Self {
        Self { seen: stderr().is_terminal() }
    }

    pub(super) fn watch(&self, download: Download) -> Download {
        if self.seen { download.on_progress(draw) } else { download }
    }

    pub(super) fn clear(&self) {
        if self.seen {
            show("\r\x1b[K");
        }
    }
}

fn draw(progress: Progress) {
    show(&match progress.total.filter(|total| *total > 0) {
        Some(total) => {
            let received = progress.received.min(total);
            let width = usize::try_from(received * WIDTH / total).unwrap_or(0);
            let (done, percent) = ("#".repeat(width), received * 100 / total);
            format!("\r\x1b[K[{done:<30}] {percent:>3} % of {total} bytes")
        }
        None => format!("\r\x1b[K{} bytes", progress.received),
    });
}

/// A bar that cannot be drawn is no reason to stop.
fn show(text: &str) {
    let mut stderr = stderr();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

/// Of the bar, in characters.
const WIDTH: u64 = 30;
