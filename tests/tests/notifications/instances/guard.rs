//! The guard in Redis, with a real one.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wxpay::notification::{Claim, Guard, Notification, RedisGuard, once};
use wxpay_sandbox::Sandbox;
use wxpay_tests::guards;
use wxpay_tests::instances::Redis;

async fn guard(redis: &Redis) -> RedisGuard {
    RedisGuard::connect(&redis.url()).await.unwrap()
}

/// Checks that a claim fails soon enough for an answer within 5 seconds. Returns the error.
async fn cannot_be_asked(guard: &RedisGuard) -> String {
    let began = Instant::now();
    let error = guard.claim("EV-9").await.unwrap_err();
    assert!(began.elapsed() < Duration::from_secs(4), "{:?}", began.elapsed());
    error.to_string()
}

/// Claims until the guard has found its Redis again.
async fn asked_again(guard: &RedisGuard, id: &str) -> Claim {
    let began = Instant::now();
    loop {
        match guard.claim(id).await {
            Ok(claim) => return claim,
            Err(error) => assert!(began.elapsed() < Duration::from_secs(20), "{error}"),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn redis_keeps_what_a_guard_promises() {
    let Some(redis) = Redis::start() else { return };
    guards::busy_until_it_is_given_back_or_done(&guard(&redis).await).await;
    let length = Duration::from_millis(500);
    guards::a_lease_ends(&guard(&redis).await.prefix("another:").lease(length), length).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_claims_over_several_connections_exactly_one_is_the_first() {
    let Some(redis) = Redis::start() else { return };
    let mut connections: Vec<Arc<dyn Guard>> = Vec::new();
    for _ in 0..8 {
        connections.push(Arc::new(guard(&redis).await));
    }
    guards::of_many_at_once_one_is_the_first(&connections, 200).await;
}

#[tokio::test]
async fn what_is_done_is_forgotten_in_the_end() {
    let Some(redis) = Redis::start() else { return };
    let guard = guard(&redis).await.memory(Duration::from_millis(300));
    let lease = guards::lease(guard.claim("EV-1").await.unwrap());
    guard.complete(lease).await.unwrap();
    tokio::time::sleep(Duration::from_millis(400)).await;
    assert!(matches!(guard.claim("EV-1").await.unwrap(), Claim::First(_)));
    assert_eq!(redis.says("DBSIZE"), ":1\r\n");
}

#[tokio::test]
async fn no_duration_weakens_redis() {
    let Some(redis) = Redis::start() else { return };
    for (number, duration) in guards::DURATIONS.into_iter().enumerate() {
        for (which, guard) in
            [("lease", guard(&redis).await.lease(duration)), ("memory", guard(&redis).await.memory(duration))]
        {
            let guard = guard.prefix(format!("{which}:{number}:"));
            guards::guards_for_more_than_a_moment(&guard, &format!("{which} {duration:?}")).await;
        }
    }
}

#[tokio::test]
async fn two_merchants_with_one_number_share_a_redis() {
    let Some(redis) = Redis::start() else { return };
    let sandbox = Sandbox::start().await.unwrap();
    let resource = json!({ "mchid": "1900000001", "out_trade_no": "20260101000001" });
    let (headers, body) = sandbox.notification("NEW.EVENT", "new", &resource).await.unwrap();
    let notifications = sandbox.client().unwrap().notifications().unwrap();
    let first: Notification<Value> = notifications.receive(&headers, &body).await.unwrap();
    let mut second = first.clone();
    second.receiver = "1900000099".into();
    let guard = guard(&redis).await;
    let mut handled = 0;
    for notification in [&first, &second, &first, &second] {
        let id = notification.guard_id_of("20260101000001");
        handled += usize::from(once(&guard, &id, async { Ok::<_, String>(()) }).await.unwrap().is_some());
    }
    assert_eq!(handled, 2, "each merchant's once");
}

#[tokio::test]
async fn every_key_ends_by_itself() {
    let Some(redis) = Redis::start() else { return };
    let guard = guard(&redis).await.prefix("shop:");
    let lease = guards::lease(guard.claim("EV-1").await.unwrap());
    let left = |answer: String| answer.trim_start_matches(':').trim_end().parse::<i64>().unwrap();
    let held = left(redis.says("PTTL shop:EV-1"));
    assert!((20_000..=30_000).contains(&held), "{held}");
    guard.complete(lease).await.unwrap();
    let done = left(redis.says("PTTL shop:EV-1"));
    assert!((172_790_000..=172_800_000).contains(&done), "{done}");
}

#[tokio::test]
async fn without_redis_nothing_is_the_first() {
    let Some(mut redis) = Redis::start() else { return };
    let guard = guard(&redis).await;
    let lease = guards::lease(guard.claim("EV-1").await.unwrap());
    redis.crash();
    for _ in 0..3 {
        cannot_be_asked(&guard).await;
    }
    guard.complete(lease).await.unwrap_err();

    let redis = redis.restart();
    assert_eq!(asked_again(&guard, "EV-1").await, Claim::Busy, "the claim was kept on disk");
    assert!(matches!(guard.claim("EV-2").await.unwrap(), Claim::First(_)));
    drop(redis);
}

#[tokio::test]
async fn what_redis_forgets_is_handled_again() {
    let Some(mut redis) = Redis::start() else { return };
    let guard = guard(&redis).await;
    let lease = guards::lease(guard.claim("EV-1").await.unwrap());
    guard.complete(lease).await.unwrap();
    redis.crash();
    redis.forget();
    let redis = redis.restart();
    assert!(
        matches!(asked_again(&guard, "EV-1").await, Claim::First(_)),
        "the application's database has to recognize it"
    );
    drop(redis);
}

#[tokio::test]
async fn a_redis_that_hangs_is_not_waited_for() {
    let Some(redis) = Redis::start() else { return };
    let guard = guard(&redis).await;
    redis.hang(true);
    let error = cannot_be_asked(&guard).await;
    redis.hang(false);
    assert!(error.starts_with("the duplicate guard cannot be asked: "), "{error}");
    // The earlier claim may have arrived, and then no other may begin.
    let claim = asked_again(&guard, "EV-9").await;
    assert!(matches!(claim, Claim::First(_) | Claim::Busy), "{claim:?}");
}

#[tokio::test]
async fn a_redis_that_takes_no_writes_makes_nobody_the_first() {
    let Some(redis) = Redis::start() else { return };
    let guard = guard(&redis).await;
    assert_eq!(redis.says("CONFIG SET min-replicas-to-write 1"), "+OK\r\n");
    let error = cannot_be_asked(&guard).await;
    assert!(error.contains("NOREPLICAS"), "{error}");
    assert_eq!(redis.says("CONFIG SET min-replicas-to-write 0"), "+OK\r\n");
    assert!(matches!(guard.claim("EV-9").await.unwrap(), Claim::First(_)));
}

#[tokio::test]
async fn a_redis_that_is_not_there_or_not_ours_is_said_to_be_so() {
    let Some(redis) = Redis::start() else { return };
    RedisGuard::connect("http://127.0.0.1/").await.unwrap_err();
    RedisGuard::connect(&format!("{}-of-another", redis.url())).await.unwrap_err();
    let error = RedisGuard::connect(&format!("{}?pass=CorrectHorse", redis.url())).await.unwrap_err();
    assert_eq!(redis.says("CONFIG SET requirepass BatteryStaple"), "+OK\r\n");
    let refused = RedisGuard::connect(&format!("{}?pass=CorrectHorse", redis.url())).await.unwrap_err();
    let guard = RedisGuard::connect(&format!("{}?pass=BatteryStaple", redis.url())).await.unwrap();
    assert!(matches!(guard.claim("EV-1").await.unwrap(), Claim::First(_)));
    let shown = format!("{error} {error:?} {refused} {refused:?} {guard:?}");
    assert!(!shown.contains("CorrectHorse") && !shown.contains("BatteryStaple"), "{shown}");
}
