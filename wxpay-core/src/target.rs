//! Path and query as they are signed and sent: written so that nothing rewrites them on the way.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Nothing but unreserved characters and `%XX`.
pub(crate) fn percent(text: &str) -> percent_encoding::PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// RFC 3986's unreserved characters stay, everything else is `%XX`: what is signed is then what is sent, whatever
/// URL library comes after.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Whether no URL library rewrites this byte in path and query.
pub(crate) fn survives(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/?%".contains(&byte)
}

/// Whether a URL library would rewrite this path and query, so that another target is sent than was signed.
pub(crate) fn rewritable(target: &str) -> bool {
    let path = target.split('?').next().unwrap_or_default().to_ascii_lowercase().replace("%2e", ".");
    !target.bytes().all(survives) || path.split('/').any(|segment| matches!(segment, "." | ".."))
}
