//! Requests that are stored before they are sent: they outlive their process, and every version reads them.

use std::path::{Path, PathBuf};

use http::Method;
use wxpay::client::{Builder, Client};
use wxpay::crypto::{Backend, DigestAlgorithm};
use wxpay::encoded::{Encoded, FingerprintError, StoredError};
use wxpay::error::{EncodeError, Error, ErrorKind, Outcome};
use wxpay::keys::{ApiV3Key, HmacKey};
use wxpay::mch_transfer::CreateTransfer;
use wxpay::media::{UploadImage, UploadImageRequired};
use wxpay::pay::AppPrepay;
use wxpay::refund::CreateRefund;
use wxpay::value::{Sensitive, Upload};
use wxpay_sandbox::wire::Wire;
use wxpay_sandbox::{Keys, Sandbox};
use wxpay_tests::keys::Key;
use wxpay_tests::{in_a_process_of_its_own, order, refund, transfer};

const KEY_ID: &str = "PUB_KEY_ID_0119000000012026010100000000000001";
const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";
const FOLDER: &str = "WXPAY_TESTS_STORED";

fn builder(mchid: &str) -> Builder {
    Client::builder()
        .mchid(mchid)
        .merchant_serial("4A4B4C4D4E4F505152535455565758595A5B5C5D")
        .private_key_pem(&Key::shared().pkcs8)
        .platform_public_key_pem(KEY_ID, &Key::other().spki)
}

fn client() -> Client {
    builder("1900000001").api_v3_key(API_V3_KEY).build().unwrap()
}

fn image() -> UploadImage {
    UploadImage::new(UploadImageRequired { file: Upload::new("receipt.png", &b"\x89PNG\r\n\x1a\n"[..]) })
}

/// A client at `url`, for the sandbox whose keys are in `folder`.
fn at(folder: &Path, url: &str) -> Client {
    let facts: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("sandbox.json")).unwrap()).unwrap();
    let fact = |name: &str| facts[name].as_str().unwrap().to_owned();
    let key = |name: &str| std::fs::read_to_string(folder.join(fact(name))).unwrap();
    Client::builder()
        .hosts([url])
        .mchid(fact("mchid"))
        .merchant_serial(fact("merchant_serial"))
        .private_key_pem(key("merchant_private_key"))
        .api_v3_key(fact("api_v3_key"))
        .platform_public_key_pem(fact("platform_public_key_id"), key("platform_public_key"))
        .build()
        .unwrap()
}

#[test]
#[ignore = "the test below runs it"]
fn encoded_stored_and_dead() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).unwrap());
    let encoded = at(&folder, "http://127.0.0.1:9").encode(&transfer("Stored01")).unwrap();
    std::fs::write(folder.join("transfer.wxpay"), encoded.to_bytes()).unwrap();
    std::process::abort();
}

#[tokio::test]
async fn a_transfer_with_a_sealed_name_is_sent_after_the_process_that_encoded_it_has_died() {
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Sandbox::builder().keys(Keys::Both).directory(folder.path()).start().await.unwrap();
    let wire = Wire::tap(sandbox.address()).await.unwrap();
    let (_, module) = module_path!().split_once("::").unwrap();
    let mut first = in_a_process_of_its_own(&format!("{module}::encoded_stored_and_dead"));
    let output = first.env(FOLDER, folder.path()).output().unwrap();
    assert!(!output.status.success() && sandbox.requests().is_empty(), "it died before it sent anything");

    let stored = std::fs::read(folder.path().join("transfer.wxpay")).unwrap();
    assert!(!String::from_utf8_lossy(&stored).contains("王小明"));
    let encoded = Encoded::from_bytes(&stored).unwrap();
    assert_eq!((encoded.number(), encoded.is_sealed()), (Some("Stored01"), true));

    // Another client sends it. Its own encoding would be the same request with another ciphertext.
    let client = at(folder.path(), &wire.url());
    let sent = client.resend::<CreateTransfer>(&encoded).await.unwrap();
    assert_eq!(sent.get().out_bill_no, "Stored01");
    let again = client.encode(&transfer("Stored01")).unwrap();
    assert_ne!(again.body(), encoded.body());
    assert_eq!(again.fingerprint(), encoded.fingerprint());

    // A third client sends it again: it is the same transfer.
    let bill = sent.get().transfer_bill_no.clone();
    let repeated =
        at(folder.path(), &wire.url()).resend::<CreateTransfer>(&Encoded::from_bytes(&stored).unwrap()).await.unwrap();
    assert_eq!(repeated.get().transfer_bill_no, bill);
    let numbers: Vec<_> = sandbox.transfers().unwrap().into_iter().map(|transfer| transfer.out_bill_no).collect();
    assert_eq!(numbers, ["Stored01"]);
    let requests = wire.requests();
    assert!(requests.len() == 2 && requests.iter().all(|request| request.ends_with(encoded.body())));
}

