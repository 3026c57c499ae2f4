//! Faults that the API switches on and off.

use serde_json::{Value, json};
use wxpay::client::RetryPolicy;
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Damage, Denial, Failure, Fault, Hitch, RateCode, Rule};
use wxpay_tests::{closing, order};

use crate::admin::{Script, answered, done};

const ORDER: &str = "/v3/pay/transactions/app";

#[tokio::test]
async fn a_fault_happens_where_and_as_often_as_it_is_said() {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client_builder().retry(RetryPolicy::OFF).build().unwrap(), Script::of(&sandbox));
    let rule = json!({ "fault": "system-error", "moment": "after", "endpoint": ORDER, "times": 1 });
    assert_eq!(done(script.post("/api/faults").body(rule.to_string())).await, rule);
    assert_eq!(done(script.get("/api/faults")).await, json!([rule]));
    client.send(&closing(&client, "Fault1")).await.unwrap();
    let error = client.send(&order(&client, "Fault2")).await.unwrap_err();
    assert_eq!(error.status().map(|status| status.as_u16()), Some(500));
    client.send(&order(&client, "Fault2")).await.unwrap();
    assert_eq!(done(script.get("/api/faults")).await, json!([]));
}

#[tokio::test]
async fn faults_are_cleared() {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    done(script.post("/api/faults").body(r#"{"fault": "not-found"}"#)).await;
    script.delete("/api/faults").await;
    client.send(&order(&client, "Fault3")).await.unwrap();
    assert_eq!(sandbox.faults().rules(), []);
}

#[tokio::test]
async fn every_fault_of_the_library_has_a_form() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Script::of(&sandbox);
    let denials = [Denial::BadRequest, Denial::Unauthorized, Denial::NotFound, Denial::OrderNotExist].map(Fault::from);
    let codes = [
        RateCode::FrequencyLimited,
        RateCode::RatelimitExceeded,
        RateCode::FrequencyLimitExceed,
        RateCode::RateLimited,
    ];
    let limits = codes.map(|code| Fault::from(Denial::TooManyRequests(code)));
    let failures = [
        Failure::Accepted,
        Failure::SystemError,
        Failure::BadGateway,
        Failure::Unavailable { retry_after: None },
        Failure::Unavailable { retry_after: Some(3) },
        Failure::GatewayTimeout,
        Failure::NoAnswer,
        Failure::Disconnected,
    ];
    let damages = [
        Damage::WrongSignature,
        Damage::NoSignature,
        Damage::UnknownSerial,
        Damage::Probe,
        Damage::Clock(-400),
        Damage::TruncatedJson,
        Damage::Oversized(1 << 20),
    ];
    let hitches = [Hitch::CutOff, Hitch::Slow(3)];
    let failures = failures.into_iter().flat_map(|failure| [failure.before(), failure.after()]);
    let faults = denials
        .into_iter()
        .chain(limits)
        .chain(failures)
        .chain(damages.map(Fault::from))
        .chain(hitches.map(Fault::from));
    let rules = faults.flat_map(|fault| [Rule::new(fault), Rule::new(fault).at(ORDER).chance(0.25)]);
    for rule in rules {
        sandbox.faults().clear();
        sandbox.faults().add(rule.clone());
        let written = done(script.get("/api/faults")).await[0].take();
        sandbox.faults().clear();
        done(script.post("/api/faults").body(written.to_string())).await;
        assert_eq!(sandbox.faults().rules(), [rule], "{written}");
    }
}

#[tokio::test]
async fn a_fault_that_cannot_be_is_refused() {
    let sandbox = Sandbox::start().await.unwrap();
    let script = Script::of(&sandbox);
    for (rule, error) in [
        (json!({}), "unknown fault ``"),
        (json!({ "fault": "system_error" }), "unknown fault `system_error`; expected one of `bad-request`"),
        (json!({ "fault": "clock" }), "`clock` needs its `ahead`"),
        (json!({ "fault": "oversized" }), "`oversized` needs its `length`"),
        (json!({ "fault": "slow" }), "`slow` needs its `pause`"),
        (json!({ "fault": "not-found", "moment": "after" }), "`not-found` has no `moment`"),
        (json!({ "fault": "probe", "code": "RATE_LIMITED" }), "`probe` has no `code`"),
        (json!({ "fault": "bad-gateway", "retry_after": 1 }), "`bad-gateway` has no `retry_after`"),
        (json!({ "fault": "probe", "chance": 1.5 }), "a `chance` is from 0 to 1"),
        (json!({ "fault": "probe", "chance": 0.5, "times": 1 }), "a fault has `times` or a `chance`"),
        (json!({ "fault": "probe", "endpoint": "/v3/pay" }), "no endpoint has the path template `/v3/pay`"),
        (json!({ "fault": "probe", "when": "now" }), "unknown field `when`"),
    ] {
        let (status, answer): (_, Value) = answered(script.post("/api/faults").body(rule.to_string())).await;
        assert_eq!(status.as_u16(), 400, "{rule}");
        assert!(answer["error"].as_str().unwrap().starts_with(error), "{rule} {answer}");
    }
    assert_eq!(sandbox.faults().rules(), []);
}
