//! The order's `code_url` as a QR code for a screen.

use qrcode::render::{svg, unicode};
use qrcode::{EcLevel, QrCode as Modules};

/// The QR code of a Native order ([Native调起支付](https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter3_4_4.shtml)). The user
/// scans it with the camera: WeChat refuses it from the album and by a long press. It is valid for 2 hours.
///
/// ```
/// # use wxpay_core::payment::QrCode;
/// let code = QrCode::new("weixin://wxpay/bizpayurl?pr=p4lpSuKzz")?;
/// assert!(code.svg().starts_with("<?xml") && code.text().contains('▄'));
/// # Ok::<(), wxpay_core::payment::QrError>(())
/// ```
#[derive(Clone)]
pub struct QrCode(Modules);

/// A text that has no QR code: it is empty, or longer than 2331 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no QR code holds {0} bytes")]
pub struct QrError(usize);

impl QrCode {
    /// Makes the QR code of `code_url`.
    ///
    /// # Errors
    /// The text is empty, or longer than any `code_url`.
    pub fn new(code_url: &str) -> Result<Self, QrError> {
        let failed = QrError(code_url.len());
        if code_url.is_empty() {
            return Err(failed);
        }
        Modules::with_error_correction_level(code_url, EcLevel::M).map(Self).map_err(|_| failed)
    }

    /// Draws it as an SVG document, black on white, with the margin that scanners need. It scales to any size.
    #[must_use]
    pub fn svg(&self) -> String {
        self.0.render::<svg::Color<'_>>().module_dimensions(8, 8).build()
    }

    /// Draws it as text for a terminal, two modules a character. It draws the light modules, since terminals are usually dark.
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
