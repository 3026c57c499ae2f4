//! One of several instances of a server, for the suite `instances`. It reads its setup and prints its address. For each
//! notification it prints a line when it begins to handle it, and another when it has handled it. It ends when its input is
//! closed.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{FromRef, State};
use axum::routing::post;
use http::StatusCode;
use tokio::net::TcpListener;
use wxpay::notification::{Notification, Notifications, OnceError, RedisGuard, once};
use wxpay::notify::Event;
use wxpay_tests::instances::Setup;

#[derive(Clone)]
struct Server {
    notifications: Notifications,
    guard: Arc<RedisGuard>,
    work: Duration,
}

impl FromRef<Server> for Notifications {
    fn from_ref(server: &Server) -> Self {
        server.notifications.clone()
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let setup: Setup = serde_json::from_str(&line)?;
    let server = Server {
        notifications: setup.client_builder().build()?.notifications()?,
        guard: Arc::new(RedisGuard::connect(&setup.redis).await?.lease(setup.lease)),
        work: setup.work,
    };
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/notify", listener.local_addr()?);
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_line(&mut String::new());
        std::process::exit(0);
    });
    let app = Router::new().route("/notify", post(notified)).with_state(server);
    axum::serve(listener, app).await?;
    Ok(())
}

async fn notified(
    State(server): State<Server>,
    notification: Notification<Event>,
) -> Result<StatusCode, OnceError<String>> {
    let work = async {
        println!("began {}", notification.id);
        tokio::time::sleep(server.work).await;
        println!("handled {}", notification.id);
        Ok(())
    };
    once(&*server.guard, &notification.guard_id(), work).await?;
    Ok(StatusCode::NO_CONTENT)
}
