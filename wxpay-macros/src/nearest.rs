//! The nearest neighbour of a misspelt name.

/// The name among `known` that `name` was probably meant for: at most a third of it is otherwise.
pub(crate) fn to<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.into_iter().map(|other| (distance(name, other), other));
    let (distance, nearest) = near.min_by_key(|(distance, _)| *distance)?;
    (distance * 3 <= name.chars().count().max(nearest.chars().count())).then_some(nearest)
}

/// How many characters are to be inserted, removed, replaced or exchanged with their neighbours to make the other.
pub(crate) fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    // The costs to make each beginning of `other` out of what of `one` was looked at.
    let mut costs: Vec<usize> = (0..=other.len()).collect();
    // The same one letter earlier, and that letter.
    let mut earlier: Option<(Vec<usize>, char)> = None;
    for (removed, letter) in one.chars().enumerate() {
        let (mut corner, mut left) = (removed, removed + 1);
        let mut next = vec![left];
        let mut before = None;
        for (index, (wanted, above)) in other.iter().zip(costs.iter().skip(1)).enumerate() {
            left = (corner + usize::from(letter != *wanted)).min(left + 1).min(above + 1);
            let exchanged = earlier.as_ref().filter(|(_, earlier)| before == Some(letter) && earlier == wanted);
            if let Some(cost) = exchanged.and_then(|(costs, _)| costs.get(index.checked_sub(1)?)) {
                left = left.min(cost + 1);
            }
            next.push(left);
            (corner, before) = (*above, Some(*wanted));
        }
        earlier = Some((std::mem::replace(&mut costs, next), letter));
    }
    costs.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, to};

    #[test]
    fn letters_are_inserted_removed_replaced_and_exchanged() {
        for (one, other, expected) in [
            ("", "abc", 3),
            ("abc", "", 3),
            ("kitten", "sitting", 3),
            ("商户号", "商号", 1),
            ("lenght", "length", 1),
            ("ab", "ba", 1),
        ] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
            assert_eq!(distance(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn what_is_quite_different_is_no_neighbour() {
        let known = ["transaction_id", "out_trade_no"];
        assert_eq!(to("transation_id", known), Some("transaction_id"));
        assert_eq!(to("openid", known), None);
        assert_eq!(to("a", []), None);
    }
}
