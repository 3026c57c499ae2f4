//! Hosts by their role: WeChat Pay's own, unless others are named; a client with named hosts calls only those.

use std::collections::BTreeSet;

use wxpay::blocking;
use wxpay::download::Download;
use wxpay::settle::{Settle, Verdict};

use super::*;

#[wxpay_endpoint(method = "GET", path = "/v3/global/test/get", response = Answer, host = "cross-border")]
struct Global {
    appid: Option<String>,
}

#[wxpay_endpoint(
    method = "POST",
    path = "/v3/global/test/numbered",
    response = Answer,
    number = "out_trade_no",
    host = "cross-border"
)]
struct GlobalNumbered {
    out_trade_no: String,
}

#[wxpay_endpoint(
    method = "GET",
    path = "/v3/global/test/list",
    response = Listed,
    host = "cross-border",
    pages(offset = "offset", items = "data")
)]
struct GlobalList {
    offset: Option<i64>,
}

#[wxpay_object]
struct Listed {
    data: Option<Vec<Answer>>,
    #[allow(dead_code, reason = "every answer of the stage has it")]
    text: String,
}

#[wxpay_endpoint(method = "GET", path = "/v3/global/test/file", response = Bytes, host = "cross-border")]
struct GlobalFile {
    date: String,
}

impl Settle for GlobalNumbered {
    type Query = Global;

    fn query(&self) -> Global {
        Global { appid: Some(self.out_trade_no.clone()) }
    }

    fn verdict(&self, _: &Answer) -> Verdict {
        Verdict::Done
    }
}

/// The hosts of the requests, with their schemes.
fn hosts(wire: &Scripted) -> Vec<String> {
    wire.take()
        .iter()
        .map(|request| format!("{}://{}", request.uri().scheme_str().unwrap(), authority(request)))
        .collect()
}

fn authority(request: &http::Request<Bytes>) -> String {
    request.uri().authority().unwrap().to_string()
}

fn own(stagehand: &Stagehand, wire: Arc<Scripted>) -> Builder {
    stagehand.builder(wire, Pauses::default())
}

/// A client without named hosts, with a scripted transport.
fn usual(stagehand: &Stagehand, wire: Arc<Scripted>) -> Builder {
    let builder = stagehand.credentials.client_builder();
    builder.clock(|| NOW).timer(Arc::new(Pauses::default())).transport(wire)
}

#[tokio::test]
async fn an_endpoint_is_called_at_the_hosts_of_its_role() {
    let stagehand = Stagehand::new().await;
    let (wire, _) = stagehand.wire(&[], None, None);
    let client = usual(&stagehand, wire.clone()).build().unwrap();
    client.send(&Get { appid: None }).await.unwrap();
    client.send(&Global { appid: None }).await.unwrap();
    let encoded = client.encode(&GlobalNumbered { out_trade_no: "1".into() }).unwrap();
    // The role comes from the declaration and not from the stored request.
    let stored = wxpay::Encoded::from_bytes(&encoded.to_bytes()).unwrap();
    client.resend::<GlobalNumbered>(&stored).await.unwrap();
    client.pages(&GlobalList { offset: None }).next_page().await.unwrap().unwrap();
    let prepared = client.prepare(&Global { appid: None }).await.unwrap();
    assert_eq!(authority(&prepared), "apihk.mch.weixin.qq.com");
    let global = "https://apihk.mch.weixin.qq.com";
    assert_eq!(hosts(&wire), ["https://api.mch.weixin.qq.com", global, global, global]);
    assert_eq!(client.hosts(), ["https://api.mch.weixin.qq.com", "https://api2.mch.weixin.qq.com"]);
}

#[tokio::test]
async fn a_role_whose_host_does_not_answer_is_not_called_elsewhere_nor_leaves_others() {
    let stagehand = Stagehand::new().await;
    let (wire, _) = stagehand.wire(&[Fault::NoAnswer, Fault::Status502Html, Fault::Refused], None, None);
    let client = usual(&stagehand, wire.clone()).build().unwrap();
    client.send(&Global { appid: None }).await.unwrap();
    client.send(&Get { appid: None }).await.unwrap();
    let hosts = hosts(&wire);
    assert!(hosts[..4].iter().all(|host| host == "https://apihk.mch.weixin.qq.com"), "{hosts:?}");
    assert_eq!(hosts[4..], ["https://api.mch.weixin.qq.com"]);
}

/// Every way to send, by a client that is pointed at a sandbox: nothing goes to production, whichever endpoint or URL names it,
/// and whatever fails.
#[tokio::test]
async fn a_client_with_hosts_of_its_own_calls_those_and_no_others() {
    let stagehand = Stagehand::new().await;
    let urls =
        ["api", "api2", "apihk"].map(|host| format!("https://{host}.mch.weixin.qq.com/v3/billdownload/file?token=a"));
    let mut seen = BTreeSet::new();
    for faults in [&[][..], &[Fault::Refused], &[Fault::NoAnswer; 3], &[Fault::Status503; 4], &[Fault::Refused; 9]] {
        let (wire, _) = stagehand.wire(faults, None, None);
        let client = own(&stagehand, wire.clone()).download_certificates().build().unwrap();
        // The outcomes do not matter here.
        let _ = client.refresh_certificates().await;
        let _ = client.send(&Get { appid: None }).await;
        let _ = client.send(&Global { appid: None }).await;
        let _ = client.execute(&Global { appid: None }).await;
        let numbered = GlobalNumbered { out_trade_no: "1".into() };
        let _ = client.settle(&numbered).await;
        let _ = client.ask(&numbered).await;
        if let Ok(encoded) = client.encode(&numbered) {
            let _ = client.resend::<GlobalNumbered>(&encoded).await;
        }
        let mut answer = Answer { text: String::new() };
        let _ = client.send_dyn(&Global::OPERATION, &Global { appid: None }, &mut answer).await;
        let _ = client.send_raw(http::Method::GET, "/v3/global/test/get", "").await;
        let _ = client.pages(&GlobalList { offset: None }).next_page().await;
        let _ = client.pages(&GlobalList { offset: None }).starting_at(7).next_page().await;
        for url in &urls {
            let _ = client.download(&Download::new(url, "SHA1", "0".repeat(40)), &mut Vec::new()).await;
        }
        if let Ok(file) = client.file(&GlobalFile { date: "20260101".into() }).await {
            let _ = client.download(&file.without_digest(), &mut Vec::new()).await;
        }
        let prepared = client.prepare(&Global { appid: None }).await;
        seen.extend(prepared.iter().map(|request| format!("http://{}", authority(request))));
        let sent = hosts(&wire);
        assert!(sent.len() >= 12, "{sent:?}");
        seen.extend(sent);
    }
    assert_eq!(Vec::from_iter(seen), ["http://127.0.0.1:1", "http://127.0.0.1:2"]);
}

#[tokio::test]
async fn hosts_that_are_named_are_a_clients_own_also_if_they_are_weixins() {
    let stagehand = Stagehand::new().await;
    let (wire, _) = stagehand.wire(&[], None, None);
    let builder = usual(&stagehand, wire.clone()).hosts(["https://api2.mch.weixin.qq.com"]);
    let client = builder.build_blocking().unwrap();
    tokio::task::spawn_blocking(move || blocking::Client::send(&client, &Global { appid: None }).unwrap())
        .await
        .unwrap();
    assert_eq!(hosts(&wire), ["https://api2.mch.weixin.qq.com"]);
}
