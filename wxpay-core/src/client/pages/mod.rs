//! Lists, page by page: a stream of answers to one request, which names another page each time.

mod course;
mod page;
mod repeats;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use self::course::{Course, Named};
use super::Client;
use super::answer::Received;
use crate::crypto::BoxFuture;
use crate::encoded::Encoded;
use crate::endpoint::Operation;
use crate::error::Error;
use crate::pages::{PageError, Paged, Position};
use crate::payload::{Message, Node, Object, Payload as _, Table};
use crate::validate::Violation;

impl Client {
    /// Lists what `request` asks for, page by page, from the page that it names, or from the first.
    ///
    /// The stream yields each page as [`Client::send`] would return it, and ends after the last one, which it recognizes by the
    /// mark that the declaration names. It holds one page at a time, and requests the next one when it is polled. An error ends
    /// it; to continue, give [`PageError::at`] to [`Pages::starting_at`]. A page that comes a second time is an error, so that no
    /// list is endless.
    ///
    /// ```no_run
    /// # use wxpay_core::{client::Client, pages::{Paged, PageError}};
    /// # async fn all<E: Paged>(client: &Client, request: &E) -> Result<(), PageError> {
    /// let mut pages = client.pages(request);
    /// while let Some(page) = pages.next_page().await {
    ///     let page = page?;
    ///     // Handle its entries, then keep `pages.position()`: where to go on after a restart.
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn pages<'a, E: Paged>(&self, request: &'a E) -> Pages<'a, E> {
        Pages { client: self.clone(), request, course: Course::begin(E::PAGES, request), asking: None }
    }

    fn call_page<'a>(
        &'a self,
        operation: &'a Operation,
        turned: Turned<'a>,
        answer: &'a mut dyn Message,
    ) -> BoxFuture<'a, Result<(Received, Encoded), Error>> {
        Box::pin(async move {
            let tell = |error: &Error| self.tell_unsent(operation, error);
            self.ready_certificates().await.inspect_err(tell)?;
            let encoded = self.encode_object(operation, &turned).inspect_err(tell)?;
            let received = self.exchange(&encoded, operation.host, answer).await?;
            Ok((received, encoded))
        })
    }
}

/// The pages of a list in order: a [`Stream`]. [`Pages::next_page`] does not need the traits of streams.
///
/// Made by [`Client::pages`].
#[must_use = "nothing is asked for until it is polled"]
pub struct Pages<'a, E: Paged> {
    client: Client,
    request: &'a E,
    course: Course,
    asking: Option<Asking<'a, E::Response>>,
}

/// A page that is being requested: the value to read it into, and the result.
type Asking<'a, R> = BoxFuture<'a, (R, Result<(Received, Encoded), Error>)>;

impl<E: Paged> Pages<'_, E> {
    /// The same list, from another page on: the position of an earlier [`PageError`], or of [`Pages::position`].
    pub fn starting_at(self, position: impl Into<Position>) -> Self {
        Self { course: self.course.starting_at(position.into()), asking: None, ..self }
    }

    /// The page that is requested next. Store it after the entries of a page are handled, to continue there after a restart.
    /// After the last page it does not change.
    #[must_use]
    pub fn position(&self) -> &Position {
        self.course.position()
    }

    /// Returns the next page; `None` after the last one, and after an error. If the future is dropped before it is done, the next
    /// call continues with the same page.
    ///
    /// # Errors
    /// As [`Client::send`], with the position; [`ErrorKind::Pages`](crate::error::ErrorKind::Pages) if the list is not as
    /// declared.
    pub async fn next_page(&mut self) -> Option<Result<E::Response, PageError>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<E::Response, PageError>>> {
        let asking = match &mut self.asking {
            Some(asking) => asking,
            none => match self.course.named() {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(named)) => none.insert(ask(self.client.clone(), self.request, named)),
            },
        };
        let (answer, result) = ready!(asking.as_mut().poll(context));
        self.asking = None;
        Poll::Ready(Some(self.course.take(result, E::Response::KIND, &answer).map(|()| answer)))
    }
}

fn ask<'a, E: Paged>(client: Client, request: &'a E, named: Named) -> Asking<'a, E::Response> {
    Box::pin(async move {
        let mut answer = E::Response::blank();
        let result = client.call_page(&E::OPERATION, Turned { request, named }, &mut answer).await;
        (answer, result)
    })
}

impl<E: Paged> Stream for Pages<'_, E> {
    type Item = Result<E::Response, PageError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_page(context)
    }
}

impl<E: Paged> fmt::Debug for Pages<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("path", &E::PATH).field("position", self.position()).finish_non_exhaustive()
    }
}

/// A request that names another page than the original.
struct Turned<'a> {
    request: &'a (dyn Object + Sync),
    named: Named,
}

impl Object for Turned<'_> {
    fn table(&self) -> &'static Table {
        self.request.table()
    }

    fn member(&self, index: usize) -> Node<'_> {
        match self.named.member(index) {
            Some(node) => node,
            None => self.request.member(index),
        }
    }

    fn check(&self) -> Result<(), Violation> {
        self.request.check()
    }
}
