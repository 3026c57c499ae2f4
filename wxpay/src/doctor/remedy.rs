//! Remedies for errors, by their type.

use super::evidence::{Altered, Evidence, Said, is_foreign, said};
use crate::error::{Error, ErrorKind, SignatureState};
use crate::transport::{Stage, TransportError, Trouble};
use crate::verify::VerifyError;

/// The remedy for a call that failed. While the clock is wrong, it is always the clock.
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
            (None, 500.., _) => "WeChat Pay itself, or a proxy before it, fails: read the message, and check again",
            _ => "read WeChat Pay's message",
        },
        ErrorKind::Certificates(_) => {
            "if the merchant has no certificates, give the public key and its ID; if they do not open, the APIv3 key is the \
             wrong one"
        }
        ErrorKind::Open(_) => "the private key does not belong to the configured serial",
        ErrorKind::Transport(error) => of_transport(error),
        _ => "read the message",
    }
}

fn of_words(said: Said) -> &'static str {
    match said {
        Said::NoAuthorization => {
            "every request is sent with `Authorization`, but WeChat Pay did not receive it unchanged: a proxy on the way removes \
             or changes it; let it pass that header on, or call WeChat Pay without the proxy"
        }
        Said::OtherTarget => {
            "WeChat Pay received another method or path than the signed one: a proxy on the way rewrites it; let it pass on \
             method, path and query unchanged"
        }
        Said::NoSerial => NO_SERIAL,
        Said::OtherSerial => OTHER_SERIAL,
        Said::NotDecrypted => {
            "the configured public key is not the one with that ID or serial, with which WeChat Pay decrypts: \
             download it again"
        }
    }
}

/// The remedy for an answer that is not verified.
fn of_answer(error: &VerifyError, evidence: &Evidence) -> &'static str {
    match (error, evidence.said) {
        (VerifyError::UnknownSerial { .. }, Some(Said::NoSerial)) => NO_SERIAL,
        (VerifyError::UnknownSerial { .. }, Some(Said::OtherSerial)) => OTHER_SERIAL,
        (VerifyError::UnknownSerial { .. }, _) => {
            "each request names the key that should sign the answer, but another key signed it: if the configured key is this \
             merchant's, a proxy on the way removes `Wechatpay-Serial` from requests; otherwise add the key of that name, since \
             both are in use during a change of keys"
        }
        (VerifyError::Signature, _) => match evidence.altered {
            Altered::Body(_) => ANSWER_ALTERED,
            Altered::Key(_) => OTHER_BYTES,
            Altered::Unknown => {
                "either a proxy on the way changes answers or prints their JSON again: let it pass them on byte for byte; \
                 or the key that is configured under that name is not WeChat Pay's: download it again"
            }
        },
        _ => unbelieved(error),
    }
}

/// The remedy for a message that is not verified.
pub(super) fn unbelieved(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::UnknownSerial { .. } => UNKNOWN_SERIAL,
        VerifyError::Signature => OTHER_BYTES,
        VerifyError::Clock { .. } => CLOCK,
        VerifyError::Probe => "try again: WeChat Pay tests now and then whether wrong signatures are refused",
        _ => "a proxy on the way may remove headers, or the answer is not from WeChat Pay",
    }
}

