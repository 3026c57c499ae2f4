//! Uploads: what the client sends, what it refuses, what WeChat Pay refuses.

use std::sync::Arc;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use serde_json::json;
use wxpay::client::Client;
use wxpay::error::{Error, Outcome};
use wxpay::media::{Media, UploadImage, UploadImageRequired, UploadVideo, UploadVideoRequired};
use wxpay::payload::{Kind, Message, Place, Rule, Unit};
use wxpay::prelude::*;
use wxpay::server::content;
use wxpay::transport::{Options, Reqwest, Transport};
use wxpay::validate::Problem;
use wxpay::{Shipped, catalogue, read_json};
use wxpay_sandbox::{Credentials, Sandbox};
use wxpay_tests::ready;
use wxpay_tests::wire::Scripted;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n--and so on";
const LIMIT: usize = 5_242_880;

fn image(file: Upload) -> UploadImage {
    UploadImage::new(UploadImageRequired { file })
}

fn logo() -> UploadImage {
    image(Upload::new("logo.png", PNG))
}

/// The violations of `request`, which are found before it is sent.
fn problems<E: Endpoint>(client: &Client, request: &E) -> Vec<(String, Problem)> {
    let error = client.encode(request).unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    error.violations().iter().map(|violation| (violation.pointer.clone(), violation.problem.clone())).collect()
}

/// Sends a signed request after `change`.
async fn send_changed(client: &Client, change: impl Fn(String) -> String) -> Error {
    answer_to_changed(client, |_| {}, change).await.unwrap_err()
}

async fn answer_to_changed(
    client: &Client,
    change_head: impl FnOnce(&mut HeaderMap),
    change: impl Fn(String) -> String,
) -> Result<wxpay::client::Answer<Media>, Error> {
    let (mut head, body) = client.prepare(&logo()).await.unwrap().into_parts();
    change_head(&mut head.headers);
    let text: String = body.iter().map(|byte| char::from(*byte)).collect();
    let body: Vec<u8> = change(text).chars().map(|character| u8::try_from(character).unwrap()).collect();
    let transport = Reqwest::new(Options::default()).unwrap();
    let answer = transport.send(http::Request::from_parts(head, body.into())).await.unwrap();
    let (head, body) = answer.into_parts();
    let body: Bytes = http_body_util::BodyExt::collect(body).await.unwrap().to_bytes();
    client.accept::<UploadImage>(http::Response::from_parts(head, body)).await
}

#[tokio::test]
async fn the_meta_is_signed_as_it_is_sent_and_says_what_the_file_is() {
    let sandbox = Sandbox::start().await.unwrap();
    let encoded = sandbox.client().unwrap().encode(&logo()).unwrap();
    let sha256 = Upload::new("logo.png", PNG).sha256().unwrap().to_owned();
    assert_eq!(encoded.signed(), format!(r#"{{"filename":"logo.png","sha256":"{sha256}"}}"#).as_bytes());

    let content_type = encoded.headers()[CONTENT_TYPE].to_str().unwrap();
    let boundary = content_type.strip_prefix("multipart/form-data; boundary=").unwrap();
    let mut expected = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n\
         {}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"logo.png\"\r\n\
         Content-Type: image/png\r\n\r\n",
        String::from_utf8_lossy(encoded.signed())
    )
    .into_bytes();
    expected.extend_from_slice(PNG);
    expected.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    assert_eq!(encoded.body(), &expected);
}

#[tokio::test]
async fn the_sandbox_takes_what_the_client_sends_and_what_it_sends_again() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let first = client.send(&logo()).await.unwrap();
    let again = client.resend::<UploadImage>(&client.encode(&logo()).unwrap()).await.unwrap();
    assert_ne!(first.media_id, again.into_inner().media_id);

    let video = UploadVideo::new(UploadVideoRequired { file: Upload::new("店.MP4", vec![7; 5 << 20]) });
    let Media { media_id, .. } = client.send(&video).await.unwrap();
    assert!(!media_id.is_empty());
}

#[tokio::test]
async fn words_are_parts_beside_the_meta() {
    use wxpay::mch_manage::{UploadFile, UploadFileRequired};
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let request = UploadFile::new(UploadFileRequired {
        sub_mchid: "1900000109".into(),
        item_id: 56,
        submission_file: Upload::new("demo.png", PNG),
    })
    .manage_record_id("57");
    let encoded = client.encode(&request).unwrap();
    let form = content(encoded.headers(), encoded.body().clone()).await.unwrap();
    let parts: Vec<_> =
        form.parts.iter().map(|part| (&*part.name, part.file_name.as_deref(), &*part.content)).collect();
    let expected: [(&str, Option<&str>, &[u8]); 3] =
        [("item_id", None, b"56"), ("manage_record_id", None, b"57"), ("submission_file", Some("demo.png"), PNG)];
    assert_eq!(parts, expected);
    client.send(&request).await.unwrap();
}

