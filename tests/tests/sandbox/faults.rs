//! Deliberate faults of the sandbox: what it sends, whether it processes the request, where and how often. `reliability` tests
//! the client's part.

use wxpay::client::{Client, RetryPolicy};
use wxpay::error::{Error, ErrorCode, Outcome, SignatureState};
use wxpay::pay::AppPrepayResponse;
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::faults::{Damage, Denial, Failure, Fault, Frequency, Hitch, RateCode, Rule};
use wxpay_sandbox::wire::Wire;
use wxpay_tests::{order, order_query};

const ORDER: &str = "/v3/pay/transactions/app";

struct Scene {
    sandbox: Sandbox,
    wire: Wire,
    /// A client that sends once.
    client: Client,
}

impl Scene {
    async fn new() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let wire = Wire::tap(sandbox.address()).await.unwrap();
        let client = sandbox.client_builder().hosts([wire.url()]).retry(RetryPolicy::OFF).build().unwrap();
        Self { sandbox, wire, client }
    }

    async fn order(&self, number: &str) -> Result<AppPrepayResponse, Error> {
        self.client.send(&order(&self.client, number)).await
    }

    /// Returns whether an order that meets `fault` is in the books, its caller's error, and the head of the answer.
    async fn after(fault: impl Into<Fault>) -> (bool, Error, String) {
        let scene = Self::new().await;
        scene.sandbox.faults().add(Rule::new(fault));
        let error = scene.order("O00001").await.unwrap_err();
        let answer = scene.wire.exchanges().pop().unwrap().answer;
        let head = String::from_utf8_lossy(&answer).split("\r\n\r\n").next().unwrap().to_lowercase();
        (!scene.sandbox.orders().unwrap().is_empty(), error, head)
    }
}

#[tokio::test]
async fn a_denial_is_never_of_what_was_done() {
    let too_many = Denial::TooManyRequests(RateCode::FrequencyLimited);
    for denial in [Denial::BadRequest, Denial::Unauthorized, Denial::NotFound, Denial::OrderNotExist, too_many] {
        let (booked, error, head) = Scene::after(denial).await;
        assert_eq!((booked, error.outcome()), (false, Outcome::Refused), "{denial:?}: {error}");
        assert!(head.contains(&format!("sandbox-fault: {}", Fault::from(denial).name())), "{head}");
    }
}

#[tokio::test]
async fn too_many_requests_have_four_names_all_signed() {
    let codes = [
        (RateCode::FrequencyLimited, ErrorCode::FrequencyLimited),
        (RateCode::RatelimitExceeded, ErrorCode::RatelimitExceeded),
        (RateCode::FrequencyLimitExceed, ErrorCode::FrequencyLimitExceed),
        (RateCode::RateLimited, ErrorCode::RateLimited),
    ];
    for (code, name) in codes {
        let (_, error, _) = Scene::after(Denial::TooManyRequests(code)).await;
        assert_eq!((error.status().unwrap().as_u16(), error.code()), (429, Some(&name)), "{error}");
        assert_eq!(error.api().unwrap().signature(), &SignatureState::Valid);
    }
}

#[tokio::test]
async fn a_failure_is_of_what_was_done_or_not_as_it_says() {
    let unavailable = Failure::Unavailable { retry_after: Some(7) };
    let failures = [Failure::Accepted, Failure::SystemError, Failure::BadGateway, unavailable, Failure::GatewayTimeout];
    for failure in failures {
        for (fault, done) in [(failure.before(), false), (failure.after(), true)] {
            let (booked, error, head) = Scene::after(fault).await;
            assert_eq!((booked, error.outcome()), (done, Outcome::Unknown), "{fault:?}: {error}");
            assert_eq!(head.contains("retry-after: 7"), failure == unavailable, "{head}");
            let signed = matches!(failure, Failure::Accepted | Failure::SystemError);
            assert_eq!(head.contains("wechatpay-signature:"), signed, "{head}");
        }
    }
}

#[tokio::test]
async fn damage_is_of_what_was_done() {
    for damage in [
        Damage::WrongSignature,
        Damage::NoSignature,
        Damage::UnknownSerial,
        Damage::Probe,
        Damage::Clock(-300),
        Damage::Clock(310),
        Damage::TruncatedJson,
        Damage::Oversized(9 << 20),
    ] {
        let (booked, error, head) = Scene::after(damage).await;
        assert_eq!((booked, error.outcome()), (true, Outcome::Unknown), "{damage:?}: {error}");
        assert!(head.starts_with("http/1.1 200"), "{head}");
    }
}

