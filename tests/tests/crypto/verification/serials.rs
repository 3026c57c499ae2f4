//! The choice of the key by its serial.

use wxpay::verify::VerifyError;

use super::{CERTIFICATE_SERIAL, Message, SERIAL, platforms};

#[test]
fn a_serial_is_compared_byte_for_byte() {
    let by_certificate = Message { serial: CERTIFICATE_SERIAL.to_owned(), ..Message::valid() };
    let others = [
        SERIAL.to_lowercase(),
        CERTIFICATE_SERIAL.to_lowercase(),
        CERTIFICATE_SERIAL[1..].to_owned(),
        format!("0{CERTIFICATE_SERIAL}"),
        format!("{SERIAL} "),
        SERIAL.trim_start_matches("PUB_KEY_ID_").to_owned(),
        "7777777777777777777777777777777777777777".to_owned(),
        "*".to_owned(),
    ];
    for (backend, platform) in platforms() {
        for serial in &others {
            let judged = Message { serial: serial.clone(), ..by_certificate.clone() }.judged(&platform);
            let expected = VerifyError::UnknownSerial { serial: serial.clone(), known: platform.serials() };
            assert_eq!(judged, Err(expected), "{backend}");
        }
    }
}

#[test]
fn the_signature_of_one_known_key_does_not_pass_under_the_name_of_another() {
    for (backend, platform) in platforms() {
        let other = Message { serial: "PUB_KEY_ID_02".to_owned(), ..Message::valid() };
        assert_eq!(other.judged(&platform), Err(VerifyError::Signature), "{backend}");
    }
}

#[test]
fn a_key_that_was_removed_is_unknown_at_once() {
    for (backend, platform) in platforms() {
        let held_elsewhere = platform.clone();
        assert!(platform.remove(SERIAL), "{backend}");
        let judged = Message::valid().judged(&held_elsewhere);
        assert!(matches!(judged, Err(VerifyError::UnknownSerial { .. })), "{backend}: {judged:?}");
    }
}

#[test]
fn an_unknown_key_is_told_by_its_form() {
    const CERTIFICATE: &str = "7132D72A03E93CDDF8C03BBD1F37EEDF6157F09E";
    for (serial, known, words) in [
        (SERIAL, &[][..], "add the public key and its ID, which no download brings"),
        (SERIAL, &[CERTIFICATE], "add the public key and its ID, which no download brings"),
        (SERIAL, &["PUB_KEY_ID_02"], "another public key"),
        (CERTIFICATE, &[SERIAL], "have the certificates downloaded"),
        (CERTIFICATE, &["7132D72A03E93CDDF8C03BBD1F37EEDF6157F09F"], "perhaps a newer one"),
        ("7132d72a03e93cddf8c03bbd1f37eedf6157f09e", &[CERTIFICATE], "in another spelling"),
        ("\u{1b}[2K", &[CERTIFICATE], "neither a serial number nor"),
    ] {
        let known = known.iter().map(ToString::to_string).collect();
        let said = VerifyError::UnknownSerial { serial: serial.to_owned(), known }.to_string();
        assert!(said.contains(words) && !said.contains('\u{1b}'), "{said}");
    }
}
