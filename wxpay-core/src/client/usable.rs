//! The places where a client can be used: in the process that built it, and where its timer can wait.

use super::Client;
use crate::error::{Error, ErrorKind, Outcome};
use crate::transport::Unusable;

impl Client {
    /// Checks, before anything is sent, that the client can be used where it is called.
    ///
    /// A forked child has the connections of its parent, whose bytes would mix, and none of the threads that look after
    /// them and after time limits, so that it would wait for ever.
    pub(super) fn usable(&self) -> Result<(), Error> {
        let timer = self.inner.timer.as_ref().map_or(Ok(()), |timer| timer.usable());
        let forked = std::process::id() != self.inner.process;
        let usable = if forked { Err(Unusable::Forked) } else { timer };
        usable.map_err(|reason| Error::new(ErrorKind::Unusable(reason), Outcome::NotSent))
    }
}
