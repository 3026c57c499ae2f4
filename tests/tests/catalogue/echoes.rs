//! The members that bind a signed answer to its request: their list, and a test of each.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use tokio::runtime::Runtime;
use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{Error, ErrorKind, Outcome};
use wxpay::payload::{Field, Kind};
use wxpay::{Shipped, catalogue};
use wxpay_sandbox::{Sandbox, example};
use wxpay_tests::facts::Member;
use wxpay_tests::genuine::Genuine;
use wxpay_tests::report;

use crate::fitting::{fit, fit_with};
use crate::rules::built;
use crate::{cases, difference, name};

/// `endpoint | members that its answer documents too`, sorted. It leaves out members that no answer repeats.
const LIST: &str = include_str!("echoes.txt");

#[test]
fn the_list_of_what_is_compared_is_this_one() {
    let lines: BTreeMap<_, _> = catalogue().iter().map(|shipped| (name(shipped), compared(shipped))).collect();
    let lines = lines.into_iter().filter(|(_, members)| !members.is_empty());
    let list: String = lines.map(|(endpoint, members)| format!("{endpoint} | {}\n", members.join(", "))).collect();
    let said: String = LIST.lines().filter(|line| !line.starts_with('#')).map(|line| format!("{line}\n")).collect();
    let difference = difference(&said, &list);
    assert!(difference.is_empty(), "tests/tests/catalogue/echoes.txt, for the catalogue's list:\n{difference}");
    assert_eq!(said, list, "echoes.txt is not sorted, or has a line twice");
}

/// The request members that an answer repeats, according to both tables.
fn compared(shipped: &Shipped) -> Vec<&'static str> {
    let Kind::Object(answer) = shipped.response else { return Vec::new() };
    let echoed = shipped.request.fields.iter().filter(|field| shipped.operation.is_echoed(field));
    let both = echoed.filter_map(|field| Some((field, answer().find(field.name)?.1)));
    let same_type = |(asked, answered): (&Field, &Field)| {
        assert_eq!(asked.kind.as_str(), answered.kind.as_str(), "{} {}", name(shipped), asked.name);
        asked.name
    };
    both.map(same_type).collect()
}

#[test]
fn an_answer_about_another_is_unknown() {
    let runtime = Runtime::new().unwrap();
    let tried: usize = runtime.block_on(async {
        let sandbox = Sandbox::start().await.unwrap();
        let stage = Stage::of(&sandbox);
        let mut tried = 0;
        for shipped in catalogue() {
            // Also members that the answer does not document, since it may contain them.
            for field in shipped.request.fields.iter().filter(|field| shipped.operation.is_echoed(field)) {
                stage.try_member(&shipped, field).await;
                tried += 1;
            }
        }
        tried
    });
    report(&format!("catalogue: {tried} echoes tried"));
    assert!(tried > 100, "{tried}");
}

/// A merchant and a brand that receive the answers of the test.
struct Stage {
    genuine: Genuine,
    merchant: Client,
    brand: Client,
}

impl Stage {
    fn of(sandbox: &Sandbox) -> Self {
        let genuine = Genuine::new(sandbox.credentials());
        let brand = sandbox.register_brand().unwrap();
        let [merchant, brand] = [sandbox.client_builder(), brand.client_builder()]
            .map(|builder| genuine.heard_by(builder).retry(RetryPolicy::OFF).build().unwrap());
        Self { genuine, merchant, brand }
    }

