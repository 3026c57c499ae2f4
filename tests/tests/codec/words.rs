//! Rules about several members as words of a declaration, defaults, open ends, functions that check a value: in the client, and
//! likewise in the sandbox.

use std::sync::{Arc, Mutex};

use http::Method;
use wxpay::client::{Client, RetryPolicy};
use wxpay::error::Outcome;
use wxpay::payload::{DefaultValue, Together};
use wxpay::prelude::*;
use wxpay::validate::Problem;
use wxpay_sandbox::Sandbox;

/// Finds payments.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/clubs/payments",
    response = Found,
    required = (),
    one_of("transaction_id", "out_trade_no"),
    at_most_one("tags", "out_trade_no")
)]
#[derive(Debug, Clone, PartialEq)]
struct Find {
    #[wxpay(label = "微信支付订单号")]
    transaction_id: Option<String>,
    out_trade_no: Option<String>,
    tags: Option<Vec<String>>,
    #[wxpay(default = 0)]
    offset: Option<u32>,
    #[wxpay(range = 1..=50, default = 20, needs = "offset")]
    limit: Option<u32>,
    #[wxpay(default = "CLOSED")]
    state: Option<ClubState>,
    #[wxpay(default = true)]
    all: Option<bool>,
}

#[wxpay_enum]
enum ClubState {
    Open,
    Closed,
}

#[wxpay_object(required = ())]
#[derive(Debug, Clone, PartialEq)]
struct Found {
    number: Option<String>,
}

/// Joins a club.
#[wxpay_endpoint(method = "POST", path = "/v3/clubs/{club}/members", response = Found, required = JoinRequired)]
#[derive(Debug, Clone, PartialEq)]
struct Join {
    club: String,
    payer: Payer,
    #[wxpay(items = 2.., check_list = of_one_kind, label = "客人")]
    guests: Vec<Payer>,
    #[wxpay(len = 3..)]
    word: Option<String>,
    #[wxpay(check = even)]
    count: Option<u16>,
    #[wxpay(check = whole_yuan, check_list = ascending)]
    fees: Option<Vec<Fen>>,
    #[wxpay(check = not_free)]
    total: Option<FenText>,
}

/// A person who pays.
#[wxpay_object(required = (), any_of("openid", "sub_openid"))]
#[derive(Debug, Clone, PartialEq, Default)]
struct Payer {
    openid: Option<String>,
    #[wxpay(needs = ["sub_appid", "name"])]
    sub_openid: Option<String>,
    #[wxpay(label = "子商户应用ID")]
    sub_appid: Option<String>,
    name: Option<Sensitive>,
    #[wxpay(default = "CNY")]
    currency: Option<String>,
}

fn even(count: u16) -> Result<(), String> {
    if count.is_multiple_of(2) { Ok(()) } else { Err(format!("{count} is odd")) }
}

fn whole_yuan(fee: Fen) -> Result<(), String> {
    if fee.get() % 100 == 0 { Ok(()) } else { Err("is not a whole yuan".to_owned()) }
}

fn ascending(fees: &[Fen]) -> Result<(), String> {
    if fees.is_sorted() { Ok(()) } else { Err("do not ascend".to_owned()) }
}

fn of_one_kind(guests: &[Payer]) -> Result<(), String> {
    let named = guests.iter().filter(|guest| guest.name.is_some()).count();
    if named == 0 || named == guests.len() { Ok(()) } else { Err(format!("{named} of {} have names", guests.len())) }
}

fn not_free(total: FenText) -> Result<(), String> {
    if total.get() > 0 { Ok(()) } else { Err("is free".to_owned()) }
}

fn payer() -> Payer {
    Payer::new().openid("o1")
}

fn join() -> Join {
    Join::new(JoinRequired { club: "chess".into(), payer: payer(), guests: vec![payer(), payer()] })
}

async fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().endpoint(|_: &Find| Found::new()).endpoint(|_: &Join| Found::new());
    let sandbox = sandbox.start().await.unwrap();
    let client = sandbox.client_builder().retry(RetryPolicy::OFF).build().unwrap();
    (sandbox, client)
}

fn said<E: wxpay::endpoint::Endpoint>(client: &Client, request: &E) -> Vec<String> {
    let error = client.encode(request).err();
    error.map(|error| error.violations().iter().map(ToString::to_string).collect()).unwrap_or_default()
}

