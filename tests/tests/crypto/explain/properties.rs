//! Any captured message: a right one is right, a changed one is not, and nothing panics.

use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::collection::vec;
use proptest::prelude::*;
use wxpay::crypto::PrivateKey;
use wxpay::keys::private_key_der;
use wxpay::server::explain::{Captured, Notified, notification, request};
use wxpay_tests::keys::Key;
use wxpay_tests::ready;

use crate::explain::{NONCE, NOW, backend, encoded, signatory, spki};

const MCHID: &str = "1900000001";
const SERIAL: &str = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";

fn private() -> PrivateKey {
    backend().private_key(&private_key_der(&Key::shared().pkcs8).unwrap()).unwrap()
}

fn authorization(message: &[u8]) -> String {
    let signature = encoded(&ready(private().signer.sign(message)).unwrap());
    format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"{MCHID}\",nonce_str=\"{NONCE}\",signature=\"{signature}\",timestamp=\"{NOW}\",\
         serial_no=\"{SERIAL}\""
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_signed_as_it_was_sent_is_right(target in "/[!-~]{0,40}", body in "\\PC{0,100}") {
        let body = body.into_bytes();
        let message = [format!("POST\n{target}\n{NOW}\n{NONCE}\n").as_bytes(), &body, b"\n"].concat();
        let (header, own) = (authorization(&message), spki(Key::shared()));
        let captured = Captured::new("POST", &target, &body).with_authorization(Some(&header)).with_content_length(Some(body.len()));
        let diagnosis = request(&captured, &[signatory(MCHID, SERIAL, &own)], Some(NOW), backend());
        prop_assert!(diagnosis.is_right(), "{:?}", diagnosis.causes);
    }

    /// A message that the search reports as signed was signed.
    #[test]
    fn what_is_said_to_be_signed_was_signed(
        target in "/v3/[a-z|%/]{0,12}(\\?[a-z]=[a-z+ ]{0,4}(&[a-z]=[a-z]{0,4})?)?",
        sent in "(\\{\"[ab/<é]{1,3}\": ?[0-9]{1,3}(, ?\"c\": ?\\[\\])?\\}|[ -~]{0,12})\n?",
        signed in "(\\{\"[ab/<é]{1,3}\": ?[0-9]{1,3}(, ?\"c\": ?\\[\\])?\\}|[ -~]{0,12})\n?",
    ) {
        let message = format!("POST\n{target}\n{NOW}\n{NONCE}\n{signed}\n");
        let (header, own) = (authorization(message.as_bytes()), spki(Key::shared()));
        let captured = Captured::new("POST", &target, sent.as_bytes()).with_authorization(Some(&header));
        let diagnosis = request(&captured, &[signatory(MCHID, SERIAL, &own)], Some(NOW), backend());
        prop_assert_eq!(diagnosis.is_right(), sent == signed);
        prop_assert_eq!(diagnosis.causes.is_empty(), sent == signed);
        if let Some(found) = diagnosis.signed {
            prop_assert_eq!(String::from_utf8(found).unwrap(), message);
        }
    }

    #[test]
    fn nothing_that_is_captured_panics(
        method in "\\PC{0,8}", target in "\\PC{0,30}", header in "\\PC{0,80}", body in vec(any::<u8>(), 0..80),
        names in vec((0usize..5, "[!-~]{0,20}"), 0..8),
    ) {
        let own = spki(Key::shared());
        let known = [signatory(MCHID, SERIAL, &own), signatory(MCHID, "damaged", b"\x30\x03\x02\x01")];
        for authorization in [None, Some(header.as_str()), Some(&*format!("WECHATPAY2-SHA256-RSA2048 {header}"))] {
            let captured = Captured::new(&method, &target, &body).with_host(Some("h")).with_authorization(authorization).with_content_length(Some(9));
            prop_assert!(!request(&captured, &known, None, backend()).is_right());
        }
        let mut headers = HeaderMap::new();
        for (name, value) in &names {
            let name = ["timestamp", "nonce", "serial", "signature", "signature-type"][*name];
            let name = HeaderName::try_from(format!("wechatpay-{name}")).unwrap();
            headers.append(name, HeaderValue::try_from(value.as_str()).unwrap());
        }
        let notified = Notified::new(&headers, &body);
        prop_assert!(!notification(&notified, &known, &[], &[], None, backend()).is_right());
    }
}
