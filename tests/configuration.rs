//! A client that cannot work is not built, and the error says everything that is wrong with it.

use wxpay::client::{Builder, Client};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::openssl;

async fn credentials() -> Credentials {
    Sandbox::start().await.unwrap().credentials().clone()
}

/// What is wrong, as `setting: problem` lines.
fn problems(builder: Builder) -> Vec<String> {
    let error = builder.build().unwrap_err();
    error.problems.iter().map(|problem| format!("{}: {}", problem.setting, problem.problem)).collect()
}

fn assert_problem(builder: Builder, expected: &str) {
    let found = problems(builder);
    assert!(found.len() == 1 && found[0].contains(expected), "{found:?} for {expected:?}");
}

#[tokio::test]
async fn a_client_without_anything_says_all_that_is_missing() {
    let missing = "platform_public_key: missing; give WeChat Pay's public key with its ID, or platform certificates, or have them downloaded";
    let expected = ["mchid: missing", "private_key: missing", "merchant_serial: missing", missing];
    assert_eq!(problems(Client::builder()), expected);
}

#[tokio::test]
async fn every_setting_that_is_wrong_is_named() {
    let credentials = credentials().await;
    let good = || credentials.client_builder();
    assert!(good().build().is_ok());
    assert_problem(good().mchid("19000\"001"), "mchid: not 1 to 32 digits");
    assert_problem(good().merchant_serial("PUB_KEY_ID_0119"), "not the merchant's certificate");
    assert_problem(good().merchant_serial("serial"), "not hex digits");
    assert_problem(good().api_v3_key("short"), "has 5 bytes, not 32");
    assert_problem(good().private_key_file("no/such/apiclient_key.pem"), "no/such/apiclient_key.pem");
    assert_problem(
        good().private_key_pem(&credentials.public_key),
        "found a public key, needed the merchant's private",
    );
    assert_problem(good().private_key_pem(&credentials.merchant_certificate), "found a certificate");
    assert_problem(good().private_key_pem("MIIEvQIBADANBg"), "found bare Base64");
    assert_problem(good().private_key_pem(""), "found nothing");
    assert_problem(
        good().platform_public_key_pem("0119", &credentials.public_key),
        "does not begin with `PUB_KEY_ID_`",
    );
    assert_problem(
        good().platform_public_key_pem("PUB_KEY_ID_1", &credentials.merchant_private_key),
        "found a private key, needed a public key or certificate",
    );
    assert_problem(
        good().platform_certificate_pem(&credentials.public_key),
        "found a public key, needed a certificate",
    );
    assert_problem(good().hosts(Vec::<String>::new()), "the list is empty");
    assert_problem(good().hosts(["http://api.mch.weixin.qq.com"]), "plain `http` is for this machine only");
    assert_problem(good().hosts(["https://api.mch.weixin.qq.com/v3"]), "has a path");
    assert_problem(good().hosts(["https://api.mch.weixin.qq.com#v3"]), "has a fragment");
    assert_problem(good().hosts(["https://api.mch.weixin.qq.com/#"]), "has a fragment");
    for port in [":", ":0", ":65536", ":443a"] {
        let problems = problems(good().hosts([format!("https://api.mch.weixin.qq.com{port}")]));
        assert_eq!(problems.len(), 1, "{port}: {problems:?}");
    }
    assert!(good().hosts(["https://api.mch.weixin.qq.com:8443/", "http://[::1]:1"]).build().is_ok());
    assert_problem(good().hosts(["api.mch.weixin.qq.com"]), "is not `https`");
    assert_problem(good().hosts(["https://me:word@api.mch.weixin.qq.com"]), "a user name or password does not belong");
    assert_problem(good().private_key_file(&credentials.merchant_private_key), "the method that ends in `_pem`");
}

#[tokio::test]
async fn settings_that_contradict_each_other_are_refused() {
    let credentials = credentials().await;
    let good = || credentials.client_builder();
    let own = "this is the merchant's own key, not WeChat Pay's";
    assert_problem(good().platform_certificate_pem(&credentials.merchant_certificate), own);
    let own_public = openssl(&["pkey", "-pubout"], credentials.merchant_private_key.as_bytes()).unwrap();
    let own_public = String::from_utf8(own_public).unwrap();
    assert_problem(good().platform_public_key_pem("PUB_KEY_ID_1", own_public), own);
    assert_problem(
        good().merchant_certificate_pem(&credentials.platform_certificate),
        "does not belong to the private key",
    );
    let builder = good().merchant_serial("00AB").merchant_certificate_pem(&credentials.merchant_certificate);
    assert_problem(builder, &credentials.merchant_serial);
}

#[tokio::test]
async fn keys_are_read_in_every_usual_form() {
    let credentials = credentials().await;
    let good = || credentials.client_builder();
    let private = &credentials.merchant_private_key;
    let pkcs1 = String::from_utf8(openssl(&["rsa", "-traditional"], private.as_bytes()).unwrap()).unwrap();
    assert!(pkcs1.contains("RSA PRIVATE KEY"));
    for pem in [private.clone(), pkcs1.clone(), private.replace('\n', "\r\n"), pkcs1.trim_end().to_owned()] {
        assert!(good().private_key_pem(pem).build().is_ok());
    }
    let public = &credentials.public_key;
    let pkcs1 = openssl(&["rsa", "-pubin", "-RSAPublicKey_out"], public.as_bytes()).unwrap();
    for pem in [public.clone(), String::from_utf8(pkcs1).unwrap(), public.trim_end().to_owned()] {
        assert!(good().platform_public_key_pem("PUB_KEY_ID_1", pem).build().is_ok());
    }
    let encrypted = openssl(&["pkcs8", "-topk8", "-passout", "pass:x"], private.as_bytes()).unwrap();
    assert_problem(good().private_key_pem(String::from_utf8(encrypted).unwrap()), "protected by a passphrase");
    let curve = openssl(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], b"").unwrap();
    assert_problem(good().private_key_pem(String::from_utf8(curve).unwrap()), "no usable RSA key");
    let small = openssl(&["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], b"").unwrap();
    assert_problem(good().private_key_pem(String::from_utf8(small).unwrap()), "no usable RSA key");
}
