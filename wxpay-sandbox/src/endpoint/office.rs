//! The room in which products work.

use std::num::NonZeroUsize;
use std::sync::Arc;

use wxpay::validate::Policy;

use super::downloads::Files;
use crate::addresses::Addresses;
use crate::books::Books;
use crate::clock::Clock;
use crate::keys::credentials::Credentials;
use crate::keys::keyring::Keyring;
use crate::keys::merchants::Merchants;
use crate::notify::Notifier;

/// What products work with, whoever calls: the books, the time, the sender of notifications, and who is known here.
pub(crate) struct Office {
    pub(crate) addresses: Addresses,
    /// The first merchant's.
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) merchants: Arc<Merchants>,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) clock: Arc<Clock>,
    pub(crate) notifier: Notifier,
    pub(crate) books: Arc<Books>,
    /// Bills that were asked for.
    pub(crate) files: Files,
    pub(crate) settings: Settings,
    /// What requests may say, and where notifications may go.
    pub(crate) policy: Policy,
}

/// The behaviour where the documentation leaves it open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    pub(crate) strict: bool,
    pub(crate) unknown_contract_is_404: bool,
    /// In bytes.
    pub(crate) bill_part: Option<NonZeroUsize>,
    pub(crate) refuse_repeated_nonces: bool,
}
