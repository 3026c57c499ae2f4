//! A proxy that requires credentials.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncWriteExt as _, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use wxpay::client::{Builder, RetryPolicy};
use wxpay::error::Outcome;
use wxpay::transport::{Options, Proxy as Through, ProxyUrl, Reqwest, Timeouts};
use wxpay_sandbox::Sandbox;
use wxpay_tests::capture::secret;
use wxpay_tests::leaks::Kind;
use wxpay_tests::wire::{head, nobody};

use crate::transport::numbered;
use crate::transport::secure::{Secure, assert_works};

/// Opens tunnels to any host for clients with the right credentials.
struct Proxy {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    async fn for_those_who_bring(credentials: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::<Mutex<Vec<_>>>::default();
        secret(Kind::Password, credentials);
        let expected = format!("proxy-authorization: basic {}", wxpay_tests::base64(credentials.as_bytes()));
        let record = asked.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(guarded(stream, expected.clone(), record.clone()));
            }
        });
        Self { port, asked }
    }

    fn url(&self, credentials: &str) -> String {
        format!("http://{credentials}127.0.0.1:{}", self.port)
    }

    /// The request lines so far.
    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn guarded(mut stream: TcpStream, expected: String, record: Arc<Mutex<Vec<String>>>) {
    let head = head(&mut stream).await;
    let line = head.lines().next().unwrap_or_default().to_owned();
    let target = line.strip_prefix("CONNECT ").and_then(|rest| rest.split(' ').next()).map(str::to_owned);
    record.lock().unwrap().push(line);
    let known = head.lines().any(|line| {
        let (name, value) = line.split_once(": Basic ").unwrap_or_default();
        format!("{}: basic {value}", name.to_lowercase()) == expected
    });
    let (Some(target), true) = (target, known) else {
        let refusal =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n";
        stream.write_all(refusal.as_bytes()).await.unwrap();
        return;
    };
    let mut server = TcpStream::connect(target).await.unwrap();
    stream.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").await.unwrap();
    // Either end may hang up.
    let _ = copy_bidirectional(&mut stream, &mut server).await;
}

#[tokio::test]
async fn a_proxy_gets_the_credentials_and_the_server_does_not() {
    let server = Secure::offering(&["h2", "http/1.1"]).await;
    let proxy = Proxy::for_those_who_bring("user:p@ss:w/rd#%").await;
    let client = server.client().root_certificate_pem(&server.authority);
    assert_works(client.proxy(proxy.url("user:p%40ss%3Aw%2Frd%23%25@"))).await;
    let authority = server.url.strip_prefix("https://").unwrap();
    assert_eq!(proxy.asked(), [format!("CONNECT {authority} HTTP/1.1")]);
    let seen = server.seen();
    assert_eq!(seen.len(), 1);
    assert!(seen[0].1.get("proxy-authorization").is_none());
    assert!(seen[0].1.get("authorization").is_some());
}

#[tokio::test]
async fn a_proxy_that_refuses_the_credentials_leaves_nothing_sent_and_nothing_told() {
    let server = Secure::offering(&["h2", "http/1.1"]).await;
    let proxy = Proxy::for_those_who_bring("user:right").await;
    secret(Kind::Password, "user:wr0ng");
    for credentials in ["user:wr0ng@", "user@", ""] {
        let client = server.client().root_certificate_pem(&server.authority).proxy(proxy.url(credentials));
        let error = client.build().unwrap().send(&numbered("A1")).await.unwrap_err();
        assert_eq!((error.outcome(), error.sends()), (Outcome::NotSent, 1), "{error}");
        let printed = format!("{error} {error:?}");
        assert!(printed.contains("proxy authorization required"), "{printed}");
        assert!(!printed.contains("wr0ng") && !printed.contains(&wxpay_tests::base64(b"user:wr0ng")), "{printed}");
    }
    assert!(server.seen().is_empty());
}

