//! A configuration looked at from all sides, whether or not it makes a client.

use std::sync::Arc;

use super::Builder;
use crate::client::Client;
use crate::finding::Finding;
use crate::transport::Transport;

/// What [`Builder::inspect`] gives.
#[non_exhaustive]
pub struct Inspection {
    /// A finding for each setting, right ones too, in the order of the checks.
    pub findings: Vec<Finding>,
    /// A client of whatever is good, for asking WeChat Pay about the rest; `None` if the merchant, its key or WeChat
    /// Pay's keys are missing. It is for looking, not for orders: [`Builder::build`] may refuse what it was made of.
    pub client: Option<Client>,
    /// The way to WeChat Pay and the base URLs, if both are good, whether or not there is a client.
    pub connection: Option<(Arc<dyn Transport>, Vec<String>)>,
}

impl Builder {
    /// Looks at every setting, as [`build`](Self::build) does, and says of each what was found: what is right, what is
    /// worth a look, and what is wrong, with a remedy. Nothing is sent.
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
