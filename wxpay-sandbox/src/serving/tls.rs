//! TLS: the sandbox's own certificate authority, and listeners with its certificate.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::serve::Listener;
use rcgen::{
    BasicConstraints, CertificateParams, CidrSubnet, DnType, ExtendedKeyUsagePurpose, GeneralSubtree, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, NameConstraints, PublicKeyData as _, SanType,
};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::server::TlsStream;

use wxpay::keys::Certificate;
use wxpay::server::HOSTS;

use crate::keys::credentials::text;
use crate::serving::tunnel;

/// The certificate of the listeners, and the authority that clients have to trust.
pub(crate) struct Identity {
    /// The authority's certificate as PEM. Its private key is dropped once it has signed, so nobody can sign anything else with
    /// it.
    pub(crate) authority: String,
    pub(crate) config: ServerConfig,
}

impl Identity {
    /// An identity for this machine, these addresses, and WeChat Pay's hosts.
    pub(crate) fn make(addresses: impl IntoIterator<Item = IpAddr>) -> Result<Self, String> {
        let here = [Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into()];
        let mut all: Vec<IpAddr> = here.into_iter().chain(addresses).collect();
        all.sort();
        all.dedup();
        let authority = Authority::make(&all)?;
        let mut shown =
            CertificateParams::new(names().map(str::to_owned).collect::<Vec<_>>()).map_err(text)?.subject_alt_names;
        shown.extend(all.into_iter().map(SanType::IpAddress));
        let (certificate, key) = authority.signed(shown)?;
        let mut config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(text)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .map_err(text)?;
        config.alpn_protocols.push(b"http/1.1".to_vec());
        Ok(Self { authority: authority.certificate, config })
    }
}

/// Host names of the sandbox.
fn names() -> impl Iterator<Item = &'static str> {
    ["localhost"].into_iter().chain(HOSTS)
}

/// A certificate authority that can sign for these names and some addresses only ([name
/// constraints](https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.10)).
struct Authority {
    parameters: CertificateParams,
    key: KeyPair,
    /// The certificate as PEM.
    certificate: String,
}

impl Authority {
    fn make(addresses: &[IpAddr]) -> Result<Self, String> {
        let names = names().map(|name| GeneralSubtree::DnsName(name.to_owned()));
        let exactly = |address: &IpAddr| {
            let bits = if address.is_ipv4() { 32 } else { 128 };
            GeneralSubtree::IpAddress(CidrSubnet::from_addr_prefix(*address, bits))
        };
        let permitted_subtrees = names.chain(addresses.iter().map(exactly)).collect();
        let mut parameters = CertificateParams::default();
        parameters.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        parameters.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        parameters.distinguished_name.push(DnType::CommonName, AUTHORITY_NAME);
        parameters.name_constraints = Some(NameConstraints { permitted_subtrees, excluded_subtrees: Vec::new() });
        let key = KeyPair::generate().map_err(text)?;
        let certificate = parameters.self_signed(&key).map_err(text)?.pem();
        Ok(Self { parameters, key, certificate })
    }

    /// A certificate for a server with these names, and its key.
    fn signed(&self, names: Vec<SanType>) -> Result<(CertificateDer<'static>, PrivateKeyDer<'static>), String> {
        let mut server = CertificateParams::default();
        server.subject_alt_names = names;
        server.distinguished_name.push(DnType::CommonName, "WeChat Pay sandbox");
        server.extended_key_usages.push(ExtendedKeyUsagePurpose::ServerAuth);
        server.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().map_err(text)?;
        let issuer = Issuer::from_params(&self.parameters, &self.key);
        let certificate = server.signed_by(&key, &issuer).map_err(text)?;
        Ok((certificate.der().clone(), PrivateKeyDer::try_from(key.serialize_der())?))
    }
}

/// Returns true for the certificate of a sandbox's authority.
pub(crate) fn is_authority(certificate: &str) -> bool {
    Certificate::from_pem(certificate).is_ok_and(|certificate| certificate.common_name() == Some(AUTHORITY_NAME))
}

