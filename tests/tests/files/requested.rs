//! Files that declared requests ask for: downloaded and verified as all downloads are.

use wxpay::download::{Download, DownloadError};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::prelude::*;

use crate::stage::{Stage, gzip, pieces, sha1};

#[wxpay_endpoint(method = "GET", path = "/v3/clubs/{club_id}/receipt", response = Bytes)]
struct FetchReceipt {
    #[wxpay(len = 8)]
    club_id: String,
    visitor: Sensitive,
    tartype: Option<String>,
}

/// A file whose digest WeChat Pay signs.
#[wxpay_endpoint(method = "GET", path = "/v3/billdownload/file", response = Bytes)]
struct FetchBill {
    token: String,
}

fn receipt() -> FetchReceipt {
    FetchReceipt { club_id: "tea/1".into(), visitor: "Li".into(), tartype: None }
}

async fn downloaded(stage: &Stage, download: &Download) -> Result<Vec<u8>, Error> {
    let mut content = Vec::new();
    stage.client.download(download, &mut content).await.map(|_| content)
}

fn kind(error: &Error) -> &DownloadError {
    match error.kind() {
        ErrorKind::Download(error) => error,
        _ => panic!("{error}"),
    }
}

#[tokio::test]
async fn a_file_is_asked_for_as_it_was_declared_and_proved_by_its_digest() {
    let stage = Stage::new().await;
    let file = stage.client.file(&receipt()).await.unwrap();
    assert!(stage.asked().is_empty(), "nothing is sent before it is downloaded");
    let download = file.with_digest("SHA1", sha1(b"%PDF"));
    stage.answer(pieces(b"%PDF", 3));
    assert_eq!(downloaded(&stage, &download).await.unwrap(), b"%PDF");
    let [asked] = &stage.asked()[..] else { panic!("one request") };
    assert_eq!((asked.method().as_str(), asked.uri().path()), ("GET", "/v3/clubs/tea%2F1/receipt"));
    assert_eq!(asked.uri().authority().unwrap(), "127.0.0.1:9");
    let query = asked.uri().query().unwrap();
    assert!(query.starts_with("visitor=") && !query.contains("Li&") && query.len() > 300, "it is encrypted: {query}");
    assert!(asked.headers().contains_key("authorization") && asked.headers().contains_key("wechatpay-serial"));

    stage.answer(pieces(b"%PDf", 3));
    let error = downloaded(&stage, &download).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadError::Digest));
    assert_eq!(error.outcome(), Outcome::Unknown);
}

#[tokio::test]
async fn a_file_that_is_not_as_promised_is_nowhere() {
    let stage = Stage::new().await;
    let download = stage.client.file(&receipt()).await.unwrap().with_digest("SHA1", sha1(b"%PDF"));
    stage.answer(pieces(b"something else", 3));
    stage.client.download_file(&download, stage.path()).await.unwrap_err();
    assert!(stage.left().is_empty());
    stage.answer(pieces(b"%PDF", 3));
    stage.client.download_file(&download, stage.path()).await.unwrap();
    assert_eq!(std::fs::read(stage.path()).unwrap(), b"%PDF");
}

#[tokio::test]
async fn a_packed_file_is_unpacked_where_the_request_asks_for_it_packed() {
    let stage = Stage::new().await;
    let request = FetchReceipt { tartype: Some("GZIP".into()), ..receipt() };
    let file = stage.client.file(&request).await.unwrap();
    let download = file.with_digest("SHA1", sha1(b"receipt")).gunzip_as_named();
    stage.answer(pieces(&gzip(b"receipt"), 5));
    assert_eq!(downloaded(&stage, &download).await.unwrap(), b"receipt");
}

#[tokio::test]
async fn a_file_without_digest_is_one_only_where_weixin_is_not_known_to_sign_any() {
    let stage = Stage::new().await;
    stage.answer(pieces(b"%PDF", 3));
    let receipt = stage.client.file(&receipt()).await.unwrap().without_digest();
    assert_eq!(downloaded(&stage, &receipt).await.unwrap(), b"%PDF");
    stage.asked();
    let bill = stage.client.file(&FetchBill { token: "secret".into() }).await.unwrap();
    assert!(!format!("{bill:?}").contains("secret"));
    let bill = bill.without_digest();
    assert!(!format!("{bill:?}").contains("secret"));
    let error = downloaded(&stage, &bill).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadError::NoDigest(_)));
    assert!(stage.asked().is_empty());
}

#[tokio::test]
async fn the_rules_of_the_request_hold_and_so_does_its_merchant() {
    let (stage, other) = (Stage::new().await, Stage::of_another().await);
    let long = FetchReceipt { club_id: "too long a name".into(), ..receipt() };
    let error = stage.client.file(&long).await.unwrap_err();
    assert_eq!((error.violations()[0].pointer.as_str(), error.outcome()), ("/club_id", Outcome::NotSent));
    let file = stage.client.file(&receipt()).await.unwrap().without_digest();
    let error = downloaded(&other, &file).await.unwrap_err();
    assert!(matches!(kind(&error), DownloadError::OtherCaller { .. }), "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(other.asked().is_empty());
}

#[tokio::test]
async fn a_file_of_the_catalogue_is_downloaded_and_never_sent() {
    let stage = Stage::new().await;
    let (shipped, _) = wxpay::find("GET", "/v3/merchant-service/images/ChsyMD%3D%3D").unwrap();
    let mut request = shipped.blank_request();
    wxpay::read_json(&mut *request, br#"{"media_id":"ChsyMD=="}"#).unwrap();
    let sent = stage.client.send_dyn(&shipped.operation, &*request, &mut *shipped.blank_response()).await;
    let error = sent.unwrap_err();
    assert!(matches!(kind(&error), DownloadError::NotSendable(path) if path == shipped.operation.path), "{error}");
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert!(stage.asked().is_empty());

    let download = stage.client.file_dyn(&shipped.operation, &*request).await.unwrap().without_digest();
    stage.answer(pieces(b"PNG", 2));
    assert_eq!(downloaded(&stage, &download).await.unwrap(), b"PNG");
    let [asked] = &stage.asked()[..] else { panic!("one request") };
    assert_eq!(asked.uri().path(), "/v3/merchant-service/images/ChsyMD%3D%3D");

    let (shipped, _) = wxpay::find("GET", "/v3/certificates").unwrap();
    let refused = stage.client.file_dyn(&shipped.operation, &*shipped.blank_request()).await.unwrap_err();
    assert!(matches!(kind(&refused), DownloadError::Place(path) if path == "/v3/certificates"), "{refused}");
}
