//! Certificates: the serial as `openssl x509 -serial` prints it, the validity, the key.

use wxpay::keys::{Certificate, certificate_serial};
use wxpay_tests::keys::{Key, text};

use super::{backends, private};

const SERIALS: [&str; 8] = [
    "0x0C4A5E1F00D2B3C4D5E6F708192A3B4C5D6E7F80",
    "0xF00DCAFE12345678",
    "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "0x7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF",
    "0x8000000000000000000000000000000000000000",
    "0x00AB",
    "0x1",
    "0x100",
];

#[test]
fn serials_are_those_that_openssl_prints() {
    for serial in SERIALS {
        let pem = Key::shared().certificate(serial);
        let printed = text(&["x509", "-noout", "-serial"], pem.as_bytes());
        let printed = printed.trim().strip_prefix("serial=").unwrap();
        let certificate = Certificate::from_pem(&pem).unwrap();
        assert_eq!(certificate.serial(), printed, "{serial}");
        assert_eq!(certificate_serial(printed).as_deref(), Some(printed), "{serial}");
    }
}

#[test]
fn the_leading_zero_of_a_serial_is_kept() {
    let certificate = Certificate::from_pem(&Key::shared().certificate(SERIALS[0])).unwrap();
    assert_eq!(certificate.serial(), &SERIALS[0][2..]);
}

#[test]
fn a_serial_with_its_first_bit_set_has_no_zero_byte_before_it() {
    let certificate = Certificate::from_pem(&Key::shared().certificate(SERIALS[1])).unwrap();
    assert_eq!(certificate.serial(), &SERIALS[1][2..]);
}

#[test]
fn the_validity_is_the_one_that_openssl_prints() {
    let pem = Key::shared().certificate("1");
    let certificate = Certificate::from_pem(&pem).unwrap();
    for (option, ours) in [("-startdate", certificate.not_before()), ("-enddate", certificate.not_after())] {
        let printed = text(&["x509", "-noout", option], pem.as_bytes());
        let date = printed.trim().split_once('=').unwrap().1;
        let seconds = std::process::Command::new("date").args(["-u", "+%s", "-d", date]).output().unwrap().stdout;
        assert_eq!(String::from_utf8(seconds).unwrap().trim(), ours.to_string(), "{option}");
    }
    assert_eq!(certificate.not_after() - certificate.not_before(), 30 * 86_400);
}

#[test]
fn the_key_is_the_one_it_was_made_for() {
    let certificate = Certificate::from_pem(&Key::shared().certificate("1")).unwrap();
    for &backend in backends() {
        assert_eq!(certificate.spki(), private(backend, &Key::shared().pkcs8).unwrap().spki, "{}", backend.name());
        assert_ne!(certificate.spki(), private(backend, &Key::other().pkcs8).unwrap().spki, "{}", backend.name());
    }
}
