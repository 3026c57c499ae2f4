//! Who and what there is without being registered.

/// The user, where a request does not name one.
pub(crate) const SOMEBODY: &str = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";

/// Every appid belongs to every merchant here; this one is as good as any.
pub(crate) const APPID: &str = "wxd678efh567hg6787";
