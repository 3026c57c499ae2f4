//! `wxpay doctor`, with one thing broken at a time.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::fs;

use common::{Ran, Shop};
use rcgen::{CertificateParams, KeyPair, PKCS_RSA_SHA256, RsaKeySize, date_time_ymd};
use serde_json::Value;

/// The findings of a check: state, text and remedy.
fn of<'a>(findings: &'a Value, check: &str) -> Vec<(&'a str, &'a str, &'a str)> {
    let text = |finding: &'a Value, member: &str| finding[member].as_str().unwrap_or_default();
    let all = findings.as_array().unwrap().iter().filter(|finding| finding["check"] == check);
    all.map(|finding| (text(finding, "state"), text(finding, "text"), text(finding, "remedy"))).collect()
}

/// Asserts that a finding of `check` has that state, and these words in its text or remedy.
#[track_caller]
fn says(ran: &Ran, check: &str, state: &str, words: &str) {
    let findings: Value = serde_json::from_str(&ran.out).unwrap();
    let found = of(&findings, check);
    let hit = found.iter().any(|(is, text, remedy)| *is == state && (text.contains(words) || remedy.contains(words)));
    assert!(hit, "{check} is not {state} with `{words}`: {found:#?}\n{}", ran.out);
    let wrong = findings.as_array().unwrap().iter().filter(|finding| finding["state"] == "wrong");
    for finding in wrong {
        assert!(finding["remedy"].as_str().is_some_and(|remedy| !remedy.is_empty()), "{finding}");
    }
}

async fn doctor(shop: &Shop) -> Ran {
    shop.run(&["doctor", "--json"]).await
}

/// Every check is made, whatever earlier ones found.
#[track_caller]
fn everything_was_looked_at(ran: &Ran) {
    let findings: Value = serde_json::from_str(&ran.out).unwrap();
    for check in ["configuration", "merchant number", "private key", "connection", "signed call", "encryption"] {
        assert!(!of(&findings, check).is_empty(), "{check}: {ran:?}");
    }
}

#[tokio::test]
async fn a_good_configuration_is_called_good() {
    let shop = Shop::with_certificates().await;
    let ran = doctor(&shop).await;
    let findings = ran.json(0);
    let states: Vec<_> = findings.as_array().unwrap().iter().map(|finding| &finding["state"]).collect();
    assert!(states.iter().all(|state| **state == "ok"), "{findings:#}");
    for (check, words) in [
        ("private key", "PKCS#8"),
        ("merchant serial", "as the certificate has it"),
        ("merchant certificate", "belongs to the private key"),
        ("APIv3 key", "32 characters"),
        ("WeChat Pay's public key", "PUB_KEY_ID_"),
        ("clock", "0 s"),
        ("signed call", "accepted"),
        ("APIv3 key, tried", "opens 1"),
        ("encryption", "opened"),
    ] {
        // A second may pass.
        says(&ran, check, "ok", if check == "clock" { " s " } else { words });
    }
    everything_was_looked_at(&ran);
    let table = shop.run(&["doctor"]).await;
    assert!(table.ends(0).lines().all(|line| line.starts_with("ok ")), "{table:?}");
}

#[tokio::test]
async fn certificates_serve_in_place_of_the_public_key() {
    let shop = Shop::with_certificates().await;
    let without = [("platform_public_key_id", ""), ("platform_public_key", "")];
    shop.configure(&[&without[..], &[("platform_certificates", "[\"platform_cert.pem\"]")]].concat());
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "platform certificate", "ok", &shop.credentials().platform_serial);
    shop.configure(&[&without[..], &[("download_certificates", "true")]].concat());
    doctor(&shop).await.ends(0);
    shop.configure(&without);
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "WeChat Pay's public key", "wrong", "is missing; give");
}

#[tokio::test]
async fn a_merchant_with_the_public_key_alone_is_in_order() {
    let shop = Shop::open().await;
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "signed call", "ok", "has no platform certificates");
    says(&ran, "APIv3 key, tried", "skipped", "only a notification");
}

