//! A handler behind a guard.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use http::StatusCode;
use tower::ServiceExt as _;
use wxpay::notification::{MemoryGuard, Notification, Notifications, OnceError, once};
use wxpay::notify::Event;
use wxpay_sandbox::Sandbox;

use super::{Answer, Shop, paid, posted};

/// A server that handles a notification at the second try only.
#[derive(Clone)]
struct Guarded {
    shop: Shop,
    guard: Arc<MemoryGuard>,
    tries: Arc<AtomicUsize>,
}

impl FromRef<Guarded> for Notifications {
    fn from_ref(guarded: &Guarded) -> Self {
        guarded.shop.notifications.clone()
    }
}

async fn notified(
    State(guarded): State<Guarded>,
    notification: Notification<Event>,
) -> Result<StatusCode, OnceError<&'static str>> {
    let work = async {
        if guarded.tries.fetch_add(1, Ordering::SeqCst) == 0 {
            return Err("the database is away");
        }
        guarded.shop.handled.fetch_add(1, Ordering::SeqCst);
        Ok(())
    };
    once(&*guarded.guard, &notification.guard_id(), work).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[tokio::test]
async fn a_failure_is_repeated_and_a_success_is_not() {
    let sandbox = Sandbox::start().await.unwrap();
    let guarded = Guarded { shop: Shop::at(&sandbox), guard: Arc::default(), tries: Arc::default() };
    let app = Router::new().route("/notify", post(notified)).with_state(guarded.clone());
    let made = paid(&sandbox).await;
    let deliver = async || Answer::of(app.clone().oneshot(posted(made.clone())).await.unwrap()).await;
    deliver().await.is_refusal(StatusCode::INTERNAL_SERVER_ERROR);
    for _ in 0..3 {
        let answer = deliver().await;
        assert_eq!((answer.status, answer.body.len()), (StatusCode::NO_CONTENT, 0));
    }
    assert_eq!((guarded.tries.load(Ordering::SeqCst), guarded.shop.handled()), (2, 1));
}
