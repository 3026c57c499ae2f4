//! How an attempt is signed, and what is wrong with it.

use std::sync::Arc;

use crate::faults::{Damage, Fault, Hitch, Moment};
use crate::keys::keyring::Issued;

/// How an attempt is signed, and what is wrong with it.
#[derive(Default)]
pub(crate) struct Manner {
    /// What happens to what is sent.
    pub(super) damage: Option<Damage>,
    /// Another key than that of the moment.
    pub(super) key: Option<Arc<Issued>>,
    /// It is lost: before it arrives, or with the answer on its way back.
    pub(super) lost: Option<Moment>,
    /// What all of this is called.
    pub(super) fault: Option<&'static str>,
}

impl Manner {
    /// This damage and no other.
    pub(crate) fn damaged(damage: Damage) -> Self {
        Self { damage: Some(damage), fault: Some(Fault::Damage(damage).name()), ..Self::default() }
    }

    /// With this key, if there is one.
    pub(crate) fn signed_by(self, key: Option<Arc<Issued>>) -> Self {
        Self { key, ..self }
    }

    /// A fault of an answer, as a notification meets it. Repetitions are never probes.
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
