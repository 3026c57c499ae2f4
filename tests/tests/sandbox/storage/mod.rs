//! The data that a sandbox stores, and the addresses that it listens on.

mod claims;

use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use rcgen::{CertificateParams, DnType, KeyPair};
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay::pay::TradeState;
use wxpay_sandbox::wire::{Wire, body_start};
use wxpay_sandbox::{Keys, NotificationState, Sandbox, SandboxError};
use wxpay_tests::{order, order_query, refund};

async fn state(client: &Client, number: &str) -> Option<TradeState> {
    client.send(&order_query(client, number)).await.unwrap().trade_state
}

#[tokio::test]
async fn a_sandbox_goes_on_where_another_has_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path().join("keys")).database(folder.path().join("books.db"));
    let first = begun().start().await.unwrap();
    let client = first.client().unwrap();
    client.send(&order(&client, "Kept01")).await.unwrap();
    client.send(&order(&client, "Kept02")).await.unwrap();
    first.pay_order("Kept01").unwrap();
    client.send(&refund("Kept01", "Refund01", 10)).await.unwrap();
    let orders = first.orders().unwrap();
    let serial = first.credentials().merchant_serial.clone();
    first.stop().await;

    let second = begun().start().await.unwrap();
    assert_eq!(second.credentials().merchant_serial, serial);
    assert_eq!(second.orders().unwrap(), orders);
    // The client is built of the same keys, which are still valid.
    let client = Client::builder().hosts([second.url()]);
    let credentials = second.credentials();
    let client = client
        .mchid(&credentials.mchid)
        .merchant_serial(&credentials.merchant_serial)
        .private_key_pem(&credentials.merchant_private_key)
        .api_v3_key(&credentials.api_v3_key)
        .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
        .build()
        .unwrap();
    assert_eq!(state(&client, "Kept01").await, Some(TradeState::Refund));
    assert_eq!(state(&client, "Kept02").await, Some(TradeState::NotPay));
    second.complete_refund("Refund01").unwrap();
}

#[tokio::test]
async fn a_notification_that_nobody_has_accepted_is_sent_on_by_the_next_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path().join("keys")).database(folder.path().join("books.db"));
    let first = begun().start().await.unwrap();
    let receiver = Wire::tap(first.address()).await.unwrap();
    let client = first.client().unwrap();
    let mut order = order(&client, "Kept03");
    order.notify_url = format!("{}/notify", receiver.url());
    client.send(&order).await.unwrap();
    first.pay_order("Kept03").unwrap();
    while first.deliveries().unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    first.stop().await;

    // The second attempt is due 15 seconds after the first.
    let second = begun().notification_second(Duration::from_millis(1)).start().await.unwrap();
    while second.deliveries().unwrap().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let requests = receiver.requests();
    let bodies: Vec<_> = requests.iter().map(|request| &request[body_start(request).unwrap()..]).collect();
    assert_eq!(bodies[0], bodies[1]);
    // The receiver belonged to the first sandbox, and has ended with it.
    assert_eq!(second.notifications().unwrap()[0].attempts[1].status, None);
    assert_eq!(second.notifications().unwrap()[0].state, NotificationState::Pending);
}

#[tokio::test]
async fn books_belong_to_one_sandbox_at_a_time_and_to_one_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("books.db");
    let first = Sandbox::builder().database(&path).start().await.unwrap();
    let second = Sandbox::builder().database(&path).start().await.err().unwrap();
    assert_eq!(second.to_string(), format!("cannot use `{}`: another sandbox is using it", path.display()));
    first.stop().await;

    let other = folder.path().join("other.db");
    fs::copy(&path, &other).unwrap();
    let mut bytes = fs::read(&other).unwrap();
    // An SQLite file has the version's number at this place.
    bytes[63] ^= 2;
    fs::write(&other, bytes).unwrap();
    let error = Sandbox::builder().database(&other).start().await.err().unwrap();
    assert!(matches!(&error, SandboxError::Version { path } if *path == other), "{error}");
    Sandbox::builder().database(&path).start().await.unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn books_that_others_could_open_are_their_owners_from_then_on() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("books.db");
    Sandbox::builder().database(&path).start().await.unwrap().stop().await;
    for mode in [0o666, 0o640, 0o604, 0o600] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        Sandbox::builder().database(&path).start().await.unwrap().stop().await;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{mode:o}");
    }
}

