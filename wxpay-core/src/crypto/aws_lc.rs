//! The backend on aws-lc-rs: constant time, and already a dependency through rustls.

use std::sync::Arc;

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use aws_lc_rs::cipher::{AES_256, DecryptionContext, StreamingDecryptingKey, UnboundCipherKey};
use aws_lc_rs::digest::{self, Context};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::hmac::{self, HMAC_SHA256};
use aws_lc_rs::iv::FixedLength;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{
    KeyPair, OAEP_SHA1_MGF1SHA1, OaepPrivateDecryptingKey, OaepPublicEncryptingKey, PrivateDecryptingKey,
    PublicEncryptingKey,
};
use aws_lc_rs::signature::{KeyPair as _, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256};
use zeroize::Zeroizing;

use super::gcm::{self, KeyStream};
use super::{ApiV3Key, HmacKey, KeyError, PrivateKeyDer};
use super::{
    BoxFuture, CryptoError, Decryptor, DigestAlgorithm, Digester, Encryptor, Library, NONCE_LENGTH, Opener, PrivateKey,
    PublicKey, Signer, Step, TAG_LENGTH, Verifier,
};

/// The library aws-lc-rs, under the name of its feature.
pub(super) struct AwsLc;

impl Library for AwsLc {
    fn name(&self) -> &str {
        "aws-lc"
    }

    fn private_key(&self, der: &PrivateKeyDer) -> Result<PrivateKey, KeyError> {
        let rejected = |error: aws_lc_rs::error::KeyRejected| KeyError::rejected(error);
        let pair = match der {
            PrivateKeyDer::Pkcs8(der) => KeyPair::from_pkcs8(der),
            PrivateKeyDer::Pkcs1(der) => KeyPair::from_der(der),
        }
        .map_err(rejected)?;
        let failed = |_| KeyError::Unconvertible;
        let pkcs8 = AsDer::<Pkcs8V1Der<'_>>::as_der(&pair).map_err(failed)?;
        let decrypting = PrivateDecryptingKey::from_pkcs8(pkcs8.as_ref()).map_err(rejected)?;
        let spki = AsDer::<PublicKeyX509Der<'_>>::as_der(pair.public_key()).map_err(failed)?;
        Ok(PrivateKey {
            spki: spki.as_ref().to_vec(),
            signer: Arc::new(SigningKey(pair)),
            decryptor: Arc::new(DecryptingKey(OaepPrivateDecryptingKey::new(decrypting).map_err(failed)?)),
        })
    }

    fn public_key(&self, der: &[u8]) -> Result<PublicKey, KeyError> {
        let rejected = |error: aws_lc_rs::error::KeyRejected| KeyError::rejected(error);
        let failed = |_| KeyError::Unconvertible;
        let verifying = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, der).map_err(rejected)?;
        let spki = AsDer::<PublicKeyX509Der<'_>>::as_der(&verifying).map_err(failed)?;
        let encrypting = PublicEncryptingKey::from_der(spki.as_ref()).map_err(rejected)?;
        Ok(PublicKey {
            spki: spki.as_ref().to_vec(),
            verifier: Arc::new(VerifyingKey(verifying)),
            encryptor: Arc::new(EncryptingKey(OaepPublicEncryptingKey::new(encrypting).map_err(failed)?)),
        })
    }

    fn gcm_seal(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        let mut buffer = Vec::with_capacity(plain.len() + TAG_LENGTH);
        buffer.extend_from_slice(plain);
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let sealed = gcm(key)?.seal_in_place_append_tag(nonce, Aad::from(data), &mut buffer);
        sealed.map(|()| buffer).map_err(|_| CryptoError::Failed(Step::Seal))
    }

    fn gcm_open(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        sealed: Vec<u8>,
    ) -> Result<Zeroizing<Vec<u8>>, CryptoError> {
        let mut buffer = Zeroizing::new(sealed);
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let opened = gcm(key)?.open_in_place(nonce, Aad::from(data), &mut buffer);
        let length = opened.map(|plain| plain.len()).map_err(|_| CryptoError::Failed(Step::Open))?;
        buffer.truncate(length);
        Ok(buffer)
    }

    fn gcm_opener(&self, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError> {
        gcm::opener(stream, key, nonce)
    }

    fn digester(&self, algorithm: DigestAlgorithm) -> Box<dyn Digester> {
        Box::new(Digesting(Context::new(match algorithm {
            DigestAlgorithm::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            DigestAlgorithm::Sha256 => &digest::SHA256,
        })))
    }

    fn hmac_sha256(&self, key: &HmacKey, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        Ok(hmac::sign(&hmac::Key::new(HMAC_SHA256, key.expose()), message).as_ref().to_vec())
    }
}

