//! Rules about several members, in an application's own declarations and in the shipped requests: on both sides of each boundary,
//! in the client and in the sandbox.

use http::Method;
use serde_json::{Value, json};
use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::payload::Place;
use wxpay::prelude::*;
use wxpay::validate::{Problem, Violation};
use wxpay::{Shipped, catalogue, read_json};
use wxpay_sandbox::Sandbox;
use wxpay_tests::unsealed::unseal;
use wxpay_tests::{order, transfer};

mod own {
    use std::collections::BTreeMap;

    use wxpay::prelude::*;
    use wxpay::validate::{Problem, Violation};

    #[wxpay_endpoint(method = "POST", path = "/v3/parcels/{id}", required = ParcelRequired, check = addressed)]
    #[derive(Debug)]
    pub(crate) struct Parcel {
        pub(crate) id: String,
        #[wxpay(query, label = "站点")]
        pub(crate) station: Option<String>,
        pub(crate) home: Option<Address>,
        pub(crate) items: Vec<Item>,
        pub(crate) more: BTreeMap<String, Item>,
        pub(crate) nested: Option<Vec<Address>>,
    }

    fn addressed(parcel: &Parcel) -> Result<(), Violation> {
        match (&parcel.station, &parcel.home) {
            (None, None) => Err(Violation::new("/station", Problem::Needed("nobody knows where to"))),
            _ => Ok(()),
        }
    }

    #[wxpay_object(check = Self::complete)]
    #[derive(Debug)]
    pub(crate) struct Address {
        pub(crate) street: Option<String>,
        #[wxpay(label = "内件")]
        pub(crate) inner: Option<Item>,
    }

    impl Address {
        fn complete(&self) -> Result<(), Violation> {
            match &self.inner {
                Some(Item { weight, .. }) if *weight > 9 => {
                    Err(Violation::new("/inner/weight", Problem::Check("is too heavy for an address".into())))
                }
                _ => Ok(()),
            }
        }
    }

    #[wxpay_object(required = ItemRequired, check = not_too_heavy)]
    #[derive(Debug)]
    pub(crate) struct Item {
        #[wxpay(range = 1.., label = "重量")]
        pub(crate) weight: i64,
        #[wxpay(rename = "a/b~c", label = "标签")]
        pub(crate) odd: Option<String>,
    }

    fn not_too_heavy(item: &Item) -> Result<(), Violation> {
        match item {
            Item { odd: Some(_), .. } => Err(Violation::new("/a~1b~0c", Problem::NotAllowed("it is odd"))),
            Item { weight: 100.., .. } => Err(Violation::new("/weight", Problem::Check("is too much".into()))),
            _ => Ok(()),
        }
    }

    pub(crate) fn item(weight: i64) -> Item {
        Item::new(ItemRequired { weight })
    }

    pub(crate) fn parcel() -> Parcel {
        let required = ParcelRequired { id: "1".into(), items: vec![item(1)], more: BTreeMap::new() };
        Parcel::new(required).station("Shenzhen")
    }
}

use own::{Address, Parcel, item, parcel};

async fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::builder().examples(true).start().await.unwrap();
    let client = sandbox.client_builder().retry(RetryPolicy::OFF).build().unwrap();
    (sandbox, client)
}

fn violations(client: &Client, parcel: &Parcel) -> Vec<(Place, String, Option<&'static str>)> {
    let found = client.encode(parcel).err().map(|error| error.violations().to_vec()).unwrap_or_default();
    found.into_iter().map(|violation| (violation.place, violation.pointer, violation.label)).collect()
}

#[tokio::test]
async fn a_check_runs_for_the_request_and_for_every_object_in_it() {
    let (_sandbox, client) = start().await;
    assert_eq!(violations(&client, &parcel()), []);

    let mut lost = parcel();
    lost.station = None;
    assert_eq!(violations(&client, &lost), [(Place::Query, "/station".to_owned(), Some("站点"))]);

    let mut heavy = parcel();
    heavy.home = Some(Address { street: None, inner: Some(item(100)) });
    heavy.items = vec![item(1), item(100), item(2), item(101)];
    heavy.more = [("a/b".to_owned(), item(100)), ("b".to_owned(), item(99))].into();
    heavy.nested = Some(vec![Address { street: None, inner: Some(item(10)) }]);
    let pointers: Vec<_> = violations(&client, &heavy).into_iter().map(|(_, pointer, _)| pointer).collect();
    let expected = [
        "/home/inner/weight",
        "/home/inner/weight",
        "/items/1/weight",
        "/items/3/weight",
        "/more/a~1b/weight",
        "/nested/0/inner/weight",
    ];
    assert_eq!(pointers, expected);

    let odd = parcel().home(Address { street: None, inner: Some(item(1).odd("yes")) });
    let place = (Place::Body, "/home/inner/a~1b~0c".to_owned(), Some("标签"));
    assert_eq!(violations(&client, &odd), [place]);
}