/// Returns true if the two are a sandbox's authority, as earlier versions stored it.
pub(crate) fn was_kept(key: &str, certificate: &str) -> bool {
    let (Ok(key), Ok(certificate)) = (KeyPair::from_pem(key), Certificate::from_pem(certificate)) else { return false };
    certificate.common_name() == Some(AUTHORITY_NAME) && certificate.spki() == key.subject_public_key_info()
}

/// A listener whose connections have finished the handshake: a slow handshake delays nobody else.
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
            // The task ends only together with this listener.
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
            let shaken = async {
                let Some(stream) = tunnel::admitted(stream).await? else { return Ok(None) };
                acceptor.accept(stream).await.map(Some)
            };
            match tokio::time::timeout(HANDSHAKE, shaken).await {
                // Sending fails if the sandbox stops.
                Ok(Ok(None)) => {}
                Ok(Ok(Some(stream))) => drop(sender.send((stream, from)).await),
                Ok(Err(error)) => tracing::debug!(%error, "a handshake failed"),
                Err(_) => tracing::debug!("a handshake took too long"),
            }
        });
    }
}

/// Common name of the authority.
const AUTHORITY_NAME: &str = "WeChat Pay sandbox authority";
/// Maximum number of connections that wait to be served.
const WAITING: usize = 64;
const HANDSHAKE: Duration = Duration::from_secs(10);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use tokio_rustls::rustls::client::WebPkiServerVerifier;
    use tokio_rustls::rustls::client::danger::ServerCertVerifier as _;
    use tokio_rustls::rustls::pki_types::pem::PemObject as _;
    use tokio_rustls::rustls::pki_types::{ServerName, UnixTime};
    use tokio_rustls::rustls::{CertificateError, Error, RootCertStore};

    use super::*;

    fn believed(authority: &Authority, certificate: &CertificateDer<'_>, host: &str) -> Result<(), Error> {
        let mut roots = RootCertStore::empty();
        roots.add(CertificateDer::from_pem_slice(authority.certificate.as_bytes()).unwrap()).unwrap();
        let provider = Arc::new(default_provider());
        let verifier = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider).build().unwrap();
        let host = ServerName::try_from(host).unwrap();
        verifier.verify_server_cert(certificate, &[], &host, &[], UnixTime::now()).map(drop)
    }

    /// A certificate of the authority for that host only.
    fn of(authority: &Authority, host: &str) -> CertificateDer<'static> {
        let name = CertificateParams::new([host.to_owned()]).unwrap().subject_alt_names;
        authority.signed(name).unwrap().0
    }

    #[test]
    fn the_authority_is_good_for_its_own_hosts_and_for_no_other() {
        let listens = IpAddr::from([192, 0, 2, 7]);
        let authority = Authority::make(&[Ipv4Addr::LOCALHOST.into(), Ipv6Addr::LOCALHOST.into(), listens]).unwrap();
        for host in HOSTS.into_iter().chain(["localhost", "127.0.0.1", "::1", "192.0.2.7"]) {
            assert_eq!(believed(&authority, &of(&authority, host), host), Ok(()), "{host}");
        }
        for host in ["example.com", "pay.weixin.qq.com", "mch.weixin.qq.com", "127.0.0.2", "192.0.2.8", "::2"] {
            let refused = believed(&authority, &of(&authority, host), host).unwrap_err();
            assert!(matches!(refused, Error::InvalidCertificate(CertificateError::Other(_))), "{host}: {refused:?}");
            assert!(format!("{refused:?}").contains("NameConstraintViolation"), "{host}: {refused:?}");
        }
    }

    #[test]
    fn an_authority_of_the_sandboxs_own_is_told_from_others() {
        let (ours, other) = (Authority::make(&[]).unwrap(), Authority::make(&[]).unwrap());
        assert!(was_kept(&ours.key.serialize_pem(), &ours.certificate));
        assert!(!was_kept(&other.key.serialize_pem(), &ours.certificate));
        assert!(!was_kept("", &ours.certificate) && !was_kept(&ours.key.serialize_pem(), ""));
    }
}