/// Wrong values of each setting, and the findings.
#[tokio::test]
async fn each_wrong_setting_is_found() {
    let shop = Shop::with_certificates().await;
    shop.secret("short", "0123456789");
    shop.secret("blank", &" ".repeat(32));
    shop.secret("other_api_v3_key", "0123456789abcdef0123456789abcdef");
    shop.secret("ec.pem", &KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256).unwrap().serialize_pem());
    let stranger = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
    shop.secret("stranger.pem", &stranger.serialize_pem());
    shop.file("stranger_pub.pem", &stranger.public_key_pem());
    for (name, value, check, words) in [
        ("mchid", "\"wxd678efh567hg6787\"", "merchant number", "not 1 to 32 digits"),
        ("mchid", "", "merchant number", "missing"),
        ("mchid", "\"1900000009\"", "merchant certificate", "is issued to 1900000001, and `mchid` is `1900000009`"),
        ("private_key", "", "private key", "missing"),
        ("private_key", "\"none.pem\"", "private key", "cannot be read"),
        (
            "private_key",
            "\"apiclient_cert.pem\"",
            "private key",
            "expected the merchant's private key (`apiclient_key.pem`), found a certificate",
        ),
        ("private_key", "\"pub_key.pem\"", "private key", "found a public key"),
        ("private_key", "\"short\"", "private key", "found bare Base64"),
        ("private_key", "\"ec.pem\"", "private key", "elliptic-curve"),
        ("private_key", "\"stranger.pem\"", "merchant certificate", "does not belong to the private key"),
        ("private_key", "\"stranger.pem\"", "signed call", "401"),
        ("merchant_serial", "\"5157F09EFDC096DE15EBE81A47057A7232F1B8E1\"", "merchant serial", "the certificate has"),
        ("merchant_serial", "\"xyz\"", "merchant serial", "expected 40 hex digits"),
        ("merchant_serial", "\"PUB_KEY_ID_011\"", "merchant serial", "the ID of WeChat Pay's public key"),
        ("merchant_certificate", "\"apiclient_key.pem\"", "merchant certificate", "found a private key"),
        ("merchant_certificate", "\"platform_cert.pem\"", "merchant certificate", "is issued to Tenpay.com sign"),
        ("api_v3_key_file", "\"none\"", "APIv3 key", "none cannot be read"),
        ("api_v3_key_file", "\"short\"", "APIv3 key", "has 10 bytes, not 32"),
        ("api_v3_key_file", "\"blank\"", "APIv3 key", "not ASCII, or spaces"),
        ("api_v3_key_file", "\"other_api_v3_key\"", "APIv3 key, tried", "does not open the platform certificates"),
        ("platform_public_key_id", "", "WeChat Pay's public key", "its ID is missing"),
        ("platform_public_key", "", "WeChat Pay's public key", "the key is missing"),
        ("platform_public_key_id", "\"pub_key_id_0119\"", "WeChat Pay's public key", "is not the ID of a public key"),
        ("platform_public_key_id", "\"PUB_KEY_ID_0119000000090000\"", "signed call", "signed with the unknown key"),
        ("platform_public_key", "\"apiclient_cert.pem\"", "WeChat Pay's public key", "found a certificate"),
        ("platform_public_key", "\"apiclient_key.pem\"", "WeChat Pay's public key", "found a private key"),
        ("platform_public_key", "\"stranger_pub.pem\"", "signed call", "is not WeChat Pay's"),
        ("platform_certificates", "[\"pub_key.pem\"]", "platform certificate", "found a public key"),
        ("platform_certificates", "[\"apiclient_cert.pem\"]", "platform certificate", "the merchant's own"),
    ] {
        shop.configure(&[(name, value)]);
        let ran = doctor(&shop).await;
        ran.ends(5);
        says(&ran, check, "wrong", words);
        everything_was_looked_at(&ran);
    }
    shop.configure(&[("api_v3_key_file", "")]);
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "APIv3 key", "warning", "not set");
    says(&ran, "APIv3 key, tried", "skipped", "no APIv3 key is set");
}

#[tokio::test]
async fn a_serial_that_is_not_the_certificates_is_found_without_it_too() {
    let shop = Shop::open().await;
    shop.configure(&[
        ("merchant_serial", "\"5157F09EFDC096DE15EBE81A47057A7232F1B8E1\""),
        ("merchant_certificate", ""),
    ]);
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "merchant serial", "ok", "no usable certificate to compare it with");
    says(&ran, "signed call", "wrong", "商户证书序列号有误");
    shop.configure(&[("merchant_serial", ""), ("merchant_certificate", "")]);
    says(&doctor(&shop).await, "merchant serial", "wrong", "`merchant_serial` is missing");
    shop.configure(&[("merchant_serial", "")]);
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "merchant serial", "ok", "from the certificate");
}

