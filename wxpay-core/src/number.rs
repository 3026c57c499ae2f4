//! Business numbers (商户单号): for orders, refunds, transfers and everything else that a merchant numbers.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::crypto::CryptoError;

/// Makes business numbers that every endpoint accepts and that sort by the time at which they were made.
///
/// A number has the prefix, 10 characters of time (milliseconds since the Unix epoch) and 16 random characters: 26 to 32
/// capital letters and digits, without `I`, `L`, `O` and `U`. This needs neither a database nor a connection between processes.
///
/// # Collisions
///
/// Only numbers of the same millisecond can be equal, and each has 80 random bits. If all processes together make `r` numbers
/// a millisecond, the probability of a collision grows by `r²/2` in 2⁸⁰ each millisecond: over ten years at 1000 numbers a
/// second it is 1.3 in 10¹³, at a million a second 1.3 in 10⁷. Setting a clock back changes little: it has the effect of
/// making numbers faster.
///
/// Before you send a request, store its number with the request's data, under a unique key. After an unknown outcome, use the
/// same number again, never a new one.
///
/// ```
/// use wxpay_core::number::Numbers;
///
/// let orders = Numbers::new();
/// let refunds = Numbers::with_prefix("R")?;
/// assert_eq!((orders.number()?.len(), refunds.number()?.len()), (26, 27));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Numbers {
    prefix: String,
}

/// The error for a prefix that is not made of up to 6 letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a prefix of up to {LONGEST_PREFIX} letters and digits, found `{}`", crate::text::escaped(.found))]
#[non_exhaustive]
pub struct PrefixError {
    /// The text.
    pub found: String,
}

impl Numbers {
    /// Numbers of 26 characters.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Numbers that begin with `prefix`, such as `R` for refunds: up to 6 letters and digits. Numbers with the same prefix
    /// sort by time. If the database ignores letter case, prefixes should differ in more than that.
    ///
    /// # Errors
    /// The prefix is longer, or has another character.
    pub fn with_prefix(prefix: impl Into<String>) -> Result<Self, PrefixError> {
        let prefix = prefix.into();
        let fits = prefix.len() <= LONGEST_PREFIX && prefix.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if fits { Ok(Self { prefix }) } else { Err(PrefixError { found: prefix }) }
    }

    /// Makes a number for the current time.
    ///
    /// # Errors
    /// The operating system gives no random bytes.
    pub fn number(&self) -> Result<String, CryptoError> {
        self.number_at(SystemTime::now())
    }

    /// Makes a number for the given time; a time before 1970 counts as the beginning of 1970.
    ///
    /// # Errors
    /// As [`number`](Self::number).
    pub fn number_at(&self, time: SystemTime) -> Result<String, CryptoError> {
        let mut random = [0; 10];
        getrandom::fill(&mut random).map_err(CryptoError::random)?;
        let since = time.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        let mut number = String::with_capacity(self.prefix.len() + LENGTH);
        number.push_str(&self.prefix);
        // 50 bits last until the year 37648.
        digits(&mut number, since.min((1 << 50) - 1), 10);
        digits(&mut number, random.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte)), 16);
        Ok(number)
    }
}

/// Writes `count` digits of 5 bits each, the highest first.
fn digits(number: &mut String, bits: u128, count: u32) {
    for place in (0..count).rev() {
        let digit = usize::try_from(bits >> (5 * place) & 31).unwrap_or_default();
        number.push(ALPHABET.get(digit).copied().unwrap_or(b'0').into());
    }
}

/// Sorted by their codes, so that texts sort as the numbers do, and without letters that are easily confused.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 26;
/// WeChat Pay accepts business numbers of at most 32 characters.
const LONGEST_PREFIX: usize = 6;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::time::Duration;

    use super::*;

    fn at(milliseconds: u64) -> String {
        Numbers::new().number_at(UNIX_EPOCH + Duration::from_millis(milliseconds)).unwrap()
    }

    #[test]
    fn a_number_sorts_by_its_time() {
        let times =
            [0, 1, 31, 32, 1023, 1024, 1_699_999_999_999, 1_700_000_000_000, 1_700_000_000_001, 253_402_300_799_999];
        for pair in times.windows(2) {
            assert!(at(pair[0]) < at(pair[1]), "{pair:?}");
        }
        assert_eq!(&at(1_700_000_000_000)[..10], "01HF7YAT00");
        assert_eq!(&Numbers::new().number_at(UNIX_EPOCH - Duration::from_secs(1)).unwrap()[..10], "0000000000");
    }

    #[test]
    fn numbers_of_one_moment_differ_in_all_their_random_bits() {
        let made: Vec<_> = (0..20_000).map(|_| at(7)).collect();
        assert_eq!(made.iter().collect::<HashSet<_>>().len(), made.len());
        // About half of the numbers have each of the 80 bits set: of 20 000 numbers, a deviation of 5 % never happens.
        for place in 10..26 {
            for bit in 0..5 {
                let set = |number: &&String| {
                    ALPHABET.iter().position(|digit| *digit == number.as_bytes()[place]).unwrap() >> bit & 1 == 1
                };
                let share = made.iter().filter(set).count();
                assert!((9_000..11_000).contains(&share), "bit {bit} of character {place}: {share}");
            }
        }
    }

    /// Checks the documentation's formula where collisions can be counted: with few random bits.
    #[test]
    fn as_many_collide_as_the_birthday_formula_says() {
        let (rounds, each) = (20_000_u32, 64_u32);
        let mut collided = 0;
        for _ in 0..rounds {
            let last = |_| at(7)[23..].to_owned(); // 15 bits
            let distinct = (0..each).map(last).collect::<HashSet<_>>().len();
            collided += each - u32::try_from(distinct).unwrap();
        }
        let expected = f64::from(rounds) * f64::from(each * (each - 1) / 2) / f64::from(1 << 15);
        let found = f64::from(collided);
        assert!((found / expected - 1.0).abs() < 0.15, "{found} collisions, {expected} expected");
        // The documentation's figures for 80 bits: ten years at one and at a thousand numbers a millisecond.
        let ten_years = 10.0 * 365.25 * 86_400_000.0;
        let probability = |rate: f64| ten_years * rate * rate / 2.0 / 2_f64.powi(80);
        assert!((probability(1.0) / 1.3e-13 - 1.0).abs() < 0.05 && (probability(1000.0) / 1.3e-7 - 1.0).abs() < 0.05);
    }

    #[test]
    fn a_prefix_fits_or_is_refused() {
        for prefix in ["", "R", "shop1Z"] {
            let number = Numbers::with_prefix(prefix).unwrap().number().unwrap();
            assert!(number.starts_with(prefix) && number.len() == prefix.len() + 26, "{number}");
        }
        for prefix in ["shop12Z", "a-b", "店", "a b", "é"] {
            assert_eq!(Numbers::with_prefix(prefix).unwrap_err(), PrefixError { found: prefix.to_owned() });
        }
    }
}
