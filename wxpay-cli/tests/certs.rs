//! `wxpay certs`.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::Shop;
use serde_json::json;

#[tokio::test]
async fn what_is_configured_and_what_is_downloaded_is_listed() {
    let shop = Shop::with_certificates().await;
    let credentials = shop.credentials();
    let list = shop.run(&["certs", "--json"]).await.json(0);
    let end = list[1]["expires"].clone();
    assert_eq!(
        list,
        json!([
            { "serial": credentials.public_key_id, "kind": "public key", "expires": null, "configured": true, "downloaded": false },
            { "serial": credentials.platform_serial, "kind": "certificate", "expires": end, "configured": false, "downloaded": true },
        ])
    );
    assert!(end.as_str().unwrap().starts_with("2030-"), "{end}");
    let table = shop.run(&["certs"]).await;
    assert_eq!(table.ends(0).lines().count(), 2);
    assert!(table.out.contains("does not expire") && table.out.contains("expires 2030-"), "{table:?}");
}

#[tokio::test]
async fn certificates_are_written_as_they_are() {
    let shop = Shop::with_certificates().await;
    let second = shop.sandbox.issue_certificate().unwrap();
    shop.run(&["certs", "--out", "platform"]).await.ends(0);
    let first = std::fs::read_to_string(shop.path(&format!("platform/{}.pem", shop.credentials().platform_serial)));
    assert_eq!(first.unwrap(), shop.credentials().platform_certificate);
    // The written files can be configured.
    let written = format!("[\"platform/{second}.pem\"]");
    shop.configure(&[("platform_public_key_id", ""), ("platform_public_key", ""), ("platform_certificates", &written)]);
    shop.run(&["certs"]).await.ends(0);
}

#[tokio::test]
async fn a_certificate_that_is_there_stays_and_another_file_of_its_name_is_not_overwritten() {
    let shop = Shop::with_certificates().await;
    shop.run(&["certs", "--out", "platform"]).await.ends(0);
    shop.run(&["certs", "--out", "platform"]).await.ends(0);
    let path = shop.path(&format!("platform/{}.pem", shop.credentials().platform_serial));
    assert_eq!(std::fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    std::fs::write(&path, "notes of mine").unwrap();
    assert!(shop.run(&["certs", "--out", "platform"]).await.fails(1).contains("is not overwritten"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "notes of mine");
}

#[tokio::test]
async fn the_first_certificates_are_had_with_the_api_v3_key_alone() {
    let shop = Shop::with_certificates().await;
    shop.configure(&[("platform_public_key_id", ""), ("platform_public_key", ""), ("download_certificates", "true")]);
    let list = shop.run(&["certs", "--json"]).await.json(0);
    assert_eq!(list[0]["serial"], json!(shop.credentials().platform_serial));
    assert_eq!(list.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_merchant_without_certificates_has_the_public_key() {
    let shop = Shop::open().await;
    assert_eq!(shop.run(&["certs"]).await.ends(0).lines().count(), 1);
}

#[tokio::test]
async fn another_api_v3_key_opens_nothing() {
    let shop = Shop::with_certificates().await;
    shop.secret("api_v3_key", &"x".repeat(32));
    let ran = shop.run(&["certs"]).await;
    assert!(ran.fails(1).contains("compare the APIv3 key"), "{ran:?}");
}
