//! Follows the guide word by word: its first program in an empty folder, and its commands on real keys.

use std::fs;
use std::path::Path;
use std::process::Command;

use wxpay_sandbox::Sandbox;

use crate::{cargo, root, write};

/// The blocks of a chapter with this language at their fence; an empty one is Rust.
fn blocks(chapter: &str, language: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("wxpay/src/guide").join(chapter)).unwrap();
    let mut blocks = Vec::new();
    let mut rest = text.as_str();
    while let Some((_, block)) = rest.split_once("\n```") {
        let (block, after) = block.split_once("\n```\n").unwrap();
        let (fence, content) = block.split_once('\n').unwrap();
        if fence == language {
            blocks.push(format!("{content}\n"));
        }
        rest = after;
    }
    blocks
}

#[test]
fn the_first_order_runs_in_an_empty_folder() {
    let folder = tempfile::tempdir().unwrap();
    let manifest = &blocks("first_order.md", "toml")[0];
    assert!(manifest.contains("\"../wxpay/wxpay\"") && manifest.contains("\"../wxpay/wxpay-sandbox\""));
    let clone = format!("\"{}/", root().to_str().unwrap());
    write(folder.path(), "Cargo.toml", &manifest.replace("\"../wxpay/", &clone));
    write(folder.path(), "src/main.rs", &blocks("first_order.md", "")[0]);
    let printed = cargo(&["run", "--quiet"], folder.path());
    let lines: Vec<_> = printed.lines().collect();
    assert!(
        matches!(lines[..], [ordered, signed, "paid: 20260101000001"]
        if ordered.starts_with("ordered: wx") && signed.starts_with("signed for the phone: wx")),
        "{printed}"
    );
}

/// A program with the README's handler: a genuine notification is stored and acknowledged, a changed one refused.
#[test]
fn the_readmes_handler_acknowledges_what_it_stores_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let clone = format!("\"{}/", root().to_str().unwrap());
    let manifest =
        blocks("first_order.md", "toml").remove(0).replace("\"../wxpay/", &clone).replace("teapot", "readme");
    write(folder.path(), "Cargo.toml", &format!("{manifest}bytes = \"1\"\nhttp = \"1\"\nserde_json = \"1\"\n"));
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, chapter) = readme.split_once("\n## A notification\n").unwrap();
    let (_, block) = chapter.split_once("```rust,no_run\n").unwrap();
    let (handler, _) = block.split_once("\n```\n").unwrap();
    write(folder.path(), "src/main.rs", &format!("{handler}\n{NOTIFIES}"));
    let printed = cargo(&["run", "--quiet"], folder.path());
    let lines: Vec<_> = printed.lines().collect();
    assert!(matches!(lines[..], [stored, "204", "401"] if stored.ends_with(": TRANSACTION.SUCCESS")), "{printed}");
}

const NOTIFIES: &str = r#"
#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = wxpay_sandbox::Sandbox::start().await?;
    let notifications = sandbox.client()?.notifications()?;
    let payment = serde_json::json!({
        "appid": "wxd678efh567hg6787", "mchid": "1900000001", "out_trade_no": "20260101000001",
        "trade_state": "SUCCESS", "amount": { "total": 1 },
    });
    let (headers, body) = sandbox.notification("TRANSACTION.SUCCESS", "transaction", &payment).await?;
    println!("{}", notified(&notifications, headers.clone(), body.clone()).await.status().as_u16());
    let changed = bytes::Bytes::from([&body[..], b" "].concat());
    println!("{}", notified(&notifications, headers, changed).await.status().as_u16());
    Ok(())
}
"#;

#[tokio::test]
async fn the_commands_that_check_keys_tell_right_ones_from_wrong_ones() {
    let sandbox = Sandbox::start().await.unwrap();
    let (right, other) = (sandbox.credentials(), sandbox.register_merchant().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let commands = blocks("keys.md", "sh");
    let keys = |private: &str, certificate: &str, platform: &str| {
        write(folder.path(), "apiclient_key.pem", private);
        write(folder.path(), "apiclient_cert.pem", certificate);
        write(folder.path(), "pub_key.pem", platform);
        commands.iter().map(|command| run(command, folder.path())).collect::<Vec<_>>()
    };
    let [Some(whose), Some(pair), Some(platform)] =
        &keys(&right.merchant_private_key, &right.merchant_certificate, &right.public_key)[..]
    else {
        panic!("the keys are right")
    };
    assert!(whose.contains(&format!("serial={}", right.merchant_serial)) && whose.contains(&right.mchid), "{whose}");
    assert!(pair.starts_with("right: "), "{pair}");
    assert!(platform.contains("2048 bit") && platform.contains("right: "), "{platform}");

    let wrong =
        |said: &Option<String>| said.as_ref().is_none_or(|said| said.contains("WRONG: ") && !said.contains("right: "));
    let swapped = keys(&right.merchant_private_key, &other.merchant_certificate, &right.public_key);
    assert!(wrong(&swapped[1]), "the private key belongs to another certificate: {swapped:?}");
    // With the line ends of Windows it is still the merchant's own key.
    let own = run("openssl x509 -in apiclient_cert.pem -noout -pubkey", folder.path()).unwrap();
    for own in [own.clone(), own.replace('\n', "\r\n")] {
        let mistaken = keys(&other.merchant_private_key, &other.merchant_certificate, &own);
        assert!(wrong(&mistaken[2]), "the merchant's own key is given as WeChat Pay's: {mistaken:?}");
    }
}

/// The output of a command; `None` if it fails.
fn run(command: &str, folder: &Path) -> Option<String> {
    let output = Command::new("bash").args(["-euo", "pipefail", "-c", command]).current_dir(folder).output().unwrap();
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
