//! The backend in pure Rust, for targets without a C compiler.
//!
//! The advisory [RUSTSEC-2023-0071](https://rustsec.org/advisories/RUSTSEC-2023-0071) ("Marvin") is about the crate `rsa`: its
//! private-key operations are not constant time. Here each of them is blinded with fresh random bytes, which hides the operand
//! from timing, but is not a proof; if strangers can time decryption, use `aws-lc` nevertheless.

use std::sync::Arc;

use aes_gcm::aead::AeadInOut as _;
use aes_gcm::aes::Aes256;
use aes_gcm::{Aes256Gcm, KeyInit as _};
use ctr::Ctr128BE;
use ctr::cipher::{KeyIvInit as _, StreamCipher as _};
use getrandom::SysRng;
use hmac::{Hmac, Mac as _};
use rsa::pkcs1::{DecodeRsaPrivateKey as _, DecodeRsaPublicKey as _};
use rsa::pkcs8::{DecodePrivateKey as _, DecodePublicKey as _, EncodePublicKey as _};
use rsa::traits::{PaddingScheme as _, PublicKeyParts as _, SignatureScheme as _};
use rsa::{Oaep, Pkcs1v15Sign};
use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use super::gcm::{self, KeyStream};
use super::{ApiV3Key, HmacKey, KeyError, PrivateKeyDer};
use super::{
    BoxFuture, CryptoError, Decryptor, DigestAlgorithm, Digester, Encryptor, Library, NONCE_LENGTH, Opener, PrivateKey,
    PublicKey, Signer, Step, Verifier,
};

/// The library RustCrypto, under the name of its feature.
pub(super) struct RustCrypto;

impl Library for RustCrypto {
    fn name(&self) -> &str {
        "rustcrypto"
    }

    fn private_key(&self, der: &PrivateKeyDer) -> Result<PrivateKey, KeyError> {
        let key = match der {
            PrivateKeyDer::Pkcs8(der) => rsa::PrivateKey::from_pkcs8_der(der).map_err(KeyError::rejected)?,
            PrivateKeyDer::Pkcs1(der) => rsa::PrivateKey::from_pkcs1_der(der).map_err(KeyError::rejected)?,
        };
        let spki = checked_spki(key.as_public_key())?;
        let key = Arc::new(SecretKey(key));
        Ok(PrivateKey { spki, signer: key.clone(), decryptor: key })
    }

    fn public_key(&self, der: &[u8]) -> Result<PublicKey, KeyError> {
        let key = rsa::PublicKey::from_public_key_der(der)
            .or_else(|error| rsa::PublicKey::from_pkcs1_der(der).map_err(|_| KeyError::rejected(error)))?;
        let spki = checked_spki(&key)?;
        let key = Arc::new(OpenKey(key));
        Ok(PublicKey { spki, verifier: key.clone(), encryptor: key })
    }

    fn gcm_seal(
        &self,
        key: &ApiV3Key,
        nonce: &[u8; NONCE_LENGTH],
        data: &[u8],
        plain: &[u8],
    ) -> Result<Vec<u8>, CryptoError> {
        let mut buffer = Vec::with_capacity(plain.len() + super::TAG_LENGTH);
        buffer.extend_from_slice(plain);
        let sealed = Aes256Gcm::new(key.expose().into()).encrypt_in_place(nonce.into(), data, &mut buffer);
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
        let opened = Aes256Gcm::new(key.expose().into()).decrypt_in_place(nonce.into(), data, &mut *buffer);
        opened.map(|()| buffer).map_err(|_| CryptoError::Failed(Step::Open))
    }

    fn gcm_opener(&self, key: &[u8; 32], nonce: &[u8]) -> Result<Box<dyn Opener>, CryptoError> {
        gcm::opener(stream, key, nonce)
    }

    fn digester(&self, algorithm: DigestAlgorithm) -> Box<dyn Digester> {
        match algorithm {
            DigestAlgorithm::Sha1 => Box::new(Digesting(Sha1::new())),
            DigestAlgorithm::Sha256 => Box::new(Digesting(Sha256::new())),
        }
    }

    fn hmac_sha256(&self, key: &HmacKey, message: &[u8]) -> Result<Vec<u8>, CryptoError> {
        let mac = Hmac::<Sha256>::new_from_slice(key.expose()).map_err(|_| CryptoError::Failed(Step::Authenticate))?;
        Ok(mac.chain_update(message).finalize().into_bytes().to_vec())
    }
}

/// Refuses sizes that this library takes but the other backend does not. WeChat Pay has never issued smaller keys.
fn checked_spki(key: &rsa::PublicKey) -> Result<Vec<u8>, KeyError> {
    let bits = key.n().bit_width();
    if !BITS.contains(&bits) {
        return Err(KeyError::Size(bits));
    }
    Ok(key.to_public_key_der().map_err(KeyError::rejected)?.into_vec())
}

struct SecretKey(rsa::PrivateKey);

impl Signer for SecretKey {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, Result<Vec<u8>, CryptoError>> {
        let digest = Sha256::digest(message);
        let signature = Pkcs1v15Sign::new::<Sha256>().sign(Some(&mut SysRng), &self.0, &digest);
        Box::pin(std::future::ready(signature.map_err(|_| CryptoError::Failed(Step::Sign))))
    }
}

impl Decryptor for SecretKey {
    fn decrypt<'a>(&'a self, ciphertext: &'a [u8]) -> BoxFuture<'a, Result<Zeroizing<Vec<u8>>, CryptoError>> {
        let plain = Oaep::<Sha1>::new().decrypt(Some(&mut SysRng), &self.0, ciphertext);
        Box::pin(std::future::ready(plain.map(Zeroizing::new).map_err(|_| CryptoError::NotDecryptable)))
    }
}

struct OpenKey(rsa::PublicKey);

impl Verifier for OpenKey {
    fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(message), signature).is_ok()
    }
}

impl Encryptor for OpenKey {
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, CryptoError> {
        Oaep::<Sha1>::new().encrypt(&mut SysRng, &self.0, plain).map_err(|_| CryptoError::Failed(Step::Encrypt))
    }

    fn longest_plaintext(&self) -> usize {
        self.0.size().saturating_sub(OAEP_OVERHEAD)
    }
}

fn stream(key: &[u8; 32], counter: &[u8; 16]) -> Result<Box<dyn KeyStream>, CryptoError> {
    Ok(Box::new(Stream(Ctr128BE::new(key.into(), counter.into()))))
}

struct Stream(Ctr128BE<Aes256>);

impl KeyStream for Stream {
    fn apply(&mut self, bytes: &mut [u8]) -> Result<(), CryptoError> {
        self.0.try_apply_keystream(bytes).map_err(|_| CryptoError::Failed(Step::Open))
    }
}

struct Digesting<D>(D);

impl<D: sha2::Digest + Send + Sync> Digester for Digesting<D> {
    fn update(&mut self, piece: &[u8]) {
        self.0.update(piece);
    }

    fn finish(self: Box<Self>) -> Vec<u8> {
        self.0.finalize().to_vec()
    }
}

/// The sizes that the other backend takes, too.
const BITS: std::ops::RangeInclusive<u32> = 2048..=8192;
/// Two SHA-1 digests and two bytes.
const OAEP_OVERHEAD: usize = 42;
