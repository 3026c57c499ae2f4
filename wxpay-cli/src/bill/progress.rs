//! The progress of a download, on one line of a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use wxpay::download::{Download, Progress};

/// Draws nothing if standard error is not a terminal.
pub(super) fn bar() -> ProgressBar {
    ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_style(style("{decimal_bytes}"))
}

/// The same download, which reports its progress to `bar`.
pub(super) fn watched(download: Download, bar: &ProgressBar) -> Download {
    let bar = bar.clone();
    download.on_progress(move |Progress { received, total, .. }| {
        // The total is known once the answer has begun, and grows if the bill has several parts.
        if let Some(total) = total.filter(|total| bar.length() != Some(*total)) {
            bar.set_length(total);
            bar.set_style(style("[{bar:30}] {percent:>3} % of {decimal_total_bytes}, {decimal_bytes_per_sec}"));
        }
        bar.set_position(received);
    })
}

/// A style with the template; an invalid template becomes the default style.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("##-")
}
