//! Prints measurements, for people and for programs.

/// A ratio and its target. Smaller is always better.
#[derive(Clone)]
pub(crate) struct Figure {
    pub(crate) name: &'static str,
    /// The dividend and the divisor, in words.
    pub(crate) ratio: &'static str,
    pub(crate) target: f64,
    /// The dividend and the divisor of each round.
    pub(crate) pairs: Vec<(f64, f64)>,
    pub(crate) unit: &'static str,
}

impl Figure {
    /// The lower quartile, the median and the upper quartile of the rounds' ratios.
    fn ratios(&self) -> [f64; 3] {
        quartiles(self.pairs.iter().map(|(dividend, divisor)| dividend / divisor).collect())
    }
}

pub(crate) fn print(figures: &[Figure], rounds: usize) {
    println!("Median of {rounds} rounds (quartiles in brackets). Smaller is better in every line.\n");
    println!("{:<17} {:>7} {:>17} {:>7}  medians of dividend / divisor", "figure", "ratio", "", "target");
    for figure in figures {
        let [low, ratio, high] = figure.ratios();
        let [_, dividend, _] = quartiles(figure.pairs.iter().map(|pair| pair.0).collect());
        let [_, divisor, _] = quartiles(figure.pairs.iter().map(|pair| pair.1).collect());
        let Figure { name, target, unit, .. } = figure;
        let met = if ratio <= *target { "" } else { "  above the target" };
        println!(
            "{name:<17} {ratio:>7.4} ({low:>7.4}..{high:>6.4}) {target:>7.2}  {dividend:.2} / {divisor:.2} {unit}{met}"
        );
    }
    println!();
    for figure in figures {
        println!("{:<17} {}", figure.name, figure.ratio);
    }
}

pub(crate) fn json(figures: &[Figure]) {
    let ratios = figures.iter().map(|figure| (figure.name.to_owned(), figure.ratios()[1].into()));
    println!("{}", serde_json::Value::Object(ratios.collect()));
}

/// First quartile, median, third quartile.
pub(crate) fn quartiles(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    let last = values.len() - 1;
    [last / 4, last / 2, last - last / 4].map(|place| values[place])
}
