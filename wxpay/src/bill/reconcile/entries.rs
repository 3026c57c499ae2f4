//! The search for the entry of a movement: first with the same amount, at the end with another amount.

use std::collections::BTreeMap;

use super::rows::{Candidate, Movement, Otherwise};
use super::{Booked, Books, Key};
use crate::prelude::Fen;

/// The books, and spare entries: those that are crossed off there, but not matched with a row yet.
#[derive(Debug)]
pub(super) struct Looked<B> {
    pub(super) books: B,
    spare: BTreeMap<Key, Vec<Fen>>,
}

impl<B: Books> Looked<B> {
    pub(super) fn new(books: B) -> Self {
        Self { books, spare: BTreeMap::new() }
    }

    /// Crosses off an entry with the movement's amount and returns its key.
    pub(super) fn exactly(&mut self, movement: &Movement) -> Result<Option<Key>, B::Error> {
        for Candidate { key, .. } in movement.candidates() {
            let found = self.take_spare(key, |spare| spare == movement.amount).is_some()
                || match self.books.cross_off(key, movement.amount)? {
                    Some(booked) if booked == movement.amount => true,
                    // No entry has the amount, and this entry may belong to another row.
                    Some(booked) => {
                        self.spare.entry(key.clone()).or_default().push(booked);
                        false
                    }
                    None => false,
                };
            if found {
                return Ok(Some(key.clone()));
            }
        }
        Ok(None)
    }

    /// True if the books have an entry that may be the movement, with another amount. Nothing is crossed off for the movement.
    pub(super) fn otherwise(&mut self, movement: &Movement) -> Result<bool, B::Error> {
        for candidate in movement.candidates() {
            if self.has_spare(candidate, movement.amount)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Crosses off an entry that may be the movement, with another amount, and returns it.
    pub(super) fn differently(&mut self, movement: &Movement) -> Result<Option<Booked>, B::Error> {
        for candidate in movement.candidates() {
            if !self.has_spare(candidate, movement.amount)? {
                continue;
            }
            let spare = self.take_spare(&candidate.key, |booked| candidate.may_be(movement.amount, booked));
            if let Some(amount) = spare {
                return Ok(Some(Booked { key: candidate.key.clone(), amount }));
            }
        }
        Ok(None)
    }

    /// Takes entries of the key from the books until one may be a movement of that amount.
    fn has_spare(&mut self, candidate: &Candidate, amount: Fen) -> Result<bool, B::Error> {
        if candidate.otherwise == Otherwise::Another {
            return Ok(false);
        }
        loop {
            let spare = self.spare.get(&candidate.key).map(Vec::as_slice).unwrap_or_default();
            if spare.iter().any(|booked| candidate.may_be(amount, *booked)) {
                return Ok(true);
            }
            let Some(booked) = self.books.cross_off(&candidate.key, amount)? else { return Ok(false) };
            self.spare.entry(candidate.key.clone()).or_default().push(booked);
        }
    }

    /// Takes an entry that matches no row.
    pub(super) fn left(&mut self) -> Result<Option<Booked>, B::Error> {
        let Some((key, mut amounts)) = self.spare.pop_first() else { return self.books.take_left() };
        let amount = amounts.pop();
        if !amounts.is_empty() {
            self.spare.insert(key.clone(), amounts);
        }
        match amount {
            Some(amount) => Ok(Some(Booked { key, amount })),
            None => self.left(),
        }
    }

    fn take_spare(&mut self, key: &Key, fits: impl Fn(Fen) -> bool) -> Option<Fen> {
        let amounts = self.spare.get_mut(key)?;
        let taken = amounts.iter().position(|amount| fits(*amount)).map(|index| amounts.swap_remove(index));
        if amounts.is_empty() {
            self.spare.remove(key);
        }
        taken
    }
}

impl Movement {
    pub(super) fn candidates(&self) -> impl Iterator<Item = &Candidate> {
        std::iter::once(&self.first).chain(&self.more)
    }
}

impl Candidate {
    /// True if an entry of this key with the amount `booked` may be a movement of `amount`.
    fn may_be(&self, amount: Fen, booked: Fen) -> bool {
        match self.otherwise {
            Otherwise::Same => true,
            Otherwise::SameWay => amount.get().signum() == booked.get().signum(),
            Otherwise::Another => false,
        }
    }
}
