//! The remedies: what the merchant can do about a cause, which depends on who should have signed.

use super::Cause;
use crate::keys::UnknownKey;

/// Who should have signed a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Party {
    /// The merchant: it is a request.
    Merchant,
    /// WeChat Pay: it is a notification or an answer.
    WechatPay,
}

impl Cause {
    /// The remedy, in a message that `signer` should have signed.
    #[must_use]
    pub fn remedy(&self, signer: Party) -> &'static str {
        match signer {
            Party::Merchant => of_request(self),
            Party::WechatPay => of_notification(self),
        }
    }
}

/// The merchant has signed: it is the merchant's program that has to sign otherwise.
fn of_request(cause: &Cause) -> &'static str {
    match cause {
        Cause::Authorization(_) | Cause::Header { .. } | Cause::SignatureType { .. } => {
            "write it as documented, each parameter once: `name=\"value\"`, parted by commas"
        }
        Cause::Unsigned => "set the `Authorization` header; if it was set, a proxy on the way has stripped it",
        Cause::IsRequest | Cause::IsNotification => "`wxpay explain notification` looks at it",
        Cause::V2Notice(_) => "APIv3 takes JSON with an `Authorization` header",
        Cause::EmptyBody => "sign the body that is sent",
        Cause::Encoding(_) => "standard Base64 with padding, in one line, not encoded again",
        Cause::Milliseconds => "seconds since 1970: divide by 1000, for the signing string and the header alike",
        Cause::Timestamp => "seconds since 1970, in decimal digits",
        Cause::Clock(_) => "set the clock by NTP, and sign every attempt anew: 5 minutes are allowed",
        Cause::OtherCaller { .. } => "`mchid` is whom the certificate was issued to; in partner mode the provider",
        Cause::UnknownSerial { kind, .. } => unknown_certificate(*kind),
        Cause::OtherKey { .. } => "serial and private key are a pair: name the serial that belongs to the key in use",
        Cause::MerchantsKey(_) | Cause::NoKnownKey => {
            "another private key was used, or the signature was damaged on its way"
        }
        Cause::Digest(_) => "sign with SHA256withRSA (PKCS#1 v1.5)",
        Cause::OtherMessage => "print the signing string where you sign, and compare it byte by byte with the one here",
        Cause::Method(_) => "sign the method that is sent, in upper case",
        Cause::Target(_) => "sign path and query exactly as they stand in the request line, encoded, in their order",
        Cause::Prefixed(_) => {
            "right, if what is called takes the prefix off before WeChat Pay, as a gateway does: then look at the request \
             behind it; else send the path that is signed"
        }
        Cause::Unprefixed(_) => {
            "sign the path that WeChat Pay gets: without the prefix of a gateway, which belongs behind the signature; if the \
             prefix is WeChat Pay's own (`/v3`), the gateway has to hand it on"
        }
        Cause::OtherTimestamp(_) => "take the time once, and use it for the signing string and the header",
        Cause::NonceCase => "use one text for the signing string and the header",
        Cause::Body(_) => "sign the exact bytes of the body; an empty line without one; of a form its part `meta`",
        Cause::Reserialised(_) => "serialise once, and sign and send those bytes",
        Cause::Charset(_) => "encode the text once, as UTF-8, and sign and send those bytes",
        Cause::Length { .. } => {
            "say the number of bytes that are sent, in UTF-8, not that of characters: WeChat Pay reads and verifies as many"
        }
        Cause::Lines(_) => "every line ends with one line feed (0x0A), the last one too",
        Cause::Syntax => "send all bytes of the body that was signed",
        Cause::Probe
        | Cause::CgiNames(_)
        | Cause::BareResource
        | Cause::Envelope(_)
        | Cause::ApiV3Key
        | Cause::AssociatedData { .. } => {
            "only WeChat Pay sends such a message: `wxpay explain notification` looks at it"
        }
    }
}

fn unknown_certificate(kind: UnknownKey) -> &'static str {
    match kind {
        UnknownKey::Spelling => "write it as `openssl x509 -serial` prints it: upper case, without colons or spaces",
        UnknownKey::WechatPays | UnknownKey::PublicKey | UnknownKey::OtherPublicKey => {
            "`serial_no` is that of apiclient_cert.pem; WeChat Pay's own key goes into the header `Wechatpay-Serial`"
        }
        UnknownKey::Form => {
            "`serial_no` is the hexadecimal number that `openssl x509 -serial -noout -in apiclient_cert.pem` prints"
        }
        _ => {
            "compare it with `openssl x509 -serial -noout -in apiclient_cert.pem`, or with the merchant platform; it \
             may be that of another merchant, or of a certificate that was replaced"
        }
    }
}

