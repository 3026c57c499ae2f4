//! A [`Signer`] and [`Decryptor`] whose key is in a token.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, Result, RvError};
use cryptoki::mechanism::rsa::{PkcsMgfType, PkcsOaepParams, PkcsOaepSource};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use wxpay::crypto::{BoxFuture, CryptoError, Decryptor, Signer, Zeroizing};

/// An RSA key in a token, found by its label. Cheap to clone.
#[derive(Clone)]
pub(crate) struct TokenKey(Arc<Inner>);

struct Inner {
    pkcs11: Pkcs11,
    slot: Slot,
    pin: AuthPin,
    label: String,
    /// Sessions without a running operation, each with its handle of the private key.
    idle: Mutex<Vec<(Session, ObjectHandle)>>,
    places: Arc<Semaphore>,
}

impl TokenKey {
    /// The key `label` in the token with the same label, through the PKCS#11 library `module`. The key is not looked up
    /// yet.
    pub(crate) fn open(module: &Path, label: &str, pin: &str) -> Result<Self> {
        let pkcs11 = Pkcs11::new(module)?;
        pkcs11.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK))?;
        let mut found = None;
        for slot in pkcs11.get_slots_with_initialized_token()? {
            if pkcs11.get_token_info(slot)?.label() == label {
                found = Some(slot);
            }
        }
        let slot = found.ok_or(Error::Pkcs11(RvError::TokenNotPresent, cryptoki::context::Function::GetTokenInfo))?;
        let places = Arc::new(Semaphore::new(SESSIONS));
        let (pin, label) = (AuthPin::new(pin.into()), label.to_owned());
        Ok(Self(Arc::new(Inner { pkcs11, slot, pin, label, idle: Mutex::default(), places })))
    }

    /// Makes the key pair. The private key can be used, and never be read.
    pub(crate) fn generate(&self) -> Result<()> {
        let label = Attribute::Label(self.0.label.clone().into_bytes());
        let public = [
            Attribute::Token(true),
            label.clone(),
            Attribute::ModulusBits(2048.into()),
            Attribute::PublicExponent(vec![1, 0, 1]),
        ];
        let private = [
            Attribute::Token(true),
            Attribute::Private(true),
            Attribute::Sensitive(true),
            Attribute::Extractable(false),
            Attribute::Sign(true),
            Attribute::Decrypt(true),
            label,
        ];
        let session = self.0.pkcs11.open_rw_session(self.0.slot)?;
        self.0.login(&session)?;
        session.generate_key_pair(&Mechanism::RsaPkcsKeyPairGen, &public, &private).map(drop)
    }

    /// Modulus and exponent of the public key, as big-endian bytes.
    pub(crate) fn public_key(&self) -> Result<(Vec<u8>, Vec<u8>)> {
        let (session, _) = self.0.session()?;
        let key = self.0.find(&session, ObjectClass::PUBLIC_KEY)?;
        let (mut modulus, mut exponent) = (Vec::new(), Vec::new());
        for attribute in session.get_attributes(key, &[AttributeType::Modulus, AttributeType::PublicExponent])? {
            match attribute {
                Attribute::Modulus(bytes) => modulus = bytes,
                Attribute::PublicExponent(bytes) => exponent = bytes,
                _ => {}
            }
        }
        Ok((modulus, exponent))
    }

    /// Runs `work` on a thread for blocking work. If the caller is dropped, the thread still finishes, and its session can
    /// be used again.
    async fn ask(
        &self,
        work: impl FnOnce(&Session, ObjectHandle) -> Result<Vec<u8>> + Send + 'static,
    ) -> std::result::Result<Zeroizing<Vec<u8>>, CryptoError> {
        let failed = |error: &dyn std::fmt::Display| CryptoError::other(format!("the token: {error}"));
        let place = self.0.places.clone().acquire_owned().await.map_err(|error| failed(&error))?;
        let inner = self.0.clone();
        let answer = spawn_blocking(move || {
            let (session, key) = inner.session()?;
            let answer = work(&session, key)?;
            // After an error the session is closed instead.
            inner.idle().push((session, key));
            drop(place);
            Ok(Zeroizing::new(answer))
        });
        answer.await.map_err(|error| failed(&error))?.map_err(|error: Error| failed(&error))
    }
}

impl Signer for TokenKey {
    fn sign<'a>(&'a self, message: &'a [u8]) -> BoxFuture<'a, std::result::Result<Vec<u8>, CryptoError>> {
        let message = message.to_vec();
        Box::pin(async move {
            let signature = self.ask(move |session, key| session.sign(&Mechanism::Sha256RsaPkcs, key, &message));
            signature.await.map(|signature| signature.to_vec())
        })
    }
}

impl Decryptor for TokenKey {
    fn decrypt<'a>(
        &'a self,
        ciphertext: &'a [u8],
    ) -> BoxFuture<'a, std::result::Result<Zeroizing<Vec<u8>>, CryptoError>> {
        let ciphertext = ciphertext.to_vec();
        Box::pin(self.ask(move |session, key| {
            let oaep = PkcsOaepParams::new(MechanismType::SHA1, PkcsMgfType::MGF1_SHA1, PkcsOaepSource::empty());
            session.decrypt(&Mechanism::RsaPkcsOaep(oaep), key, &ciphertext)
        }))
    }
}

impl Inner {
    fn session(&self) -> Result<(Session, ObjectHandle)> {
        if let Some(kept) = self.idle().pop() {
            return Ok(kept);
        }
        let session = self.pkcs11.open_ro_session(self.slot)?;
        self.login(&session)?;
        let key = self.find(&session, ObjectClass::PRIVATE_KEY)?;
        Ok((session, key))
    }

    /// Logs in. A login counts for all sessions of the process, so it may be done already.
    fn login(&self, session: &Session) -> Result<()> {
        match session.login(UserType::User, Some(&self.pin)) {
            Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok(()),
            result => result,
        }
    }

    fn find(&self, session: &Session, class: ObjectClass) -> Result<ObjectHandle> {
        let label = Attribute::Label(self.label.clone().into_bytes());
        let found = session.find_objects(&[Attribute::Class(class), label])?;
        found.first().copied().ok_or(Error::Pkcs11(RvError::KeyHandleInvalid, cryptoki::context::Function::FindObjects))
    }

    fn idle(&self) -> MutexGuard<'_, Vec<(Session, ObjectHandle)>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Number of operations at the same time. Further calls wait, up to their own time limit.
const SESSIONS: usize = 8;