#[tokio::test]
async fn the_folder_says_where_the_sandbox_is_for_as_long_as_it_runs() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("deep/sandbox");
    let sandbox = Sandbox::builder().directory(&directory).keys(Keys::Both).start().await.unwrap();
    let read = |name: &str| fs::read_to_string(directory.join(name)).unwrap();
    let facts: serde_json::Value = serde_json::from_str(&read("sandbox.json")).unwrap();
    let credentials = sandbox.credentials();
    for (name, value) in [
        ("base_url", &sandbox.url()),
        ("backup_url", &sandbox.backup_url()),
        ("admin_url", &sandbox.admin_url()),
        ("admin_token", &sandbox.admin_token().to_owned()),
        ("mchid", &credentials.mchid),
        ("api_v3_key", &credentials.api_v3_key),
        ("merchant_serial", &credentials.merchant_serial),
        ("platform_public_key_id", &credentials.public_key_id),
        ("platform_certificate_serial", &credentials.platform_serial),
    ] {
        assert_eq!(facts[name], **value, "{name}");
    }
    for (name, content) in [
        ("merchant_private_key", &credentials.merchant_private_key),
        ("merchant_certificate", &credentials.merchant_certificate),
        ("platform_public_key", &credentials.public_key),
        ("platform_certificate", &credentials.platform_certificate),
    ] {
        assert_eq!(read(facts[name].as_str().unwrap()), *content, "{name}");
    }
    assert!(credentials.merchant_private_key.starts_with("-----BEGIN PRIVATE KEY-----"));
    assert!(facts["appid"].is_string());
    #[cfg(unix)]
    for entry in fs::read_dir(&directory).unwrap() {
        use std::os::unix::fs::PermissionsExt as _;
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{entry:?}");
        assert_eq!(fs::metadata(&directory).unwrap().permissions().mode() & 0o777, 0o700);
    }
    let second = Sandbox::builder().directory(&directory).start().await.err().unwrap();
    assert_eq!(second.to_string(), format!("cannot use `{}`: another sandbox runs there", directory.display()));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&read("sandbox.json")).unwrap(), facts);
    sandbox.stop().await;
    assert!(!directory.join("sandbox.json").exists());
    assert!(directory.join("apiclient_key.pem").exists());
}

#[tokio::test]
async fn other_machines_are_let_in_if_that_is_allowed() {
    let everywhere: SocketAddr = "0.0.0.0:0".parse().unwrap();
    for builder in [
        Sandbox::builder().address(everywhere),
        Sandbox::builder().backup_address(everywhere),
        Sandbox::builder().admin_address(everywhere),
    ] {
        assert!(matches!(builder.start().await, Err(SandboxError::Remote(address)) if address == everywhere));
    }
    let sandbox = Sandbox::builder().address(everywhere).allow_remote(true).start().await.unwrap();
    assert!(sandbox.url().starts_with("http://127.0.0.1:"), "{}", sandbox.url());
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "Remote01")).await.unwrap();
}

#[tokio::test]
async fn it_listens_where_it_is_told() {
    let free = || std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (main, backup, admin) = (free(), free(), free());
    let builder = Sandbox::builder().address(main).backup_address(backup).admin_address(admin);
    let sandbox = builder.start().await.unwrap();
    assert_eq!((sandbox.address(), sandbox.backup_address()), (main, backup));
    assert_eq!(sandbox.admin_url(), format!("http://{admin}"));
    let client = sandbox.client_builder().hosts([sandbox.backup_url()]).build().unwrap();
    client.send(&order(&client, "Backup01")).await.unwrap();
    let taken = Sandbox::builder().address(main).start().await;
    assert!(matches!(taken, Err(SandboxError::Listen(_))));
}

