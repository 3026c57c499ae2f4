//! Answers that name files, and the downloads of these files.

use wxpay::complaint::{Complaint, picture};
use wxpay::crypto::{Backend, DigestAlgorithm};
use wxpay::download::{Download, DownloadError};
use wxpay::error::{Error, ErrorKind};
use wxpay::from_json;
use wxpay::keys::ApiV3Key;
use wxpay::mch_transfer::Receipt;
use wxpay::payscore::{BillFiles, TarType};
use wxpay::prelude::*;
use wxpay::profit_sharing::SharingBill;

use crate::stage::{Stage, gzip, hex, pieces, sha1};

const KEY: &str = "0ne-key-0f-thirty-tw0-characters";

async fn downloaded(stage: &Stage, download: &Download) -> Result<Vec<u8>, Error> {
    let mut content = Vec::new();
    stage.client.download(download, &mut content).await.map(|_| content)
}

#[tokio::test]
async fn a_receipt_of_a_transfer_is_downloaded_once_there_is_one() {
    let stage = Stage::new().await;
    let receipt = |hash_type: &str| {
        let json = format!(
            r#"{{"state":"FINISHED","hash_type":"{hash_type}","hash_value":"{}",
                "download_url":"http://127.0.0.1:9/v3/transferdownload/signfile?token=a"}}"#,
            hex(DigestAlgorithm::Sha256, b"%PDF")
        );
        from_json::<Receipt>(json.as_bytes()).unwrap().download().unwrap()
    };
    stage.answer(pieces(b"%PDF", 3));
    assert_eq!(downloaded(&stage, &receipt("SHA256")).await.unwrap(), b"%PDF");
    let error = downloaded(&stage, &receipt("SM3")).await.unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Download(DownloadError::HashType(_))), "{error}");
    let waiting: Receipt = from_json(br#"{"state":"GENERATING"}"#).unwrap();
    assert!(waiting.download().is_none());
}

#[tokio::test]
async fn a_bill_of_shares_is_unpacked_where_its_url_says_so() {
    let stage = Stage::new().await;
    for (url, answer) in [("token=a", b"shares".to_vec()), ("token=a&tartype=gzip", gzip(b"shares"))] {
        let json = format!(
            r#"{{"hash_type":"SHA1","hash_value":"{}","download_url":"http://127.0.0.1:9/v3/billdownload/file?{url}"}}"#,
            sha1(b"shares")
        );
        stage.answer(pieces(&answer, 100));
        let bill: SharingBill = from_json(json.as_bytes()).unwrap();
        assert_eq!(downloaded(&stage, &bill.download()).await.unwrap(), b"shares");
    }
}

#[tokio::test]
async fn a_bill_of_pay_score_is_opened_unpacked_and_joined() {
    let stage = Stage::new().await;
    let file = |number: i64, content: &[u8]| {
        format!(
            r#"{{"bill_sequence":{number},"hash_type":"SHA1","hash_value":"{}","encrypt_key":"c2VhbGVk",
                "nonce":"twelve-bytes","download_url":"http://127.0.0.1:9/v3/payscore/bill/downloadurl?token=a"}}"#,
            sha1(content)
        )
    };
    let json =
        format!(r#"{{"download_bill_count":2,"download_bill_list":[{},{}]}}"#, file(2, b"two"), file(1, b"one, "));
    let mut bill: BillFiles = from_json(json.as_bytes()).unwrap();
    assert!(matches!(bill.download(None), Err(DownloadError::Key)), "its keys are still sealed");
    for file in bill.download_bill_list.iter_mut().flatten() {
        file.encrypt_key = Sensitive::new(KEY);
    }
    let sealed = |content: &[u8]| {
        Backend::preferred().unwrap().gcm_seal(&ApiV3Key::new(KEY).unwrap(), b"twelve-bytes", b"", content).unwrap()
    };
    for packed in [None, Some(&TarType::Gzip)] {
        for content in [&b"one, "[..], b"two"] {
            let content = if packed.is_some() { gzip(content) } else { content.to_vec() };
            stage.answer(pieces(&sealed(&content), 100));
        }
        assert_eq!(downloaded(&stage, &bill.download(packed).unwrap()).await.unwrap(), b"one, two");
    }
    bill.download_bill_count = 3;
    assert!(matches!(bill.download(None), Err(DownloadError::Parts { count: 3, .. })));
}

#[tokio::test]
async fn the_pictures_of_a_complaint_are_those_it_names() {
    let stage = Stage::new().await;
    let url = |name: &str| format!("http://127.0.0.1:9/v3/merchant-service/images/{name}%3D%3D");
    let json = format!(
        r#"{{"complaint_id":"1","complaint_time":"2026-01-01T12:00:00+08:00","complaint_detail":"cold","complaint_state":
            "PENDING","complainted_mchid":"1900000001","complaint_full_refunded":false,"incoming_user_response":true,
            "problem_description":"cold","user_complaint_times":1,"complaint_media_list":[
            {{"media_type":"USER_COMPLAINT_IMAGE","media_url":["{}","{}"]}}]}}"#,
        url("a"),
        url("b")
    );
    let complaint: Complaint = from_json(json.as_bytes()).unwrap();
    let pictures: Vec<_> = complaint.complaint_media_list.iter().flatten().flat_map(|media| media.pictures()).collect();
    assert_eq!(pictures.len(), 2);
    for download in pictures.iter().chain([&picture(url("c"))]) {
        stage.answer(pieces(b"\x89PNG", 2));
        assert_eq!(downloaded(&stage, download).await.unwrap(), b"\x89PNG");
    }
    let asked: Vec<_> = stage.asked().iter().map(|request| request.uri().to_string()).collect();
    assert_eq!(asked, ["a", "b", "c"].map(url));
}
