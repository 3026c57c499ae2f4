//! The sources of settings, their order, and the messages about wrong ones.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::fs;

use common::Shop;

const QUESTION: &[&str] = &["call", "GET", "/v3/certificates"];

#[tokio::test]
async fn the_toml_file_in_the_current_folder_is_enough() {
    Shop::with_certificates().await.run(QUESTION).await.ends(0);
}

#[tokio::test]
async fn another_file_is_read_where_it_is_given_and_its_paths_are_relative_to_it() {
    let shop = Shop::with_certificates().await;
    fs::create_dir(shop.path("elsewhere")).unwrap();
    for name in ["wxpay.toml", "apiclient_key.pem", "apiclient_cert.pem", "api_v3_key", "pub_key.pem"] {
        fs::rename(shop.path(name), shop.path("elsewhere").join(name)).unwrap();
    }
    shop.run(QUESTION).await.fails(1);
    shop.run(&["call", "GET", "/v3/certificates", "--config", "elsewhere/wxpay.toml"]).await.ends(0);
    shop.run_with(QUESTION, &[("WXPAY_CONFIG", "elsewhere/wxpay.toml")], "").await.ends(0);
}

#[tokio::test]
async fn the_users_folder_is_looked_into_last() {
    let shop = Shop::with_certificates().await;
    fs::create_dir_all(shop.path(".config/wxpay")).unwrap();
    for name in ["wxpay.toml", "apiclient_key.pem", "apiclient_cert.pem", "api_v3_key", "pub_key.pem"] {
        fs::rename(shop.path(name), shop.path(".config/wxpay").join(name)).unwrap();
    }
    shop.run(QUESTION).await.ends(0);
    fs::rename(shop.path(".config"), shop.path("xdg")).unwrap();
    shop.run(QUESTION).await.fails(1);
    let xdg = shop.path("xdg");
    shop.run_with(QUESTION, &[("XDG_CONFIG_HOME", xdg.to_str().unwrap())], "").await.ends(0);
}

#[tokio::test]
async fn flags_count_before_the_environment_and_that_before_the_file() {
    let shop = Shop::with_certificates().await;
    let mchid = shop.credentials().mchid.as_str();
    shop.configure(&[("mchid", "\"1\""), ("merchant_certificate", "")]);
    shop.run(QUESTION).await.fails(3);
    shop.run_with(QUESTION, &[("WXPAY_MCHID", mchid)], "").await.ends(0);
    let given = [QUESTION, &["--mchid", mchid]].concat();
    shop.run_with(&given, &[("WXPAY_MCHID", "2")], "").await.ends(0);
    let given = [QUESTION, &["--mchid", "2"]].concat();
    shop.run_with(&given, &[("WXPAY_MCHID", mchid)], "").await.fails(3);
}

#[tokio::test]
async fn the_environment_alone_is_enough() {
    let shop = Shop::with_certificates().await;
    fs::remove_file(shop.path("wxpay.toml")).unwrap();
    let credentials = shop.credentials();
    let url = shop.sandbox.url();
    let environment = [
        ("WXPAY_MCHID", credentials.mchid.as_str()),
        ("WXPAY_PRIVATE_KEY", "apiclient_key.pem"),
        ("WXPAY_MERCHANT_CERTIFICATE", "apiclient_cert.pem"),
        ("WXPAY_PLATFORM_CERTIFICATES", "platform_cert.pem"),
        ("WXPAY_API_V3_KEY", credentials.api_v3_key.as_str()),
        ("WXPAY_BASE_URL", url.as_str()),
    ];
    shop.run_with(&["certs"], &environment, "").await.ends(0);
}

#[tokio::test]
async fn the_folder_of_a_sandbox_is_enough() {
    let shop = Shop::with_certificates().await;
    fs::remove_file(shop.path("wxpay.toml")).unwrap();
    assert!(shop.run(&["doctor", "--sandbox", "."]).await.fails(1).contains("sandbox.json cannot be read"));
    shop.write_sandbox_json();
    shop.run(&["doctor", "--sandbox", "."]).await.ends(0);
    shop.run_with(QUESTION, &[("WXPAY_SANDBOX", ".")], "").await.ends(0);
}

#[tokio::test]
async fn an_unknown_setting_is_an_error_with_a_suggestion() {
    let shop = Shop::with_certificates().await;
    for (line, said) in [
        ("mchdi = \"1\"", "wxpay.toml:10: unknown setting `mchdi`; did you mean `mchid`?"),
        ("api_v3_key = \"0123456789abcdef0123456789abcdef\"", "`api_v3_key_file`"),
        ("nonsense = 1", "the settings are mchid"),
        ("download_certificates = \"yes\"", "wxpay.toml:10: invalid type"),
        ("proxy ", "wxpay.toml:10"),
    ] {
        shop.configure(&[]);
        let text = fs::read_to_string(shop.path("wxpay.toml")).unwrap();
        shop.file("wxpay.toml", &format!("{text}{line}\n"));
        let ran = shop.run(QUESTION).await;
        assert!(ran.fails(1).contains(said), "{ran:?}");
        assert!(!ran.err.contains("0123456789abcdef"), "{ran:?}");
    }
}

#[tokio::test]
async fn everything_that_is_missing_is_said_at_once() {
    let shop = Shop::with_certificates().await;
    fs::remove_file(shop.path("wxpay.toml")).unwrap();
    let ran = shop.run(QUESTION).await;
    for said in ["mchid: missing", "private_key: missing", "merchant_serial: missing", "platform_public_key: missing"] {
        assert!(ran.fails(1).contains(said), "{said}: {ran:?}");
    }
    assert!(ran.err.contains("there is no wxpay.toml"), "{ran:?}");
    shop.configure(&[("platform_public_key_id", "")]);
    assert!(shop.run(QUESTION).await.fails(1).contains("its ID is missing"));
}

#[tokio::test]
async fn key_files_that_everybody_can_read_are_warned_of() {
    let shop = Shop::with_certificates().await;
    assert_eq!(shop.run(QUESTION).await.err, "");
    fs::set_permissions(shop.path("apiclient_key.pem"), std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    let ran = shop.run(QUESTION).await;
    ran.ends(0);
    assert!(ran.err.contains("can read") && ran.err.contains("chmod 600"), "{ran:?}");
}
