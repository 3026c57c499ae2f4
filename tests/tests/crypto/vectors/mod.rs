//! Vectors from the official documentation and from other SDKs, which `facts/FACTS.md` explains. Every file has a test, which
//! reports how many items it ran.

mod answers;
mod certificates;
mod envelopes;
mod others;
mod signatures;
mod texts;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::Value;
use wxpay::client::Client;
use wxpay::crypto::{Backend, PublicKey};
use wxpay::keys::public_key_der;
use wxpay_tests::keys::Key;
use wxpay_tests::wire::Scripted;
use wxpay_tests::{facts, report};

/// Runs every item of `file` except those in `skipped`, which have a reason each. At least `expected` items have to exist, so
/// that a folder that shrank is noticed, and each has to pass.
fn each(file: &str, expected: usize, skipped: &[(&str, &str)], run: impl Fn(&Item)) {
    let items = items(file);
    for (id, reason) in skipped {
        assert!(items.iter().any(|item| item.id == *id), "{file}: skipped {id} does not exist");
        report(&format!("{file}: {id} skipped: {reason}"));
    }
    let applying: Vec<_> = items.iter().filter(|item| skipped.iter().all(|(id, _)| item.id != *id)).collect();
    let passed = |item: &&&Item| {
        let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| run(item)));
        result.inspect_err(|_| report(&format!("{file}: {} FAILED", item.id))).is_ok()
    };
    let (ran, of) = (applying.iter().filter(passed).count(), applying.len().max(expected));
    let aside = if skipped.is_empty() { String::new() } else { format!(" ({} skipped)", skipped.len()) };
    report(&format!("{file} {ran} of {of}{aside}"));
    assert_eq!(ran, of, "{file}");
}

/// The items of a file, one per line.
fn items(file: &str) -> Vec<Item> {
    let text = facts::vectors(file);
    let items = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()).enumerate();
    items
        .map(|(index, value)| Item { id: value["id"].as_str().map_or(index.to_string(), str::to_owned), value })
        .collect()
}

/// The item of `file` called `id`, to which another refers.
fn item(file: &str, id: &str) -> Item {
    items(file).into_iter().find(|item| item.id == id).unwrap_or_else(|| panic!("{file} has no {id}"))
}

/// A vector.
struct Item {
    id: String,
    value: Value,
}

impl Item {
    fn text(&self, member: &str) -> &str {
        self.maybe(member).unwrap_or_else(|| panic!("{}: no text `{member}`", self.id))
    }

    fn maybe(&self, member: &str) -> Option<&str> {
        self.value[member].as_str()
    }

    fn bytes(&self, member: &str) -> Vec<u8> {
        BASE64.decode(self.text(member)).unwrap()
    }

    fn flag(&self, member: &str) -> bool {
        self.value[member].as_bool().unwrap_or_else(|| panic!("{}: no boolean `{member}`", self.id))
    }

    fn headers(&self) -> http::HeaderMap {
        let members = self.value["headers"].as_object().unwrap();
        let header =
            |(name, value): (&String, &Value)| (name.parse().unwrap(), value.as_str().unwrap().parse().unwrap());
        members.iter().map(header).collect()
    }
}

/// Every backend. A run without a backend is a mistake.
fn backends() -> &'static [Backend] {
    assert!(!Backend::all().is_empty(), "no backend is compiled in");
    Backend::all()
}

/// The key `id` of `public_keys`, which is the same in both forms.
fn public_key(backend: Backend, id: &str) -> PublicKey {
    let item = item("public_keys", id);
    let load = |pem: &str| backend.public_key(&public_key_der(pem).unwrap()).unwrap();
    let (spki, pkcs1) = (load(item.text("public_spki_pem")), load(item.text("public_pkcs1_pem")));
    assert_eq!(spki.spki, pkcs1.spki, "{id}");
    spki
}

/// A client of the merchant `mchid`, which sends nothing and whose clock stands at `now`.
fn client(backend: Backend, mchid: &str, now: i64) -> Client {
    Client::builder()
        .backend(backend)
        .mchid(mchid)
        .merchant_serial("0C4A5E1F00D2B3C4D5E6F708192A3B4C5D6E7F80")
        .private_key_pem(&Key::shared().pkcs8)
        .platform_public_key_pem("PUB_KEY_ID_01", &Key::other().spki)
        .transport(Scripted::unreachable())
        .clock(move || now)
        .build()
        .unwrap()
}
