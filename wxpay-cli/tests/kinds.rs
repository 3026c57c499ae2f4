//! Files that people give in place of a key: `doctor` and the library's builder find the same faults and give the same remedies.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::fs;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::Shop;
use serde_json::Value;
use wxpay::client::Builder;

/// A wrong file: setting, file, and words of the finding and of its remedy.
type Case = (Setting, &'static str, &'static str, &'static str);

#[derive(Clone, Copy, Debug)]
enum Setting {
    PrivateKey,
    Certificate,
    PublicKey,
    PlatformCertificate,
    ApiV3Key,
}

use Setting::{ApiV3Key, Certificate, PlatformCertificate, PrivateKey, PublicKey};

impl Setting {
    /// Names of the setting: in the TOML file, of `doctor`'s check, and in the library.
    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            PrivateKey => ("private_key", "private key", "private_key"),
            Certificate => ("merchant_certificate", "merchant certificate", "merchant_certificate"),
            PublicKey => ("platform_public_key", "WeChat Pay's public key", "platform_public_key"),
            PlatformCertificate => ("platform_certificates", "platform certificate", "platform_certificate"),
            ApiV3Key => ("api_v3_key_file", "APIv3 key", "api_v3_key"),
        }
    }

    fn set(self, shop: &Shop, path: &Path) -> Builder {
        let builder = shop.credentials().client_builder();
        match self {
            PrivateKey => builder.private_key_file(path),
            Certificate => builder.merchant_certificate_file(path),
            PublicKey => builder.platform_public_key_file("PUB_KEY_ID_1", path),
            PlatformCertificate => builder.platform_certificate_file(path),
            ApiV3Key => builder.api_v3_key_file(path),
        }
    }
}

const CASES: &[Case] = &[
    (
        PrivateKey,
        "apiclient_cert.pem",
        "expected the merchant's private key (`apiclient_key.pem`), found a certificate",
        "merchant platform",
    ),
    (
        PrivateKey,
        "apiclient_cert.p12",
        "found a PKCS#12 file",
        "`apiclient_key.pem` and `apiclient_cert.pem` beside it",
    ),
    (PrivateKey, "key.der", "found a private key in DER", "openssl pkey -inform DER"),
    (PrivateKey, "trailing.p12", "found a PKCS#12 file", "`apiclient_key.pem` and `apiclient_cert.pem` beside it"),
    (PrivateKey, "ber.p12", "found a PKCS#12 file", "`apiclient_key.pem` and `apiclient_cert.pem` beside it"),
    (PrivateKey, "encrypted.der", "found a private key in DER", "openssl pkey -inform DER"),
    (PrivateKey, "encrypted.pem", "protected by a passphrase", "`openssl pkey -in FILE -out PLAIN`"),
    (PrivateKey, "encrypted_pkcs1.pem", "protected by a passphrase", "`openssl pkey -in FILE -out PLAIN`"),
    (PrivateKey, "written.pem", "line breaks are written as `\\n`, in two characters", "printf '%b'"),
    (PrivateKey, "name.txt", "found what looks like a file's name", "the setting for a path"),
    (PrivateKey, "utf16.pem", "found text in UTF-16", "save it as UTF-8"),
    (PrivateKey, "random", "found a file that is not text", "merchant platform"),
    (PrivateKey, "large", "65536 bytes or more", "look at the path"),
    (PrivateKey, ".", "is a folder, where a file is needed", "give the path of a file"),
    #[cfg(target_os = "linux")]
    (PrivateKey, "/proc/self/environ", "/proc/self/environ cannot be read: it is empty", "look at the path"),
    (PrivateKey, "socket", "is a socket, where a file is needed", "give the path of a file"),
    (PrivateKey, "/dev/null", "/dev/null is a device, where a file is needed", "give the path of a file"),
    (Certificate, "apiclient_key.pem", "expected a certificate, found a private key", "goes to `private_key`"),
    (Certificate, "apiclient_cert.p12", "found a PKCS#12 file", "-nokeys"),
    (Certificate, "cert.der", "found a certificate in DER", "openssl x509 -inform DER"),
    (Certificate, "other.pem", "is issued to 1900000777, and `mchid` is", "of the merchant that `mchid` names"),
    (Certificate, "platform_cert.pem", "is issued to Tenpay.com sign", "goes to `platform_certificate`"),
    (
        PublicKey,
        "platform_cert.pem",
        "expected a public key (`pub_key.pem`), found a certificate",
        "goes to `platform_certificate`",
    ),
    (
        PublicKey,
        "apiclient_key.pem",
        "expected a public key (`pub_key.pem`), found a private key",
        "goes to `private_key`",
    ),
    (PublicKey, "apiclient_cert.p12", "found a PKCS#12 file", "beside it"),
    (PublicKey, "pub.der", "found a public key in DER", "openssl pkey -pubin -inform DER"),
    (PublicKey, "own_pub.pem", "this is the merchant's own key", "微信支付公钥"),
    (PlatformCertificate, "pub_key.pem", "expected a certificate, found a public key", "goes to `platform_public_key`"),
    (PlatformCertificate, "apiclient_cert.p12", "found a PKCS#12 file", "beside it"),
    (PlatformCertificate, "apiclient_cert.pem", "this is the merchant's own key", "微信支付公钥"),
    (PlatformCertificate, "other.pem", "issued to merchant 1900000777", "wxpay certs --out DIR"),
    (ApiV3Key, "apiclient_cert.p12", "found a PKCS#12 file", ""),
    (ApiV3Key, "apiclient_key.pem", "expected 32 letters and digits, found a PEM block", "it was typed in there"),
    (ApiV3Key, ".", "is a folder, where a file is needed", ""),
];

