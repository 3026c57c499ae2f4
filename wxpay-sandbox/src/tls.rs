//! TLS: a certificate authority of the sandbox's own, and listeners behind its certificates.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    PublicKeyData as _, SanType,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;
use x509_cert::Certificate;
use x509_cert::der::{Decode as _, Encode as _};

use crate::credentials::text;

/// Whom a client has to believe.
pub(crate) struct Authority {
    key: KeyPair,
    /// As PEM.
    pub(crate) certificate: String,
}

impl Authority {
    pub(crate) fn make() -> Result<Self, String> {
        let key = KeyPair::generate().map_err(text)?;
        let certificate = parameters().self_signed(&key).map_err(text)?.pem();
        Ok(Self { key, certificate })
    }

    /// The one that was made before: nobody believes what another authority's key signs.
    pub(crate) fn restore(key: &str, certificate: String) -> Result<Self, String> {
        let key = KeyPair::from_pem(key).map_err(text)?;
        let der = CertificateDer::from_pem_slice(certificate.as_bytes()).map_err(text)?;
        let read = Certificate::from_der(&der).map_err(text)?;
        let read = read.tbs_certificate();
        let certified = read.subject_public_key_info().to_der().map_err(text)?;
        if certified != key.subject_public_key_info() || !read.subject().to_string().contains(NAME) {
            return Err("key and certificate are not one authority's that a sandbox has made".to_owned());
        }
        Ok(Self { key, certificate })
    }

    pub(crate) fn private_key(&self) -> String {
        self.key.serialize_pem()
    }

    /// A server of this machine, and of these addresses.
    pub(crate) fn server(&self, addresses: impl IntoIterator<Item = IpAddr>) -> Result<ServerConfig, String> {
        let mut server = CertificateParams::new(["localhost".to_owned()]).map_err(text)?;
        let here = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        server.subject_alt_names.extend(here.into_iter().chain(addresses).map(SanType::IpAddress));
        server.distinguished_name.push(DnType::CommonName, "WeChat Pay sandbox");
        server.extended_key_usages.push(ExtendedKeyUsagePurpose::ServerAuth);
        server.use_authority_key_identifier_extension = true;
        let authority = parameters();
        let issuer = Issuer::from_params(&authority, &self.key);
        let key = KeyPair::generate().map_err(text)?;
        let certificate = server.signed_by(&key, &issuer).map_err(text)?;
        let private = PrivateKeyDer::try_from(key.serialize_der())?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(text)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], private)
            .map_err(text)?;
        config.alpn_protocols.push(b"http/1.1".to_vec());
        Ok(config)
    }
}

fn parameters() -> CertificateParams {
    let mut parameters = CertificateParams::default();
    parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    parameters.distinguished_name.push(DnType::CommonName, NAME);
    parameters
}

/// Connections whose handshake is done: nobody waits for somebody else's.
pub(crate) struct Secured {
    address: SocketAddr,
    done: Receiver<(TlsStream<TcpStream>, SocketAddr)>,
    task: JoinHandle<()>,
}

impl Secured {
    pub(crate) fn new(listener: TcpListener, config: Arc<ServerConfig>) -> std::io::Result<Self> {
        let address = listener.local_addr()?;
        let (sender, done) = channel(WAITING);
        let task = tokio::spawn(accept(listener, TlsAcceptor::from(config), sender));
        Ok(Self { address, done, task })
    }
}

impl Listener for Secured {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, SocketAddr) {
        match self.done.recv().await {
            Some(connection) => connection,
            // The task has ended, which it only does with this.
            None => std::future::pending().await,
        }
    }

    fn local_addr(&self) -> std::io::Result<SocketAddr> {
        Ok(self.address)
    }
}

impl Drop for Secured {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(mut listener: TcpListener, acceptor: TlsAcceptor, sender: Sender<(TlsStream<TcpStream>, SocketAddr)>) {
    loop {
        let (stream, from) = Listener::accept(&mut listener).await;
        let (acceptor, sender) = (acceptor.clone(), sender.clone());
        tokio::spawn(async move {
            if let Err(error) = stream.set_nodelay(true) {
                tracing::debug!(%error, "a connection will be slow");
            }
            match tokio::time::timeout(HANDSHAKE, acceptor.accept(stream)).await {
                // Nobody takes it if the sandbox stops.
                Ok(Ok(stream)) => drop(sender.send((stream, from)).await),
                Ok(Err(error)) => tracing::debug!(%error, "a handshake failed"),
                Err(_) => tracing::debug!("a handshake took too long"),
            }
        });
    }
}

const NAME: &str = "WeChat Pay sandbox authority";
/// How many connections may wait to be served.
const WAITING: usize = 64;
const HANDSHAKE: Duration = Duration::from_secs(10);