#[tokio::test]
async fn tls_is_spoken_by_an_authority_that_is_made_at_each_start() {
    let folder = tempfile::tempdir().unwrap();
    let keys = folder.path().join("keys");
    let begun = || Sandbox::builder().tls(true).directory(&keys);
    let sandbox = begun().start().await.unwrap();
    assert!(sandbox.url().starts_with("https://127.0.0.1:"));
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "Secure01")).await.unwrap();
    let authority = sandbox.tls_authority().unwrap().to_owned();
    assert_eq!(fs::read_to_string(keys.join("ca.pem")).unwrap(), authority);
    let named = sandbox.backup_url().replace("127.0.0.1", "localhost");
    let client = sandbox.client_builder().hosts([named]).build().unwrap();
    assert_eq!(state(&client, "Secure01").await, Some(TradeState::NotPay));
    let stranger = sandbox.credentials().client_builder().hosts([sandbox.url()]).build().unwrap();
    let error = stranger.send(&order(&stranger, "Secure02")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    sandbox.stop().await;

    let again = begun().start().await.unwrap();
    assert_ne!(again.tls_authority(), Some(&*authority));
    assert_eq!(fs::read_to_string(keys.join("ca.pem")).unwrap(), again.tls_authority().unwrap());
    let client = again.credentials().client_builder().hosts([again.url()]).root_certificate_pem(authority);
    let client = client.build().unwrap();
    let error = client.send(&order(&client, "Secure03")).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent, "{error}");
    // Nobody can sign any more: the key is stored nowhere.
    for entry in fs::read_dir(&keys).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let is_merchants = ["apiclient_key.pem", "keys.json"].iter().any(|name| path.ends_with(name));
        assert!(is_merchants || !text.contains("PRIVATE KEY"), "{}", path.display());
    }
}

#[tokio::test]
async fn the_authoritys_key_of_an_earlier_version_is_removed_and_no_other_file_of_that_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, is_ours) in [("WeChat Pay sandbox authority", true), ("somebody's own authority", false)] {
        let keys = folder.path().join(name);
        Sandbox::builder().directory(&keys).start().await.unwrap().stop().await;
        let (key, mut parameters) = (KeyPair::generate().unwrap(), CertificateParams::default());
        parameters.distinguished_name.push(DnType::CommonName, name);
        fs::write(keys.join("ca.pem"), parameters.self_signed(&key).unwrap().pem()).unwrap();
        fs::write(keys.join("ca_key.pem"), key.serialize_pem()).unwrap();
        Sandbox::builder().directory(&keys).start().await.unwrap().stop().await;
        assert_eq!(keys.join("ca_key.pem").exists(), !is_ours, "{name}");
    }
    let keys = folder.path().join("another key");
    Sandbox::builder().directory(&keys).start().await.unwrap().stop().await;
    fs::copy(folder.path().join("WeChat Pay sandbox authority/ca.pem"), keys.join("ca.pem")).unwrap();
    fs::write(keys.join("ca_key.pem"), KeyPair::generate().unwrap().serialize_pem()).unwrap();
    Sandbox::builder().directory(&keys).start().await.unwrap().stop().await;
    assert!(keys.join("ca_key.pem").exists());
}

/// The start decides about the keys, not the folder or the books.
#[tokio::test]
async fn the_keys_of_merchants_are_those_that_the_start_names() {
    let folder = tempfile::tempdir().unwrap();
    let begun = || Sandbox::builder().directory(folder.path().join("keys")).database(folder.path().join("books.db"));
    let facts = || {
        let facts = fs::read(folder.path().join("keys/sandbox.json")).unwrap();
        serde_json::from_slice::<serde_json::Value>(&facts).unwrap()
    };
    for (index, keys) in [Keys::Both, Keys::Certificate, Keys::PublicKey].into_iter().enumerate() {
        let sandbox = begun().keys(keys).start().await.unwrap();
        let client = sandbox.client().unwrap();
        client.send(&order(&client, &format!("Mode{index}-"))).await.unwrap();
        let facts = facts();
        assert_eq!(facts["keys"], keys.as_str());
        assert_eq!(facts.get("platform_public_key_id").is_some(), keys.has_public_key());
        assert_eq!(facts.get("platform_certificate").is_some(), keys.has_certificates());
        sandbox.stop().await;
    }
    let usual = begun().start().await.unwrap();
    assert_eq!((facts()["keys"].as_str(), usual.orders().unwrap().len()), (Some("public-key"), 3));
}

#[tokio::test]
async fn somebody_who_never_shakes_hands_keeps_nobody_waiting() {
    let sandbox = Sandbox::builder().tls(true).start().await.unwrap();
    let _silent = tokio::net::TcpStream::connect(sandbox.address()).await.unwrap();
    let client = sandbox.client().unwrap();
    client.send(&order(&client, "Waiting1")).await.unwrap();
}
