//! Misspelt names of environment variables.

use super::table::VARIABLES;

/// Returns `name` and the known variable that it nearly names.
pub(super) fn misspelt(prefix: &str, name: &str) -> Option<(String, String)> {
    let given = name.strip_prefix(prefix)?;
    if VARIABLES.iter().any(|(known, ..)| *known == given) {
        return None;
    }
    // Other SDKs call `MERCHANT_SERIAL` `SERIAL_NO`, and `PRIVATE_KEY` `PRIVATE_KEY_PATH`.
    let bare = ["_NO", "_FILE", "_PATH"].iter().find_map(|end| given.strip_suffix(end)).unwrap_or(given);
    let means = |known: &str| known == bare || known.ends_with(&format!("_{bare}"));
    if let Some((known, ..)) = VARIABLES.iter().find(|(known, ..)| means(known)) {
        return Some((name.to_owned(), format!("{prefix}{known}")));
    }
    let (near, known) = VARIABLES
        .iter()
        .map(|(known, ..)| (strsim::normalized_damerau_levenshtein(known, given), known))
        .max_by(|(one, _), (other, _)| one.total_cmp(other))?;
    (near >= NEAR).then(|| (name.to_owned(), format!("{prefix}{known}")))
}

/// Similarity, at most 1.0: allows one wrong letter of six, or two of a dozen.
const NEAR: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_nearly_right_is_told_and_another_programs_is_not() {
        let told = |name| misspelt("WXPAY_", name).map(|(_, known)| known);
        assert_eq!(told("WXPAY_MCH_ID").as_deref(), Some("WXPAY_MCHID"));
        assert_eq!(told("WXPAY_APIV3_KEY").as_deref(), Some("WXPAY_API_V3_KEY"));
        assert_eq!(told("WXPAY_PRIVATE_KEY_FILE").as_deref(), Some("WXPAY_PRIVATE_KEY"));
        assert_eq!(told("WXPAY_SERIAL_NO").as_deref(), Some("WXPAY_MERCHANT_SERIAL"));
        assert_eq!(told("WXPAY_PUBLIC_KEY_ID").as_deref(), Some("WXPAY_PLATFORM_PUBLIC_KEY_ID"));
        for other in ["WXPAY_MCHID", "WXPAY_TEA_MCHID", "WXPAY_LOG", "PATH", "WXPAY_CONFIG"] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
