//! Lists, page by page, for code without async.

use std::fmt;
use std::sync::Arc;

use super::Client;
use super::worker::Worker;
use crate::client;
use crate::pages::{PageError, Paged, Position};

impl Client {
    /// Lists what `request` asks for, page by page, from the page that it names, or from the first.
    pub fn pages<'a, E: Paged>(&self, request: &'a E) -> Pages<'a, E> {
        Pages { inner: self.inner.pages(request), worker: self.worker.clone() }
    }
}

/// The pages of a list in order: an [`Iterator`] that requests a page each time it is advanced.
///
/// Made by [`Client::pages`]. It ends and fails as [`client::Pages`] does.
#[must_use = "nothing is asked for until it is iterated over"]
pub struct Pages<'a, E: Paged> {
    inner: client::Pages<'a, E>,
    worker: Arc<Worker>,
}

impl<E: Paged> Pages<'_, E> {
    /// The same list, from another page on; as [`client::Pages::starting_at`].
    pub fn starting_at(self, position: impl Into<Position>) -> Self {
        Self { inner: self.inner.starting_at(position), ..self }
    }

    /// The page that is requested next; as [`client::Pages::position`].
    #[must_use]
    pub fn position(&self) -> &Position {
        self.inner.position()
    }

    /// Returns the next page, as the iterator does.
    ///
    /// # Errors
    /// As [`client::Pages::next_page`].
    pub fn next_page(&mut self) -> Option<Result<E::Response, PageError>> {
        self.worker.wait(self.inner.next_page())
    }
}

impl<E: Paged> Iterator for Pages<'_, E> {
    type Item = Result<E::Response, PageError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_page()
    }
}

impl<E: Paged> fmt::Debug for Pages<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