fn openssl(folder: &Path, arguments: &[&str]) {
    let ran = Command::new("openssl").args(arguments).current_dir(folder).output().expect("openssl");
    assert!(ran.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
}

async fn shop() -> Shop {
    let shop = Shop::open().await;
    let folder = shop.path("");
    let run = |arguments: &str| openssl(&folder, &arguments.split(' ').collect::<Vec<_>>());
    run(
        "pkcs12 -export -inkey apiclient_key.pem -in apiclient_cert.pem -passout pass:1900000001 -out apiclient_cert.p12",
    );
    run("pkcs8 -topk8 -nocrypt -in apiclient_key.pem -outform DER -out key.der");
    run("x509 -in apiclient_cert.pem -outform DER -out cert.der");
    run("pkey -pubin -in pub_key.pem -outform DER -out pub.der");
    run("pkey -in apiclient_key.pem -pubout -out own_pub.pem");
    run("pkcs8 -topk8 -in apiclient_key.pem -passout pass:x -out encrypted.pem");
    run("pkcs8 -topk8 -in apiclient_key.pem -passout pass:x -outform DER -out encrypted.der");
    run("rsa -traditional -aes128 -in apiclient_key.pem -passout pass:x -out encrypted_pkcs1.pem");
    run("req -x509 -newkey rsa:2048 -nodes -subj /CN=1900000777 -keyout other_key.pem -out other.pem");
    let key = fs::read_to_string(shop.path("apiclient_key.pem")).unwrap();
    shop.secret("written.pem", &key.replace('\n', "\\n"));
    shop.secret("name.txt", "/etc/wxpay/apiclient_key.pem\n");
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(key.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    fs::write(shop.path("utf16.pem"), utf16).unwrap();
    fs::write(shop.path("random"), [0xc3; 1200]).unwrap();
    let pkcs12 = fs::read(shop.path("apiclient_cert.p12")).unwrap();
    fs::write(shop.path("trailing.p12"), [&*pkcs12, b"\n"].concat()).unwrap();
    // The outermost sequence has an indefinite length, as Java writes it.
    fs::write(shop.path("ber.p12"), [&[0x30, 0x80], &pkcs12[4..], &[0, 0]].concat()).unwrap();
    fs::write(shop.path("large"), [b'A'; 1 << 17]).unwrap();
    shop
}

fn found_by_doctor(out: &str, check: &str) -> Vec<(String, String)> {
    let findings: Value = serde_json::from_str(out).unwrap();
    let of = |finding: &Value| finding["check"] == check && finding["state"] == "wrong";
    let text = |finding: &Value, member: &str| finding[member].as_str().unwrap_or_default().to_owned();
    let wrong = findings.as_array().unwrap().iter().filter(|finding| of(finding));
    wrong.map(|finding| (text(finding, "text"), text(finding, "remedy"))).collect()
}

#[tokio::test]
async fn doctor_and_build_find_the_same() {
    let shop = shop().await;
    let _socket = UnixListener::bind(shop.path("socket")).unwrap();
    let secret = fs::read_to_string(shop.path("apiclient_key.pem")).unwrap();
    let secret = secret.lines().nth(3).unwrap();
    for (setting, file, words, remedy) in CASES {
        let (toml, check, name) = setting.names();
        let value = match setting {
            PlatformCertificate => format!("[{file:?}]"),
            _ => format!("{file:?}"),
        };
        shop.configure(&[(toml, &value)]);
        let ran = shop.run(&["doctor", "--offline", "--json"]).await;
        let found = found_by_doctor(&ran.out, check);
        let hit = found.iter().any(|(text, does)| text.contains(words) && does.contains(remedy));
        assert!(hit, "doctor, {setting:?} {file}: {found:#?}");
        assert!(!ran.out.contains(secret), "{setting:?} {file}: {}", ran.out);
        // Running that remedy as root would break the machine.
        let mode = words.contains("where a file is needed") && ran.out.contains("chmod");
        assert!(!mode, "{setting:?} {file}: {}", ran.out);

        let path: PathBuf = if file.starts_with('/') { file.into() } else { shop.path(file) };
        let error = setting.set(&shop, &path).build().unwrap_err();
        let of = error.problems.iter().filter(|problem| problem.setting == name);
        let found: Vec<_> =
            of.map(|problem| (problem.fault.to_string(), problem.remedy().unwrap_or_default())).collect();
        let hit = found.iter().any(|(text, does)| text.contains(words) && does.contains(remedy));
        assert!(hit, "build, {setting:?} {file}: {found:#?}");
        assert!(!error.to_string().contains(secret));
    }
}

/// The remedies can be typed as they are, with the file's name and the password filled in.
#[tokio::test]
async fn the_remedies_work() {
    let shop = shop().await;
    for (name, arguments) in [
        ("from_p12.pem", "pkcs12 -in apiclient_cert.p12 -nodes -nocerts -out from_p12.pem -passin pass:1900000001"),
        ("from_encrypted.pem", "pkey -in encrypted.pem -out from_encrypted.pem -passin pass:x"),
        ("from_pkcs1.pem", "pkey -in encrypted_pkcs1.pem -out from_pkcs1.pem -passin pass:x"),
        ("from_der.pem", "pkey -inform DER -in key.der -out from_der.pem"),
    ] {
        openssl(&shop.path(""), &arguments.split(' ').collect::<Vec<_>>());
        assert!(PrivateKey.set(&shop, &shop.path(name)).build().is_ok(), "{name}");
    }
    let certificate = "pkcs12 -in apiclient_cert.p12 -nodes -nokeys -out cert.pem -passin pass:1900000001";
    openssl(&shop.path(""), &certificate.split(' ').collect::<Vec<_>>());
    assert!(Certificate.set(&shop, &shop.path("cert.pem")).build().is_ok());
    let public = "pkey -pubin -inform DER -in pub.der -out public.pem";
    openssl(&shop.path(""), &public.split(' ').collect::<Vec<_>>());
    assert!(PublicKey.set(&shop, &shop.path("public.pem")).build().is_ok());
}

/// Like a shell's `<(..)`.
#[tokio::test]
async fn a_pipe_is_read_once_and_its_mode_is_not_complained_of() {
    let shop = shop().await;
    let pipe = shop.path("pipe");
    let made = Command::new("mkfifo").args(["-m", "644"]).arg(&pipe).status().unwrap();
    assert!(made.success());
    let key = fs::read(shop.path("apiclient_key.pem")).unwrap();
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::write(pipe, key)
    });
    shop.configure(&[("private_key", "\"pipe\"")]);
    let ran = shop.run(&["doctor", "--offline", "--json"]).await;
    writer.join().unwrap().unwrap();
    ran.ends(0);
    assert!(!ran.out.contains("chmod"), "{}", ran.out);
}

/// The command line and [`Builder::from_env`] read the same variables.
#[tokio::test]
async fn the_environment_is_the_same_for_both() {
    let shop = Shop::open().await;
    let help = shop.run(&["doctor", "--help"]).await.out;
    let of_command: Vec<&str> = help.split("[env: WXPAY_").skip(1).filter_map(|rest| rest.split(']').next()).collect();
    // The keys themselves have no option, but are read.
    let not_options = ["API_V3_KEY", "PREVIOUS_API_V3_KEY"];
    let (variables, suffix) = (Builder::variables(), "_PEM");
    for name in &variables {
        let known = of_command.contains(name) || not_options.contains(name) || name.ends_with(suffix);
        assert!(known, "the command line does not read WXPAY_{name}");
    }
    for name in of_command.iter().filter(|name| !["CONFIG", "SANDBOX"].contains(name)) {
        assert!(variables.contains(name), "from_env does not read {name}");
    }
}
