//! The conditions of using a client: in the process that built it, and where its timer works.

use super::Client;
use crate::error::{Error, ErrorKind, Outcome};
use crate::transport::Unusable;

impl Client {
    /// Checks, before anything is sent, that the client can be used here.
    ///
    /// A forked child shares the connections of its parent, so their bytes would mix. It has none of the threads that drive
    /// connections and time limits, so it would wait for ever.
    pub(super) fn usable(&self) -> Result<(), Error> {
        let timer = self.inner.timer.as_ref().map_or(Ok(()), |timer| timer.usable());
        let forked = std::process::id() != self.inner.process;
        let usable = if forked { Err(Unusable::Forked) } else { timer };
        usable.map_err(|reason| Error::new(ErrorKind::Unusable(reason), Outcome::NotSent))
    }
}
