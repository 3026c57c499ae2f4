//! How far a download is, on one line of a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wxpay::download::{Download, Progress};

/// Draws nothing where nobody looks.
pub(super) fn bar() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style("{decimal_bytes}"))
}

/// The same download, which tells `bar` how far it is.
pub(super) fn watched(download: Download, bar: &ProgressBar) -> Download {
    let bar = bar.clone();
    download.on_progress(move |Progress { received, total, .. }| {
        // It is known once the answer has begun, and grows where the bill has several parts.
        if let Some(total) = total.filter(|total| bar.length() != Some(*total)) {
            bar.set_length(total);
            bar.set_style(style("[{bar:30}] {percent:>3} % of {decimal_total_bytes}, {decimal_bytes_per_sec}"));
        }
        bar.set_position(received);
    })
}

/// What these templates say; what cannot be read is drawn as bars are.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("##-")
}
