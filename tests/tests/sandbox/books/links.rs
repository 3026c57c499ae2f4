//! Links for paying: `prepay_id`, `code_url`, `h5_url`.

use wxpay::client::Client;
use wxpay::error::ErrorCode;
use wxpay::prelude::*;
use wxpay_sandbox::Sandbox;
use wxpay_tests::{closing, order};

use super::orders::{h5, jsapi, native};
use super::{refused, sandbox};

const TWO_HOURS: i64 = 2 * 60 * 60;
const FIVE_MINUTES: i64 = 5 * 60;

/// A link of each kind, each to its own order, with its lifetime.
async fn links(client: &Client) -> [(String, i64); 4] {
    [
        (client.send(&order(client, "APP_001")).await.unwrap().prepay_id, TWO_HOURS),
        (client.send(&jsapi(client, "JSAPI001")).await.unwrap().prepay_id, TWO_HOURS),
        (client.send(&native(client, "NATIVE001")).await.unwrap().code_url, TWO_HOURS),
        (client.send(&h5(client, "H5_001")).await.unwrap().h5_url, FIVE_MINUTES),
    ]
}

fn problem(sandbox: &Sandbox, link: &str) -> Option<&'static str> {
    sandbox.checkout(link).unwrap().problem
}

#[tokio::test]
async fn every_link_leads_to_its_order_and_pays_it() {
    let (sandbox, client) = sandbox().await;
    for ((link, _), number) in links(&client).await.iter().zip(["APP_001", "JSAPI001", "NATIVE001", "H5_001"]) {
        let checkout = sandbox.checkout(link).unwrap();
        assert_eq!((&*checkout.mchid, &*checkout.out_trade_no), (client.merchant().id(), number));
        assert_eq!((&checkout.descriptions[..], checkout.total), (&["A teapot".to_owned()][..], Fen::new(100)));
        assert_eq!((checkout.combined, checkout.problem), (false, None));
        sandbox.pay_link(link).unwrap();
        assert_eq!(problem(&sandbox, link), Some("is paid already"));
        assert!(sandbox.pay_link(link).is_err());
    }
}

#[tokio::test]
async fn links_are_as_long_as_the_official_ones_and_open_the_phone() {
    let (sandbox, client) = sandbox().await;
    let [(prepay_id, _), _, (code_url, _), (h5_url, _)] = links(&client).await;
    assert!(prepay_id.starts_with("wx") && prepay_id.len() == 36, "{prepay_id}");
    assert!(code_url.starts_with(&sandbox.admin_url()) && code_url.len() <= 64, "{code_url}");
    assert!(h5_url.contains("/phone/?prepay_id=wx") && h5_url.contains("&package="), "{h5_url}");
}

#[tokio::test]
async fn a_link_holds_two_hours_and_that_of_a_browser_five_minutes() {
    let (sandbox, client) = sandbox().await;
    for (link, life) in links(&client).await {
        // Some of the second in which it was made has passed.
        sandbox.set_clock_ahead(life - 5).unwrap();
        assert_eq!(problem(&sandbox, &link), None, "{link}");
        sandbox.set_clock_ahead(life).unwrap();
        assert!(problem(&sandbox, &link).is_some(), "{link}");
        assert!(sandbox.pay_link(&link).is_err(), "{link}");
    }
}

#[tokio::test]
async fn an_order_whose_link_has_expired_is_paid_by_a_fresh_one() {
    let (sandbox, client) = sandbox().await;
    let old = client.send(&native(&client, "NATIVE001")).await.unwrap().code_url;
    let client = super::later(&sandbox, TWO_HOURS);
    let fresh = client.send(&native(&client, "NATIVE001")).await.unwrap().code_url;
    assert!(sandbox.pay_link(&old).is_err());
    sandbox.pay_link(&fresh).unwrap();
}

#[tokio::test]
async fn a_link_to_a_closed_order_pays_nothing() {
    let (sandbox, client) = sandbox().await;
    let link = client.send(&order(&client, "20260101000001")).await.unwrap().prepay_id;
    client.send(&closing(&client, "20260101000001")).await.unwrap();
    assert!(problem(&sandbox, &link).is_some());
    assert!(sandbox.pay_link(&link).is_err());
    refused(client.send(&order(&client, "20260101000001")).await, 400, ErrorCode::OrderClosed);
}

#[tokio::test]
async fn what_is_no_link_leads_nowhere() {
    let (sandbox, _) = sandbox().await;
    for link in ["", "wx0000000000000000000000000000000000", "http://127.0.0.1/phone/?pr=0", "?", "?pr="] {
        assert!(sandbox.checkout(link).is_err(), "{link}");
        assert!(sandbox.pay_link(link).is_err(), "{link}");
    }
}
