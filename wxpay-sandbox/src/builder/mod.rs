//! The configuration of a sandbox.

mod sandbox;
mod start;

pub use self::sandbox::Sandbox;

use std::net::{Ipv4Addr, SocketAddr};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Duration;

use bytes::Bytes;
use wxpay::Shipped;
use wxpay::endpoint::Endpoint;

use crate::endpoint::{Route, Settings};
use crate::keys::Keys;
use crate::products::routes;

/// The configuration of a sandbox that is about to start.
#[must_use]
pub struct Builder {
    settings: Settings,
    routes: Vec<Route>,
    notification_second: Duration,
    address: SocketAddr,
    backup_address: SocketAddr,
    admin_address: SocketAddr,
    allow_remote: bool,
    tls: bool,
    keys: Keys,
    directory: Option<PathBuf>,
    database: Option<PathBuf>,
    examples: bool,
    notify_to: Vec<String>,
}

impl Builder {
    /// Address of the main host; by default a free port of 127.0.0.1.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = address;
        self
    }

    /// Address of the backup host; by default a free port of 127.0.0.1.
    pub fn backup_address(mut self, address: SocketAddr) -> Self {
        self.backup_address = address;
        self
    }

    /// Address of the page and the admin API; by default a free port of 127.0.0.1.
    pub fn admin_address(mut self, address: SocketAddr) -> Self {
        self.admin_address = address;
        self
    }

    /// Allows addresses that other machines can reach. By default they are refused.
    pub fn allow_remote(mut self, allow: bool) -> Self {
        self.allow_remote = allow;
        self
    }

    /// Speaks `https` at the main and the backup host. The certificate is for their IP addresses, `localhost`, and WeChat Pay's
    /// own hosts, so a client that calls those can be led here, by a name server or by [`Sandbox::proxy_url`]. Clients have to
    /// trust [`Sandbox::tls_authority`], which is made anew at each start. The admin listener stays `http`.
    pub fn tls(mut self, tls: bool) -> Self {
        self.tls = tls;
        self
    }

    /// WeChat Pay's keys that merchants have; by default only the public key. The setting is not stored: it applies to this
    /// start, whatever the last one in the same [`directory`](Self::directory) or on the same books was started with.
    pub fn keys(mut self, keys: Keys) -> Self {
        self.keys = keys;
        self
    }

    /// A folder that stores the keys of both sides: a sandbox that starts there again has the same keys. If it does not exist it
    /// is created, for its owner only. It then has `apiclient_key.pem` and the merchant's other files for clients, `ca.pem` with
    /// [`tls`](Self::tls), and `sandbox.json` while the sandbox runs: once `sandbox.json` is there, all listeners are ready.
    ///
    /// Other files are never overwritten or deleted. A folder that has files and is not a sandbox's is refused, and so is a
    /// sandbox's folder in which a file has been replaced: the files of real merchants have the same names.
    pub fn directory(mut self, path: impl Into<PathBuf>) -> Self {
        self.directory = Some(path.into());
        self
    }

    /// A file that stores the books. A sandbox that starts on it again continues, and continues to send notifications that nobody
    /// has accepted. Only one sandbox at a time can use it. By default the books are in memory.
    ///
    /// Notifications are encrypted once, with the APIv3 key of [`directory`](Self::directory). Merchants and certificates that
    /// were made at run time, faults, bills' URLs and the moved clock are not stored.
    ///
    /// A file that is not a sandbox's books, or has another version, is refused and not changed.
    pub fn database(mut self, path: impl Into<PathBuf>) -> Self {
        self.database = Some(path.into());
        self
    }

    /// Duration of a second of the documented schedule of notifications; by default a second. A first attempt that is refused is
    /// repeated after 15 of them.
    pub fn notification_second(mut self, second: Duration) -> Self {
        self.notification_second = second;
        self
    }

    /// Lets notifications go to a host that is not public, such as `web` or `192.168.1.5`, also by `http`. May be called several
    /// times. By default they go to public hosts by `https`, and to this machine, because any caller can choose a `notify_url`.
    /// The host is named without scheme and port. Clients of wxpay need the same setting ([`wxpay::client::Builder::notify_to`]);
    /// clients from [`Sandbox::client_builder`] have it.
    pub fn notify_to(mut self, host: impl Into<String>) -> Self {
        self.notify_to.push(host.into());
        self
    }

    /// Refuses members that are not documented, or that appear twice. By default they are ignored.
    pub fn strict(mut self, strict: bool) -> Self {
        self.settings.strict = strict;
        self
    }

    /// Answers a query for a contract that was never pre-signed with 404 `RESOURCE_NOT_EXISTS`. By default the answer is 400
    /// `PARAM_ERROR`, the only error that the page documents.
    pub fn unknown_contract_is_404(mut self, is_404: bool) -> Self {
        self.settings.unknown_contract_is_404 = is_404;
        self
    }

    /// Divides encrypted bills into parts of that many bytes of plain text. WeChat Pay divides bills of more than about 16 GB; by
    /// default they have one part.
    pub fn bill_part(mut self, bytes: NonZeroUsize) -> Self {
        self.settings.bill_part = Some(bytes);
        self
    }

    /// Refuses a nonce that a merchant has used within the last ten minutes: 401 `SIGN_ERROR`. By default it is accepted, because
    /// it is not known that the gateway refuses it.
    pub fn refuse_repeated_nonces(mut self, refuse: bool) -> Self {
        self.settings.refuse_repeated_nonces = refuse;
        self
    }

    /// Serves an endpoint that the sandbox does not know, or replaces one that it knows. Requests are verified, opened and
    /// validated before `answer` gets them; its answer is sealed and signed.
    pub fn endpoint<E: Endpoint + Send + 'static>(
        mut self,
        answer: impl Fn(&E) -> E::Response + Send + Sync + 'static,
    ) -> Self {
        self.routes.insert(0, Route::answered(answer));
        self
    }

    /// Answers every well-formed request to a shipped endpoint with these bytes, signed; an empty body means 204. Such an answer
    /// has the header `Sandbox-Answer: example`.
    pub fn example(mut self, shipped: Shipped, body: impl Into<Bytes>) -> Self {
        self.routes.insert(0, Route::example(shipped, body.into()));
        self
    }

    /// Answers every well-formed request to a shipped endpoint without rules with an [`example`](crate::example), which means
    /// nothing, and the header `Sandbox-Answer: example`. By default such endpoints are missing: a test that passes on made-up
    /// answers proves nothing.
    pub fn examples(mut self, examples: bool) -> Self {
        self.examples = examples;
        self
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            settings: Settings::default(),
            routes: routes(),
            notification_second: Duration::from_secs(1),
            address: LOOPBACK,
            backup_address: LOOPBACK,
            admin_address: LOOPBACK,
            allow_remote: false,
            tls: false,
            keys: Keys::default(),
            directory: None,
            database: None,
            examples: false,
            notify_to: Vec::new(),
        }
    }
}

/// A free port of this machine.
const LOOPBACK: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
