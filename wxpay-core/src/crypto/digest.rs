//! Digests of files.

/// The SHA-256 of `bytes`, or `None` if the features bring no library to make it with.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Option<[u8; 32]> {
    #[cfg(feature = "aws-lc")]
    return aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, bytes).as_ref().try_into().ok();
    #[cfg(all(feature = "rustcrypto", not(feature = "aws-lc")))]
    return Some(<sha2::Sha256 as sha2::Digest>::digest(bytes).into());
    #[cfg(not(any(feature = "aws-lc", feature = "rustcrypto")))]
    return {
        let _ = bytes;
        None
    };
}