#[tokio::test]
async fn expiry_is_looked_at() {
    let shop = Shop::open().await;
    let key = KeyPair::from_pem(&shop.credentials().merchant_private_key).unwrap();
    let certificate = |from, until| {
        let mut parameters = CertificateParams::default();
        (parameters.not_before, parameters.not_after) = (date_time_ymd(from, 1, 1), date_time_ymd(until, 1, 1));
        parameters.self_signed(&key).unwrap().pem()
    };
    for (from, until, words) in [(2000, 2001, "expired 2001"), (2200, 2201, "is not valid before 2200")] {
        shop.file("apiclient_cert.pem", &certificate(from, until));
        shop.configure(&[("merchant_serial", "")]);
        let ran = doctor(&shop).await;
        ran.ends(5);
        says(&ran, "merchant certificate", "wrong", words);
    }
    let soon = time::OffsetDateTime::now_utc() + time::Duration::days(10);
    let mut parameters = CertificateParams::default();
    parameters.not_after = soon;
    shop.file("apiclient_cert.pem", &parameters.self_signed(&key).unwrap().pem());
    says(&doctor(&shop).await, "merchant certificate", "warning", "expires");
}

#[tokio::test]
async fn the_clock_is_compared() {
    let shop = Shop::open().await;
    shop.sandbox.set_clock_ahead(-100).unwrap();
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "clock", "warning", "ahead of WeChat Pay");
    shop.sandbox.set_clock_ahead(3600).unwrap();
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "clock", "wrong", "behind WeChat Pay");
    says(&ran, "signed call", "wrong", "clock");
}

#[tokio::test]
async fn a_connection_that_fails_is_found() {
    let shop = Shop::open().await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let closed = format!("\"http://{closed}\"");
    shop.configure(&[("base_url", &closed), ("backup_url", "")]);
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "connection", "wrong", "could not connect");
    says(&ran, "signed call", "skipped", "no host of WeChat Pay answers");
    shop.configure(&[("backup_url", &closed)]);
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "backup connection", "warning", "could not connect");
}

#[tokio::test]
async fn a_withdrawn_certificate_is_found() {
    let shop = Shop::open().await;
    assert!(shop.sandbox.withdraw_merchant_certificate(&shop.credentials().merchant_serial));
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "signed call", "wrong", "belong to one API certificate that is valid");
    says(&ran, "encryption", "wrong", "401");
}

#[tokio::test]
async fn key_files_that_everybody_can_read_are_found() {
    let shop = Shop::open().await;
    for name in ["apiclient_key.pem", "api_v3_key"] {
        fs::set_permissions(shop.path(name), std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    }
    let ran = doctor(&shop).await;
    ran.ends(0);
    says(&ran, "file mode", "warning", "apiclient_key.pem");
    says(&ran, "file mode", "warning", "api_v3_key");
}

#[tokio::test]
async fn offline_nothing_is_sent() {
    let shop = Shop::open().await;
    shop.configure(&[("base_url", "\"http://127.0.0.1:9\""), ("backup_url", "")]);
    let ran = shop.run(&["doctor", "--offline", "--json"]).await;
    assert!(of(&ran.json(0), "connection").is_empty());
}

#[tokio::test]
async fn a_platform_certificate_that_has_ended_is_named() {
    let shop = Shop::open().await;
    let mut parameters = CertificateParams::default();
    (parameters.not_before, parameters.not_after) = (date_time_ymd(2000, 1, 1), date_time_ymd(2001, 1, 1));
    parameters.serial_number = Some(rcgen::SerialNumber::from_slice(&[0x5a; 20]));
    let key = KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_2048).unwrap();
    shop.file("ended.pem", &parameters.self_signed(&key).unwrap().pem());
    shop.configure(&[("platform_certificates", "[\"ended.pem\"]")]);
    let ran = doctor(&shop).await;
    ran.ends(5);
    says(&ran, "platform certificate", "wrong", "expired 2001");
    says(&ran, "platform certificate", "wrong", &"5A".repeat(20));
}
