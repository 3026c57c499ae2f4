//! Unknown serials: they are refused, and without certificates nothing is downloaded for them.

use http::HeaderValue;
use wxpay::notification::NotificationError;
use wxpay::verify::VerifyError;
use wxpay_tests::report;

use super::{KEY_ID, NOW, Parties};

#[tokio::test]
async fn a_forged_serial_is_refused_and_causes_no_download_with_a_public_key() {
    let mut forged: Vec<String> = (0..1000).map(|number| format!("{number:040X}")).collect();
    forged.extend((0..1000).map(|number| format!("PUB_KEY_ID_{number:034}")));
    forged.extend([KEY_ID.to_lowercase(), KEY_ID[11..].to_owned(), format!("{KEY_ID}0"), "*".to_owned()]);
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        let mut headers = parties.signed_at(NOW, &body).await;
        for serial in &forged {
            headers.insert("wechatpay-serial", HeaderValue::from_str(serial).unwrap());
            let error = parties.refusal(&headers, &body).await;
            let expected = VerifyError::UnknownSerial { serial: serial.clone(), known: vec![KEY_ID.to_owned()] };
            assert_eq!(error, NotificationError::Unverified(expected));
        }
        assert_eq!(parties.wire.requests(), 0);
        report(&format!("{}: {} forged serials refused, 0 requests", parties.backend.name(), forged.len()));
    }
}
