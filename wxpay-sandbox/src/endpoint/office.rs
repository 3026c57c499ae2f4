//! The parts of the sandbox that products work with.

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

/// The parts that products work with, for every caller: books, clock, sender of notifications, and known merchants.
pub(crate) struct Office {
    pub(crate) addresses: Addresses,
    /// The first merchant's credentials.
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) merchants: Arc<Merchants>,
    pub(crate) keyring: Arc<Keyring>,
    pub(crate) clock: Arc<Clock>,
    pub(crate) notifier: Notifier,
    pub(crate) books: Arc<Books>,
    /// Files to download, such as bills.
    pub(crate) files: Files,
    pub(crate) settings: Settings,
    /// The hosts that requests may name and that notifications may go to.
    pub(crate) policy: Policy,
}

/// Choices where the documentation leaves the behaviour open.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    pub(crate) strict: bool,
    pub(crate) unknown_contract_is_404: bool,
    /// Size of a bill's part, in bytes.
    pub(crate) bill_part: Option<NonZeroUsize>,
    pub(crate) refuse_repeated_nonces: bool,
}
