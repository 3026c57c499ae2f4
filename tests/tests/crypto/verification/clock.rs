//! The clock window and the text of the timestamp.

use wxpay::verify::VerifyError;

use super::{BODY, Message, NONCE, NOW, is_header, judged, platforms};

#[test]
fn the_clock_may_be_299_seconds_off_either_way_and_not_300() {
    for (backend, platform) in platforms() {
        for age in [-299, -298, -1, 0, 1, 298, 299] {
            let message = Message::signed(&(NOW - age).to_string(), NONCE, BODY.as_bytes());
            assert_eq!(message.judged(&platform), Ok(()), "{backend}: {age} s");
        }
        for age in [-1_000_000_000, -86_400, -301, -300, 300, 301, 86_400, NOW] {
            let message = Message::signed(&(NOW - age).to_string(), NONCE, BODY.as_bytes());
            assert_eq!(message.judged(&platform), Err(VerifyError::Clock { age }), "{backend}: {age} s");
        }
    }
}

#[test]
fn timestamps_at_the_ends_of_the_numbers_are_refused_whatever_the_time_is() {
    const MAX: &str = "9223372036854775807";
    for (backend, platform) in platforms() {
        for now in [NOW, 0, i64::MIN, i64::MAX - 300] {
            let message = Message::signed(MAX, NONCE, b"");
            let judged = judged(&platform, &message.headers(), b"", now);
            assert!(matches!(judged, Err(VerifyError::Clock { .. })), "{backend}: {now}: {judged:?}");
        }
        for now in [i64::MIN, i64::MIN + 1, i64::MAX] {
            let judged = judged(&platform, &Message::signed("0", NONCE, b"").headers(), b"", now);
            assert!(matches!(judged, Err(VerifyError::Clock { .. })), "{backend}: {now}: {judged:?}");
        }
    }
}

#[test]
fn timestamps_that_are_no_digits_or_too_many_are_refused_even_if_signed() {
    let texts = [
        "-9223372036854775808",
        "9223372036854775808",
        "99999999999999999999999999999999",
        "-1700000000",
        "+1700000000",
        "1700000000.0",
        "1.7e9",
        "0x6553f100",
        "1700000000 ",
        " 1700000000",
        "17000 00000",
        "1700000000s",
        "1_700_000_000",
        "now",
        "-",
    ];
    for (backend, platform) in platforms() {
        for text in texts {
            let judged = Message::signed(text, NONCE, BODY.as_bytes()).judged(&platform);
            assert!(is_header(&judged, "wechatpay-timestamp"), "{backend}: {text:?}: {judged:?}");
        }
    }
}

#[test]
fn a_timestamp_is_verified_as_it_was_written() {
    let written = Message::signed("01700000000", NONCE, BODY.as_bytes());
    let rewritten = Message { timestamp: "1700000000".to_owned(), ..written.clone() };
    let padded = Message { timestamp: "01700000000".to_owned(), ..Message::valid() };
    for (backend, platform) in platforms() {
        assert_eq!(written.judged(&platform), Ok(()), "{backend}");
        assert_eq!(rewritten.judged(&platform), Err(VerifyError::Signature), "{backend}");
        assert_eq!(padded.judged(&platform), Err(VerifyError::Signature), "{backend}");
    }
}
