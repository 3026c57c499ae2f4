//! The listener that receives the notification: without TLS, and it replies as a shop does.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use http::{Response, StatusCode};
use tokio::net::TcpListener;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use wxpay::doctor::Proof;
use wxpay::finding::Finding;
use wxpay::notification::{LARGEST, refused};
use wxpay::text::quoted;

use crate::outcome::Failure;

/// The findings about the requests that arrive.
pub(super) struct Arrivals {
    proof: Arc<Proof>,
    findings: UnboundedReceiver<Finding>,
    pub(super) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<std::io::Result<()>>,
}

/// Listens at `address`.
pub(super) async fn listen(address: SocketAddr, proof: Proof) -> Result<Arrivals, Failure> {
    let unbound = |error| Failure::Usage(format!("cannot listen at {address}: {error}; choose another --listen"));
    let listener = TcpListener::bind(address).await.map_err(unbound)?;
    let address = listener.local_addr().map_err(unbound)?;
    let (proof, (told, findings), (stop, stopped)) = (Arc::new(proof), unbounded_channel(), oneshot::channel::<()>());
    let router = Router::new().fallback(arrived).with_state((proof.clone(), told));
    let server = axum::serve(listener, router).with_graceful_shutdown(async {
        // An error means that the sender was dropped, which stops the server, too.
        let _ = stopped.await;
    });
    let server = tokio::spawn(server.into_future());
    Ok(Arrivals { proof, findings, address, stop: Some(stop), server })
}

impl Arrivals {
    pub(super) fn proof(&self) -> &Proof {
        &self.proof
    }

    /// The finding about the next request.
    pub(super) async fn next(&mut self) -> Option<Finding> {
        self.findings.recv().await
    }

    /// Finishes the replies in progress, and stops.
    pub(super) async fn stop(mut self) {
        drop(self.stop.take());
        if tokio::time::timeout(FAREWELL, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

async fn arrived(
    State((proof, told)): State<(Arc<Proof>, UnboundedSender<Finding>)>,
    request: Request,
) -> Response<Body> {
    let (head, body) = request.into_parts();
    let target = head.uri.path_and_query().map_or("/", |target| target.as_str());
    let (finding, reply) = match to_bytes(body, LARGEST).await {
        Ok(body) => {
            let judged = proof.judge(target, &head.headers, &body).await;
            (judged.finding, judged.reply)
        }
        Err(error) => {
            let text = format!("the body of a request to {} did not arrive: {error}", quoted(target));
            (Finding::skipped("notification", text), refused(StatusCode::BAD_REQUEST, "失败"))
        }
    };
    // Sending fails if the listener is stopped while the last requests are answered.
    let _ = told.send(finding);
    reply.map(Body::from)
}

const FAREWELL: Duration = Duration::from_secs(2);