/// WeChat Pay has signed, and rightly: what is to be mended is the receiver, or its keys.
fn of_notification(cause: &Cause) -> &'static str {
    match cause {
        Cause::Authorization(_) | Cause::Header { .. } | Cause::SignatureType { .. } => {
            "pass the headers on as they arrived, each of them once"
        }
        Cause::Unsigned => {
            "look what stands before you: a proxy may strip `Wechatpay-*` headers; if none does, it is not WeChat Pay's"
        }
        Cause::IsRequest | Cause::IsNotification => "`wxpay explain request` looks at it",
        Cause::V2Notice(_) => {
            "what was made by APIv2 is reported by APIv2, to the `notify_url` of its own call: check it there with the \
             APIv2 key, or make the call by APIv3"
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
            "set this machine's clock by NTP; if it is right, the message is old or was replayed: 5 minutes are allowed"
        }
        Cause::OtherCaller { .. } => "no merchant signs a notification: `wxpay explain request` looks at requests",
        Cause::UnknownSerial { kind, .. } => unknown_platform_key(*kind),
        Cause::OtherKey { .. } => {
            "the keys of WeChat Pay were given under each other's names: compare them with the merchant platform \
             (API安全); if they are right, the header `Wechatpay-Serial` was changed"
        }
        Cause::MerchantsKey(_) => {
            "WeChat Pay never signs with a merchant's key: a test of your own has made it, or it is a forgery; refuse it"
        }
        Cause::NoKnownKey => {
            "WeChat Pay's key of that name is needed: where one is given it is another, so download it again; if it is \
             right, refuse the message, whose signature was damaged or forged"
        }
        Cause::Digest(_) => "refuse it: WeChat Pay signs over SHA-256",
        Cause::OtherMessage | Cause::Syntax => {
            "keep the raw bytes of the body, all of them, before anything parses them; headers and body have to be of \
             one message"
        }
        Cause::Method(_) | Cause::Target(_) | Cause::Prefixed(_) | Cause::Unprefixed(_) => {
            "method and path of a notification are not signed"
        }
        Cause::OtherTimestamp(_) => "take the header `Wechatpay-Timestamp` of the same message, as it arrived",
        Cause::NonceCase => "take the header `Wechatpay-Nonce` as it arrived",
        Cause::Body(_) => "verify the exact bytes of the body as they arrived",
        Cause::Reserialised(_) => "verify the bytes of the body as they arrived, before anything parses them",
        Cause::Charset(_) => "verify the bytes of the body as they arrived, not its text, encoded anew",
        Cause::Length { .. } => {
            "keep the raw bytes of the body, as many as the header says: something on the way, or what captured it, has cut it \
             or added to it"
        }
        Cause::CgiNames(_) => {
            "take the headers of the HTTP request, or turn their names back: without `HTTP_`, and `-` for each `_`"
        }
        Cause::BareResource => "verify the whole body as it arrived, and open its `resource` after that",
        Cause::Lines(_) => "verify timestamp, nonce and body, each with one line feed (0x0A) behind it",
        Cause::Probe => "refuse it, as any wrong signature; the right one follows",
        Cause::Envelope(_) => "see the documentation of notifications (回调通知)",
        Cause::ApiV3Key => {
            "compare it with the merchant platform (API安全): a new key counts for new notifications at once"
        }
        Cause::AssociatedData { .. } => "pass `associated_data` as it stands in the resource",
    }
}

fn unknown_platform_key(kind: UnknownKey) -> &'static str {
    match kind {
        UnknownKey::Spelling => "take the header `Wechatpay-Serial` as it arrived; something on the way has changed it",
        UnknownKey::PublicKey => {
            "that is WeChat Pay's public key (微信支付公钥): add the public key and its ID (`platform_public_key`, \
             `platform_public_key_id`) from the merchant platform (API安全); no download brings it"
        }
        UnknownKey::OtherPublicKey => {
            "that is another public key of WeChat Pay than the one given: compare its ID with the merchant platform \
             (API安全), and get the public key there that belongs to it"
        }
        UnknownKey::Certificate => {
            "that is a platform certificate (平台证书): add it (`platform_certificates`, `download_certificates`); \
             `wxpay certs --out DIR` downloads it"
        }
        UnknownKey::OtherCertificate => {
            "that is another platform certificate (平台证书), perhaps a newer one: `wxpay certs --out DIR` downloads \
             those that are in force"
        }
        UnknownKey::Merchants => {
            "WeChat Pay never signs with a merchant's key: this is a request, or a test of your own has made it"
        }
        UnknownKey::WechatPays | UnknownKey::Form => {
            "take the header `Wechatpay-Serial` as it arrived: the ID of a public key (`PUB_KEY_ID_..`), or a serial \
             number in hexadecimal digits"
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
