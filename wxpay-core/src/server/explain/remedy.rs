//! The remedies: the merchant's action against a cause. It depends on the party that should have signed.

use super::Cause;
use crate::keys::UnknownKey;

/// The party that should have signed a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Party {
    /// The merchant, for a request.
    Merchant,
    /// WeChat Pay, for a notification or an answer.
    WechatPay,
}

impl Cause {
    /// The remedy for this cause in a message that `signer` should have signed.
    #[must_use]
    pub fn remedy(&self, signer: Party) -> &'static str {
        match signer {
            Party::Merchant => of_request(self),
            Party::WechatPay => of_notification(self),
        }
    }
}

/// For a request: the merchant's program has to sign in another way.
fn of_request(cause: &Cause) -> &'static str {
    match cause {
        Cause::Authorization(_) | Cause::Header { .. } | Cause::SignatureType { .. } => {
            "write it as documented, each parameter once: `name=\"value\"`, separated by commas"
        }
        Cause::Unsigned => "set the `Authorization` header; if it was set, a proxy on the way has removed it",
        Cause::IsRequest | Cause::IsNotification => "examine it with `wxpay explain notification`",
        Cause::V2Notice(_) => "APIv3 expects JSON with an `Authorization` header",
        Cause::EmptyBody => "sign the body that is sent",
        Cause::Encoding(_) => "use standard Base64 with padding, in one line, not encoded again",
        Cause::Milliseconds => "use seconds since 1970: divide by 1000, for the signing string and the header alike",
        Cause::Timestamp => "use seconds since 1970, in decimal digits",
        Cause::Clock(_) => "set the clock by NTP, and sign every attempt anew: 5 minutes are allowed",
        Cause::OtherCaller { .. } => "`mchid` is the holder of the certificate; in partner mode the service provider",
        Cause::UnknownSerial { kind, .. } => unknown_certificate(*kind),
        Cause::OtherKey { .. } => "serial and private key are a pair: use the serial that belongs to the key",
        Cause::MerchantsKey(_) | Cause::NoKnownKey => {
            "another private key was used, or the signature was damaged on its way"
        }
        Cause::Digest(_) => "sign with SHA256withRSA (PKCS#1 v1.5)",
        Cause::OtherMessage => {
            "print the signing string in your program, and compare it byte by byte with the one here"
        }
        Cause::Method(_) => "sign the method of the request, in upper case",
        Cause::Target(_) => "sign path and query exactly as in the request line, encoded and in their order",
        Cause::Prefixed(_) => {
            "this is right if a gateway before WeChat Pay removes the prefix: then examine the request after the gateway; \
             otherwise send the path that is signed"
        }
        Cause::Unprefixed(_) => {
            "sign the path that WeChat Pay receives, without a gateway's prefix, which is added after signing; if the prefix \
             is WeChat Pay's own (`/v3`), the gateway has to pass it on"
        }
        Cause::OtherTimestamp(_) => "take the time once, for both the signing string and the header",
        Cause::NonceCase => "use one text for the signing string and the header",
        Cause::Body(_) => {
            "sign the exact bytes of the body; without a body, an empty line; for a form, its part `meta`"
        }
        Cause::Reserialised(_) => "serialise once, then sign and send those bytes",
        Cause::Charset(_) => "encode the text once, as UTF-8, then sign and send those bytes",
        Cause::Length { .. } => {
            "set it to the number of bytes in UTF-8, not of characters: WeChat Pay reads and verifies that many bytes"
        }
        Cause::Lines(_) => "end every line with one line feed (0x0A), also the last one",
        Cause::Syntax => "send all bytes of the body that was signed",
        Cause::Probe
        | Cause::CgiNames(_)
        | Cause::BareResource
        | Cause::Envelope(_)
        | Cause::ApiV3Key
        | Cause::AssociatedData { .. } => {
            "only WeChat Pay sends such a message: examine it with `wxpay explain notification`"
        }
    }
}

fn unknown_certificate(kind: UnknownKey) -> &'static str {
    match kind {
        UnknownKey::Spelling => "write it as `openssl x509 -serial` prints it: upper case, without colons or spaces",
        UnknownKey::WechatPays | UnknownKey::PublicKey | UnknownKey::OtherPublicKey => {
            "`serial_no` is the serial of apiclient_cert.pem; WeChat Pay's own key belongs in the header `Wechatpay-Serial`"
        }
        UnknownKey::Form => {
            "`serial_no` is the hexadecimal number that `openssl x509 -serial -noout -in apiclient_cert.pem` prints"
        }
        _ => {
            "compare it with `openssl x509 -serial -noout -in apiclient_cert.pem`, or with the merchant platform; it may \
             belong to another merchant, or to a certificate that was replaced"
        }
    }
}

