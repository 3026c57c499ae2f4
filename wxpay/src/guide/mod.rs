//! The guide: from the keys to going live. Every snippet is compiled, and most are run, against a local WeChat Pay.
//!
//! 1. [Keys](keys): which is which, how they are checked, and how a client is told.
//! 2. [The first order](first_order): in an empty folder, without an account.
//! 3. [Front ends](front_ends): pages, mini programs, apps, browsers, codes.
//! 4. [Payment at the till](code_payment): scanned codes, passwords, and reversals.
//! 5. [The openid](openid): where the user's number comes from.
//! 6. [Notifications](notifications): what WeChat Pay reports, believed and handled once.
//! 7. [Timers](timers): when to ask, when to close, and what runs after a restart.
//! 8. [Refunds](refunds): accepted, done, and gone wrong.
//! 9. [Profit sharing](profit_sharing): receivers, shares, returns, and a refund between them.
//! 10. [Transfers](transfers): to users, who have to accept them.
//! 11. [Reconciliation](reconciliation): the bill of a day against one's own books.
//! 12. [Errors](errors): did it happen, and what to do about it.
//! 13. [Testing](testing): the sandbox, what users do, and what goes wrong on purpose.
//! 14. [Endpoints of one's own](own_endpoints): what is not shipped is declared.
//! 15. [Many merchants](many_merchants): several in one process, and partner mode (服务商模式).
//! 16. [Database](database): what has to be in it, and what is unique.
//! 17. [Deployment](deployment): containers, secrets, the network in both directions, several instances.
//! 18. [Monitoring](monitoring): the log, the figures, and what is worth waking somebody for.
//! 19. [Going live](going_live): the official checklist, item by item.
//! 20. [Moving over](moving_over): from the Java, Go and Python SDKs.
//! 21. [Numbers](numbers): length and characters of each number that you make up.
//! 22. [Limits](limits): how often what may be called.

#[doc = include_str!("keys.md")]
pub mod keys {}

#[doc = include_str!("first_order.md")]
pub mod first_order {}

#[doc = include_str!("front_ends.md")]
pub mod front_ends {}

#[doc = include_str!("code_payment.md")]
pub mod code_payment {}

#[doc = include_str!("timers.md")]
pub mod timers {}

#[doc = include_str!("openid.md")]
pub mod openid {}

#[doc = include_str!("notifications.md")]
pub mod notifications {}

#[doc = include_str!("refunds.md")]
pub mod refunds {}

#[doc = include_str!("profit_sharing.md")]
pub mod profit_sharing {}

#[doc = include_str!("transfers.md")]
pub mod transfers {}

#[doc = include_str!("reconciliation.md")]
pub mod reconciliation {}

#[doc = include_str!("errors.md")]
pub mod errors {}

#[doc = include_str!("testing.md")]
pub mod testing {}

#[doc = include_str!("own_endpoints.md")]
pub mod own_endpoints {}

#[doc = include_str!("many_merchants.md")]
pub mod many_merchants {}

#[doc = include_str!("database.md")]
pub mod database {}

#[doc = include_str!("deployment.md")]
pub mod deployment {}

#[doc = include_str!("monitoring.md")]
pub mod monitoring {}

#[doc = include_str!("going_live.md")]
pub mod going_live {}

#[doc = include_str!("moving_over.md")]
pub mod moving_over {}

#[doc = include_str!("numbers.md")]
pub mod numbers {}

#[doc = include_str!("limits.md")]
pub mod limits {}
