//! A merchant's own crypto library, written outside of core.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use wxpay::crypto::{
    Backend, BoxFuture, CryptoError, DigestAlgorithm, Digester, Library, NONCE_LENGTH, Opener, PrivateKey, PublicKey,
    Signer, Verifier, Zeroizing,
};
use wxpay::keys::{ApiV3Key, HmacKey, KeyError, PrivateKeyDer};
use wxpay_tests::order;

use super::stage::Stage;

/// Counts signatures and verifications; another library does the arithmetic.
struct Counting {
    arithmetic: Backend,
    signed: Arc<AtomicUsize>,
    verified: Arc<AtomicUsize>,
}

impl Library for Counting {
    fn name(&self) -> &str {
        "counting"
    }

    fn private_key(&self, der: &PrivateKeyDer) -> Result<PrivateKey, KeyError> {
        let key = self.arithmetic.private_key(der)?;
        let signer = Arc::new(CountingSigner(key.signer, self.signed.clone()));
        Ok(PrivateKey::new(signer, key.decryptor, key.spki))
    }

    fn public_key(&self, der: &[u8]) -> Result<PublicKey, KeyError> {
        let key = self.arithmetic.public_key(der)?;
        let verifier = Arc::new(CountingVerifier(key.verifier, self.verified.clone()));
        Ok(PublicKey::new(verifier, key.encryptor, key.spki))
    }

    fn gcm_seal(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        self.arithmetic.gcm_seal(key, nonce, data, plain)
    }

    fn gcm_open(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        sealed: Vec<u8>,
    ) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
        self.arithmetic.gcm_open(key, nonce, data, sealed)
    }

    fn gcm_opener(&self, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError> {
        self.arithmetic.gcm_opener(key, nonce)
    }

    fn digester(&self, algorithm: DigestAlgorithm) -> Box<dyn Digester> {
        self.arithmetic.digester(algorithm)
    }

    fn hmac_sha256(&self, key: &HmacKey, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        self.arithmetic.hmac_sha256(key, message)
    }
}

struct CountingSigner(Arc<dyn Signer>, Arc<AtomicUsize>);

impl Signer for CountingSigner {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.sign(message)
    }
}

struct CountingVerifier(Arc<dyn Verifier>, Arc<AtomicUsize>);

impl Verifier for CountingVerifier {
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.1.fetch_add(1, Ordering::Relaxed);
        self.0.verify(message, signature)
    }
}

#[tokio::test]
async fn a_client_works_with_a_library_that_was_brought_along() {
    let stage = Stage::new().await;
    let (signed, verified) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let arithmetic = Backend::preferred().unwrap();
    // A backend lives as long as the program.
    let library = Box::leak(Box::new(Counting { arithmetic, signed: signed.clone(), verified: verified.clone() }));
    let backend = Backend::new(library);
    assert_eq!((backend.name(), format!("{backend:?}")), ("counting", "Backend(counting)".to_owned()));
    let client = stage.sandbox.client_builder().backend(backend).build().unwrap();
    client.send(&order(&client, "20260101000001")).await.unwrap();
    assert_eq!((signed.load(Ordering::Relaxed), verified.load(Ordering::Relaxed)), (1, 1));
    client.notifications().unwrap();
}
