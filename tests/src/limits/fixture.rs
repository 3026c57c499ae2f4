//! One order and its answer, prepared so that each step of a call can run by itself.

use std::sync::Arc;

use aws_lc_rs::rsa::KeyPair;
use bytes::Bytes;
use http::Response;
use wxpay::client::Client;
use wxpay::credit_repayment::H5Presign;
use wxpay::crypto::{Backend, PrivateKey, PublicKey};
use wxpay::from_json;
use wxpay::keys::{Platform, PlatformKey, private_key_der, public_key_der};
use wxpay::pay::AppPrepay;

use super::{ANSWER, OUT_TRADE_NO, PLATFORM_ID, Parties, der, nothing, object, server};
use crate::{order, ready, repayment};

/// The inputs of a call's steps.
pub struct Fixture {
    /// Signs with zeros and accepts every signature.
    pub client: Client,
    /// The same client, with a transport that has the answer ready.
    pub answered_client: Client,
    /// Signs and verifies with the backend.
    pub true_client: Client,
    /// The order.
    pub order: AppPrepay,
    /// A request with two encrypted members.
    pub repayment: H5Presign,
    /// The order's answer, with a genuine signature of now.
    pub answer: Response<Bytes>,
    /// The only platform key, which signed the answer.
    pub platform: Platform,
    /// The merchant's private key.
    pub private_key: PrivateKey,
    /// The merchant's public key, which verifies [`Fixture::signature`].
    pub public_key: PublicKey,
    /// An object of twelve members.
    pub declared: object::declared::Twelve,
    /// The same object, with serde's derives.
    pub derived: object::derived::Twelve,
    /// A signing string, about as long as an order's.
    pub message: Vec<u8>,
    /// The merchant's signature over `message`.
    pub signature: Vec<u8>,
}

impl Fixture {
    /// Makes the inputs; `backend` works with the keys.
    #[must_use]
    pub fn new(backend: Backend) -> Self {
        let parties = Parties::new();
        let client = nothing::client_builder(&parties, backend).build().expect("a client");
        let answer = answer(&parties);
        let transport = Arc::new(nothing::Answered(answer.clone()));
        let answered = nothing::client_builder(&parties, backend).transport(transport);
        let answered_client = answered.build().expect("a client");
        let true_client = parties.client_builder("http://127.0.0.1:1").backend(backend).build().expect("a client");
        let private_key = private_key_der(&parties.merchant_key).expect("a private key");
        let private_key = backend.private_key(&private_key).expect("an RSA key");
        let platform_key = public_key_der(&parties.platform_public_key).expect("a public key");
        let platform_key = backend.public_key(&platform_key).expect("an RSA key");
        let platform = Platform::default();
        platform.add(PlatformKey::public_key(PLATFORM_ID, platform_key)).expect("not the merchant's own");
        let message = vec![b'm'; 350];
        Self {
            declared: from_json(object::JSON.as_bytes()).expect("the object"),
            derived: serde_json::from_str(object::JSON).expect("the object"),
            order: order(&client, OUT_TRADE_NO),
            repayment: repayment("20260101000001"),
            answer,
            platform,
            public_key: backend.public_key(&private_key.spki).expect("an RSA key"),
            signature: ready(private_key.signer.sign(&message)).expect("a signature"),
            message,
            private_key,
            client,
            answered_client,
            true_client,
        }
    }
}

/// The answer to an order, signed now.
fn answer(parties: &Parties) -> Response<Bytes> {
    let key = KeyPair::from_pkcs8(&der(&parties.platform_key)).expect("an RSA key");
    let mut answer = Response::builder().header("Request-ID", "08F78BB5AF0610D302189F8CB0D10118A9A5A0AD05-0");
    for (name, value) in server::signature_headers(&key) {
        answer = answer.header(name, value);
    }
    answer.body(Bytes::from_static(ANSWER.as_bytes())).expect("an answer")
}