#[tokio::test]
async fn a_connection_ends_before_the_request_is_processed_or_after() {
    for (fault, done) in [(Failure::Disconnected.before(), false), (Failure::Disconnected.after(), true)] {
        let (booked, error, answer) = Scene::after(fault).await;
        assert_eq!((booked, error.outcome()), (done, Outcome::Unknown), "{fault:?}: {error}");
        assert_eq!(answer, "", "not a byte of an answer");
    }
}

#[tokio::test]
async fn an_answer_breaks_off_or_comes_slowly() {
    let (booked, error, _) = Scene::after(Hitch::CutOff).await;
    assert_eq!((booked, error.outcome()), (true, Outcome::Unknown), "{error}");

    let sandbox = Sandbox::start().await.unwrap();
    sandbox.faults().add(Rule::new(Hitch::CutOff));
    let client = sandbox.client().unwrap();
    let request = client.prepare(&order(&client, "O00001")).await.unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let mut answer = http.execute(request.try_into().unwrap()).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.headers()["sandbox-fault"].to_str().unwrap()), (200, "cut-off"));
    let announced = answer.content_length().unwrap();
    let first = answer.chunk().await.unwrap().unwrap();
    assert_eq!(first.len() as u64, announced / 2);
    assert!(answer.chunk().await.is_err(), "the rest does not come");

    let scene = Scene::new().await;
    scene.sandbox.faults().add(Rule::new(Hitch::Slow(1)).times(1));
    scene.order("O00001").await.unwrap();
    let answer = scene.wire.exchanges().pop().unwrap().answer;
    assert!(String::from_utf8_lossy(&answer).to_lowercase().contains("sandbox-fault: slow"), "the whole answer came");
}

#[tokio::test]
async fn a_rule_holds_for_one_endpoint_or_for_all_so_often_and_in_its_turn() {
    let scene = Scene::new().await;
    let faults = scene.sandbox.faults();
    faults.add(Rule::new(Denial::NotFound).at(ORDER).times(1));
    faults.add(Rule::new(Failure::SystemError.before()).times(2));
    let mut statuses = Vec::new();
    for _ in 0..3 {
        statuses.push(scene.order("O00001").await.map_or_else(|error| error.status().unwrap().as_u16(), |_| 200));
    }
    assert_eq!(statuses, [404, 500, 500], "the first rule that applies, then the next");
    assert!(faults.rules().is_empty(), "a rule that cannot apply any more is removed");
    scene.order("O00001").await.unwrap();

    faults.add(Rule::new(Denial::NotFound).at(ORDER));
    scene.client.send(&order_query(&scene.client, "O00001")).await.unwrap();
    scene.order("O00001").await.unwrap_err();
    faults.clear();
    scene.order("O00001").await.unwrap();
}

#[tokio::test]
async fn chance_is_the_same_for_the_same_seed() {
    let scene = Scene::new().await;
    let faults = scene.sandbox.faults();
    faults.add(Rule::new(Denial::BadRequest).chance(0.5));
    assert_eq!(faults.rules()[0].frequency, Frequency::Chance(0.5));
    let mut runs = Vec::new();
    for seed in [7, 7, 8] {
        faults.seed(seed);
        let mut run = Vec::new();
        for _ in 0..24 {
            run.push(scene.order("O00001").await.is_ok());
        }
        runs.push(run);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
    assert!(runs[0].contains(&true) && runs[0].contains(&false));
}

#[tokio::test]
async fn the_backup_host_is_another_door_to_the_same_books() {
    let scene = Scene::new().await;
    let backup = scene.sandbox.client_builder().hosts([scene.sandbox.backup_url()]).build().unwrap();
    assert_ne!(scene.sandbox.backup_url(), scene.sandbox.url());
    scene.order("O00001").await.unwrap();
    backup.send(&order_query(&backup, "O00001")).await.unwrap();
    scene.sandbox.faults().add(Rule::new(Denial::BadRequest));
    assert!(backup.send(&order_query(&backup, "O00001")).await.is_err(), "the backup host has the same faults");
}

#[tokio::test]
async fn an_answer_has_the_sandboxs_date_and_says_how_long_the_connection_is_kept() {
    let scene = Scene::new().await;
    scene.sandbox.set_clock_ahead(-200).unwrap();
    scene.order("O00001").await.unwrap();
    assert!(scene.client.clock_skew().is_some_and(|seconds| (195..=205).contains(&seconds)));
    let answer = scene.wire.exchanges().pop().unwrap().answer;
    let head = String::from_utf8_lossy(&answer).to_lowercase();
    assert!(head.contains("\r\nkeep-alive: timeout=8\r\n") && head.matches("\r\ndate: ").count() == 1, "{head}");
}
