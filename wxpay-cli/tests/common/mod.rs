//! The binary as a child process, a sandbox, and the files that connect the two.

// Each test file uses a part of this.
#![allow(dead_code)]

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;
use wxpay_sandbox::{Credentials, Keys, Sandbox};

/// A sandbox, and a folder with a merchant's files.
pub(crate) struct Shop {
    pub(crate) sandbox: Sandbox,
    pub(crate) folder: TempDir,
}

impl Shop {
    pub(crate) async fn open() -> Self {
        Self::of(Sandbox::start().await.unwrap())
    }

    /// A shop whose merchant has both kinds of keys; the public key is configured.
    pub(crate) async fn with_certificates() -> Self {
        Self::of(Sandbox::builder().keys(Keys::Both).start().await.unwrap())
    }

    pub(crate) fn of(sandbox: Sandbox) -> Self {
        let shop = Self { sandbox, folder: TempDir::new().unwrap() };
        let credentials = shop.credentials();
        shop.secret("apiclient_key.pem", &credentials.merchant_private_key);
        shop.secret("api_v3_key", &format!("{}\n", credentials.api_v3_key));
        shop.file("apiclient_cert.pem", &credentials.merchant_certificate);
        shop.file("pub_key.pem", &credentials.public_key);
        shop.file("platform_cert.pem", &credentials.platform_certificate);
        shop.configure(&[]);
        shop
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        self.sandbox.credentials()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn secret(&self, name: &str, content: &str) {
        let path = self.file(name, content);
        fs::set_permissions(path, Permissions::from_mode(0o600)).unwrap();
    }

    /// Writes wxpay.toml with the merchant's settings and these changes. An empty value removes a setting.
    pub(crate) fn configure(&self, changes: &[(&str, &str)]) {
        let credentials = self.credentials();
        let quoted = |text: &str| format!("{text:?}");
        let mut settings = vec![
            ("mchid", quoted(&credentials.mchid)),
            ("merchant_serial", quoted(&credentials.merchant_serial)),
            ("private_key", quoted("apiclient_key.pem")),
            ("merchant_certificate", quoted("apiclient_cert.pem")),
            ("api_v3_key_file", quoted("api_v3_key")),
            ("platform_public_key_id", quoted(&credentials.public_key_id)),
            ("platform_public_key", quoted("pub_key.pem")),
            ("base_url", quoted(&self.sandbox.url())),
            ("backup_url", quoted(&self.sandbox.backup_url())),
        ];
        for (name, value) in changes {
            settings.retain(|(other, _)| other != name);
            if !value.is_empty() {
                settings.push((name, (*value).to_owned()));
            }
        }
        let lines: String = settings.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
        self.file("wxpay.toml", &lines);
    }

    /// Writes the file that `wxpay sandbox --dir` writes.
    pub(crate) fn write_sandbox_json(&self) {
        let credentials = self.credentials();
        let keys = credentials.keys;
        let written = serde_json::json!({
            "base_url": self.sandbox.url(),
            "backup_url": self.sandbox.backup_url(),
            "admin_url": self.sandbox.url(),
            "admin_token": "token",
            "mchid": credentials.mchid,
            "merchant_serial": credentials.merchant_serial,
            "merchant_private_key": "apiclient_key.pem",
            "merchant_certificate": "apiclient_cert.pem",
            "keys": keys,
            "platform_public_key_id": keys.has_public_key().then_some(&credentials.public_key_id),
            "platform_public_key": keys.has_public_key().then_some("pub_key.pem"),
            "platform_certificate_serial": keys.has_certificates().then_some(&credentials.platform_serial),
            "platform_certificate": keys.has_certificates().then_some("platform_cert.pem"),
            "api_v3_key": credentials.api_v3_key,
            "appid": "wxd678efh567hg6787",
        });
        self.secret("sandbox.json", &written.to_string());
    }

    /// Runs the binary in the shop's folder, where wxpay.toml is.
    pub(crate) async fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[], "").await
    }

    pub(crate) async fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)], input: &str) -> Ran {
        let mut command = command(self.folder.path(), arguments);
        command.envs(environment.iter().copied());
        finished(command, input.as_bytes().to_vec()).await
    }

    /// Secrets that must never be printed; one of several lines is given line by line.
    pub(crate) fn secrets(&self) -> Vec<String> {
        let credentials = self.credentials();
        let lines = credentials.merchant_private_key.lines().filter(|line| !line.starts_with("-----"));
        lines.map(str::to_owned).chain([credentials.api_v3_key.clone()]).collect()
    }
}

/// The binary, without any configuration of the person who runs the tests.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wxpay"));
    command.args(arguments).current_dir(folder).env_clear().env("HOME", folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs the command to its end. The sandbox runs meanwhile.
pub(crate) async fn finished(mut command: Command, input: Vec<u8>) -> Ran {
    let output = tokio::task::spawn_blocking(move || {
        let mut child = command.spawn().unwrap();
        // A child that does not read its input has closed it.
        let _ = child.stdin.take().unwrap().write_all(&input);
        child.wait_with_output().unwrap()
    });
    Ran::of(&output.await.unwrap())
}

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        // A file is printed as it is.
        let out = String::from_utf8_lossy(&output.stdout).into_owned();
        Self { code: output.status.code(), out, err: text(&output.stderr) }
    }

    /// Its standard output, if it has ended with this code.
    #[track_caller]
    pub(crate) fn ends(&self, code: i32) -> &str {
        assert_eq!(self.code, Some(code), "{self:?}");
        &self.out
    }

    #[track_caller]
    pub(crate) fn json(&self, code: i32) -> Value {
        serde_json::from_str(self.ends(code)).unwrap()
    }

    /// State, text and remedy of the finding of `check`, from the output of `doctor --json`.
    #[track_caller]
    pub(crate) fn finding(&self, check: &str) -> (String, String, String) {
        let findings: Value = serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{self:?}"));
        let found = findings.as_array().unwrap().iter().find(|finding| finding["check"] == check);
        let found = found.unwrap_or_else(|| panic!("{check}: {self:?}"));
        let text = |member: &str| found[member].as_str().unwrap_or_default().to_owned();
        (text("state"), text("text"), text("remedy"))
    }

    /// Its standard error, if it has ended with this code and printed nothing.
    #[track_caller]
    pub(crate) fn fails(&self, code: i32) -> &str {
        assert_eq!(self.ends(code), "", "{self:?}");
        &self.err
    }
}
