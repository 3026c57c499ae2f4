//! The nearest neighbour of a misspelt name.

use strsim::osa_distance;

/// The name among `known` that `name` was probably meant for: at most a third of its letters differ.
pub(crate) fn to<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.into_iter().map(|other| (osa_distance(name, other), other));
    let (distance, nearest) = near.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= name.chars().count().max(nearest.chars().count())).then_some(nearest)
}

#[cfg(test)]
mod tests {
    use super::to;

    #[test]
    fn a_letter_more_or_less_or_two_exchanged_are_near() {
        for typo in ["lengthh", "lenth", "lenght", "lehgth"] {
            assert_eq!(to(typo, ["range", "length"]), Some("length"), "{typo}");
        }
        assert_eq!(to("商号", ["商户号", "金额"]), Some("商户号"));
    }

    #[test]
    fn what_is_quite_different_is_no_neighbour() {
        let known = ["transaction_id", "out_trade_no"];
        assert_eq!(to("transation_id", known), Some("transaction_id"));
        assert_eq!(to("openid", known), None);
        assert_eq!(to("a", []), None);
    }
}