    async fn try_member(&self, shipped: &Shipped, field: &Field) {
        let (mut request, merchant) = (example(shipped.request.fields), self.merchant.merchant().id());
        fit(shipped, &mut request, merchant);
        let request = fit_with(shipped, &request, field.name, merchant);
        let (member, sent) = (field.name, &request[field.name]);
        let (another, same_text) = match sent {
            Value::Number(number) => (json!(number.as_i64().unwrap() + 1), json!(number.to_string())),
            Value::String(text) => (json!(format!("{text}9")), json!(text)),
            other => panic!("{} {member}: {other}", name(shipped)),
        };
        for (echo, differs) in [
            (Some(sent.clone()), false),
            (Some(same_text), false),
            (None, false),
            (Some(Value::Null), false),
            (Some(json!("")), false),
            (Some(another), true),
            (Some(json!(true)), true),
            (Some(json!(1.5)), true),
            (Some(json!([sent])), true),
            (Some(json!({ member: sent })), true),
            (sent.is_string().then(|| json!(12)), sent.is_string()),
        ] {
            let answer = echo.clone().map_or(json!({}), |echo| json!({ member: echo }));
            self.genuine.says(shipped.operation.success.unwrap_or(200), answer.to_string());
            let found = self.call(shipped, &request).await.err().and_then(|error| mismatch(&error));
            let expected = differs.then(|| member.to_owned());
            assert_eq!(found, expected, "{} {member}: asked about {sent}, answered {echo:?}", name(shipped));
        }
    }

    async fn call(&self, shipped: &Shipped, request: &Value) -> Result<(), Error> {
        let client = if shipped.operation.path.starts_with("/brand/") { &self.brand } else { &self.merchant };
        let message = built(shipped, request);
        client.send_dyn(&shipped.operation, &*message, &mut *shipped.blank_response()).await.map(drop)
    }
}

/// The member that differs. The answer has no other members, so it may be undecodable for other reasons too.
fn mismatch(error: &Error) -> Option<String> {
    assert_eq!(error.outcome(), Outcome::Unknown, "{error}");
    match error.kind() {
        ErrorKind::Mismatch { member, .. } => Some(member.clone()),
        _ => None,
    }
}

/// The facts' examples of a request and its answer are about the same thing, if both are given and neither is a placeholder.
#[test]
fn the_examples_of_the_facts_repeat_what_is_compared() {
    let (cases, _) = cases();
    let (mut wrong, mut same, mut two) = (Vec::new(), 0, 0);
    for case in &cases {
        let answers = case.facts.response.as_deref().unwrap_or_default();
        for member in compared(&case.shipped) {
            let of = |members: &[Member]| {
                members.iter().find(|found| found.name == member).and_then(|found| found.example.clone())
            };
            match (of(&case.facts.request), of(answers)) {
                (Some(sent), Some(received)) if sent != received => {
                    if OF_TWO_THINGS.contains(&(case.facts.endpoint.as_str(), member)) {
                        two += 1;
                        continue;
                    }
                    wrong.push(format!("{} {member}: {sent} and {received}", case.facts.endpoint));
                }
                (Some(_), Some(_)) => same += 1,
                _ => {}
            }
        }
    }
    report(&format!("catalogue: {same} examples repeat what was asked, {two} are known not to"));
    assert!(wrong.is_empty(), "{} do not:\n{}", wrong.len(), wrong.join("\n"));
}

/// Examples of a page that were invented independently: the request and the answer have two numbers of the same form. They do not
/// prove that the service answers about another thing than it was asked about.
const OF_TWO_THINGS: [(&str, &str); 14] = [
    ("GET /v3/credit-repayment/partner/contracts/{out_contract_code}", "out_contract_code"),
    ("POST /v3/vehicle/parking/parkings", "out_parking_no"),
    ("GET /v3/ecommerce/refunds/id/{refund_id}", "refund_id"),
    ("POST /v3/ecommerce/subsidies/cancel", "sub_mchid"),
    ("GET /v3/payroll-card/authentications/{authenticate_number}", "sub_mchid"),
    ("GET /v3/payscore/partner/permissions/authorization-code/{authorization_code}", "authorization_code"),
    ("GET /v3/payscore/partner/permissions/authorization-code/{authorization_code}", "service_id"),
    ("GET /v3/payscore/partner/permissions/search", "service_id"),
    ("GET /v3/payscore/permissions/authorization-code/{authorization_code}", "authorization_code"),
    ("GET /v3/payscore/permissions/authorization-code/{authorization_code}", "service_id"),
    ("GET /v3/refund/domestic/refunds/{out_refund_no}", "out_refund_no"),
    ("GET /v3/brand/profitsharing/returnorders", "order_id"),
    ("GET /v3/brand/profitsharing/returnorders", "out_return_no"),
    ("GET /v3/profitsharing/return-orders/{out_return_no}", "out_order_no"),
];
