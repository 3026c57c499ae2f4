//! A client that cannot work is not built, and the error lists everything that is wrong.

use wxpay::client::{Builder, Client};
use wxpay::finding::{Finding, State};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::openssl;

async fn credentials() -> Credentials {
    Sandbox::start().await.unwrap().credentials().clone()
}

/// The problems, as `setting: problem` lines.
fn problems(builder: Builder) -> Vec<String> {
    let error = builder.build().unwrap_err();
    error.problems.iter().map(|problem| format!("{}: {}", problem.setting, problem.fault)).collect()
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
    assert_problem(good().mchid("19000\"001"), "mchid: `19000\"001` is not 1 to 32 digits");
    assert_problem(good().merchant_serial("PUB_KEY_ID_0119"), "found the ID of WeChat Pay's public key");
    assert_problem(good().merchant_serial("serial"), "expected 40 hex digits, found `serial`");
    assert_problem(good().api_v3_key("short"), "has 5 bytes, not 32");
    assert_problem(good().private_key_file("no/such/apiclient_key.pem"), "no/such/apiclient_key.pem");
    assert_problem(
        good().private_key_pem(&credentials.public_key),
        "expected the merchant's private key (`apiclient_key.pem`), found a public key",
    );
    assert_problem(good().private_key_pem(&credentials.merchant_certificate), "found a certificate");
    assert_problem(good().private_key_pem("MIIEvQIBADANBg"), "found bare Base64");
    assert_problem(good().private_key_pem(""), "found nothing");
    assert_problem(good().platform_public_key_pem("0119", &credentials.public_key), "is not the ID of a public key");
    assert_problem(
        good().platform_public_key_pem("PUB_KEY_ID_1", &credentials.merchant_private_key),
        "expected a public key (`pub_key.pem`), found a private key",
    );
    assert_problem(
        good().platform_certificate_pem(&credentials.public_key),
        "expected a certificate, found a public key",
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
    assert_problem(good().private_key_file(&credentials.merchant_private_key), "the setting that ends in `_pem`");
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
        "is issued to Tenpay.com sign (sandbox), and `mchid` is `1900000001`",
    );
    let builder = good().merchant_serial("00AB").merchant_certificate_pem(&credentials.merchant_certificate);
    assert_problem(builder, &credentials.merchant_serial);
}

#[tokio::test]
async fn one_mistake_is_one_problem_at_its_setting() {
    let credentials = credentials().await;
    let merchant = |serial: &str| {
        Client::builder()
            .mchid(&credentials.mchid)
            .merchant_serial(serial)
            .private_key_pem(&credentials.merchant_private_key)
    };
    let right = &credentials.merchant_serial;
    for (builder, setting) in [
        (merchant(right).platform_certificate_pem("none"), "platform_certificate"),
        (merchant(right).platform_public_key_pem("PUB_KEY_ID_", &credentials.public_key), "platform_public_key"),
        (
            merchant(&credentials.platform_serial).platform_certificate_pem(&credentials.platform_certificate),
            "merchant_serial",
        ),
        (merchant(right), "platform_public_key"),
    ] {
        let problems = builder.build().unwrap_err().problems;
        assert!(matches!(&problems[..], [problem] if problem.setting == setting), "{setting}: {problems:?}");
    }
}

/// A decimal serial is refused with its hex form, which works.
#[tokio::test]
async fn a_decimal_serial_is_told_in_hex() {
    let credentials = credentials().await;
    let serial = "6F4515299B63E8B3DDFEEF69DA0F5F988B89D9C1";
    let decimal = "635238570496275507415531946499716226189925931457";
    let error = credentials.client_builder().merchant_serial(decimal).build().unwrap_err();
    assert_eq!(error.problems[0].remedy().as_deref(), Some(&*format!("set {serial}")));
    assert!(credentials.client_builder().merchant_serial(serial).build().is_ok());
    assert_problem(credentials.client_builder().merchant_serial("0"), "expected 40 hex digits, found `0`");
    let key = "0123456789abcdef0123456789abcdef";
    let error = credentials.client_builder().merchant_serial(key).build().unwrap_err().to_string();
    assert!(error.contains("as an APIv3 key has them") && !error.contains(key), "{error}");
}

/// A refused configuration is inspected too, by a client of its valid parts.
#[tokio::test]
async fn a_configuration_that_is_refused_is_inspected() {
    let credentials = credentials().await;
    let of = |findings: &[Finding], check: &str| findings.iter().find(|found| found.check == check).unwrap().state;
    let inspected = credentials.client_builder().api_v3_key("short").inspect();
    assert_eq!(of(&inspected.findings, "APIv3 key"), State::Wrong);
    assert_eq!(of(&inspected.findings, "private key"), State::Right);
    assert!(inspected.client.is_some() && inspected.connection.is_some());
    let inspected = credentials.client_builder().private_key_pem("none").hosts(["ftp://a.cn"]).inspect();
    assert_eq!(of(&inspected.findings, "base URL"), State::Wrong);
    assert!(inspected.client.is_none() && inspected.connection.is_none());
    for finding in inspected.findings {
        assert_eq!(finding.remedy.is_some(), matches!(finding.state, State::Wrong | State::Warning), "{finding:?}");
    }
}

#[tokio::test]
async fn plain_http_beyond_this_machine_is_for_hosts_that_are_named() {
    let credentials = credentials().await;
    let at = |url: &str| credentials.client_builder().hosts([url.to_owned()]);
    assert_problem(
        at("http://192.168.1.5"),
        "set `proxy` to send through a proxy, or allow the host with `allow_plain_http_to`",
    );
    assert_problem(at("https://wx.example.com/mch"), "a `layer` can send requests to another host and path");
    for (url, host) in
        [("http://192.168.1.5:8080", "192.168.1.5"), ("http://[FD00::5]", "fd00::5"), ("http://Web", "web")]
    {
        assert!(at(url).allow_plain_http_to(host).build().is_ok(), "{url}");
        assert!(at(url).allow_plain_http_to("192.168.1.6").build().is_err(), "{url}");
    }
    assert_problem(at("http://web").allow_plain_http_to("web").allow_plain_http_to("http://web"), "expected a host");
}

#[tokio::test]
async fn the_end_of_the_merchants_certificate_can_be_watched() {
    let credentials = credentials().await;
    assert_eq!(credentials.client_builder().build().unwrap().merchant().expires(), None);
    let builder = credentials.client_builder().merchant_certificate_pem(&credentials.merchant_certificate);
    let expires = builder.build().unwrap().merchant().expires().unwrap();
    let certificate = wxpay::keys::Certificate::from_pem(&credentials.merchant_certificate).unwrap();
    assert_eq!(u64::try_from(expires), Ok(certificate.not_after()));
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
    assert_problem(good().private_key_pem(String::from_utf8(curve).unwrap()), "not a usable RSA key");
    let small = openssl(&["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"], b"").unwrap();
    assert_problem(good().private_key_pem(String::from_utf8(small).unwrap()), "not a usable RSA key");
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_whose_path_is_as_long_as_an_api_v3_key_is_read() {
    let credentials = credentials().await;
    let folder = tempfile::tempdir_in("/tmp").unwrap();
    let before = folder.path().to_str().unwrap().len() + "/".len();
    let path = folder.path().join("k".repeat(32 - before));
    let with = || credentials.client_builder().platform_certificate_file(&path);
    assert_problem(with(), "cannot be read: No such file");
    std::fs::write(&path, &credentials.platform_certificate).unwrap();
    with().build().unwrap();
}
