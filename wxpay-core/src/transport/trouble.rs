//! The cause of a failure below HTTP, known by the types of the errors and not by their texts.

use std::error::Error as StdError;
use std::fmt;
use std::io;

use super::TransportError;

/// The cause of a failure below HTTP, as far as the transport tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trouble {
    /// The host's name has no address.
    Name,
    /// The proxy's own name has no address.
    ProxyName,
    /// The port refuses connections.
    Refused,
    /// The address cannot be reached.
    Unreachable,
    /// The time limit was exceeded.
    TimedOut,
    /// The other side, or something between, ended the connection.
    Cut,
    /// This process, or the machine, has no file descriptor left (`EMFILE`, `ENFILE`).
    Descriptors,
    /// No certificate authority is known here.
    NoAuthorities,
    /// The server's certificate comes from an authority that is not known here.
    UnknownIssuer,
    /// The server's certificate is for other names.
    OtherName,
    /// The server's certificate has expired or is not valid yet, by this machine's clock.
    CertificateTime,
    /// The server's certificate is invalid for another reason.
    Certificate,
    /// The two sides have no version or suite of TLS in common.
    TlsVersion,
    /// The other side does not speak TLS.
    NotTls,
    /// The TLS handshake failed for another reason.
    Tls,
    /// The proxy requires a user name and a password, or other ones (407).
    ProxyCredentials,
    /// The proxy refuses to connect to the host.
    ProxyRefused,
}

impl TransportError {
    /// The cause of the failure, if it is known.
    #[must_use]
    pub fn trouble(&self) -> Option<Trouble> {
        Trouble::of(&*self.source)
    }
}

impl Trouble {
    /// Looks for a known cause in an error and its sources.
    #[must_use]
    pub fn of(error: &(dyn StdError + 'static)) -> Option<Self> {
        let mut next = Some(error);
        while let Some(error) = next {
            if let Some(trouble) = one(error) {
                return Some(trouble);
            }
            next = error.source();
        }
        None
    }
}

/// An error as text, with its cause. Its sources are left out, since their texts may have secrets.
#[derive(Debug)]
pub(super) struct Described {
    pub(super) text: String,
    pub(super) trouble: Option<Trouble>,
}

impl fmt::Display for Described {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl StdError for Described {}

fn one(error: &(dyn StdError + 'static)) -> Option<Trouble> {
    if let Some(described) = error.downcast_ref::<Described>() {
        return described.trouble;
    }
    #[cfg(feature = "reqwest")]
    if let Some(trouble) = error.downcast_ref().and_then(of_tls) {
        return Some(trouble);
    }
    // An `io::Error` hides the error that it wraps from `source`.
    let error = error.downcast_ref::<io::Error>()?;
    error.get_ref().and_then(|inner| Trouble::of(inner)).or_else(|| of_system(error))
}

fn of_system(error: &io::Error) -> Option<Trouble> {
    use io::ErrorKind as Kind;
    if error.raw_os_error().is_some_and(|code| NO_DESCRIPTOR.contains(&code)) {
        return Some(Trouble::Descriptors);
    }
    Some(match error.kind() {
        Kind::ConnectionRefused => Trouble::Refused,
        Kind::HostUnreachable | Kind::NetworkUnreachable | Kind::NetworkDown | Kind::AddrNotAvailable => {
            Trouble::Unreachable
        }
        Kind::TimedOut => Trouble::TimedOut,
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::BrokenPipe | Kind::UnexpectedEof => Trouble::Cut,
        _ => return None,
    })
}

#[cfg(feature = "reqwest")]
fn of_tls(error: &rustls::Error) -> Option<Trouble> {
    use rustls::{AlertDescription as Alert, CertificateError as Of, Error};
    Some(match error {
        Error::InvalidCertificate(Of::UnknownIssuer) => Trouble::UnknownIssuer,
        Error::InvalidCertificate(Of::NotValidForName | Of::NotValidForNameContext { .. }) => Trouble::OtherName,
        Error::InvalidCertificate(
            Of::Expired | Of::ExpiredContext { .. } | Of::NotValidYet | Of::NotValidYetContext { .. },
        ) => Trouble::CertificateTime,
        Error::InvalidCertificate(_) | Error::NoCertificatesPresented => Trouble::Certificate,
        Error::PeerIncompatible(_) | Error::AlertReceived(Alert::ProtocolVersion | Alert::HandshakeFailure) => {
            Trouble::TlsVersion
        }
        Error::AlertReceived(Alert::UnrecognisedName) => Trouble::OtherName,
        Error::InvalidMessage(_) => Trouble::NotTls,
        _ => Trouble::Tls,
    })
}

/// `EMFILE` and `ENFILE`, which have no kind in the standard library.
#[cfg(unix)]
const NO_DESCRIPTOR: [i32; 2] = [24, 23];
/// `WSAEMFILE`.
#[cfg(not(unix))]
const NO_DESCRIPTOR: [i32; 1] = [10_024];
