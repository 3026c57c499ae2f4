//! Serial numbers of certificates, as people set them.

use super::{PUBLIC_KEY_ID_PREFIX, certificate_serial};
use crate::text::quoted;

/// A text that is not the serial number of a merchant's certificate.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SerialError {
    /// The text is the ID of WeChat Pay's public key.
    #[error("expected the serial of the merchant's certificate, found the ID of WeChat Pay's public key")]
    PublicKeyId,
    /// The text is the number in decimal, as some libraries print it.
    #[error("expected hex digits, found the number in decimal; in hex it is {hex}")]
    Decimal {
        /// The same number in hex.
        hex: String,
    },
    /// The text is as long as an APIv3 key. A serial is sent unencrypted with each request, so a text that may be a key is
    /// refused.
    #[error("expected 40 hex digits, found 32 characters, as an APIv3 key has them")]
    LikeAKey,
    /// The text is something else; the error shows it.
    #[error("expected 40 hex digits, found {0}")]
    Other(String),
}

impl SerialError {
    /// Returns what to do.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::Decimal { hex } => format!("set {hex}"),
            _ => "set what `openssl x509 -serial -noout -in apiclient_cert.pem` prints behind `serial=`".to_owned(),
        }
    }
}

/// Reads the serial number of a merchant's API certificate (商户API证书序列号), as a person has set it: with spaces and colons, in
/// either letter case.
///
/// # Errors
/// The text is in decimal, an ID, zero, as long as an APIv3 key, longer than a serial can be, or not hex.
pub fn merchant_serial(text: &str) -> Result<String, SerialError> {
    if text.trim().starts_with(PUBLIC_KEY_ID_PREFIX) {
        return Err(SerialError::PublicKeyId);
    }
    let other = || SerialError::Other(quoted(text));
    if text.trim().len() == API_V3_KEY {
        return Err(SerialError::LikeAKey);
    }
    let serial = certificate_serial(text).ok_or_else(other)?;
    let decimal = serial.bytes().all(|byte| byte.is_ascii_digit());
    if decimal && (40..=50).contains(&serial.len()) {
        return Err(SerialError::Decimal { hex: in_hex(&serial) });
    }
    let possible = serial.len() <= LONGEST && serial.bytes().any(|byte| byte != b'0');
    if possible { Ok(serial) } else { Err(other()) }
}

/// Tells whether a serial has the length of all serials of WeChat Pay: 40 hex digits.
#[must_use]
pub fn is_usual_serial(serial: &str) -> bool {
    serial.len() == USUAL
}

/// A decimal number in upper-case hex, as `openssl x509 -serial` prints it: an even number of digits.
fn in_hex(decimal: &str) -> String {
    // The least significant byte first.
    let mut bytes: Vec<u8> = Vec::new();
    for digit in decimal.bytes() {
        let mut carry = u16::from(digit - b'0');
        for byte in &mut bytes {
            let value = u16::from(*byte) * 10 + carry;
            (*byte, carry) = ((value & 0xff) as u8, value >> 8);
        }
        if carry > 0 {
            bytes.push((carry & 0xff) as u8);
        }
    }
    bytes.iter().rev().map(|byte| format!("{byte:02X}")).collect()
}

const USUAL: usize = 40;
/// In characters.
const API_V3_KEY: usize = 32;
/// In hex digits. RFC 5280 allows 20 bytes.
const LONGEST: usize = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_serial_is_looked_at_and_not_its_alphabet_alone() {
        let serial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
        let colons = "51:57:f0:9e:fd:c0:96:de:15:eb:e8:1a:47:05:7a:72:32:f1:b8:e1";
        for good in [serial, &serial.to_lowercase(), colons, &format!(" {serial}\n")] {
            assert_eq!(merchant_serial(good).as_deref(), Ok(serial), "{good}");
        }
        assert_eq!(merchant_serial("00AB"), Ok("00AB".to_owned()));
        assert!(!is_usual_serial("00AB") && is_usual_serial(serial));
        assert_eq!(merchant_serial("PUB_KEY_ID_0119"), Err(SerialError::PublicKeyId));
        for key in ["0123456789abcdef0123456789ABCDEF", "0123456789abcdef0123456789ABCDEG"] {
            assert_eq!(merchant_serial(key), Err(SerialError::LikeAKey));
        }
        for bad in ["", "0", "00", "0x51", "serial", &"A".repeat(41), &"1".repeat(500)] {
            assert!(matches!(merchant_serial(bad), Err(SerialError::Other(_))), "{bad}");
        }
    }

    /// The example is from <https://github.com/wechatpay-apiv3/wechatpay-go/issues/214>.
    #[test]
    fn a_decimal_serial_is_told_in_hex() {
        let found = merchant_serial("635238570496275507415531946499716226189925931457");
        assert_eq!(found, Err(SerialError::Decimal { hex: "6F4515299B63E8B3DDFEEF69DA0F5F988B89D9C1".to_owned() }));
        assert_eq!(in_hex("255"), "FF");
        assert_eq!(in_hex("256"), "0100");
    }
}