/// The remedy for a connection that fails.
pub(super) fn of_transport(error: &TransportError) -> &'static str {
    let Some(trouble) = error.trouble() else {
        return match error.stage {
            Stage::Connecting => {
                "check DNS, firewall and proxy (HTTPS_PROXY); WeChat Pay is called by name, on port 443"
            }
            Stage::Exchanging => CUT,
        };
    };
    match trouble {
        Trouble::Name => "the name is not found: check DNS (/etc/resolv.conf, also in the container), and the spelling",
        Trouble::ProxyName => {
            "the proxy's own name is not found: check its spelling (`proxy`, HTTPS_PROXY, in code `proxy`), and DNS \
             here"
        }
        Trouble::Refused => "no server listens there: check the port, and the proxy (HTTPS_PROXY) if there is one",
        Trouble::Unreachable => "there is no route: check the network, its routes, and whether IPv6 works",
        Trouble::TimedOut => {
            "no reply in time: a firewall drops the packets; allow this machine to reach port 443 of WeChat Pay's hosts, by \
             name, or set the proxy (HTTPS_PROXY)"
        }
        Trouble::Cut => CUT,
        Trouble::Descriptors => {
            "this process has no file descriptor left: raise its limit (`ulimit -n`, LimitNOFILE), and search for connections \
             or files that are never closed"
        }
        Trouble::NoAuthorities => {
            "this system has no certificate authorities, as in a slim container: install ca-certificates, or give the \
             authorities as a file (`root_certificate`, in code `root_certificate_file`)"
        }
        Trouble::UnknownIssuer => {
            "the server's certificate is from an unknown authority: install ca-certificates; if a proxy inspects TLS, give its \
             authority as `root_certificate` (in code `root_certificate_file`)"
        }
        Trouble::OtherName => "the server's certificate is for other names: a proxy or DNS leads to another server",
        Trouble::CertificateTime => {
            "the server's certificate is not valid at this time: check this machine's clock first, then the certificate"
        }
        Trouble::Certificate => "the server's certificate is not valid: a proxy or DNS leads to another server",
        Trouble::TlsVersion => {
            "the two sides have no TLS version in common: a proxy on the way is too old; TLS 1.2 or later is needed"
        }
        Trouble::NotTls => "the server does not speak TLS: check scheme, port and proxy",
        Trouble::ProxyCredentials => PROXY_CREDENTIALS,
        Trouble::ProxyRefused => {
            "the proxy refuses the connection: let it allow CONNECT to port 443 of api.mch.weixin.qq.com and \
             api2.mch.weixin.qq.com"
        }
        _ => "the TLS handshake fails: check the proxies between this machine and WeChat Pay",
    }
}

pub(super) const CLOCK: &str =
    "set it by NTP; beyond 5 minutes every request is refused, and no answer can be verified";
const CLOCK_FIRST: &str =
    "set the clock first, see the finding `clock`, and check again: until then nothing can be said about keys";
pub(super) const UNKNOWN_SERIAL: &str = "add the key of that name: during a change of keys both are in use";
pub(super) const PROXY_CREDENTIALS: &str =
    "the proxy requires a user name and a password, or others: http://user:password@host:port, percent-encoded";
pub(super) const NOT_WECHAT_PAY: &str = "the answer is not from WeChat Pay, but from a proxy, a portal or a firewall: let it pass requests through to WeChat \
     Pay's hosts";
pub(super) const OTHER_BYTES: &str =
    "the key that is configured under that name is not WeChat Pay's; download it again";
const NO_JSON: &str = "WeChat Pay answers with JSON, but this is not JSON: a proxy, a portal or a firewall on the way answered in its place; \
     check that first, and let it pass requests through to WeChat Pay's hosts";
const NO_SERIAL: &str = "every request is sent with `Wechatpay-Serial`, but WeChat Pay did not receive it: a proxy on the way removes it; let it \
     pass on all `Wechatpay-*` headers";
const OTHER_SERIAL: &str = "WeChat Pay does not know the key that the request names: is it this merchant's public key ID or platform certificate? \
     compare it with the merchant platform (API安全)";
const ANSWER_ALTERED: &str = "a proxy on the way changes answers, for example by printing their JSON again: let it pass them on \
                              byte for byte; the key is right";
const CREDENTIALS: &str = "merchant number, serial and private key must belong to one API certificate that is valid; \
                           compare them with the merchant platform (API安全); if they do, check whether a proxy on the way \
                           changes `Authorization`, the path or the body";
const CUT: &str = "a firewall or proxy on the way cuts the answer off";
