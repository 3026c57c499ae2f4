//! `wxpay sandbox`, used with the openssl command line and curl, without Rust.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
#![cfg(unix)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use serde_json::Value;

/// A running sandbox, and its `sandbox.json`.
struct Running {
    child: Child,
    dir: PathBuf,
    facts: Value,
    /// Base URL to call through the sandbox's proxy, instead of the sandbox's own.
    host: Option<String>,
}

impl Running {
    fn start(dir: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wxpay"));
        command.arg("sandbox").arg("--dir").arg(dir).args(arguments).stdout(Stdio::null());
        let mut child = command.spawn().unwrap();
        let begun = Instant::now();
        loop {
            if let Ok(facts) = std::fs::read(dir.join("sandbox.json")) {
                // The file appears as a whole.
                let facts = serde_json::from_slice(&facts).unwrap();
                return Self { child, dir: dir.to_owned(), facts, host: None };
            }
            assert!(child.try_wait().unwrap().is_none(), "it has stopped");
            assert!(begun.elapsed() < Duration::from_secs(120), "it does not say that it listens");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn fact(&self, name: &str) -> &str {
        self.facts[name].as_str().unwrap_or_else(|| panic!("{name} in {}", self.facts))
    }

    fn file(&self, name: &str) -> String {
        self.dir.join(self.fact(name)).to_str().unwrap().to_owned()
    }

    /// Name of the key that has to sign answers: the public key's, if the merchant has it.
    fn signer(&self) -> &str {
        let id = self.facts.get("platform_public_key_id").and_then(Value::as_str);
        id.unwrap_or_else(|| self.fact("platform_certificate_serial"))
    }

    /// File with the public key of that signer.
    fn signers_key(&self) -> String {
        if self.facts.get("platform_public_key").is_some() {
            return self.file("platform_public_key");
        }
        let certificate = self.file("platform_certificate");
        let key = piped("openssl", &["x509", "-in", &certificate, "-pubkey", "-noout"], b"").stdout;
        let path = self.dir.join("of_the_certificate.pem");
        std::fs::write(&path, key).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// Runs the binary with the sandbox's settings. Returns exit code and standard output.
    fn command(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wxpay"));
        let ran = command.args(arguments).arg("--sandbox").arg(&self.dir).output().unwrap();
        eprintln!("{arguments:?}: {}", String::from_utf8_lossy(&ran.stderr));
        (ran.status.code(), String::from_utf8(ran.stdout).unwrap())
    }

    /// Sends a signal, and returns the exit code.
    fn stop(mut self, signal: &str) -> Option<i32> {
        let told = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        let code = self.child.wait().unwrap().code();
        assert!(!self.dir.join("sandbox.json").exists());
        code
    }

    /// Sends a signed request by curl. Returns status and verified body.
    fn call(&self, method: &str, target: &str, body: &str) -> (String, Value) {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        let nonce = "593BEC0C930BF1AFEB40B4A08C8FB242";
        let message = format!("{method}\n{target}\n{now}\n{nonce}\n{body}\n");
        let signature =
            piped("openssl", &["dgst", "-sha256", "-sign", &self.file("merchant_private_key")], message.as_bytes());
        let signature = piped("openssl", &["base64", "-A"], &signature.stdout).stdout;
        let authorization = format!(
            "Authorization: WECHATPAY2-SHA256-RSA2048 mchid=\"{}\",nonce_str=\"{nonce}\",signature=\"{}\",\
            timestamp=\"{now}\",serial_no=\"{}\"",
            self.fact("mchid"),
            String::from_utf8(signature).unwrap(),
            self.fact("merchant_serial"),
        );
        let serial = format!("Wechatpay-Serial: {}", self.signer());
        let url = format!("{}{target}", self.host.as_deref().unwrap_or_else(|| self.fact("base_url")));
        let mut arguments = vec!["-sS", "-i", "-X", method, &url, "-H", &authorization, "-H", &serial];
        arguments.extend(["-H", "Accept: application/json"]);
        match self.host {
            // curl also prints the proxy's answer, unless it is told not to.
            Some(_) => arguments.extend(["--suppress-connect-headers", "--proxy", self.fact("https_proxy")]),
            None => arguments.extend(["--noproxy", "*"]),
        }
        if !body.is_empty() {
            arguments.extend(["-H", "Content-Type: application/json", "--data-raw", body]);
        }
        if self.facts.get("tls_authority").is_some() {
            arguments.push("--cacert");
        }
        let authority = self.facts.get("tls_authority").map(|_| self.file("tls_authority"));
        arguments.extend(authority.as_deref());
        let answer = String::from_utf8(piped("curl", &arguments, b"").stdout).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().to_owned();
        self.verify(head, body);
        (status, serde_json::from_str(body).unwrap())
    }

    /// Verifies the answer's signature with openssl.
    fn verify(&self, head: &str, body: &str) {
        let header = |name: &str| {
            let lines = head.lines().filter_map(|line| line.split_once(": "));
            let mut found = lines.filter(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value);
            found.next().unwrap_or_else(|| panic!("{name} in {head}")).to_owned()
        };
        assert_eq!(header("wechatpay-serial"), self.signer());
        let signature = piped("openssl", &["base64", "-d", "-A"], header("wechatpay-signature").as_bytes()).stdout;
        let file = self.dir.join("signature");
        std::fs::write(&file, signature).unwrap();
        let message = format!("{}\n{}\n{body}\n", header("wechatpay-timestamp"), header("wechatpay-nonce"));
        let (key, file) = (self.signers_key(), file.to_str().unwrap().to_owned());
        piped("openssl", &["dgst", "-sha256", "-verify", &key, "-signature", &file], message.as_bytes());
    }

    fn order(&self, number: &str) -> (String, Value) {
        let body = format!(
            r#"{{"appid":"{}","mchid":"{}","description":"A teapot","out_trade_no":"{number}","notify_url":"http://127.0.0.1:9/notify","amount":{{"total":100}}}}"#,
            self.fact("appid"),
            self.fact("mchid"),
        );
        self.call("POST", "/v3/pay/transactions/app", &body)
    }

    fn query(&self, number: &str) -> (String, Value) {
        let target = format!("/v3/pay/transactions/out-trade-no/{number}?mchid={}", self.fact("mchid"));
        self.call("GET", &target, "")
    }
}

/// Runs a program that has to succeed, and returns its output.
fn piped(program: &str, arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// Returns true if both programs are installed. In CI they have to be.
fn can_call() -> bool {
    let missing = ["openssl", "curl"].into_iter().find(|program| Command::new(program).arg("--help").output().is_err());
    match missing {
        None => true,
        Some(program) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{program} is missing"),
        Some(program) => {
            eprintln!("SKIPPED: {program} is missing");
            false
        }
    }
}

#[test]
fn an_order_by_curl_and_openssl_outlives_the_sandbox() {
    if !can_call() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (dir, db) = (folder.path().join("sandbox"), folder.path().join("books.db"));
    let kept = ["--db", db.to_str().unwrap(), "--time-scale", "60"];
    let first = Running::start(&dir, &kept);
    let serial = first.fact("merchant_serial").to_owned();
    let (status, prepay) = first.order("ByCurl1");
    assert_eq!(status, "200");
    assert!(prepay["prepay_id"].as_str().unwrap().starts_with("wx"));
    let pay = format!("{}/api/orders/ByCurl1/pay", first.fact("admin_url"));
    let token = format!("Authorization: Bearer {}", first.fact("admin_token"));
    let paid = ["-sS", "-f", "--noproxy", "*", "-X", "POST", &pay, "-H", &token];
    piped("curl", &paid, b"");
    assert_eq!(first.stop("-TERM"), Some(0));

    let second = Running::start(&dir, &kept);
    assert_eq!(second.fact("merchant_serial"), serial);
    let (status, order) = second.query("ByCurl1");
    assert_eq!((&*status, &order["trade_state"]), ("200", &"SUCCESS".into()));
    assert_eq!(second.query("ByCurl2").0, "404");
    assert_eq!(second.stop("-INT"), Some(0));
}

#[test]
fn an_order_by_curl_over_tls() {
    if !can_call() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let sandbox = Running::start(&folder.path().join("sandbox"), &["--tls"]);
    assert!(sandbox.fact("base_url").starts_with("https://"));
    assert_eq!(sandbox.order("Secure1").0, "200");
    assert_eq!(sandbox.stop("-TERM"), Some(0));
}

#[test]
fn curl_calls_wechat_pays_own_hosts_through_the_proxy() {
    if !can_call() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut sandbox = Running::start(&folder.path().join("sandbox"), &["--tls"]);
    for (number, host) in [("LedHere1", "https://api.mch.weixin.qq.com"), ("LedHere2", "https://api2.wechatpay.cn")] {
        sandbox.host = Some(host.to_owned());
        assert_eq!(sandbox.order(number).0, "200");
    }
    sandbox.host = None;
    assert_eq!(sandbox.query("LedHere1").0, "200");
    let (proxy, authority) = (sandbox.fact("https_proxy").to_owned(), sandbox.file("tls_authority"));
    let elsewhere = ["-sS", "--proxy", &proxy, "--cacert", &authority, "https://example.com/"];
    let output = Command::new("curl").args(elsewhere).output().unwrap();
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("403"), "{output:?}");
    assert_eq!(sandbox.stop("-TERM"), Some(0));
}

#[test]
fn every_command_works_with_each_of_wechat_pays_keys() {
    if !can_call() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    for (keys, certificates) in [("public-key", 0), ("certificate", 1), ("both", 1)] {
        let sandbox = Running::start(&folder.path().join(keys), &["--keys", keys]);
        assert_eq!(sandbox.fact("keys"), keys);
        assert_eq!(sandbox.facts.get("platform_public_key").is_some(), keys != "certificate");
        assert_eq!(sandbox.facts.get("platform_certificate").is_some(), certificates == 1);
        assert_eq!(sandbox.order("ByCurl1").0, "200");
        let target = format!("/v3/pay/transactions/out-trade-no/ByCurl1?mchid={}", sandbox.fact("mchid"));
        let (code, order) = sandbox.command(&["call", "GET", &target]);
        assert!(code == Some(0) && order.contains("NOTPAY"), "{keys}: {code:?} {order}");
        let (code, found) = sandbox.command(&["doctor"]);
        assert_eq!(code, Some(0), "{keys}: {found}");
        let (code, listed) = sandbox.command(&["certs", "--json"]);
        assert_eq!(code, Some(0), "{keys}: {listed}");
        let listed: Value = serde_json::from_str(&listed).unwrap();
        let downloaded = listed.as_array().unwrap().iter().filter(|key| key["downloaded"] == true);
        assert_eq!(downloaded.count(), certificates, "{keys}: {listed}");
        let (status, certificates_answer) = sandbox.call("GET", "/v3/certificates", "");
        assert_eq!(status, if certificates == 0 { "404" } else { "200" }, "{certificates_answer}");
        assert_eq!(sandbox.stop("-TERM"), Some(0));
    }
}

#[test]
fn real_keys_and_databases_are_safe_from_it() {
    let folder = tempfile::tempdir().unwrap();
    let (key, db) = (folder.path().join("apiclient_key.pem"), folder.path().join("shop.sqlite"));
    std::fs::write(&key, "REAL-PRODUCTION-KEY").unwrap();
    std::fs::write(&db, "dear diary").unwrap();
    for (arguments, problem) in [
        (&["--dir", "."][..], "`apiclient_key.pem`"),
        (&["--dir", "sandbox", "--db", "shop.sqlite"], "it is not a database"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wxpay"));
        let output = command.arg("sandbox").args(arguments).current_dir(folder.path()).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(problem) && said.contains("never overwritten"), "{said}");
    }
    assert_eq!(std::fs::read_to_string(&key).unwrap(), "REAL-PRODUCTION-KEY");
    assert_eq!(std::fs::read_to_string(&db).unwrap(), "dear diary");
    // The folder is created before the books are opened; nothing else is new.
    let mut names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["apiclient_key.pem", "sandbox", "shop.sqlite"]);
}

#[test]
fn what_it_cannot_do_it_says_before_it_starts() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("sandbox");
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    for (arguments, error) in [
        (["--addr", "0.0.0.0:0"], "other machines reach 0.0.0.0:0: listening there has to be allowed; --allow-remote"),
        (["--admin-addr", &taken], "cannot listen"),
        (["--time-scale", "0"], "--time-scale"),
        (["--addr", "localhost"], "--addr"),
        (["--keys", "pubkey"], "possible values: public-key, certificate, both"),
        (["--notify-to", "http://shop"], "expected a host such as `web` or `192.168.1.5`, found `http://shop`"),
    ] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wxpay"));
        let output = command.arg("sandbox").arg("--dir").arg(&dir).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(error), "{said}");
        assert!(!dir.join("sandbox.json").exists());
    }
}