struct SigningKey(KeyPair);

impl Signer for SigningKey {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        let result = self.0.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature);
        Box::pin(std::future::ready(result.map(|()| signature).map_err(|_| CryptoError::Failed(Step::Sign))))
    }
}

struct DecryptingKey(OaepPrivateDecryptingKey);

impl Decryptor for DecryptingKey {
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        let mut buffer = Zeroizing::new(vec![0; self.0.min_output_size()]);
        let result = self.0.decrypt(&OAEP_SHA1_MGF1SHA1, ciphertext, &mut buffer, None);
        let length = result.map(|plain| plain.len()).map_err(|_| CryptoError::NotDecryptable);
        Box::pin(std::future::ready(length.map(|length| {
            buffer.truncate(length);
            buffer
        })))
    }
}

struct VerifyingKey(ParsedPublicKey);

impl Verifier for VerifyingKey {
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.verify_sig(message, signature).is_ok()
    }
}

struct EncryptingKey(OaepPublicEncryptingKey);

impl Encryptor for EncryptingKey {
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let mut buffer = vec![0; self.0.ciphertext_size()];
        let result = self.0.encrypt(&OAEP_SHA1_MGF1SHA1, plain, &mut buffer, None);
        let length = result.map(|ciphertext| ciphertext.len()).map_err(|_| CryptoError::Failed(Step::Encrypt))?;
        buffer.truncate(length);
        Ok(buffer)
    }

    fn longest_plaintext(&self) -> usize {
        self.0.max_plaintext_size(&OAEP_SHA1_MGF1SHA1)
    }
}

fn gcm(key: &ApiV3Key) -> Result<LessSafeKey, CryptoError> {
    let key = UnboundKey::new(&AES_256_GCM, key.expose()).map_err(|_| CryptoError::Failed(Step::Open))?;
    Ok(LessSafeKey::new(key))
}

fn stream(key: &[u8; 32], counter: &[u8; 16]) -> Result<Box<dyn KeyStream>, CryptoError> {
    let context = DecryptionContext::Iv128(FixedLength::from(counter));
    let stream = UnboundCipherKey::new(&AES_256, key).and_then(|key| StreamingDecryptingKey::ctr(key, context));
    stream.map(|stream| Box::new(Stream(stream)) as Box<dyn KeyStream>).map_err(|_| CryptoError::Failed(Step::Open))
}

struct Stream(StreamingDecryptingKey);

impl KeyStream for Stream {
    fn apply(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        // The library does not decrypt in place, and needs room for almost another block.
        let mut buffer = [0; PIECE + 15];
        for piece in bytes.chunks_mut(PIECE) {
            let written = self.0.update(piece, &mut buffer).map_err(|_| CryptoError::Failed(Step::Open))?;
            let written = written.written();
            if written.len() != piece.len() {
                return Err(CryptoError::Failed(Step::Open));
            }
            piece.copy_from_slice(written);
        }
        Ok(())
    }
}

struct Digesting(Context);

impl Digester for Digesting {
    fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finish().as_ref().to_vec()
    }
}

/// Number of bytes that are decrypted at a time.
const PIECE: usize = 4096;
