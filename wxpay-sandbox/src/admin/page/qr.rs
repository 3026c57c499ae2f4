//! QR codes.

use maud::{Markup, PreEscaped, html};
use wxpay::payment::QrCode;

/// What a phone scans, if it fits into a code.
pub(super) fn code(link: &str) -> Markup {
    let Ok(code) = QrCode::new(link) else { return html! {} };
    let svg = code.svg();
    // An XML declaration has no place within HTML.
    let svg = svg.find("<svg").and_then(|start| svg.get(start..)).unwrap_or_default();
    html! { div.qr role="img" aria-label="QR code that opens the phone's page" { (PreEscaped(svg)) } }
}