#[tokio::test]
async fn a_proxy_that_is_not_there_leaves_nothing_sent() {
    let server = Secure::offering(&["h2"]).await;
    let port = nobody().await.port();
    let client = server.client().proxy(format!("http://user:secret@127.0.0.1:{port}")).build().unwrap();
    let error = client.send(&numbered("A1")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    assert!(!format!("{error} {error:?}").contains("secret"));
}

#[tokio::test]
async fn nothing_that_is_printed_shows_the_credentials() {
    let server = Secure::offering(&["h2"]).await;
    let url = "http://user:secret@proxy.example.com:3128";
    let options = Options::default().with_proxy(Through::Through(ProxyUrl::parse(url).unwrap()));
    let client = server.client().proxy(url).build().unwrap();
    let printed = format!("{options:?} {client:?} {:?}", Reqwest::new(options.clone()).unwrap());
    assert!(!printed.contains("secret") && !printed.contains("user"), "{printed}");
    assert!(!printed.contains(&wxpay_tests::base64(b"user:secret")), "{printed}");
}

/// The requests to the proxy and the number of calls of a client that calls a server on this machine, beside a host elsewhere.
async fn through(proxy: impl Fn(Builder, String) -> Builder) -> (Vec<String>, usize) {
    let to = Proxy::for_those_who_bring("user:right").await;
    let sandbox = Sandbox::builder().endpoint(crate::transport::answer).start().await.unwrap();
    let mut calls = 0;
    for here in [sandbox.url(), sandbox.url().replace("127.0.0.1", "localhost")] {
        for hosts in [[here.as_str(), ELSEWHERE], [ELSEWHERE, here.as_str()]] {
            let client = sandbox.client_builder().hosts(hosts).retry(RetryPolicy::STANDARD.sends(2)).timeouts(SOON);
            let client = proxy(client, to.url("user:right@")).build().unwrap();
            assert_eq!(client.send(&numbered("A1")).await.unwrap().text, "A1", "{hosts:?}");
            calls += 1;
        }
    }
    (to.asked(), calls)
}

#[tokio::test]
async fn plain_http_to_this_machine_goes_through_no_proxy_whatever_the_other_hosts_are() {
    let (asked, calls) = through(|client, proxy| client.proxy(proxy)).await;
    let elsewhere = format!("CONNECT {} HTTP/1.1", ELSEWHERE.trim_start_matches("https://"));
    assert_eq!(asked, vec![elsewhere; calls / 2]);
}

#[tokio::test]
async fn plain_http_to_a_named_host_elsewhere_goes_through_no_proxy() {
    let sandbox = Sandbox::start().await.unwrap();
    let proxy = Proxy::for_those_who_bring("user:right").await;
    let client = plain(&sandbox).proxy(proxy.url("user:right@")).build().unwrap();
    assert_eq!(client.send(&numbered("A1")).await.unwrap_err().outcome(), Outcome::NotSent);
    assert_eq!(proxy.asked(), [""; 0], "the proxy could read the request");
}

/// A client whose only host is plain `http` elsewhere and cannot be reached.
fn plain(sandbox: &Sandbox) -> Builder {
    let elsewhere = ["http://192.0.2.1"];
    sandbox
        .client_builder()
        .hosts(elsewhere)
        .allow_plain_http_to("192.0.2.1")
        .retry(crate::transport::ONCE)
        .timeouts(SOON)
}

/// Makes calls with the proxies that the environment names.
#[tokio::test]
#[ignore = "has another environment, in a process of its own"]
async fn environment() {
    let sandbox = Sandbox::builder().endpoint(crate::transport::answer).start().await.unwrap();
    for hosts in [vec![sandbox.url()], vec![sandbox.url(), ELSEWHERE.to_owned()], vec![ELSEWHERE.to_owned()]] {
        let elsewhere = hosts == [ELSEWHERE];
        let client =
            sandbox.client_builder().hosts(hosts).retry(crate::transport::ONCE).timeouts(SOON).build().unwrap();
        assert_eq!(client.send(&numbered("A1")).await.is_err(), elsewhere);
    }
    assert!(plain(&sandbox).build().unwrap().send(&numbered("A1")).await.is_err());
}

async fn called_under(variables: impl IntoIterator<Item = (&'static str, String)>) {
    let mut again = wxpay_tests::in_a_process_of_its_own("transport::proxy::environment");
    for name in PROXIES {
        again.env_remove(name);
    }
    again.envs(variables);
    let output = tokio::task::spawn_blocking(move || again.output().unwrap()).await.unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
async fn the_environments_proxy_is_for_what_is_elsewhere_and_not_named() {
    let elsewhere = format!("CONNECT {} HTTP/1.1", ELSEWHERE.trim_start_matches("https://"));
    for (variables, asked) in [
        (&["HTTP_PROXY", "HTTPS_PROXY"][..], 1),
        (&["http_proxy", "https_proxy"], 1),
        (&["ALL_PROXY"], 1),
        (&["all_proxy"], 1),
        (&["HTTP_PROXY"], 0),
        (&["HTTPS_PROXY", "REQUEST_METHOD"], 0),
    ] {
        let proxy = Proxy::for_those_who_bring("user:right").await;
        called_under(variables.iter().map(|name| (*name, proxy.url("user:right@")))).await;
        assert_eq!(proxy.asked(), vec![elsewhere.clone(); asked], "{variables:?}");
    }
    for not in ["NO_PROXY", "no_proxy"] {
        let proxy = Proxy::for_those_who_bring("user:right").await;
        called_under([("HTTPS_PROXY", proxy.url("user:right@")), (not, "192.0.2.0/24".to_owned())]).await;
        assert_eq!(proxy.asked(), Vec::<String>::new(), "{not}");
    }
}

const SOON: Timeouts = Timeouts::new(Duration::from_millis(500), Duration::from_secs(20));
/// An address without a server, to which the proxy cannot open a tunnel.
const ELSEWHERE: &str = "https://192.0.2.1:443";
const PROXIES: [&str; 9] = [
    "HTTP_PROXY",
    "http_proxy",
    "HTTPS_PROXY",
    "https_proxy",
    "ALL_PROXY",
    "all_proxy",
    "NO_PROXY",
    "no_proxy",
    "REQUEST_METHOD",
];