#[tokio::test]
async fn the_client_refuses_with_the_pointer_of_the_member_at_fault() {
    let (_sandbox, client) = start().await;
    let either = "exactly one of `transaction_id` and `out_trade_no`";
    let find = Find::new();
    assert_eq!(said(&client, &find), [format!("query /transaction_id: is missing; expected {either}")]);
    let both = find.clone().transaction_id("1").out_trade_no("2");
    assert_eq!(
        said(&client, &both),
        [format!("query /transaction_id: is there together with `out_trade_no`; expected {either}")]
    );
    assert_eq!(client.encode(&both).unwrap_err().violations()[0].label, Some("微信支付订单号"));
    let found = find.clone().transaction_id("1").limit(5_u32);
    assert_eq!(said(&client, &found), ["query /offset: is missing; `limit` needs it"]);
    let tagged = find.clone().out_trade_no("2").tags(vec!["a".to_owned()]);
    assert_eq!(
        said(&client, &tagged),
        ["query /tags: is there together with `out_trade_no`; expected at most one of `tags` and `out_trade_no`"]
    );
    // An empty list is not in the query.
    assert_eq!(said(&client, &find.out_trade_no("2").tags(Vec::new())), [""; 0]);

    assert_eq!(said(&client, &join()), [""; 0]);
    let mut wrong = join();
    wrong.payer = Payer::new().sub_openid("o2").name("");
    wrong.guests = vec![payer(), Payer::new(), payer().sub_openid("o3").sub_appid("wx1").name("x")];
    assert_eq!(
        said(&client, &wrong),
        [
            "body /payer/sub_appid: is missing; `sub_openid` needs it",
            // An empty secret is not sent.
            "body /payer/name: is missing; `sub_openid` needs it",
            "body /guests/1/openid: is missing; expected at least one of `openid` and `sub_openid`",
            "body /guests: 1 of 3 have names",
        ]
    );
    let labels: Vec<_> =
        client.encode(&wrong).unwrap_err().violations().iter().map(|violation| violation.label).collect();
    assert_eq!(labels, [Some("子商户应用ID"), None, None, Some("客人")]);
}

#[tokio::test]
async fn ends_may_be_open_and_a_function_judges_by_the_type_of_the_field() {
    let (_sandbox, client) = start().await;
    let mut wrong = join().word("ab").count(3_u16).fees(vec![Fen::new(100), Fen::new(150)]).total(FenText::new(0));
    wrong.guests.pop();
    assert_eq!(
        said(&client, &wrong),
        [
            "body /guests: has 1 elements, the fewest allowed are 2",
            "body /word: has 2 characters, the fewest allowed are 3",
            "body /count: 3 is odd",
            "body /fees/1: is not a whole yuan",
            "body /total: is free",
        ]
    );
    let right = join().word("a".repeat(9999)).count(2_u16).fees(vec![Fen::new(100)]).total(FenText::new(1));
    assert_eq!(said(&client, &right), [""; 0]);
}

#[tokio::test]
async fn a_function_may_judge_a_whole_list_behind_its_elements() {
    let (_sandbox, client) = start().await;
    let mut wrong = join().fees(vec![Fen::new(300), Fen::new(150)]);
    assert_eq!(said(&client, &wrong), ["body /fees/1: is not a whole yuan", "body /fees: do not ascend"]);
    wrong = join().fees(vec![Fen::new(100), Fen::new(300)]);
    assert_eq!(said(&client, &wrong), [""; 0]);
    wrong.guests = vec![payer(), payer().name("Li")];
    assert_eq!(said(&client, &wrong), ["body /guests: 1 of 2 have names"]);
    assert_eq!(client.encode(&wrong).unwrap_err().violations()[0].label, Some("客人"));
}

