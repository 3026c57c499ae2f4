//! Each kind of secret, written in each form into a text like a log. The forms are written by other code than the code that reads
//! them.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use wxpay_tests::keys::Key;
use wxpay_tests::leaks::{Form, Kind, Secrets};

const API_V3_KEY: &str = "Zk3vQ8pLr5TnXw2yBd7HsJ4mCf9GaE6u";
const NAME: &str = "欧阳令狐";
const NUMBER: &str = "11010519491231002X";
const OPENID: &str = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
const PASSWORD: &str = "tunnel/pass+word";
const BODY: &str = r#"{"appid":"wxd678efh567hg6787","mchid":"1900000001"}"#;

/// A way to write a secret, and the forms that its reader may have to decode.
struct Writing {
    name: &'static str,
    forms: &'static [Form],
    write: fn(&[u8]) -> String,
}

const fn writing(name: &'static str, forms: &'static [Form], write: fn(&[u8]) -> String) -> Writing {
    Writing { name, forms, write }
}

const WRITINGS: [Writing; 23] = [
    writing("plain", &[], text),
    writing("base64", &[Form::Base64], |secret| STANDARD.encode(secret)),
    writing("base64 after 1 byte", &[Form::Base64], |secret| STANDARD.encode([b"x", secret].concat())),
    writing("base64 after 2 bytes", &[Form::Base64], |secret| STANDARD.encode([b"xy", secret].concat())),
    writing("base64 in the URL alphabet", &[Form::Base64], |secret| URL_SAFE_NO_PAD.encode(secret)),
    writing("base64 after a letter", &[Form::Base64], |secret| format!("b{}", STANDARD.encode(secret))),
    writing("hex", &[Form::Hex], |secret| secret.iter().map(|byte| format!("{byte:02x}")).collect()),
    writing("hex in capitals", &[Form::Hex], |secret| secret.iter().map(|byte| format!("{byte:02X}")).collect()),
    writing("hex after a letter", &[Form::Hex], |secret| format!("a{}", hex(secret))),
    writing("percent", &[Form::Percent], |secret| percent_encode(secret, NON_ALPHANUMERIC).to_string()),
    writing("percent, all of it", &[Form::Percent], |secret| {
        secret.iter().map(|byte| format!("%{byte:02x}")).collect()
    }),
    writing("json", &[Form::Escaped], |secret| serde_json::to_string(&format!("\"\n{}", text(secret))).unwrap()),
    writing("json in ASCII", &[Form::Escaped], |secret| {
        text(secret).encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect()
    }),
    writing("json within json", &[Form::Escaped, Form::Escaped], |secret| {
        let ascii: String = text(secret).encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
        serde_json::to_string(&ascii).unwrap()
    }),
    writing("Debug of a string", &[Form::Escaped], |secret| format!("{:?}", format!("\"\t{}", text(secret)))),
    writing("escaped by char", &[Form::Escaped], |secret| {
        text(secret).chars().map(|c| c.escape_unicode().to_string()).collect()
    }),
    writing("Debug of `Bytes`", &[Form::Escaped], |secret| {
        format!("{:?}", bytes::Bytes::from([b"\xff\"", secret].concat()))
    }),
    writing("Debug of bytes", &[Form::Numbers], |secret| format!("{secret:?}")),
    writing("Debug of bytes in lines", &[Form::Numbers], |secret| format!("{secret:#?}")),
    writing("Debug of bytes in hex", &[Form::Numbers], |secret| format!("{secret:02x?}")),
    writing("hex with colons", &[Form::Numbers], |secret| {
        secret.iter().map(|byte| format!("{byte:02X}")).collect::<Vec<_>>().join(":")
    }),
    writing("base64 in percent", &[Form::Percent, Form::Base64], |secret| {
        percent_encode(STANDARD.encode(secret).as_bytes(), NON_ALPHANUMERIC).to_string()
    }),
    writing("json in base64 in hex", &[Form::Hex, Form::Base64, Form::Escaped], |secret| {
        let ascii: String = text(secret).encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
        hex(STANDARD.encode(ascii).as_bytes())
    }),
];

