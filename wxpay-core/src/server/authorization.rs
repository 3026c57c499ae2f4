//! Parses the `Authorization` header.

use std::fmt;

/// The caller's claim and its proof. `Debug` omits nonce and signature.
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Authorization<'a> {
    /// The authentication scheme.
    pub scheme: &'a str,
    /// The caller's number.
    pub caller: &'a str,
    /// The nonce that was signed.
    pub nonce: &'a str,
    /// The signature in Base64.
    pub signature: &'a str,
    /// Seconds since the Unix epoch, as signed.
    pub timestamp: &'a str,
    /// The serial of the caller's certificate.
    pub serial: &'a str,
}

/// The header does not have the form `scheme key="value",..` with the five parameters, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("malformed Authorization header")]
#[non_exhaustive]
pub struct MalformedAuthorization;

impl<'a> Authorization<'a> {
    /// Reads the header. The parameters may have any order; `id` is the parameter that names the caller, such as `mchid`.
    ///
    /// # Errors
    /// The header is malformed.
    pub fn parse(header: &'a str, id: &str) -> Result<Self, MalformedAuthorization> {
        let (scheme, parameters) = header.split_once(' ').ok_or(MalformedAuthorization)?;
        let mut found: [Option<&'a str>; 5] = [None; 5];
        let names = [id, "nonce_str", "signature", "timestamp", "serial_no"];
        for parameter in parameters.split(',') {
            // Base64 may contain `=`, so only the first one separates.
            let (name, value) = parameter.trim().split_once('=').ok_or(MalformedAuthorization)?;
            let value = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            let value = value.filter(|value| !value.is_empty() && !value.contains('"'));
            let place = names.iter().position(|known| *known == name).and_then(|index| found.get_mut(index));
            if place.ok_or(MalformedAuthorization)?.replace(value.ok_or(MalformedAuthorization)?).is_some() {
                return Err(MalformedAuthorization);
            }
        }
        match found {
            [Some(caller), Some(nonce), Some(signature), Some(timestamp), Some(serial)] => {
                Ok(Self { scheme, caller, nonce, signature, timestamp, serial })
            }
            _ => Err(MalformedAuthorization),
        }
    }
}

impl fmt::Debug for Authorization<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { scheme, caller, nonce: _, signature: _, timestamp, serial } = self;
        f.debug_struct("Authorization")
            .field("scheme", scheme)
            .field("caller", caller)
            .field("timestamp", timestamp)
            .field("serial", serial)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_order_is_read_and_equals_signs_in_base64_stay() {
        let header = r#"S timestamp="1",serial_no="AB",mchid="19",signature="eA==",nonce_str="N""#;
        let read = Authorization::parse(header, "mchid");
        assert_eq!(read.map(|read| (read.caller, read.signature, read.timestamp)), Ok(("19", "eA==", "1")));
    }

    #[test]
    fn what_is_missing_doubled_unknown_or_unquoted_is_malformed() {
        for header in [
            "",
            "S",
            "Bearer abc",
            r#"S mchid="19",nonce_str="N",signature="s",timestamp="1""#,
            r#"S mchid="19",mchid="19",nonce_str="N",signature="s",timestamp="1",serial_no="A""#,
            r#"S mchid="19",nonce_str="N",signature="s",timestamp="1",serial_no="A",x="y""#,
            r#"S mchid=19,nonce_str="N",signature="s",timestamp="1",serial_no="A""#,
            r#"S mchid="",nonce_str="N",signature="s",timestamp="1",serial_no="A""#,
        ] {
            assert_eq!(Authorization::parse(header, "mchid"), Err(MalformedAuthorization), "{header}");
        }
    }
}
