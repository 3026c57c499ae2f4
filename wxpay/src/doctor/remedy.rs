//! Remedies: what to do about an error, by its type.

use super::evidence::{Altered, Evidence, Said, is_foreign, said};
use crate::error::{Error, ErrorKind, SignatureState};
use crate::transport::{Stage, TransportError, Trouble};
use crate::verify::VerifyError;

/// The remedy for a call that failed. While the clock is wrong, nothing else is to blame.
pub(super) fn of_call(error: &Error, evidence: &Evidence) -> &'static str {
    if evidence.clock_is_wrong && !matches!(error.kind(), ErrorKind::Transport(_)) {
        return CLOCK_FIRST;
    }
    match error.kind() {
        ErrorKind::Unverified(error) => of_answer(error, evidence),
        ErrorKind::UnexpectedStatus => NOT_WECHAT_PAY,
        ErrorKind::Api(_) if is_foreign(error) => NO_JSON,
        ErrorKind::Api(api) => match (said(error), api.status().as_u16(), api.signature()) {
            (Some(said), ..) => of_words(said),
            (_, _, SignatureState::Bad(error)) => of_answer(error, evidence),
            (None, 401, _) => CREDENTIALS,
            (None, 500.., _) => "WeChat Pay itself fails, or a proxy before it: see what is said, and check again",
            _ => "see what WeChat Pay says",
        },
        ErrorKind::Certificates(_) => {
            "if the merchant has no certificates, give the public key and its ID; if they do not open, the APIv3 key is \
             another"
        }
        ErrorKind::Open(_) => "the private key does not belong to the serial that is set",
        ErrorKind::Transport(error) => of_transport(error),
        _ => "see what it says",
    }
}

fn of_words(said: Said) -> &'static str {
    match said {
        Said::NoAuthorization => {
            "every request is sent with `Authorization`, and WeChat Pay did not get it so: a proxy on the way strips or \
             changes it; have it hand that header on, or call WeChat Pay without it"
        }
        Said::OtherTarget => {
            "WeChat Pay got another method or path than was signed: a proxy on the way rewrites it; have it hand on method, \
             path and query as they are"
        }
        Said::NoSerial => NO_SERIAL,
        Said::OtherSerial => OTHER_SERIAL,
        Said::NotDecrypted => {
            "the public key that is configured is not the one of that ID or serial, with which WeChat Pay decrypts: \
             download it again"
        }
    }
}

/// The remedy for an answer that is not believed.
fn of_answer(error: &VerifyError, evidence: &Evidence) -> &'static str {
    match (error, evidence.said) {
        (VerifyError::UnknownSerial { .. }, Some(Said::NoSerial)) => NO_SERIAL,
        (VerifyError::UnknownSerial { .. }, Some(Said::OtherSerial)) => OTHER_SERIAL,
        (VerifyError::UnknownSerial { .. }, _) => {
            "each request names the key that shall answer it, and another has: if the configured one is this merchant's, a \
             proxy on the way strips `Wechatpay-Serial` from requests; else give the key of that name, too, since during a \
             change of keys both are in use"
        }
        (VerifyError::Signature, _) => match evidence.altered {
            Altered::Body(_) => ANSWER_ALTERED,
            Altered::Key(_) => OTHER_BYTES,
            Altered::Unknown => {
                "either a proxy on the way changes answers or prints their JSON anew, and has to hand them on byte for byte; \
                 or the key that is configured under that name is not WeChat Pay's, and has to be downloaded again"
            }
        },
        _ => unbelieved(error),
    }
}

/// The remedy for a message that is not believed.
pub(super) fn unbelieved(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::UnknownSerial { .. } => UNKNOWN_SERIAL,
        VerifyError::Signature => OTHER_BYTES,
        VerifyError::Clock { .. } => CLOCK,
        VerifyError::Probe => "try again: WeChat Pay tests now and then whether wrong signatures are refused",
        _ => "a proxy on the way may strip headers, or it was not WeChat Pay that answered",
    }
}

