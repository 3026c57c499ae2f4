//! QR codes.

use maud::{Markup, PreEscaped, html};
use wxpay::payment::QrCode;

/// A QR code for the phone to scan, if the link fits into one.
pub(super) fn code(link: &str) -> Markup {
    let Ok(code) = QrCode::new(link) else { return html! {} };
    let svg = code.svg();
    // An XML declaration is not allowed within HTML.
    let svg = svg.find("<svg").and_then(|start| svg.get(start..)).unwrap_or_default();
    html! { div.qr role="img" aria-label="QR code that opens the phone's page" { (PreEscaped(svg)) } }
}
