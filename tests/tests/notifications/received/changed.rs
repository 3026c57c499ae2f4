//! One flipped bit, and any mutation at all.

use http::{HeaderMap, HeaderName, HeaderValue};
use proptest::prelude::*;
use serde_json::Value;
use wxpay::notification::NotificationError;
use wxpay::verify::VerifyError;
use wxpay_tests::{ready, report};

use super::{NOW, Parties};

const HEADERS: [&str; 5] =
    ["wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature", "wechatpay-signature-type"];

#[tokio::test]
async fn every_flipped_bit_of_the_body_is_refused() {
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        let headers = parties.signed_at(NOW, &body).await;
        for bit in 0..body.len() * 8 {
            let error = parties.refusal(&headers, &flipped(&body, bit)).await;
            assert_eq!(error, NotificationError::Unverified(VerifyError::Signature), "bit {bit}");
        }
        let name = parties.backend.name();
        report(&format!("{name}: {} flipped bits of a notification's body refused", body.len() * 8));
    }
}

#[tokio::test]
async fn every_flipped_bit_of_a_signature_header_is_refused() {
    for parties in Parties::all() {
        let body = parties.envelope().to_string().into_bytes();
        let signed = parties.signed_at(NOW, &body).await;
        for header in HEADERS {
            let value = signed[header].as_bytes();
            let (mut refused, mut impossible) = (0, 0);
            for bit in 0..value.len() * 8 {
                let Ok(value) = HeaderValue::from_bytes(&flipped(value, bit)) else {
                    impossible += 1;
                    continue;
                };
                let mut headers = signed.clone();
                headers.insert(HeaderName::from_static(header), value);
                let error = parties.refusal(&headers, &body).await;
                assert!(matches!(error, NotificationError::Unverified(_)), "{header}, bit {bit}: {error}");
                refused += 1;
            }
            let name = parties.backend.name();
            report(&format!("{name}: {refused} flipped bits of {header} refused, {impossible} more are no header"));
        }
        assert_eq!(parties.wire.requests(), 0, "a public key is never downloaded");
    }
}

/// A change of some bytes; places are taken modulo the length.
#[derive(Debug, Clone)]
enum Change {
    Insert(usize, Vec<u8>),
    Delete(usize, usize),
    Replace(usize, Vec<u8>),
    Swap(usize, usize, usize),
}

impl Change {
    fn applied(&self, bytes: &[u8]) -> Vec<u8> {
        let length = bytes.len();
        let mut changed = bytes.to_vec();
        match self {
            Self::Insert(at, new) => {
                let at = at % (length + 1);
                changed.splice(at..at, new.iter().copied());
            }
            Self::Delete(at, count) => {
                let at = at % length;
                changed.drain(at..(at + count).min(length));
            }
            Self::Replace(at, new) => {
                let at = at % length;
                changed.splice(at..(at + new.len()).min(length), new.iter().copied());
            }
            Self::Swap(first, second, count) => {
                let (first, second) = (first % length, second % length);
                for offset in 0..*count {
                    changed.swap((first + offset) % length, (second + offset) % length);
                }
            }
        }
        changed
    }
}

fn change(bytes: impl Strategy<Value = u8> + Clone) -> impl Strategy<Value = Change> {
    let some = prop::collection::vec(bytes, 1..20);
    prop_oneof![
        (any::<usize>(), some.clone()).prop_map(|(at, new)| Change::Insert(at >> 1, new)),
        (any::<usize>(), 1_usize..40).prop_map(|(at, count)| Change::Delete(at, count)),
        (any::<usize>(), some).prop_map(|(at, new)| Change::Replace(at, new)),
        (any::<usize>(), any::<usize>(), 1_usize..40).prop_map(|(a, b, count)| Change::Swap(a, b, count)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, ..ProptestConfig::default() })]

    #[test]
    fn any_change_of_the_signed_bytes_is_refused(changes in prop::collection::vec(change(any::<u8>()), 1..4)) {
        SIGNED.with(|(parties, headers, body)| {
            let changed = changes.iter().fold(body.clone(), |bytes, change| {
                if bytes.is_empty() { bytes } else { change.applied(&bytes) }
            });
            prop_assume!(changed != *body);
            let refused = ready(parties.refusal(headers, &changed));
            prop_assert_eq!(refused, NotificationError::Unverified(VerifyError::Signature));
            Ok(())
        })?;
    }

    #[test]
    fn any_change_of_a_signature_header_is_refused(
        which in 0..HEADERS.len(),
        changes in prop::collection::vec(change(0x20_u8..0x7f), 1..4),
    ) {
        SIGNED.with(|(parties, headers, body)| {
            let header = HEADERS[which];
            let value = headers[header].as_bytes().to_vec();
            let changed = changes.iter().fold(value.clone(), |bytes, change| {
                if bytes.is_empty() { bytes } else { change.applied(&bytes) }
            });
            prop_assume!(changed != value);
            let mut headers = headers.clone();
            headers.insert(HeaderName::from_static(header), HeaderValue::from_bytes(&changed).unwrap());
            let refused = ready(parties.refusal(&headers, body));
            prop_assert!(matches!(refused, NotificationError::Unverified(_)), "{}", refused);
            Ok(())
        })?;
    }
}

thread_local! {
    static SIGNED: (Parties, HeaderMap, Vec<u8>) = {
        let parties = Parties::all().remove(0);
        let body = parties.envelope().to_string().into_bytes();
        let headers = ready(parties.signed_at(NOW, &body));
        (parties, headers, body)
    };
}

impl Parties {
    pub(crate) async fn refusal(&self, headers: &HeaderMap, body: &[u8]) -> NotificationError {
        self.notifications.receive::<Value>(headers, body).await.expect_err("it was changed")
    }
}

fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut flipped = bytes.to_vec();
    flipped[bit / 8] ^= 1 << (bit % 8);
    flipped
}
