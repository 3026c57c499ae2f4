//! A user and an app that exist without registration.

/// The user of a request that names none.
pub(crate) const SOMEBODY: &str = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

/// An app. Here every app belongs to every merchant.
pub(crate) const APPID: &str = "wxd678efh567hg6787";
