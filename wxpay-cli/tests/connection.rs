//! `wxpay doctor` with broken connections. Each is really broken.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use common::{Ran, Shop, command, finished};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use wxpay_sandbox::Sandbox;

/// The connection is wrong, for this reason and with this remedy, and keys are not blamed.
#[track_caller]
fn broken(ran: &Ran, text: &str, remedy: &str) {
    ran.ends(5);
    let (state, said, done) = ran.finding("connection");
    assert!(
        state == "wrong" && said.contains(text) && done.contains(remedy),
        "expected {text} -> {remedy}: {said} -> {done}"
    );
    assert_eq!(ran.finding("signed call").0, "skipped", "{ran:?}");
    assert_eq!(ran.finding("encryption").0, "skipped", "{ran:?}");
}

async fn doctor(shop: &Shop, base_url: &str, more: &[(&str, &str)]) -> Ran {
    let base_url = format!("{base_url:?}");
    shop.configure(&[&[("base_url", base_url.as_str()), ("backup_url", "")], more].concat());
    shop.run(&["doctor", "--json"]).await
}

/// Address of a server that reads a head and answers `words`; without words, it does not answer.
async fn saying(words: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = [0; 1024];
            let _ = stream.read(&mut head).await;
            let _ = stream.write_all(words.as_bytes()).await;
            if words.is_empty() {
                held.push(stream);
            }
        }
    });
    address.to_string()
}

/// A shop whose WeChat Pay speaks TLS with its own authority.
async fn secured() -> Shop {
    let shop = Shop::of(Sandbox::builder().tls(true).start().await.unwrap());
    shop.file("ca.pem", shop.sandbox.tls_authority().unwrap());
    shop
}

#[tokio::test]
async fn an_authority_that_is_not_known_has_a_setting() {
    let shop = secured().await;
    let url = shop.sandbox.url();
    let ran = doctor(&shop, &url, &[]).await;
    broken(&ran, "UnknownIssuer", "install ca-certificates");
    assert!(ran.finding("connection").2.contains("`root_certificate`"));
    doctor(&shop, &url, &[("root_certificate", "\"ca.pem\"")]).await.ends(0);
    let ran = doctor(&shop, &url, &[("root_certificate", "\"apiclient_key.pem\"")]).await;
    ran.ends(5);
    assert_eq!(ran.finding("root certificate").0, "wrong", "{ran:?}");
}

#[tokio::test]
async fn a_container_without_authorities_is_told_what_to_install() {
    let shop = secured().await;
    let url = format!("{:?}", shop.sandbox.url());
    shop.configure(&[("base_url", &url), ("backup_url", "")]);
    let nothing = [("SSL_CERT_FILE", "/dev/null"), ("SSL_CERT_DIR", "/dev/null")];
    let ran = shop.run_with(&["doctor", "--json"], &nothing, "").await;
    broken(&ran, "CA certificates", "install ca-certificates");
}

#[tokio::test]
async fn a_certificate_for_another_name_is_no_matter_of_authorities() {
    let shop = secured().await;
    let weixin = shop.sandbox.address();
    // The certificate names 127.0.0.1.
    let other = TcpListener::bind("127.0.0.2:0").await.unwrap();
    let url = format!("https://{}", other.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut here, _)) = other.accept().await {
            let mut there = tokio::net::TcpStream::connect(weixin).await.unwrap();
            let _ = tokio::io::copy_bidirectional(&mut here, &mut there).await;
        }
    });
    let ran = doctor(&shop, &url, &[("root_certificate", "\"ca.pem\"")]).await;
    broken(&ran, "127.0.0.2", "for other names");
}

/// A TLS server on 127.0.0.1 with its own certificate, run by OpenSSL. Dropping it stops it.
struct Serving(Child, String);

impl Serving {
    fn start(shop: &Shop, ends: (i32, u8, u8), options: &[&str]) -> Self {
        let mut params = rcgen::CertificateParams::new(["127.0.0.1".to_owned()]).unwrap();
        params.not_before = rcgen::date_time_ymd(2020, 1, 1);
        params.not_after = rcgen::date_time_ymd(ends.0, ends.1, ends.2);
        let key = rcgen::KeyPair::generate().unwrap();
        shop.file("server.pem", &params.self_signed(&key).unwrap().pem());
        shop.file("server_key.pem", &key.serialize_pem());
        let mut server = Command::new("openssl")
            .args(["s_server", "-accept", "127.0.0.1:0", "-cert", "server.pem", "-key", "server_key.pem", "-www"])
            .args(options)
            .current_dir(shop.path(""))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the openssl command line");
        let said = BufReader::new(server.stdout.take().unwrap()).lines().map_while(Result::ok);
        let address = said.into_iter().find_map(|line| line.strip_prefix("ACCEPT ").map(str::to_owned));
        Self(server, address.expect("the address it accepts at"))
    }