/// For a notification: WeChat Pay signed correctly, so that the receiver or its keys need a correction.
fn of_notification(cause: &Cause) -> &'static str {
    match cause {
        Cause::Authorization(_) | Cause::Header { .. } | Cause::SignatureType { .. } => {
            "pass the headers on as they arrived, each of them once"
        }
        Cause::Unsigned => {
            "check the proxies before your server: one may remove `Wechatpay-*` headers; otherwise it is not from WeChat Pay"
        }
        Cause::IsRequest | Cause::IsNotification => "examine it with `wxpay explain request`",
        Cause::V2Notice(_) => {
            "an APIv2 call is reported by APIv2, to the call's own `notify_url`: verify it there with the APIv2 key, or make \
             the call by APIv3"
        }
        Cause::EmptyBody => {
            "a framework, a logger or a filter has read the body before: keep its bytes when they are first read"
        }
        Cause::Encoding(_) => {
            "take the header `Wechatpay-Signature` as it arrived; something on the way has changed it"
        }
        Cause::Milliseconds | Cause::Timestamp => {
            "take the header `Wechatpay-Timestamp` as it arrived; WeChat Pay writes seconds since 1970"
        }
        Cause::Clock(_) => {
            "set this machine's clock by NTP; if it is right, the message is old or a replay: 5 minutes are allowed"
        }
        Cause::OtherCaller { .. } => {
            "a merchant never signs a notification; examine requests with `wxpay explain request`"
        }
        Cause::UnknownSerial { kind, .. } => unknown_platform_key(*kind),
        Cause::OtherKey { .. } => {
            "the keys of WeChat Pay were given with each other's names: compare them with the merchant platform (API安全); \
             if they are right, the header `Wechatpay-Serial` was changed"
        }
        Cause::MerchantsKey(_) => {
            "WeChat Pay never signs with a merchant's key: it comes from a test of your own, or is forged; refuse it"
        }
        Cause::NoKnownKey => {
            "verifying needs WeChat Pay's key of this name: the given one, if any, is another, so download it again; if it is \
             right, the signature was damaged or forged, so refuse the message"
        }
        Cause::Digest(_) => "refuse it: WeChat Pay signs with SHA-256",
        Cause::OtherMessage | Cause::Syntax => {
            "keep all raw bytes of the body before anything parses them; headers and body must be of the same message"
        }
        Cause::Method(_) | Cause::Target(_) | Cause::Prefixed(_) | Cause::Unprefixed(_) => {
            "method and path of a notification are not signed"
        }
        Cause::OtherTimestamp(_) => "take the header `Wechatpay-Timestamp` of the same message, as it arrived",
        Cause::NonceCase => "take the header `Wechatpay-Nonce` as it arrived",
        Cause::Body(_) => "verify the exact bytes of the body as they arrived",
        Cause::Reserialised(_) => "verify the bytes of the body as they arrived, before anything parses them",
        Cause::Charset(_) => "verify the bytes of the body as they arrived, not its text in another encoding",
        Cause::Length { .. } => {
            "keep the raw bytes of the body, as many as the header says: something on the way, or the capture, has cut it or \
             added to it"
        }
        Cause::CgiNames(_) => {
            "use the headers of the HTTP request, or convert the names: remove `HTTP_`, and replace each `_` by `-`"
        }
        Cause::BareResource => "verify the whole body as it arrived, and open its `resource` afterwards",
        Cause::Lines(_) => "verify timestamp, nonce and body, each followed by one line feed (0x0A)",
        Cause::Probe => "refuse it like any wrong signature; the right one follows",
        Cause::Envelope(_) => "see the documentation of notifications (回调通知)",
        Cause::ApiV3Key => {
            "compare it with the merchant platform (API安全): a new key applies to new notifications at once"
        }
        Cause::AssociatedData { .. } => "pass `associated_data` exactly as the resource has it",
    }
}

