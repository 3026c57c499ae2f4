//! Rules: the endpoints of faults, and their frequency.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Fault;

/// A fault, its endpoint, and its frequency.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Rule {
    /// The fault.
    pub fault: Fault,
    /// Path template of the endpoint, such as `/v3/pay/transactions/app`; every endpoint if absent.
    pub endpoint: Option<String>,
    /// The frequency.
    pub frequency: Frequency,
}

/// The frequency of a fault.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Frequency {
    /// Every time.
    Always,
    /// The next times, as many as this.
    Times(u32),
    /// With this probability: 0 is never, 1 is always.
    Chance(f64),
}

impl Rule {
    /// The fault happens every time, at every endpoint.
    #[must_use]
    pub fn new(fault: impl Into<Fault>) -> Self {
        Self { fault: fault.into(), endpoint: None, frequency: Frequency::Always }
    }

    /// Restricts the rule to the endpoint with that path template.
    #[must_use]
    pub fn at(self, endpoint: impl Into<String>) -> Self {
        Self { endpoint: Some(endpoint.into()), ..self }
    }

    /// Restricts the rule to the next `times` times.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { frequency: Frequency::Times(times), ..self }
    }

    /// Restricts the rule to this probability: 0 is never, 1 is always.
    #[must_use]
    pub fn chance(self, chance: f64) -> Self {
        Self { frequency: Frequency::Chance(chance), ..self }
    }

    /// Decides if the fault happens to the next request.
    fn happens(&mut self, random: &mut fastrand::Rng) -> bool {
        match &mut self.frequency {
            Frequency::Always => true,
            Frequency::Times(0) => false,
            Frequency::Times(left) => {
                *left -= 1;
                true
            }
            Frequency::Chance(chance) => random.f64() < *chance,
        }
    }
}

/// The faults of a sandbox; none at first. If several rules apply, the first one does.
#[derive(Debug)]
pub struct Faults(Mutex<State>);

#[derive(Debug)]
struct State {
    rules: Vec<Rule>,
    random: fastrand::Rng,
}

impl Faults {
    /// Adds a rule after the existing ones.
    pub fn add(&self, rule: Rule) {
        self.state().rules.push(rule);
    }

    /// Removes all rules.
    pub fn clear(&self) {
        self.state().rules.clear();
    }

    /// The rules that can still apply, in order.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        self.state().rules.clone()
    }

    /// Seeds the random numbers: the same seed and the same requests in the same order have the same faults.
    pub fn seed(&self, seed: u64) {
        self.state().random = fastrand::Rng::with_seed(seed);
    }

    /// The fault that happens to the next request to that endpoint.
    pub(crate) fn draw(&self, endpoint: &str) -> Option<Fault> {
        let mut state = self.state();
        let State { rules, random } = &mut *state;
        let mut meant = rules.iter_mut().filter(|rule| rule.endpoint.as_deref().is_none_or(|only| only == endpoint));
        let fault = meant.find_map(|rule| rule.happens(random).then_some(rule.fault));
        rules.retain(|rule| rule.frequency != Frequency::Times(0));
        fault
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Default for Faults {
    fn default() -> Self {
        Self(Mutex::new(State { rules: Vec::new(), random: fastrand::Rng::with_seed(0) }))
    }
}
