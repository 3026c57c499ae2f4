//! The inspection of a configuration, whether or not a client can be built from it.

use std::sync::Arc;

use super::Builder;
use crate::client::Client;
use crate::finding::Finding;
use crate::transport::Transport;

/// The result of [`Builder::inspect`].
#[non_exhaustive]
pub struct Inspection {
    /// A finding for each setting, also for right ones, in the order of the checks.
    pub findings: Vec<Finding>,
    /// A client made of the settings that are good, for asking WeChat Pay about the rest; `None` if the merchant, its key or
    /// WeChat Pay's keys are missing. It is for inspection, not for orders: [`Builder::build`] may refuse the same settings.
    pub client: Option<Client>,
    /// The transport and the base URLs, if both are good, whether or not there is a client.
    pub connection: Option<(Arc<dyn Transport>, Vec<String>)>,
}

impl Builder {
    /// Checks every setting, as [`build`](Self::build) does, and returns a finding for each: right, worth a look, or wrong, with
    /// a remedy. Sends nothing.
    ///
    /// ```
    /// # use wxpay_core::client::Builder;
    /// # use wxpay_core::finding::State;
    /// let inspection = Builder::default().mchid("1900000001").inspect();
    /// for finding in &inspection.findings {
    ///     println!("{}: {finding}", finding.state);
    /// }
    /// assert!(inspection.findings.iter().any(|finding| finding.state == State::Wrong));
    /// ```
    #[must_use]
    pub fn inspect(self) -> Inspection {
        let (checked, found) = self.check();
        let connection = checked.connection();
        let (variables, client) = checked.for_looking().finished();
        Inspection { findings: found.findings(&variables), client, connection }
    }
}