fn text(secret: &[u8]) -> String {
    String::from_utf8(secret.to_vec()).unwrap()
}

fn hex(secret: &[u8]) -> String {
    secret.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text that leaks for each kind, and the secrets in these texts.
fn leaks() -> (Vec<(Kind, String)>, Secrets) {
    let key = &Key::shared().pkcs8;
    let signature = STANDARD.encode(Key::shared().sign(b"message"));
    let authorization = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"1900000001\",nonce_str=\"N\",signature=\"{signature}\",\
         timestamp=\"1700000000\",serial_no=\"4A51\""
    );
    let secrets = Secrets::default()
        .and(Kind::PrivateKey, key)
        .and(Kind::ApiV3Key, API_V3_KEY)
        .and(Kind::Authorization, &authorization)
        .and(Kind::Sensitive, NAME)
        .and(Kind::Sensitive, NUMBER)
        .and(Kind::Password, PASSWORD)
        .and(Kind::Body, BODY);
    let leaks = vec![
        (Kind::PrivateKey, key.clone()),
        (Kind::PrivateKey, key.lines().nth(12).unwrap().to_owned()),
        (Kind::ApiV3Key, API_V3_KEY.to_owned()),
        (Kind::Authorization, authorization.clone()),
        (Kind::Authorization, authorization[..40].to_owned()),
        (Kind::Authorization, signature.clone()),
        (Kind::Authorization, signature[100..150].to_owned()),
        (Kind::Sensitive, NAME.to_owned()),
        (Kind::Sensitive, NUMBER.to_owned()),
        (Kind::Personal, OPENID.to_owned()),
        (Kind::Password, PASSWORD.to_owned()),
        (Kind::Body, BODY.to_owned()),
    ];
    (leaks, secrets)
}

fn logged(planted: &str) -> String {
    format!("TRACE hyper_util::client::legacy::pool: reuse idle connection for {planted}\nDEBUG attempt attempt=1\n")
}

#[test]
fn every_kind_of_secret_is_found_in_every_form() {
    let (leaks, secrets) = leaks();
    for (kind, leak) in leaks {
        for Writing { name, forms, write } in &WRITINGS {
            let text = logged(&write(leak.as_bytes()));
            let findings = secrets.find(text.as_bytes());
            // Some texts have nothing to escape, and a signature and a line of PEM are Base64 themselves.
            let undone = |form: &Form| forms.contains(form) || *form == Form::Base64;
            let found = findings.iter().any(|found| found.kind == kind && found.forms.iter().all(undone));
            assert!(found, "{kind:?} as {name} in {text}: {findings:?}");
        }
    }
}

#[test]
fn what_is_no_secret_is_not_found() {
    let (_, secrets) = leaks();
    let certificate = Key::shared().certificate("0x4A51");
    let allowed = [
        &certificate,
        &Key::shared().spki,
        "mchid=1900000001 serial_no=\"4A51\" number=\"20260101000001\" request_id=\"08ABCDEF-0\"",
        "authorization: Sensitive",
        "*阳令狐 110105",
        "the private key, or whoever holds it, did not sign",
    ];
    for text in allowed {
        for Writing { name, write, .. } in &WRITINGS {
            let text = logged(&write(text.as_bytes()));
            assert_eq!(secrets.find(text.as_bytes()), [], "{name}");
        }
    }
}

#[test]
fn what_is_found_says_where() {
    let (_, secrets) = leaks();
    let findings = secrets.find(logged(&hex(format!("name={NAME}").as_bytes())).as_bytes());
    let found: Vec<_> =
        findings.iter().map(|found| (found.kind, found.forms.as_slice(), found.place.as_str())).collect();
    assert_eq!(found, [(Kind::Sensitive, &[Form::Hex][..], "name=欧阳令狐")]);
}