#[tokio::test]
async fn what_a_check_refuses_is_not_sent_and_says_why() {
    let (_sandbox, client) = start().await;
    let mut lost = parcel();
    lost.station = None;
    let error = client.send(&lost).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let text = "POST /v3/parcels/{id}: the request is not valid: query /station: is missing; nobody knows where to";
    assert!(error.to_string().contains(text.split_once(": ").unwrap().1), "{error}");
}

#[test]
fn a_violation_of_a_strange_pointer_keeps_it() {
    let violation = Violation::new("/nobody/knows", Problem::Check("it".into()));
    assert_eq!((violation.place, violation.label), (Place::Body, None));
    assert_eq!(violation.to_string(), "body /nobody/knows: it");
}

/// An endpoint, valid members, and changes that make them invalid, with the pointer of the member at fault.
struct Case {
    endpoint: &'static str,
    fine: Value,
    wrong: Vec<(Value, &'static str)>,
}

fn cases() -> Vec<Case> {
    let case = |endpoint, fine, wrong| Case { endpoint, fine, wrong };
    let mut cases = vec![
        case(
            "POST /v3/fund-app/mch-transfer/transfer-bills",
            json!({"transfer_amount": 199_999, "user_name": null}),
            vec![
                (json!({"transfer_amount": 200_000}), "/user_name"),
                (json!({"transfer_amount": 200_000, "user_name": ""}), "/user_name"),
            ],
        ),
        case(
            "POST /v3/fund-app/mch-transfer/transfer-bills",
            json!({"transfer_amount": 200_000, "user_name": "王小明"}),
            vec![],
        ),
        case(
            "POST /v3/fund-app/mch-transfer/transfer-bills/transfer",
            json!({"authorization_id": null}),
            vec![(json!({"out_authorization_no": null}), "/authorization_id")],
        ),
        case(
            "POST /v3/fund-app/mch-transfer/transfer-bills/transfer",
            json!({"authorization_id": null, "transfer_amount": 199_999, "user_name": null}),
            vec![(json!({"transfer_amount": 200_000}), "/user_name")],
        ),
        case(
            "POST /v3/transfer/batches",
            json!({"transfer_detail_list": [detail(30, true, true), detail(200_000, true, false)]}),
            vec![
                (json!({"transfer_detail_list": [detail(29, true, false)]}), "/transfer_detail_list/0/user_name"),
                (json!({"transfer_detail_list": [detail(200_000, false, false)]}), "/transfer_detail_list/0/user_name"),
                (json!({"transfer_detail_list": [detail(30, false, true)]}), "/transfer_detail_list/0/user_name"),
                (
                    json!({"transfer_detail_list": [detail(30, true, false), detail(30, false, false)]}),
                    "/transfer_detail_list/1/user_name",
                ),
            ],
        ),
        case(
            "POST /v3/transfer/batches",
            json!({"transfer_detail_list": [detail(29, false, false), detail(199_999, false, false)]}),
            vec![],
        ),
        case(
            "POST /v3/pay/partner/transactions/jsapi",
            json!({"sub_appid": null, "payer": {"sp_openid": "o", "sub_openid": null}}),
            vec![
                (json!({"payer": {"sp_openid": null, "sub_openid": "o"}}), "/sub_appid"),
                (json!({"payer": {"sp_openid": "o", "sub_openid": "o"}}), "/sub_appid"),
                (json!({"payer": {"sp_openid": null}}), "/payer/sp_openid"),
            ],
        ),
        case(
            "POST /v3/pay/partner/transactions/jsapi",
            json!({"sub_appid": "wx1", "payer": {"sub_openid": "o"}}),
            vec![],
        ),
        case(
            "POST /v3/combine-transactions/jsapi",
            json!({"combine_payer_info": {"sub_openid": "o"}}),
            vec![
                (json!({"sub_orders": [{"sub_appid": null}]}), "/sub_orders/0/sub_appid"),
                (json!({"combine_payer_info": {"openid": null, "sub_openid": null}}), "/combine_payer_info/openid"),
            ],
        ),
        case(
            "POST /v3/combine-transactions/jsapi",
            json!({"combine_payer_info": {"openid": "o", "sub_openid": null}, "sub_orders": [{"sub_appid": null}]}),
            vec![],
        ),
        // No page says that these exclude each other.
        case("POST /v3/combine-transactions/jsapi", json!({"sub_orders": [{"individual_auth_id": "1"}]}), vec![]),
        case(
            "POST /v3/profitsharing/receivers/add",
            json!({"type": "MERCHANT_ID", "name": "nobody elses 7391", "sub_appid": null, "relation_type": "STORE", "custom_relation": null}),
            vec![
                (json!({"name": null}), "/name"),
                (json!({"type": "PERSONAL_SUB_OPENID"}), "/sub_appid"),
                (json!({"relation_type": "CUSTOM"}), "/custom_relation"),
            ],
        ),
        case(
            "POST /v3/profitsharing/receivers/add",
            json!({"type": "PERSONAL_OPENID", "name": null, "sub_appid": null}),
            vec![],
        ),
        case(
            "POST /v3/profitsharing/receivers/delete",
            json!({"type": "PERSONAL_SUB_OPENID", "sub_appid": "wx1"}),
            vec![(json!({"sub_appid": null}), "/sub_appid")],
        ),
        case(
            "POST /v3/profitsharing/orders",
            json!({"sub_appid": null, "receivers": [{"type": "MERCHANT_ID"}]}),
            vec![(json!({"receivers": [{"type": "PERSONAL_SUB_OPENID"}]}), "/sub_appid")],
        ),
        case(
            "POST /v3/ecommerce/profitsharing/receivers/add",
            json!({"type": "MERCHANT_ID", "name": "nobody elses 7391", "appid": null}),
            vec![(json!({"name": null}), "/name"), (json!({"type": "PERSONAL_OPENID"}), "/appid")],
        ),
        case(
            "POST /v3/ecommerce/profitsharing/receivers/delete",
            json!({"type": "MERCHANT_ID", "appid": null}),
            vec![(json!({"type": "PERSONAL_OPENID"}), "/appid")],
        ),
        case(
            "POST /v3/ecommerce/profitsharing/orders",
            json!({"appid": null, "receivers": [{"type": "MERCHANT_ID"}]}),
            vec![(json!({"receivers": [{"type": "PERSONAL_OPENID"}]}), "/appid")],
        ),
        case(
            "POST /v3/brand/profitsharing/receivers/add",
            json!({"type": "MERCHANT_ID", "name": "nobody elses 7391", "sub_appid": null}),
            vec![(json!({"name": null}), "/name"), (json!({"type": "PERSONAL_SUB_OPENID"}), "/sub_appid")],
        ),
        case(
            "POST /v3/brand/profitsharing/receivers/delete",
            json!({"type": "MERCHANT_ID", "sub_appid": null}),
            vec![(json!({"type": "PERSONAL_SUB_OPENID"}), "/sub_appid")],
        ),
        case(
            "POST /v3/brand/profitsharing/orders",
            json!({"sub_appid": null, "receivers": [{"type": "MERCHANT_ID"}]}),
            vec![(json!({"receivers": [{"type": "PERSONAL_SUB_OPENID"}]}), "/sub_appid")],
        ),
        case(
            "POST /v3/refund/domestic/refunds",
            json!({"transaction_id": null, "out_trade_no": "20260101000001"}),
            vec![(json!({"out_trade_no": null}), "/transaction_id")],
        ),
    ];
    for endpoint in ["GET /v3/payscore/serviceorder", "GET /v3/payscore/partner/serviceorder"] {
        let both = json!({"out_order_no": "1", "query_id": "2"});
        let wrong = vec![(both, "/out_order_no"), (json!({"out_order_no": null, "query_id": null}), "/out_order_no")];
        cases.push(case(endpoint, json!({"query_id": null}), wrong));
    }
    for batches in ["/v3/transfer/batches", "/v3/partner-transfer/batches"] {
        for by in ["/out-batch-no/{out_batch_no}", "/batch-id/{batch_id}"] {
            let endpoint = Box::leak(format!("GET {batches}{by}").into_boxed_str());
            let fine = json!({"need_query_detail": false, "detail_status": null});
            cases.push(case(endpoint, fine, vec![(json!({"need_query_detail": true}), "/detail_status")]));
            let all = json!({"need_query_detail": true, "detail_status": "ALL"});
            cases.push(case(endpoint, all, vec![]));
        }
    }
    cases
}

fn detail(fen: i64, name: bool, id_card: bool) -> Value {
    let given = |given: bool| if given { json!("nobody elses 7391") } else { Value::Null };
    json!({"transfer_amount": fen, "user_name": given(name), "user_id_card": given(id_card)})
}

#[tokio::test]
async fn the_client_refuses_what_breaks_a_documented_rule_about_several_members() {
    let (_sandbox, client) = start().await;
    for case in cases() {
        let shipped = case.shipped();
        let refused = |value: &Value| encode(&client, &shipped, value).err();
        let fine = case.value(&client, &json!({}));
        assert!(refused(&fine).is_none(), "{}: {:?} in {fine}", case.endpoint, refused(&fine));
        for (change, pointer) in &case.wrong {
            let wrong = case.value(&client, change);
            let error = refused(&wrong).unwrap_or_else(|| panic!("{} {pointer} passed: {wrong}", case.endpoint));
            assert_eq!(error.outcome(), Outcome::NotSent);
            let pointers: Vec<_> = error.violations().iter().map(|violation| violation.pointer.as_str()).collect();
            assert_eq!(pointers, [*pointer], "{}: {error}", case.endpoint);
        }
    }
}

#[tokio::test]
async fn the_sandbox_refuses_the_same() {
    let (_sandbox, client) = start().await;
    for case in cases() {
        let shipped = case.shipped();
        for (change, pointer) in &case.wrong {
            let value = case.value(&client, change);
            let error = send_raw(&client, &shipped, value).await.unwrap_err();
            assert_eq!(error.outcome(), Outcome::Refused, "{} {pointer}: {error}", case.endpoint);
            assert!(error.to_string().contains(pointer), "{} {pointer}: {error}", case.endpoint);
        }
        let fine = case.value(&client, &json!({}));
        let sent = send(&client, &shipped, &fine).await;
        let text = sent.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(!case.wrong.iter().any(|(_, pointer)| text.contains(pointer)), "{}: {text}", case.endpoint);
    }
}

impl Case {
    fn shipped(&self) -> Shipped {
        let named = |shipped: &Shipped| format!("{} {}", shipped.operation.method, shipped.operation.path);
        catalogue().into_iter().find(|shipped| named(shipped) == self.endpoint).expect(self.endpoint)
    }

