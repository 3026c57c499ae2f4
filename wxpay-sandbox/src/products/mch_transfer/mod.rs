//! Transfers to users (商家转账).

mod authorizations;
mod bills;
mod scenes;

pub(crate) use authorizations::{confirm_authorization, withdraw_authorization};
pub(crate) use bills::{end_transfer, expire_transfers};