fn unknown_platform_key(kind: UnknownKey) -> &'static str {
    match kind {
        UnknownKey::Spelling => "take the header `Wechatpay-Serial` as it arrived; something on the way has changed it",
        UnknownKey::PublicKey => {
            "that is WeChat Pay's public key (微信支付公钥): add the public key and its ID (`platform_public_key`, \
             `platform_public_key_id`) from the merchant platform (API安全); it cannot be downloaded by API"
        }
        UnknownKey::OtherPublicKey => {
            "that is another public key of WeChat Pay than the given one: compare its ID with the merchant platform (API安全), \
             and get the public key that belongs to it there"
        }
        UnknownKey::Certificate => {
            "that is a platform certificate (平台证书): add it (`platform_certificates`, `download_certificates`); \
             `wxpay certs --out DIR` downloads it"
        }
        UnknownKey::OtherCertificate => {
            "that is another platform certificate (平台证书), perhaps a newer one: `wxpay certs --out DIR` downloads \
             those in force"
        }
        UnknownKey::Merchants => {
            "WeChat Pay never signs with a merchant's key: this is a request, or comes from a test of your own"
        }
        UnknownKey::WechatPays | UnknownKey::Form => {
            "take the header `Wechatpay-Serial` as it arrived: it has the ID of a public key (`PUB_KEY_ID_..`), or a serial \
             number in hex"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::print::Printed;
    use super::super::{
        AuthorizationFault, Charset, Encoding, EnvelopeFault, OtherBody, OtherLines, OtherTarget, V2Notice,
    };
    use super::*;
    use crate::verify::HeaderProblem;

    const KINDS: [UnknownKey; 8] = [
        UnknownKey::Spelling,
        UnknownKey::PublicKey,
        UnknownKey::OtherPublicKey,
        UnknownKey::Certificate,
        UnknownKey::OtherCertificate,
        UnknownKey::Merchants,
        UnknownKey::WechatPays,
        UnknownKey::Form,
    ];

    fn all() -> Vec<Cause> {
        let text = || "x".to_owned();
        let mut causes = vec![
            Cause::Authorization(AuthorizationFault::NoBlank),
            Cause::Header { header: "x", problem: HeaderProblem::Missing },
            Cause::SignatureType { found: text(), known: "x" },
            Cause::Unsigned,
            Cause::IsRequest,
            Cause::IsNotification,
            Cause::V2Notice(V2Notice::Refund),
            Cause::EmptyBody,
            Cause::Encoding(Encoding::Lines),
            Cause::Milliseconds,
            Cause::Timestamp,
            Cause::Clock(400),
            Cause::OtherCaller { said: text(), holder: text() },
            Cause::OtherKey { said: text(), signer: text() },
            Cause::MerchantsKey(text()),
            Cause::NoKnownKey,
            Cause::Digest("x"),
            Cause::OtherMessage,
            Cause::Method(text()),
            Cause::Target(OtherTarget::Url),
            Cause::Prefixed(text()),
            Cause::Unprefixed(text()),
            Cause::Charset(Charset::NotUtf8),
            Cause::Length { said: 1, found: 2 },
            Cause::CgiNames(text()),
            Cause::BareResource,
            Cause::OtherTimestamp(text()),
            Cause::NonceCase,
            Cause::Body(OtherBody::Empty),
            Cause::Reserialised(Printed::REORDERED),
            Cause::Lines(OtherLines::CrLf),
            Cause::Probe,
            Cause::Syntax,
            Cause::Envelope(EnvelopeFault::TooDeep),
            Cause::ApiV3Key,
            Cause::AssociatedData { opens: text() },
        ];
        causes.extend(KINDS.map(|kind| Cause::UnknownSerial { serial: text(), kind }));
        causes
    }

    #[test]
    fn no_remedy_looks_at_the_other_side() {
        let merchants =
            ["apiclient", "private key", "serial_no", "sign with", "signing string", "openssl", "every attempt"];
        let wechat_pays = ["平台证书", "微信支付公钥", "platform_", "Wechatpay-Signature", "as it arrived", "--out"];
        for cause in all() {
            let (request, notification) = (cause.remedy(Party::Merchant), cause.remedy(Party::WechatPay));
            for words in wechat_pays {
                assert!(!request.contains(words), "of a request, {cause:?}: {request}");
            }
            for words in merchants {
                assert!(!notification.contains(words), "of a notification, {cause:?}: {notification}");
            }
        }
    }

    #[test]
    fn the_list_has_every_cause() {
        let source = include_str!("cause.rs");
        let names = source.split("=> \"").skip(1).filter_map(|rest| rest.split('"').next());
        let names: Vec<_> = names.collect();
        assert!(names.len() > 25, "{names:?}");
        let listed: Vec<_> = all().iter().map(Cause::name).collect();
        for name in names {
            assert!(listed.contains(&name), "{name}");
        }
    }
}