    fn url(&self) -> String {
        format!("https://{}", self.1)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test]
async fn a_certificate_that_has_ended_is_a_matter_of_the_clock_first() {
    let shop = Shop::open().await;
    let ended = Serving::start(&shop, (2021, 1, 1), &[]);
    let ran = doctor(&shop, &ended.url(), &[("root_certificate", "\"server.pem\"")]).await;
    broken(&ran, "xpired", "check this machine's clock first");
}

#[tokio::test]
async fn a_server_that_knows_old_versions_of_tls_alone_is_told_so() {
    let shop = Shop::open().await;
    let old = Serving::start(&shop, (2099, 1, 1), &["-tls1_1", "-cipher", "ALL:@SECLEVEL=0"]);
    let ran = doctor(&shop, &old.url(), &[("root_certificate", "\"server.pem\"")]).await;
    broken(&ran, "could not connect", "TLS 1.2 or later is needed");
}

#[tokio::test]
async fn names_ports_and_protocols_are_told_apart() {
    let shop = Shop::open().await;
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let plain = saying("HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
    let cut = saying(" ").await;
    for (url, remedy) in [
        ("https://nothing.invalid".to_owned(), "check DNS"),
        (format!("https://{closed}"), "no server listens there"),
        (format!("https://{plain}"), "does not speak TLS"),
        (format!("https://{cut}"), "TLS"),
    ] {
        broken(&doctor(&shop, &url, &[]).await, "could not connect", remedy);
    }
}

#[tokio::test]
async fn a_server_that_says_nothing_is_not_waited_for_for_ever() {
    let shop = Shop::open().await;
    let silent = saying("").await;
    for scheme in ["http", "https"] {
        let ran = doctor(&shop, &format!("{scheme}://{silent}"), &[]).await;
        broken(&ran, "", "a firewall drops the packets");
    }
}

#[tokio::test]
async fn a_proxy_that_refuses_is_told_from_weixin() {
    let shop = Shop::open().await;
    let wants = saying("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n").await;
    let refuses = saying("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").await;
    for (proxy, remedy) in [(&wants, "a user name and a password"), (&refuses, "allow CONNECT")] {
        let proxy = format!("\"http://{proxy}\"");
        let ran = doctor(&shop, "https://api.mch.weixin.qq.com", &[("proxy", &proxy)]).await;
        broken(&ran, "could not connect", remedy);
        let ran = shop.run_with(&["doctor", "--json", "--proxy", proxy.trim_matches('"')], &[], "").await;
        broken(&ran, "could not connect", remedy);
    }
    let ran = doctor(&shop, "https://api.mch.weixin.qq.com", &[("proxy", "\"http://me:secret word@proxy\"")]).await;
    ran.ends(5);
    assert!(!ran.out.contains("secret word"), "{ran:?}");
}

#[tokio::test]
async fn a_page_that_answers_in_its_place_is_not_weixin() {
    let shop = Shop::open().await;
    let page = "HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: 6\r\n\r\n<html>";
    let portal = "HTTP/1.1 302 Found\r\nlocation: http://login.example.com/\r\ncontent-length: 0\r\n\r\n";
    let wants = "HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n";
    for (words, text, remedy) in [
        (page, "200 with an HTML page", "the answer is not from WeChat Pay"),
        (portal, "302 to `http://login.example.com/`", "the answer is not from WeChat Pay"),
        (wants, "407", "a user name and a password"),
    ] {
        broken(&doctor(&shop, &format!("http://{}", saying(words).await), &[]).await, text, remedy);
    }
}

/// Without file descriptors many things fail, but the output, DNS, a firewall or the authorities are never blamed.
#[tokio::test]
async fn a_process_without_descriptors_is_told_so() {
    let shop = Shop::open().await;
    let plain = command(shop.folder.path(), &["doctor", "--json"]);
    let mut told = 0;
    for limit in 4..20 {
        let mut limited = Command::new("sh");
        limited.arg("-c").arg(format!("ulimit -n {limit}; exec \"$0\" \"$@\"")).arg(plain.get_program());
        limited.args(plain.get_args()).current_dir(shop.folder.path()).env_clear().env("HOME", shop.folder.path());
        limited.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let ran = finished(limited, Vec::new()).await;
        if ran.code == Some(0) {
            continue;
        }
        let said = [&*ran.out, &ran.err].concat();
        assert!(said.contains("descriptor") || said.contains("Too many open files"), "{limit}: {ran:?}");
        assert!(!said.contains("the output cannot be written"), "{limit}: {ran:?}");
        told += 1;
    }
    assert!(told > 0, "no limit was met");
}
