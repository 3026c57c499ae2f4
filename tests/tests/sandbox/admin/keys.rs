//! Keys and certificates that the API issues and withdraws.

use serde_json::json;
use wxpay::certificates::DownloadCertificates;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::order;

use crate::admin::{Script, answered, done};

#[tokio::test]
async fn platform_certificates_are_issued_and_withdrawn() {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    let issued = done(script.post("/api/platform-certificates")).await["serial"].as_str().unwrap().to_owned();
    let first = sandbox.credentials().platform_serial.clone();
    let listed = done(script.get("/api/platform-certificates")).await;
    assert_eq!((&listed[0]["serial"], &listed[1]["serial"]), (&first.clone().into(), &issued.clone().into()));
    let downloaded = client.send(&DownloadCertificates::new()).await.unwrap();
    assert_eq!(downloaded.data.iter().filter_map(|one| one.serial_no.as_ref()).collect::<Vec<_>>(), [&first, &issued]);
    for serial in [&first, &issued] {
        script.delete(&format!("/api/platform-certificates/{serial}")).await;
    }
    let error = client.send(&DownloadCertificates::new()).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    let again = script.http.delete(format!("{}/api/platform-certificates/{first}", script.url));
    assert_eq!(answered(again.bearer_auth(&script.token)).await.0.as_u16(), 404);
}

#[tokio::test]
async fn a_merchants_certificate_is_replaced_and_the_old_one_withdrawn() {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    let mchid = client.merchant().id();
    let renewed = done(script.post(&format!("/api/merchants/{mchid}/certificates"))).await;
    script.delete(&format!("/api/merchant-certificates/{}", sandbox.credentials().merchant_serial)).await;
    let error = client.send(&order(&client, "Renewed1")).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(401));
    let text = |name: &str| renewed[name].as_str().unwrap();
    let builder = sandbox.client_builder().merchant_serial(text("merchant_serial"));
    let client = builder.private_key_pem(text("merchant_private_key")).build().unwrap();
    client.send(&order(&client, "Renewed1")).await.unwrap();
    assert_eq!(answered(script.post("/api/merchants/1/certificates")).await.0.as_u16(), 404);
}

#[tokio::test]
async fn a_merchant_changes_from_certificates_to_the_public_key() {
    let folder = tempfile::tempdir().unwrap();
    let builder = Sandbox::builder().directory(folder.path().join("keys")).keys(Keys::Certificate);
    let sandbox = builder.start().await.unwrap();
    let script = Script::of(&sandbox);
    let facts = || {
        let facts = std::fs::read(folder.path().join("keys/sandbox.json")).unwrap();
        serde_json::from_slice::<serde_json::Value>(&facts).unwrap()
    };
    let change = format!("/api/merchants/{}/keys", sandbox.credentials().mchid);
    let named = |keys: &str| json!({ "keys": keys }).to_string();
    for (keys, public_key, certificate) in
        [("certificate", false, true), ("both", true, true), ("public-key", true, false)]
    {
        let changed = script.put(&change).body(named(keys)).send().await.unwrap();
        assert_eq!(changed.status().as_u16(), 204);
        let facts = facts();
        let has = |name: &str| facts.get(name).is_some();
        assert_eq!(facts["keys"], keys);
        assert_eq!((has("platform_public_key"), has("platform_public_key_id")), (public_key, public_key), "{keys}");
        assert_eq!(
            (has("platform_certificate"), has("platform_certificate_serial")),
            (certificate, certificate),
            "{keys}"
        );
        let client = sandbox.client().unwrap();
        client.send(&order(&client, &format!("Changed-{keys}"))).await.unwrap();
    }
    let (status, refusal) = answered(script.put("/api/merchants/1/keys").body(named("both"))).await;
    assert_eq!((status.as_u16(), &refusal["error"]), (404, &json!("merchant `1` is unknown here")));
    assert_eq!(answered(script.put(&change).body(named("none"))).await.0.as_u16(), 400);
    let brand = sandbox.register_brand().unwrap().mchid;
    let (status, refusal) = answered(script.put(&format!("/api/merchants/{brand}/keys")).body(named("both"))).await;
    assert_eq!(status.as_u16(), 409, "{refusal}");
}

#[tokio::test]
async fn another_merchant_has_the_sandboxs_keys_unless_it_says_its_own() {
    let sandbox = Sandbox::builder().keys(Keys::Certificate).start().await.unwrap();
    let script = Script::of(&sandbox);
    let keys = async |body: &str| {
        let registered = done(script.post("/api/merchants").body(body.to_owned())).await;
        (
            registered["keys"].clone(),
            registered.get("platform_public_key").is_some(),
            registered.get("platform_certificate").is_some(),
        )
    };
    assert_eq!(keys("").await, (json!("certificate"), false, true));
    assert_eq!(keys(r#"{"keys": "public-key"}"#).await, (json!("public-key"), true, false));
    assert_eq!(keys(r#"{"keys": "both"}"#).await, (json!("both"), true, true));
}
