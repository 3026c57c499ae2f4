//! A headless Chromium, driven over WebDriver.

use std::net::TcpListener;
use std::process::Stdio;
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// A browser with a profile of its own, which ends with the test.
pub(crate) struct Browser {
    pub(crate) client: Client,
    /// URL of Chromium's own commands, which WebDriver does not have.
    commands: String,
    http: reqwest::Client,
    _driver: Child,
    _profile: TempDir,
}

impl Browser {
    /// Opens a browser. Without chromedriver it prints a line and returns `None`; in CI it panics.
    pub(crate) async fn open() -> Option<Self> {
        let profile = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn();
        let driver = match driver {
            Ok(driver) => driver,
            Err(error) if std::env::var_os("CI").is_none() => {
                eprintln!("SKIPPED: chromedriver does not start ({error}); Debian has it as `chromium-driver`");
                return None;
            }
            Err(error) => panic!("chromedriver: {error}"),
        };
        let client = connected(port, &arguments(&profile)).await;
        let session = client.session_id().await.unwrap().unwrap();
        let commands = format!("http://127.0.0.1:{port}/session/{session}/goog/cdp/execute");
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Some(Self { client, commands, http, _driver: driver, _profile: profile })
    }

    /// Shows pages in this width and this color scheme.
    pub(crate) async fn look(&self, width: u32, scheme: &str) {
        let metrics = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await;
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.command("Emulation.setEmulatedMedia", features).await;
    }

    /// A picture of the whole page as it is now, as PNG.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let answer = self.command("Page.captureScreenshot", whole).await;
        wxpay::server::from_base64(answer["value"]["data"].as_str().unwrap()).unwrap()
    }

    async fn command(&self, cmd: &str, params: Value) -> Value {
        let body = json!({ "cmd": cmd, "params": params }).to_string();
        let response = self.http.post(&self.commands).body(body).send().await.unwrap();
        assert!(response.status().is_success(), "{cmd}");
        serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
    }
}

/// Connects to the driver, which needs a moment until it listens.
async fn connected(port: u16, arguments: &[String]) -> Client {
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let capabilities = Map::from_iter([("goog:chromeOptions".to_owned(), json!({ "args": arguments }))]);
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities).connect(&format!("http://127.0.0.1:{port}")).await.unwrap()
}

/// Flags that keep the browser from calls of its own: the machine may have no network.
fn arguments(profile: &TempDir) -> Vec<String> {
    let profile = format!("--user-data-dir={}", profile.path().display());
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--no-proxy-server",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    flags.into_iter().map(str::to_owned).chain([profile]).collect()
}
