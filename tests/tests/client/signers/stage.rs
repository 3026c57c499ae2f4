//! A local WeChat Pay behind a tapped wire, and good and bad keepers of the merchant's key.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tokio::net::UnixStream;
use wxpay::client::{Builder, Client};
use wxpay::crypto::{Backend, PrivateKey};
use wxpay::keys::private_key_der;
use wxpay_sandbox::Sandbox;
use wxpay_sandbox::wire::Wire;

use crate::signers::keeper;
use crate::signers::socket::RemoteKey;

pub(crate) struct Stage {
    pub(crate) sandbox: Sandbox,
    pub(crate) wire: Wire,
    folder: TempDir,
}

impl Stage {
    pub(crate) async fn new() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let wire = Wire::tap(sandbox.address()).await.unwrap();
        Self { sandbox, wire, folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.path().join(keeper::SOCKET)
    }

    /// The merchant's private key.
    pub(crate) fn key(&self) -> PrivateKey {
        let der = private_key_der(&self.sandbox.credentials().merchant_private_key).unwrap();
        Backend::preferred().unwrap().private_key(&der).unwrap()
    }

    /// Starts a good keeper.
    pub(crate) fn keeper(&self) {
        tokio::spawn(keeper::serve(keeper::listen(&self.socket()).unwrap(), self.key()));
    }

    /// Starts a keeper that handles its connections by `treats`.
    pub(crate) fn keeper_that<F>(&self, treats: impl Fn(UnixStream) -> F + Send + 'static)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let listener = keeper::listen(&self.socket()).unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(treats(stream));
            }
        });
    }

    pub(crate) fn remote(&self, limit: Duration) -> RemoteKey {
        RemoteKey::behind(self.socket(), limit)
    }

    /// A client without a key, with public information only.
    pub(crate) fn keyless(&self) -> Builder {
        let credentials = self.sandbox.credentials();
        Client::builder()
            .mchid(&credentials.mchid)
            .merchant_serial(&credentials.merchant_serial)
            .platform_public_key_pem(&credentials.public_key_id, &credentials.public_key)
            .hosts([self.wire.url()])
    }

    /// The same with the certificate, which confirms signatures.
    pub(crate) fn certified(&self) -> Builder {
        self.keyless().merchant_certificate_pem(&self.sandbox.credentials().merchant_certificate)
    }

    pub(crate) fn client(&self, limit: Duration) -> Client {
        let key = Arc::new(self.remote(limit));
        self.certified().signer(key.clone()).decryptor(key).build().unwrap()
    }
}