#[tokio::test]
async fn a_secret_in_the_meta_is_sealed() {
    use wxpay::shopping_receipt::{ContactInformation, UploadReceipt, UploadReceiptRequired};
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let request = UploadReceipt::new(UploadReceiptRequired {
        transaction_id: "1217752501201407033233368018".into(),
        openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o".into(),
        file: Upload::new("receipt.png", PNG),
    })
    .merchant_contact_information(ContactInformation::new().consultation_phone_number("010-12345678"));
    let receipt = client.send(&request).await.unwrap().receipt;
    let number = receipt.merchant_contact_information.and_then(|contact| contact.consultation_phone_number);
    assert_eq!(number.unwrap().expose(), Some("010-12345678"));
    assert_eq!(Some(&*receipt.sha256), request.file.sha256());
}

#[tokio::test]
async fn what_the_declaration_does_not_take_is_not_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let refused = |file: Upload| problems(&client, &image(file));
    let length = |length| Problem::Length { length, min: 1, max: LIMIT, unit: Unit::Bytes };
    let file = |problem| vec![("/file".to_owned(), problem)];
    assert_eq!(refused(Upload::new("a.png", vec![0; LIMIT + 1])), file(length(LIMIT + 1)));
    assert_eq!(refused(Upload::new("a.png", "")), file(length(0)));
    for name in ["a.gif", "a", "a.png.exe"] {
        let extension = Problem::Extension { allowed: &["jpg", "bmp", "png"] };
        assert_eq!(refused(Upload::new(name, PNG)), file(extension), "{name}");
    }
    for name in ["a\"b.png", "a/b.png", "a\\b.png", "a\r\nb.png"] {
        assert!(matches!(&*refused(Upload::new(name, PNG)), [(_, Problem::FileName(_))]), "{name}");
    }
    assert_eq!(refused(Upload::new("a.png", PNG).with_mime("image/png\r\nX: y")), file(Problem::Header));
    let long = format!("{}.png", "a".repeat(128));
    assert!(
        matches!(&*refused(Upload::new(long, PNG)), [(name, Problem::Length { length: 132, .. })] if name == "/filename")
    );
    assert!(client.encode(&image(Upload::new("A.PNG", vec![0; LIMIT]))).is_ok());
}

#[tokio::test]
async fn what_the_caller_says_of_the_file_has_to_be_so() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let other = |pointer: &str, what| vec![(pointer.to_owned(), Problem::OtherFile { what })];
    assert_eq!(problems(&client, &logo().filename("other.png")), other("/filename", "name"));
    assert_eq!(problems(&client, &logo().sha256("0".repeat(64))), other("/sha256", "SHA-256"));
    let upper = logo().file.sha256().unwrap().to_uppercase();
    let encoded = client.encode(&logo().sha256(&*upper).filename("logo.png")).unwrap();
    assert!(String::from_utf8_lossy(encoded.signed()).contains(&upper), "what is right stays as it was said");
    client.resend::<UploadImage>(&encoded).await.unwrap();
}

/// Changes the last byte of every file.
fn meddler() -> Arc<Scripted> {
    let inner = Arc::new(Reqwest::new(Options::default()).unwrap());
    Scripted::new(move |request| {
        let (inner, changed) = (inner.clone(), request.map(changed));
        async move { inner.send(changed).await }
    })
}

fn changed(body: Bytes) -> Bytes {
    let mut body = body.to_vec();
    let place = body.windows(PNG.len()).position(|window| window == PNG).unwrap() + PNG.len() - 1;
    body[place] ^= 1;
    body.into()
}

/// A request of an endpoint with its required members.
fn request_of(shipped: &Shipped) -> Box<dyn Message + Sync> {
    let required = shipped.request.fields.iter().filter(|field| field.required);
    let members: serde_json::Map<_, _> = required
        .map(|field| {
            let ending = field.rules.iter().find_map(|rule| match rule {
                Rule::Extensions(endings) => endings.first(),
                _ => None,
            });
            let value = match field.kind {
                Kind::File => json!(Upload::new(format!("file.{}", ending.unwrap_or(&"png")), PNG)),
                Kind::Integer => json!(1),
                Kind::Choice(values) => json!(values[0]),
                Kind::Number(values) => json!(values[0].parse::<i64>().unwrap()),
                _ => json!("12345678"),
            };
            (field.name.to_owned(), value)
        })
        .collect();
    let mut request = shipped.blank_request();
    read_json(&mut *request, serde_json::Value::from(members).to_string().as_bytes()).unwrap();
    request
}

