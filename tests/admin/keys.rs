//! Keys and certificates that come and go by the API.

use wxpay::certificates::DownloadCertificates;
use wxpay_sandbox::Sandbox;
use wxpay_tests::order;

use crate::{Script, answered, done};

#[tokio::test]
async fn platform_certificates_are_issued_and_withdrawn() {
    let sandbox = Sandbox::start().await.unwrap();
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
