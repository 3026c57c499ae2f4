//! Keys that cannot be used, and errors that say what they are.

use wxpay_tests::keys::{Key, certificate_request, text};

use super::{backends, private, public};

/// The message for `pem` in place of a private key, which has to be the same for every backend.
fn refusal_as_private(pem: &str) -> String {
    one_refusal(backends().iter().map(|&backend| private(backend, pem).err().map(|error| error.to_string())))
}

/// The message for `pem` in place of a public key.
fn refusal_as_public(pem: &str) -> String {
    one_refusal(backends().iter().map(|&backend| public(backend, pem).err().map(|error| error.to_string())))
}

fn one_refusal(refusals: impl Iterator<Item = Option<String>>) -> String {
    let mut refusals: Vec<_> = refusals.map(|refusal| refusal.expect("a backend accepts an unusable key")).collect();
    refusals.dedup();
    assert_eq!(refusals.len(), 1, "the backends say different things: {refusals:?}");
    refusals.remove(0)
}

fn elliptic() -> String {
    text(&["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"], b"")
}

fn damaged(pem: &str) -> String {
    let middle = pem.len() / 2;
    format!("{}!!{}", &pem[..middle], &pem[middle + 2..])
}

fn cut(pem: &str) -> String {
    pem[..pem.len() / 2].to_owned()
}

/// Asserts that a message contains each part.
macro_rules! says {
    ($refusal:expr, $($part:literal),+) => {{
        let refusal = $refusal;
        $(assert!(refusal.contains($part), "{refusal:?} does not say {:?}", $part);)+
    }};
}

#[test]
fn a_public_key_where_the_private_one_is_needed() {
    says!(refusal_as_private(&Key::shared().spki), "found a public key", "private", "apiclient_key.pem");
    says!(refusal_as_private(&Key::shared().public_pkcs1()), "found a public key");
}

#[test]
fn a_certificate_where_the_private_key_is_needed() {
    says!(refusal_as_private(&Key::shared().certificate("1")), "found a certificate", "apiclient_key.pem");
}

#[test]
fn a_private_key_where_a_public_one_is_needed() {
    says!(refusal_as_public(&Key::shared().pkcs8), "expected a public key (`pub_key.pem`), found a private key");
    says!(refusal_as_public(&Key::shared().pkcs1()), "found a private key");
}

#[test]
fn a_certificate_request() {
    let request = certificate_request(&Key::shared().pkcs8);
    says!(refusal_as_private(&request), "found a certificate request");
    says!(refusal_as_public(&request), "found a certificate request");
}

#[test]
fn elliptic_curve_keys() {
    let key = elliptic();
    says!(refusal_as_private(&key), "not a usable RSA key", "found an elliptic-curve key (EC or SM2)");
    says!(refusal_as_private(&text(&["ec"], key.as_bytes())), "found an elliptic-curve private key");
    says!(
        refusal_as_public(&text(&["pkey", "-pubout"], key.as_bytes())),
        "not a usable RSA key",
        "found an elliptic-curve key (EC or SM2)"
    );
}

#[test]
fn keys_for_other_algorithms() {
    let ed25519 = text(&["genpkey", "-algorithm", "ED25519"], b"");
    says!(refusal_as_private(&ed25519), "an Ed25519 key");
    says!(refusal_as_public(&text(&["pkey", "-pubout"], ed25519.as_bytes())), "an Ed25519 key");
    let pss = text(&["genpkey", "-algorithm", "RSA-PSS", "-pkeyopt", "rsa_keygen_bits:2048"], b"");
    says!(refusal_as_private(&pss), "an RSA-PSS key");
    says!(refusal_as_public(&text(&["pkey", "-pubout"], pss.as_bytes())), "an RSA-PSS key");
    let x448 = text(&["genpkey", "-algorithm", "X448"], b"");
    says!(refusal_as_private(&x448), "a key for the algorithm 1.3.101.111");
}

#[test]
fn keys_behind_a_passphrase() {
    let key = Key::shared().pkcs8.as_bytes();
    let pkcs8 = text(&["pkcs8", "-topk8", "-v2", "aes-256-cbc", "-passout", "pass:secret"], key);
    assert!(pkcs8.contains("BEGIN ENCRYPTED PRIVATE KEY"));
    says!(refusal_as_private(&pkcs8), "passphrase");
    let pkcs1 = text(&["rsa", "-aes256", "-traditional", "-passout", "pass:secret"], key);
    assert!(pkcs1.contains("Proc-Type: 4,ENCRYPTED"));
    says!(refusal_as_private(&pkcs1), "passphrase");
    says!(refusal_as_private(&pkcs1.replace('\n', "\r\n")), "passphrase");
}

#[test]
fn text_without_a_pem_block() {
    let bare: String = Key::shared().pkcs8.lines().filter(|line| !line.starts_with("-----")).collect();
    says!(refusal_as_private(&bare), "found bare Base64", "-----BEGIN");
    says!(refusal_as_public(&bare), "found bare Base64");
    for empty in ["", " \r\n"] {
        says!(refusal_as_private(empty), "found nothing", "-----BEGIN");
        says!(refusal_as_public(empty), "found nothing");
    }
    says!(refusal_as_private("apiclient_key.pem"), "found what looks like a file's name");
    says!(refusal_as_private("{\"key\": 1}"), "found something else");
}

#[test]
fn a_truncated_block() {
    says!(refusal_as_private(&cut(&Key::shared().pkcs8)), "does not end");
    says!(refusal_as_public(&cut(&Key::shared().spki)), "does not end");
    says!(refusal_as_private("-----BEGIN PRIVATE KEY-----"), "does not end");
}

#[test]
fn a_truncated_block_before_a_whole_one() {
    let both = format!("{}\n{}", cut(&Key::shared().pkcs8), Key::other().pkcs8);
    says!(refusal_as_private(&both), "damaged");
}

#[test]
fn a_block_with_damaged_base64() {
    says!(refusal_as_private(&damaged(&Key::shared().pkcs8)), "damaged");
    says!(refusal_as_public(&damaged(&Key::shared().certificate("1"))), "damaged");
}

#[test]
fn a_block_with_an_empty_or_foreign_content() {
    for content in ["", "MAA=", "AAAA"] {
        let block = |tag: &str| format!("-----BEGIN {tag}-----\n{content}\n-----END {tag}-----\n");
        for tag in ["PRIVATE KEY", "RSA PRIVATE KEY"] {
            for &backend in backends() {
                assert!(private(backend, &block(tag)).is_err(), "{} {tag} {content:?}", backend.name());
            }
        }
        for tag in ["PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE"] {
            for &backend in backends() {
                assert!(public(backend, &block(tag)).is_err(), "{} {tag} {content:?}", backend.name());
            }
        }
    }
}

#[test]
fn two_blocks() {
    let (key, certificate) = (Key::shared(), Key::shared().certificate("1"));
    says!(
        refusal_as_private(&format!("{}{certificate}", key.pkcs8)),
        "`PRIVATE KEY` and `CERTIFICATE`",
        "one PEM block"
    );
    says!(refusal_as_public(&format!("{certificate}{certificate}")), "`CERTIFICATE` and `CERTIFICATE`");
}
