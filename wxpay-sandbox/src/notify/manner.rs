//! The way an attempt is signed, and its faults.

use std::sync::Arc;

use crate::faults::{Damage, Fault, Hitch, Moment};
use crate::keys::keyring::Issued;

/// The way an attempt is signed, and its faults.
#[derive(Default)]
pub(crate) struct Manner {
    /// Damage to the notification.
    pub(super) damage: Option<Damage>,
    /// The key to sign with, instead of the merchant's current one.
    pub(super) key: Option<Arc<Issued>>,
    /// The moment at which it is lost: before it arrives, or the answer on its way back.
    pub(super) lost: Option<Moment>,
    /// Name of the fault.
    pub(super) fault: Option<&'static str>,
}

impl Manner {
    /// A manner with this damage only.
    pub(crate) fn damaged(damage: Damage) -> Self {
        Self { damage: Some(damage), fault: Some(Fault::Damage(damage).name()), ..Self::default() }
    }

    /// Signs with this key, if one is given.
    pub(crate) fn signed_by(self, key: Option<Arc<Issued>>) -> Self {
        Self { key, ..self }
    }

    /// The effect of an answer's fault on a notification. Repetitions are never probes.
    pub(super) fn of(fault: Option<Fault>, attempt: usize) -> Self {
        match fault {
            None => Self::default(),
            Some(Fault::Damage(Damage::Probe)) if attempt > 0 => Self::default(),
            Some(Fault::Damage(damage)) => Self::damaged(damage),
            Some(fault @ Fault::Failure(_, moment)) => {
                Self { lost: Some(moment), fault: Some(fault.name()), ..Self::default() }
            }
            Some(Fault::Hitch(Hitch::Slow(_))) => Self::default(),
            Some(fault @ (Fault::Denial(_) | Fault::Hitch(Hitch::CutOff))) => {
                Self { lost: Some(Moment::Before), fault: Some(fault.name()), ..Self::default() }
            }
        }
    }
}
