//! `wxpay endpoints`.

// A test that fails is meant to panic.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

mod common;

use common::{command, finished};
use serde_json::Value;
use tempfile::TempDir;

#[tokio::test]
async fn endpoints_are_listed_and_filtered() {
    let folder = TempDir::new().unwrap();
    let run = async |arguments: &[&str]| finished(command(folder.path(), arguments), Vec::new()).await;
    let all = run(&["endpoints", "--json"]).await.json(0);
    assert_eq!(all.as_array().unwrap().len(), wxpay::catalogue().len());
    let app = run(&["endpoints", "--json", "POST /v3/pay/transactions/app"]).await.json(0);
    assert_eq!(app[0]["module"], "pay");
    let place = |name: &str| {
        let fields = app[0]["request"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).cloned().unwrap_or(Value::Null)
    };
    assert_eq!((&place("amount")["type"], &place("amount")["required"]), (&"object".into(), &true.into()));
    let table = run(&["endpoints", "security"]).await;
    assert!(table.ends(0).contains("POST   /v3/security/echo"), "{table:?}");
}

#[tokio::test]
async fn a_title_is_for_people_and_found_by_its_chinese_words() {
    let folder = TempDir::new().unwrap();
    let run = async |arguments: &[&str]| finished(command(folder.path(), arguments), Vec::new()).await;
    let sharing = run(&["endpoints", "分账"]).await;
    assert!(sharing.ends(0).contains("/v3/profitsharing/orders"), "{sharing:?}");
    let product = run(&["endpoints", "银行营销"]).await;
    assert!(product.ends(0).contains("bank_packages (银行营销·号码包)"), "{product:?}");
    assert!(product.ends(0).contains("/v3/marketing/bank/packages"), "{product:?}");
    let all = run(&["endpoints"]).await;
    for link in ["](", "[`", "::"] {
        let found = all.ends(0).lines().find(|line| line.contains(link));
        assert_eq!(found, None, "{link}");
    }
}