#[tokio::test]
async fn every_upload_is_taken_and_none_whose_digest_is_another() {
    let sandbox = Sandbox::start().await.unwrap();
    let meddler = meddler();
    let both = |credentials: &Credentials| {
        let builder = || credentials.client_builder().hosts([sandbox.url()]);
        (builder().build().unwrap(), builder().transport(meddler.clone()).build().unwrap())
    };
    let (merchant, brand) = (both(sandbox.credentials()), both(&sandbox.register_brand().unwrap()));
    let has = |shipped: &Shipped, wanted: fn(&Rule) -> bool| {
        shipped.request.fields.iter().flat_map(|field| field.rules).any(wanted)
    };
    let uploads = catalogue().into_iter();
    let uploads = uploads.filter(|shipped| shipped.request.fields.iter().any(|field| field.place == Place::File));
    let (mut taken, mut refused) = (0, 0);
    for shipped in uploads {
        let (request, path) = (request_of(&shipped), shipped.operation.path);
        let (client, meddling) = if path.starts_with("/brand/") { &brand } else { &merchant };
        let mut answer = shipped.blank_response();
        let sent = client.send_dyn(&shipped.operation, &*request, &mut *answer).await;
        sent.unwrap_or_else(|error| panic!("{path}: {error}"));
        taken += 1;

        let sent = meddling.send_dyn(&shipped.operation, &*request, &mut *shipped.blank_response()).await;
        if has(&shipped, |rule| matches!(rule, Rule::Sha256)) {
            let error = sent.err().unwrap_or_else(|| panic!("{path} took another file"));
            assert_eq!((error.code_str(), error.outcome()), ("PARAM_ERROR", Outcome::Refused), "{path}: {error}");
            refused += 1;
        }
    }
    // Two state their digest in SM3, which no backend has.
    assert_eq!((taken, refused), (15, 13));
}

#[tokio::test]
async fn a_form_that_was_changed_on_the_way_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let error = send_changed(&client, |body| body.replace("and so on", "and so off")).await;
    assert_eq!((error.code_str(), error.outcome()), ("PARAM_ERROR", Outcome::Refused), "{error}");
    let error = send_changed(&client, |body| body.replace("name=\"file\"", "name=\"picture\"")).await;
    assert_eq!(error.code_str(), "PARAM_ERROR", "{error}");
    let error =
        send_changed(&client, |body| body.replace("\"filename\":\"logo.png\"", "\"filename\":\"logo.bmp\"")).await;
    assert_eq!(error.code_str(), "SIGN_ERROR", "the meta is signed: {error}");
    let error = send_changed(&client, |body| body.replace("name=\"meta\"", "name=\"meta\"; filename=\"blob\"")).await;
    assert_eq!(error.code_str(), "SIGN_ERROR", "a meta that is a file is not what is signed: {error}");
    let error = send_changed(&client, |body| body.replace("name=\"meta\"", "name=\"data\"")).await;
    assert_eq!(error.code_str(), "PARAM_ERROR", "{error}");
    let error = send_changed(&client, |_| "no form".to_owned()).await;
    assert_eq!(error.code_str(), "PARAM_ERROR", "{error}");
}

/// wechatpayv3 sends forms without naming their boundary, and some clients send another file name than they state.
#[tokio::test]
async fn what_the_live_service_takes_is_taken_and_remarked() {
    let sandbox = Sandbox::start().await.unwrap();
    let client = sandbox.client().unwrap();
    let unbounded = |headers: &mut HeaderMap| {
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("multipart/form-data"));
    };
    answer_to_changed(&client, unbounded, |body| body).await.unwrap();
    let renamed = |body: String| body.replace("filename=\"logo.png\"", "filename=\"other.png\"");
    answer_to_changed(&client, |_| {}, renamed).await.unwrap();
    let remarks = sandbox.requests().into_iter().map(|request| request.remarks);
    let remarks: Vec<Vec<_>> = remarks.map(|remarks| remarks.into_iter().map(|remark| remark.text).collect()).collect();
    let boundary = "the Content-Type of the form names no boundary; it was taken from the body";
    assert_eq!(remarks, [vec![boundary], vec!["the form's file has another name than `filename` says"]]);
}

#[test]
fn a_file_is_read_from_disk_and_from_streams() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("证.JPG");
    std::fs::write(&path, PNG).unwrap();
    let file = Upload::open(&path).unwrap();
    assert_eq!((file.name(), file.mime(), &**file.content()), ("证.JPG", "image/jpeg", PNG));
    assert!(Upload::open(folder.path().join("none.png")).is_err());

    let read = |length| ready(Upload::read("证.JPG", length, PNG));
    assert_eq!(read(PNG.len()).unwrap(), file);
    assert_eq!(read(PNG.len() + 1).unwrap_err().kind(), std::io::ErrorKind::UnexpectedEof);
    assert_eq!(read(PNG.len() - 1).unwrap_err().kind(), std::io::ErrorKind::InvalidData);
    assert!(read(usize::MAX).is_err());
}

#[test]
fn a_request_with_a_file_can_be_stored() {
    let request = image(Upload::new("logo.png", PNG).with_mime("image/x-png"));
    let json = serde_json::to_string(&request).unwrap();
    assert_eq!(serde_json::from_str::<UploadImage>(&json).unwrap(), request);
    for broken in [r#"{"file":{}}"#, r#"{"file":{"name":"a.png","content":"?"}}"#, r#"{"file":"a.png"}"#, "{}"] {
        assert!(serde_json::from_str::<UploadImage>(broken).is_err(), "{broken}");
    }
}

#[test]
fn the_content_is_nowhere_printed() {
    let printed = format!("{:?}", image(Upload::new("card.png", "an identity card")));
    assert!(printed.contains("card.png") && !printed.contains("identity"), "{printed}");
}
