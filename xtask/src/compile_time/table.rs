//! The printed table: a line for each cargo command and number of endpoints.

use std::io;

use super::median;
use super::program::Way;

/// Milliseconds per endpoint, for each way.
pub(super) struct Round {
    declared: f64,
    both: f64,
    needed: f64,
    plain: f64,
}

impl Round {
    pub(super) fn try_new(mut measured: impl FnMut(Way) -> io::Result<f64>) -> io::Result<Self> {
        Ok(Self {
            declared: measured(Way::Declared)?,
            both: measured(Way::Both)?,
            needed: measured(Way::Needed)?,
            plain: measured(Way::Plain)?,
        })
    }

    fn ratio(&self) -> f64 {
        self.declared / self.both
    }

    fn above_plain(&self) -> f64 {
        (self.declared - self.plain) / (self.both - self.plain)
    }
}

pub(super) struct Table;

impl Table {
    pub(super) fn begin() -> Self {
        println!("{:<16} {:>9} {:>37} {:>22}", "", "", "milliseconds an endpoint", "declared over both");
        println!(
            "{:<16} {:>9} {:>10} {:>8} {:>8} {:>8} {:>11} {:>10}",
            "cargo", "endpoints", "declared", "both", "needed", "plain", "as measured", "above plain"
        );
        Self
    }

    pub(super) fn row(&mut self, cargo: &str, count: u32, rounds: Vec<Round>) -> io::Result<()> {
        println!("{}", line(cargo, count, &rounds).ok_or_else(|| io::Error::other("no round was measured"))?);
        Ok(())
    }
}

fn line(cargo: &str, count: u32, rounds: &[Round]) -> Option<String> {
    let middle = |figure: fn(&Round) -> f64| median(rounds.iter().map(figure).collect());
    let (declared, both) = (middle(|round| round.declared)?, middle(|round| round.both)?);
    let (needed, plain) = (middle(|round| round.needed)?, middle(|round| round.plain)?);
    let (ratio, above) = (middle(Round::ratio)?, middle(Round::above_plain)?);
    Some(format!(
        "{cargo:<16} {count:>9} {declared:>10.2} {both:>8.2} {needed:>8.2} {plain:>8.2} {ratio:>11.3} {above:>10.3}"
    ))
}

#[cfg(test)]
mod tests {
    use super::{Round, line};

    #[test]
    fn a_line_has_the_medians_of_the_figures_and_of_the_ratios() {
        let round = |declared, both| Round { declared, both, needed: 3.0, plain: 1.0 };
        let printed = line("check", 10, &[round(2.0, 5.0), round(3.0, 5.0), round(4.0, 6.0)]);
        let words: Vec<_> = printed.iter().flat_map(|line| line.split_whitespace()).collect();
        assert_eq!(words, ["check", "10", "3.00", "5.00", "3.00", "1.00", "0.600", "0.500"]);
        assert_eq!(line("check", 10, &[]), None);
    }
}
