//! Screens: the order's `code_url` as a QR code.

use qrcode::render::{svg, unicode};
use qrcode::{EcLevel, QrCode as Modules};

/// The QR code of a Native order ([Native调起支付](https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter3_4_4.shtml)), which the user
/// scans with the camera: WeChat refuses it from the album and by a long press. It is good for 2 hours.
///
/// ```
/// # use wxpay_core::payment::QrCode;
/// let code = QrCode::new("weixin://wxpay/bizpayurl?pr=p4lpSuKzz")?;
/// assert!(code.svg().starts_with("<?xml") && code.text().contains('▄'));
/// # Ok::<(), wxpay_core::payment::QrError>(())
/// ```
#[derive(Clone)]
pub struct QrCode(Modules);

/// There is no QR code for it: it is empty, or longer than the 2331 bytes that one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no QR code holds {0} bytes")]
pub struct QrError(usize);

impl QrCode {
    /// The code that says `code_url`.
    ///
    /// # Errors
    /// It is empty, or longer than any `code_url`.
    pub fn new(code_url: &str) -> Result<Self, QrError> {
        let failed = QrError(code_url.len());
        if code_url.is_empty() {
            return Err(failed);
        }
        Modules::with_error_correction_level(code_url, EcLevel::M).map(Self).map_err(|_| failed)
    }

    /// As an SVG document, black on white, with the margin that scanners need. It can be scaled to any size.
    #[must_use]
    pub fn svg(&self) -> String {
        self.0.render::<svg::Color<'_>>().module_dimensions(8, 8).build()
    }

    /// As text for a terminal, two modules a character; the light modules are drawn, as on a dark background it has to
    /// be.
    #[must_use]
    pub fn text(&self) -> String {
        use unicode::Dense1x2::{Dark, Light};
        self.0.render().dark_color(Light).light_color(Dark).build()
    }
}

impl std::fmt::Debug for QrCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "QrCode({0} x {0} modules)", self.0.width())
    }
}