#[tokio::test]
async fn a_file_keeps_its_form_and_a_raw_request_its_bytes() {
    let sandbox = Sandbox::builder().keys(Keys::Both).start().await.unwrap();
    let client = sandbox.client().unwrap();
    let stored = client.encode(&image()).unwrap().to_bytes();
    let again = Encoded::from_bytes(&stored).unwrap();
    client.resend::<UploadImage>(&again).await.unwrap();

    let error = client.send_raw(Method::POST, "/v3/nothing?a=b%20c", r#"{"a":1}"#).await.unwrap_err();
    let raw = error.encoded().unwrap();
    assert_eq!(Encoded::from_bytes(&raw.to_bytes()).as_ref(), Ok(raw));
}

#[tokio::test]
async fn what_was_encoded_for_others_is_not_sent() {
    let encoded = Encoded::from_bytes(&client().encode(&transfer("Stored02")).unwrap().to_bytes()).unwrap();
    let other = builder("1900000009").api_v3_key(API_V3_KEY).hosts(["http://127.0.0.1:9"]).build().unwrap();
    let not_sent = |error: Error| {
        assert_eq!((error.outcome(), error.sends()), (Outcome::NotSent, 0), "{error}");
        error
    };
    let error = not_sent(other.resend::<CreateTransfer>(&encoded).await.unwrap_err());
    assert!(matches!(error.kind(), ErrorKind::Encode(EncodeError::OtherCaller { .. })), "{error}");
    assert!(error.to_string().contains("`1900000001`") && error.to_string().contains("`1900000009`"), "{error}");
    let error = not_sent(client().resend::<CreateRefund>(&encoded).await.unwrap_err());
    assert!(matches!(error.kind(), ErrorKind::Encode(EncodeError::OtherEndpoint { .. })), "{error}");
}

#[test]
fn equal_requests_have_equal_fingerprints_and_others_have_others() {
    let client = client();
    let fingerprint = |request: &CreateTransfer| client.encode(request).unwrap().fingerprint().unwrap();
    let named = |name: &str| fingerprint(&transfer("Stored03").user_name(name));
    assert_eq!(named("王小明"), fingerprint(&transfer("Stored03")));
    assert_ne!(named("王小红"), named("王小明"));
    assert_ne!(fingerprint(&transfer("Stored04")), named("王小明"));
    let [first, second] = [(); 2].map(|()| client.encode(&image()).unwrap());
    assert_ne!(first.body(), second.body(), "boundaries are random");
    assert_eq!(first.fingerprint(), second.fingerprint());
    let order = |number| client.encode(&order(&client, number)).unwrap().fingerprint().unwrap();
    assert_eq!(order("Stored05"), order("Stored05"));
    assert_ne!(order("Stored05"), order("Stored06"));
}

#[test]
fn a_sealed_name_counts_by_a_keyed_hash_that_only_the_merchant_can_make() {
    let api_v3_key = "FEDCBA9876543210fedcba9876543210";
    for backend in Backend::all() {
        let client = |key| builder("1900000001").backend(*backend).api_v3_key(key).build().unwrap();
        let (own, other) = (client(API_V3_KEY), client(api_v3_key));
        let fingerprint = |client: &Client| client.encode(&transfer("Stored07")).unwrap().fingerprint().unwrap();
        assert_ne!(fingerprint(&own), fingerprint(&other), "{}", backend.name());
        let encoded = own.encode(&transfer("Stored07")).unwrap();
        assert_eq!(encoded.fingerprint().unwrap().as_bytes(), &*by_hand(*backend, &encoded), "{}", backend.name());
    }

    let without = builder("1900000001").build().unwrap();
    assert_eq!(without.encode(&transfer("Stored07")).unwrap().fingerprint(), Err(FingerprintError::NoKey));
    without.encode(&order(&without, "Stored08")).unwrap().fingerprint().unwrap();
    let stored = without.encode(&transfer("Stored07")).unwrap();
    assert_eq!(Encoded::from_bytes(&stored.to_bytes()), Ok(stored));
}

#[test]
fn what_was_encrypted_elsewhere_counts_as_it_was_given() {
    let client = client();
    let fingerprint = |text: &str| {
        let request = transfer("Stored09").user_name(Sensitive::sealed(KEY_ID, text));
        let encoded = client.encode(&request).unwrap();
        assert!(encoded.is_sealed());
        assert_eq!(Encoded::from_bytes(&encoded.to_bytes()).as_ref(), Ok(&encoded));
        encoded.fingerprint().unwrap()
    };
    let [one, other] = ["A", "B"].map(|letter| letter.repeat(342) + "==");
    assert_eq!(fingerprint(&one), fingerprint(&one));
    assert_ne!(fingerprint(&one), fingerprint(&other));
}

/// The fingerprint by its documentation: an HMAC in place of the ciphertext, and each part after its length.
fn by_hand(backend: Backend, encoded: &Encoded) -> Vec<u8> {
    let root = HmacKey::from(&ApiV3Key::new(API_V3_KEY).unwrap());
    let derived = backend.hmac_sha256(&root, b"wxpay encoded fingerprint v1").unwrap();
    // HMAC by its definition, because the derived key is not text.
    let pad = |byte: u8| -> Vec<u8> {
        let key = derived.iter().copied().chain(std::iter::repeat(0));
        key.take(64).map(|key| key ^ byte).collect()
    };
    let sha256 = |parts: &[&[u8]]| {
        let mut digester = backend.digester(DigestAlgorithm::Sha256);
        parts.iter().for_each(|part| digester.update(part));
        digester.finish()
    };
    let tag = sha256(&[&pad(0x5c), &sha256(&[&pad(0x36), "王小明".as_bytes()])]);
    let hex: String = tag.iter().map(|byte| format!("{byte:02x}")).collect();

    let mut body: serde_json::Value = serde_json::from_slice(encoded.body()).unwrap();
    let ciphertext = body["user_name"].take().as_str().unwrap().to_owned();
    let body = String::from_utf8(encoded.body().to_vec()).unwrap();
    let body = body.replace(&ciphertext, &format!("hmac-sha256:{hex}"));
    let parts = [encoded.template().as_bytes(), encoded.target().as_bytes(), body.as_bytes()];
    let lengths = parts.map(|part| (part.len() as u64).to_be_bytes());
    sha256(&[&lengths[0], parts[0], &lengths[1], parts[1], &lengths[2], parts[2]])
}

/// Requests that the first version has stored. `WXPAY_BLESS=1` writes missing files, and never changes existing ones.
#[test]
fn what_earlier_versions_have_stored_is_read_and_written_the_same() {
    let client = client();
    // The folder of the same name beside this file.
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file!()).with_extension("");
    let requests = [
        ("order", client.encode(&order(&client, "Golden01")).unwrap()),
        ("refund", client.encode(&refund("Golden01", "GoldenR1", 10)).unwrap()),
        ("transfer", client.encode(&transfer("Golden02")).unwrap()),
        ("upload", client.encode(&image()).unwrap()),
    ];
    for (name, encoded) in requests {
        let path = folder.join(format!("{name}.v1.wxpay"));
        if std::env::var_os("WXPAY_BLESS").is_some() && !path.exists() {
            std::fs::write(&path, encoded.to_bytes()).unwrap();
        }
        let stored = std::fs::read(&path).unwrap();
        let read = Encoded::from_bytes(&stored).unwrap();
        assert_eq!(read.to_bytes(), stored, "{name}");
        assert_eq!(read.fingerprint(), encoded.fingerprint(), "{name}");
        assert_eq!((read.template(), read.target()), (encoded.template(), encoded.target()), "{name}");
        assert_eq!((read.number(), read.serial()), (encoded.number(), encoded.serial()), "{name}");
        assert_eq!((read.caller(), read.is_sealed()), (encoded.caller(), encoded.is_sealed()), "{name}");
        if !matches!(name, "transfer" | "upload") {
            assert_eq!(read, encoded, "{name}");
        }
    }
    let repeatable = |name: &str| {
        let stored = std::fs::read(folder.join(format!("{name}.v1.wxpay"))).unwrap();
        Encoded::from_bytes(&stored).map(|encoded| encoded.is_repeatable())
    };
    assert_eq!((repeatable("transfer"), repeatable("upload")), (Ok(true), Ok(false)));
    assert_eq!(Encoded::from_bytes(b"wxpay-encoded 2 .."), Err(StoredError::Newer { version: 2 }));
}

#[test]
fn an_order_that_was_stored_is_of_its_endpoint() {
    let client = client();
    let encoded = client.encode(&order(&client, "Stored10")).unwrap();
    let read = Encoded::from_bytes(&encoded.to_bytes()).unwrap();
    assert_eq!(read, encoded);
    assert_eq!(read.template(), <AppPrepay as wxpay::endpoint::Endpoint>::PATH);
}