    /// The made-up request with the valid members and a change.
    fn value(&self, client: &Client, change: &Value) -> Value {
        let fields = self.shipped().request.fields;
        let mut value = wxpay_sandbox::example(fields);
        for field in fields.iter().filter(|field| field.caller) {
            value[field.name] = json!(client.merchant().id());
        }
        merge(&mut value, &self.fine);
        merge(&mut value, change);
        value
    }
}

/// Merges as RFC 7386 does, and member by member in lists too: the first made-up element stands for each.
fn merge(value: &mut Value, change: &Value) {
    match (value, change) {
        (Value::Object(members), Value::Object(changes)) => {
            for (name, change) in changes {
                match change {
                    Value::Null => drop(members.remove(name)),
                    change => merge(members.entry(name).or_insert(Value::Null), change),
                }
            }
        }
        (Value::Array(elements), Value::Array(changes)) => {
            let first = elements.first().cloned().unwrap_or(Value::Null);
            *elements = changes
                .iter()
                .map(|change| {
                    let mut element = first.clone();
                    merge(&mut element, change);
                    element
                })
                .collect();
        }
        (value, change) => *value = change.clone(),
    }
}

fn encode(client: &Client, shipped: &Shipped, value: &Value) -> Result<wxpay::Encoded, Error> {
    client.encode_dyn(&shipped.operation, &*built(shipped, value))
}

async fn send(client: &Client, shipped: &Shipped, value: &Value) -> Result<(), Error> {
    let request = built(shipped, value);
    client.send_dyn(&shipped.operation, &*request, &mut *shipped.blank_response()).await.map(drop)
}

fn built(shipped: &Shipped, value: &Value) -> Box<dyn wxpay::payload::Message + Sync> {
    let mut request = shipped.blank_request();
    read_json(&mut *request, value.to_string().as_bytes()).unwrap();
    unseal(&mut *request);
    request
}

/// Sends past every rule of the client, signed as it is.
async fn send_raw(client: &Client, shipped: &Shipped, mut value: Value) -> Result<(), Error> {
    let get = shipped.operation.method.to_string() == "GET";
    let members = value.as_object_mut().unwrap();
    let mut target = shipped.operation.path.to_owned();
    let mut query = Vec::new();
    for field in shipped.request.fields {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        match field.place {
            Place::Path => target = target.replace(&format!("{{{}}}", field.name), &text(&members[field.name])),
            Place::Query => {
                query.extend(members.get(field.name).map(|value| format!("{}={}", field.name, text(value))));
            }
            _ => {}
        }
    }
    if !query.is_empty() {
        target = format!("{target}?{}", query.join("&"));
    }
    let body = if get { String::new() } else { value.to_string() };
    client.send_raw(if get { Method::GET } else { Method::POST }, &target, body).await.map(drop)
}

#[tokio::test]
async fn another_merchant_than_the_caller_is_not_sent_unless_that_is_allowed() {
    let (sandbox, client) = start().await;
    let mut wrong = order(&client, "20260101000001");
    wrong.mchid = "1900000099".into();
    let error = client.send(&wrong).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    let ErrorKind::Invalid(violations) = error.kind() else { panic!("{error}") };
    let expected = Problem::OtherCaller { expected: client.merchant().id().to_owned(), found: "1900000099".to_owned() };
    assert_eq!(violations.iter().map(|violation| &violation.problem).collect::<Vec<_>>(), [&expected]);
    assert_eq!((violations[0].place, violations[0].pointer.as_str()), (Place::Body, "/mchid"));

    // The sandbox refuses by its own books, as WeChat Pay does.
    let lenient = sandbox.client_builder().allow_other_callers(true).build().unwrap();
    assert_eq!(lenient.send(&wrong).await.unwrap_err().outcome(), Outcome::Refused);
}

#[wxpay_endpoint(method = "POST", path = "/brand/things", required = ThingRequired)]
#[derive(Debug)]
struct Thing {
    #[wxpay(caller)]
    mchid: String,
}

#[tokio::test]
async fn a_brand_has_no_merchant_number_to_compare() {
    let (sandbox, client) = start().await;
    let thing = Thing::new(ThingRequired { mchid: "1".into() });
    let brand = sandbox.register_brand().unwrap().client_builder().hosts([sandbox.url()]).build().unwrap();
    brand.encode(&thing).unwrap();
    assert_eq!(client.encode(&thing).unwrap_err().violations().len(), 1);
}

/// 69 characters and 135 bytes.
const DESCRIPTION: &str =
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三abcdefghijklmnopqrstuvwxyz0123456789";

#[tokio::test]
async fn a_description_is_counted_in_bytes_by_the_sandbox_and_where_the_client_is_told_to() {
    let (sandbox, client) = start().await;
    let mut order = order(&client, "20260101000001");
    let fits = "图".repeat(42);
    order.description = format!("{fits}!");
    assert_eq!(order.description.len(), 127);
    let strict = sandbox.client_builder().count_bytes(true).build().unwrap();
    strict.send(&order).await.unwrap();

    order.out_trade_no = "20260101000002".into();
    order.description = DESCRIPTION.to_owned();
    assert!(DESCRIPTION.len() > 127 && DESCRIPTION.chars().count() < 127);
    assert_eq!(client.send(&order).await.unwrap_err().outcome(), Outcome::Refused);
    let error = strict.send(&order).await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::NotSent);
    assert_eq!(error.violations()[0].pointer, "/description");
}

#[tokio::test]
async fn a_rare_character_is_fine_where_it_is_encrypted_and_nowhere_else() {
    let (_sandbox, client) = start().await;
    let named = transfer("Rare1").user_name("𠮷田");
    client.send(&named).await.unwrap();
    let mut remarked = transfer("Rare2");
    remarked.transfer_remark = "𠮷田".to_owned();
    let error = client.send(&remarked).await.unwrap_err();
    assert_eq!(error.violations()[0].problem, Problem::Supplementary);
}