#[tokio::test]
async fn the_server_half_refuses_what_the_client_refuses_with_the_same_pointer() {
    let (_sandbox, client) = start().await;
    let payer = r#"{"openid":"o1"}"#;
    let with = |members: &str| format!(r#"{{"payer":{payer},"guests":[{payer},{payer}]{members}}}"#);
    let guests = |guest: &str| format!(r#"{{"payer":{payer},"guests":[{payer},{guest}]}}"#);
    let members = "/v3/clubs/chess/members";
    for (method, target, body, pointer) in [
        (Method::GET, "/v3/clubs/payments", String::new(), "/transaction_id"),
        (Method::GET, "/v3/clubs/payments?transaction_id=1&out_trade_no=2", String::new(), "/transaction_id"),
        (Method::GET, "/v3/clubs/payments?transaction_id=1&limit=5", String::new(), "/offset"),
        (Method::GET, "/v3/clubs/payments?out_trade_no=1&tags=5", String::new(), "/tags"),
        (Method::POST, members, guests("{}"), "/guests/1/openid"),
        (Method::POST, members, guests(r#"{"sub_openid":"1","sub_appid":"1"}"#), "/guests/1/name"),
        (Method::POST, members, with(r#","count":3"#), "/count"),
        (Method::POST, members, with(r#","fees":[100,150]"#), "/fees/1"),
        (Method::POST, members, with(r#","fees":[200,100]"#), "/fees"),
        (Method::POST, members, with(r#","word":"ab""#), "/word"),
    ] {
        let error = client.send_raw(method, target, body.clone()).await.unwrap_err();
        assert_eq!((error.outcome(), error.code_str()), (Outcome::Refused, "PARAM_ERROR"), "{target} {body}: {error}");
        assert!(error.to_string().contains(pointer), "{target} {body}: {error}");
    }
    client.send_raw(Method::POST, members, with("")).await.unwrap();
    client.send_raw(Method::GET, "/v3/clubs/payments?transaction_id=1", "").await.unwrap();
}

#[tokio::test]
async fn a_default_is_not_sent_and_is_what_the_sandbox_reads() {
    let received = Arc::new(Mutex::new(Vec::new()));
    let keep = received.clone();
    let joined = Arc::new(Mutex::new(Vec::new()));
    let keep_joined = joined.clone();
    let sandbox = Sandbox::builder().endpoint(move |find: &Find| {
        keep.lock().unwrap().push(find.clone());
        Found::new()
    });
    let sandbox = sandbox.endpoint(move |join: &Join| {
        keep_joined.lock().unwrap().push(join.clone());
        Found::new()
    });
    let sandbox = sandbox.start().await.unwrap();
    let client = sandbox.client().unwrap();

    let find = Find::new().transaction_id("1");
    assert_eq!(client.encode(&find).unwrap().target(), "/v3/clubs/payments?transaction_id=1");
    client.send(&find).await.unwrap();
    client.send(&find.clone().all(false).offset(7_u32)).await.unwrap();
    let defaults = find.limit(20_u32).state(ClubState::Closed);
    let expected = [defaults.clone().offset(0_u32).all(true), defaults.offset(7_u32).all(false)];
    assert_eq!(*received.lock().unwrap(), expected);

    assert_eq!(
        client.encode(&join()).unwrap().body(),
        r#"{"payer":{"openid":"o1"},"guests":[{"openid":"o1"},{"openid":"o1"}]}"#
    );
    client.send(&join()).await.unwrap();
    let joined = joined.lock().unwrap();
    let payers = joined[0].guests.iter().chain([&joined[0].payer]);
    assert!(payers.map(|payer| payer.currency.as_deref()).all(|currency| currency == Some("CNY")), "{joined:?}");
}

#[test]
fn tools_read_the_words_from_the_table() {
    let table = <Find as wxpay::payload::derive::Structure>::TABLE;
    assert_eq!(
        table.together,
        [Together::OneOf(&[0, 1]), Together::AtMostOne(&[2, 1]), Together::Needs { member: 4, needed: 3 }]
    );
    let said: Vec<_> = table.together.iter().map(|rule| (rule.as_str(), rule.names(table))).collect();
    assert_eq!(said[0], ("one_of", vec!["transaction_id", "out_trade_no"]));
    assert_eq!(said[2], ("needs", vec!["limit", "offset"]));
    let default = |name: &str| table.find(name).unwrap().1.default;
    assert_eq!((default("limit"), default("tags")), (Some(DefaultValue::Integer(20)), None));
    assert_eq!(default("state").unwrap().to_string(), "CLOSED");
}

#[tokio::test]
async fn a_problem_has_the_names_for_whoever_words_it() {
    let (_sandbox, client) = start().await;
    let error = client.encode(&Find::new()).unwrap_err();
    let expected = Problem::NoneGiven { members: vec!["transaction_id", "out_trade_no"], exactly_one: true };
    assert_eq!(error.violations()[0].problem, expected);
}
