//! Words of the attribute that affect the wire: each is sent to a sandbox, which reads by the same declaration.

use serde::{Deserialize, Serialize};
use wxpay::client::Client;
use wxpay::error::Outcome;
use wxpay::payload::Unit;
use wxpay::prelude::*;
use wxpay::validate::Problem;
use wxpay_sandbox::Sandbox;

#[wxpay_object]
#[derive(Debug, Clone, PartialEq)]
struct Answer {
    read: String,
}

async fn answering<E: Endpoint<Response = Answer> + Send + 'static>(
    read: impl Fn(&E) -> String + Send + Sync + 'static,
) -> (Sandbox, Client) {
    let answer = move |request: &E| Answer { read: read(request) };
    let sandbox = Sandbox::builder().endpoint(answer).start().await.unwrap();
    let client = sandbox.client().unwrap();
    (sandbox, client)
}

/// A date of another crate, as serde writes it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Day(String);

#[wxpay_endpoint(method = "GET", path = "/v3/days", response = Answer)]
#[derive(Debug, Clone, PartialEq)]
struct FindDay {
    #[wxpay(opaque)]
    date: Day,
    #[wxpay(opaque)]
    hours: Option<Vec<u8>>,
    #[wxpay(opaque)]
    limit: Option<u64>,
    free: serde_json::Value,
}

#[tokio::test]
async fn text_of_a_foreign_type_stands_in_a_query_without_quotes() {
    let (_sandbox, client) = answering(|request: &FindDay| format!("{request:?}")).await;
    for date in ["2026-01-01", "20260101", "true", "\"quoted\"", "a b&c", "{}"] {
        let request = FindDay {
            date: Day(date.into()),
            hours: Some(vec![8, 9]),
            limit: Some(5),
            free: serde_json::json!({"a": [1]}),
        };
        let answer = client.send(&request).await.unwrap();
        assert_eq!(answer.read, format!("{request:?}"));
    }
    let request = FindDay { date: Day("2026-01-01".into()), hours: None, limit: None, free: "x y".into() };
    assert_eq!(client.encode(&request).unwrap().target(), "/v3/days?date=2026-01-01&free=x%20y");
    assert_eq!(client.send(&request).await.unwrap().read, format!("{request:?}"));
}

#[wxpay_endpoint(method = "PATCH", path = "/v3/merchants/{sub_mchid}", response = Answer)]
#[derive(Debug, Clone, PartialEq)]
struct Rename {
    #[wxpay(body, rename = "sub_mchid")]
    new_number: Option<String>,
    sub_mchid: String,
}

#[tokio::test]
async fn one_name_stands_in_the_path_and_in_the_body() {
    let (_sandbox, client) = answering(|request: &Rename| format!("{request:?}")).await;
    let request = Rename { new_number: Some("1900000002".into()), sub_mchid: "1900000001".into() };
    let encoded = client.encode(&request).unwrap();
    assert_eq!(encoded.target(), "/v3/merchants/1900000001");
    assert_eq!(encoded.body(), r#"{"sub_mchid":"1900000002"}"#);
    assert_eq!(client.send(&request).await.unwrap().read, format!("{request:?}"));
}

#[wxpay_endpoint(method = "POST", path = "/v3/pictures", response = Answer)]
#[derive(Debug, Clone, PartialEq)]
struct Show {
    file: Upload,
}

#[tokio::test]
async fn a_form_without_other_members_signs_an_empty_object() {
    let (_sandbox, client) = answering(|request: &Show| request.file.name().to_owned()).await;
    let request = Show { file: Upload::new("a.png", "picture") };
    let body = client.encode(&request).unwrap().body().to_owned();
    let body = String::from_utf8(body.to_vec()).unwrap();
    assert!(body.contains("name=\"meta\"\r\nContent-Type: application/json\r\n\r\n{}\r\n"), "{body}");
    assert_eq!(client.send(&request).await.unwrap().read, "a.png");
}

#[wxpay_endpoint(method = "POST", path = "/v3/names", response = Answer)]
#[derive(Debug, Clone, PartialEq)]
struct Name {
    #[wxpay(len = 2..=4, plain)]
    name: Sensitive,
}

#[tokio::test]
async fn a_secret_may_be_counted_before_it_is_encrypted() {
    let (_sandbox, client) = answering(|request: &Name| request.name.expose().unwrap_or_default().to_owned()).await;
    let named = |name: &str| Name { name: Sensitive::new(name) };
    for name in ["王小明", "王明", "欧阳小明"] {
        assert_eq!(client.send(&named(name)).await.unwrap().read, name);
    }
    for name in ["王", "欧阳小明二"] {
        let error = client.send(&named(name)).await.unwrap_err();
        assert_eq!(error.outcome(), Outcome::NotSent);
        let [found] = error.violations() else { panic!("{error}") };
        let length = name.chars().count();
        assert_eq!(found.problem, Problem::Length { length, min: 2, max: 4, unit: Unit::Plaintext });
        assert!(!format!("{error} {error:?}").contains(name), "{error:?}");
    }
}

/// The same request without the rule, for a client that does not know it.
#[wxpay_endpoint(method = "POST", path = "/v3/names", response = Answer)]
struct AnyName {
    name: Sensitive,
}

#[tokio::test]
async fn a_server_counts_it_once_it_is_decrypted() {
    let (_sandbox, client) = answering(|request: &Name| request.name.expose().unwrap_or_default().to_owned()).await;
    let error = client.send(&AnyName { name: Sensitive::new("欧阳小明二") }).await.unwrap_err();
    assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, "PARAM_ERROR"));
}