/// The remedy for a connection that fails.
pub(super) fn of_transport(error: &TransportError) -> &'static str {
    let Some(trouble) = error.trouble() else {
        return match error.stage {
            Stage::Connecting => {
                "look at DNS, firewall and proxy (HTTPS_PROXY); WeChat Pay is called by name, on port 443"
            }
            Stage::Exchanging => CUT,
        };
    };
    match trouble {
        Trouble::Name => {
            "the name is not found: look at DNS (/etc/resolv.conf, that of the container too), and at its spelling"
        }
        Trouble::ProxyName => {
            "it is the proxy's own name that is not found: look at its spelling (`proxy`, HTTPS_PROXY, in code `proxy`), and at \
             DNS here"
        }
        Trouble::Refused => "nobody listens there: look at the port, and at the proxy (HTTPS_PROXY) if there is one",
        Trouble::Unreachable => "there is no way there: look at the network, its routes, and whether IPv6 works",
        Trouble::TimedOut => {
            "nothing comes back in time: a firewall drops it; let this machine out to port 443 of WeChat Pay's hosts, by name, \
             or set the proxy (HTTPS_PROXY)"
        }
        Trouble::Cut => CUT,
        Trouble::Descriptors => {
            "this process has no file descriptor left: raise its limit (`ulimit -n`, LimitNOFILE), and look for connections \
             or files that are never closed"
        }
        Trouble::NoAuthorities => {
            "no certificate authority is known here, as in a slim container: install ca-certificates, or give the authorities \
             as a file (`root_certificate`, in code `root_certificate_file`)"
        }
        Trouble::UnknownIssuer => {
            "the server's certificate comes from an authority that is not known here: install ca-certificates; if a proxy looks \
             into TLS, give its authority as `root_certificate` (in code `root_certificate_file`)"
        }
        Trouble::OtherName => "the server's certificate is for other names: a proxy or DNS leads to another server",
        Trouble::CertificateTime => {
            "the server's certificate does not hold at this time: look at this machine's clock first, then at the certificate"
        }
        Trouble::Certificate => "the server's certificate is not good: a proxy or DNS leads to another server",
        Trouble::TlsVersion => {
            "the two sides have no TLS in common: a proxy on the way is too old; TLS 1.2 or later is needed"
        }
        Trouble::NotTls => "what answers there does not speak TLS: look at scheme and port, and at the proxy",
        Trouble::ProxyCredentials => PROXY_CREDENTIALS,
        Trouble::ProxyRefused => {
            "the proxy does not let through: have it allow CONNECT to port 443 of api.mch.weixin.qq.com and \
             api2.mch.weixin.qq.com"
        }
        _ => "the TLS handshake fails: look what stands between this machine and WeChat Pay",
    }
}

pub(super) const CLOCK: &str = "have it set by NTP; from 5 minutes on every request is refused, and no answer believed";
const CLOCK_FIRST: &str =
    "set the clock first, as the finding `clock` says, and check again: nothing can be said of keys before";
pub(super) const UNKNOWN_SERIAL: &str = "give the key of that name, too: during a change of keys both are in use";
pub(super) const PROXY_CREDENTIALS: &str =
    "the proxy wants a user name and a password, or others: http://user:password@host:port, percent-encoded";
pub(super) const NOT_WECHAT_PAY: &str =
    "it is not WeChat Pay that answers, but a proxy, a portal or a firewall: have it let through to WeChat Pay's hosts";
pub(super) const OTHER_BYTES: &str =
    "the key that is configured under that name is not WeChat Pay's; download it again";
const NO_JSON: &str = "WeChat Pay answers with JSON, and this is none: a proxy, a portal or a firewall on the way has answered \
                       in its place; look at it first, and have it let through to WeChat Pay's hosts";
const NO_SERIAL: &str = "every request is sent with `Wechatpay-Serial`, and WeChat Pay did not get it: a proxy on the way strips \
                         it; have it hand on all `Wechatpay-*` headers";
const OTHER_SERIAL: &str = "WeChat Pay does not know the key that is named to it: is it this merchant's public key ID or platform \
                            certificate? compare it with the merchant platform (API安全)";
const ANSWER_ALTERED: &str = "a proxy on the way changes answers, such as by printing their JSON anew: have it hand them on \
                              byte for byte; the key is right";
const CREDENTIALS: &str = "merchant number, serial and private key have to belong to one API certificate that is in force; \
                           compare them with the merchant platform (API安全); if they do, look whether a proxy on the way \
                           changes `Authorization`, the path or the body";
const CUT: &str = "a firewall or proxy on the way cuts the answer off";
