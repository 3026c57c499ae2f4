//! The listeners and their servers.

pub(crate) mod headers;
pub(crate) mod tls;
mod tunnel;

use std::net::SocketAddr;

use axum::Router;
use axum::serve::{Listener, ListenerExt as _};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::watch::Receiver;
use tokio::task::JoinHandle;

use crate::error::SandboxError;

pub(crate) async fn listen(address: SocketAddr, allow_remote: bool) -> Result<TcpListener, SandboxError> {
    if !address.ip().is_loopback() && !allow_remote {
        return Err(SandboxError::Remote(address));
    }
    Ok(TcpListener::bind(address).await?)
}

/// Accepts connections without Nagle's algorithm, which delays an answer by 40 ms if the previous one is not acknowledged yet.
pub(crate) fn prompt(listener: TcpListener) -> impl Listener<Addr = SocketAddr> {
    listener.tap_io(|connection| {
        if let Err(error) = connection.set_nodelay(true) {
            tracing::debug!(%error, "a connection will be slow");
        }
    })
}

/// Serves HTTP/1.1 until `stopping` changes, and then finishes the exchanges that have begun. Header names are written with
/// capital letters, or as the answer's extensions say.
pub(crate) fn serve(
    mut listener: impl Listener<Addr = SocketAddr>,
    app: Router,
    stopping: &Receiver<()>,
) -> JoinHandle<()> {
    let mut stopping = stopping.clone();
    tokio::spawn(async move {
        let mut http = http1::Builder::new();
        http.title_case_headers(true).timer(TokioTimer::new());
        let connections = GracefulShutdown::new();
        loop {
            let (connection, _) = tokio::select! {
                accepted = listener.accept() => accepted,
                // An error means that the sender is gone, which also stops the server.
                _ = stopping.changed() => break,
            };
            let served = http.serve_connection(TokioIo::new(connection), TowerToHyperService::new(app.clone()));
            let served = connections.watch(served);
            tokio::spawn(async move {
                if let Err(error) = served.await {
                    tracing::debug!(%error, "a connection ended early");
                }
            });
        }
        drop(listener);
        connections.shutdown().await;
    })
}
