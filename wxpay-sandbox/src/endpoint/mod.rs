//! What a product is: its rules, who calls, what is answered or refused, and the way of a request to it.

pub(crate) mod downloads;
pub(crate) mod example;
mod office;
mod reason;
mod refusal;
pub(crate) mod remarks;
pub(crate) mod wording;

pub(crate) use self::office::{Office, Settings};
pub use self::reason::Reason;
pub(crate) use self::refusal::{Refusal, RequestId};

use std::ops::Deref;
use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;
use wxpay::Shipped;
use wxpay::crypto::{BoxFuture, Decryptor, Encryptor};
use wxpay::endpoint::{Endpoint, Method, Operation};
use wxpay::payload::{Kind, Message, Payload, Place};
use wxpay::server::{Checks, Incoming, ReceiveError, receive};
use wxpay::validate::{Policy, Problem, Violation};

use self::remarks::Remarks;
use crate::error::Failure;
use crate::keys::Keys;
use crate::keys::merchants::Caller;

/// What the sandbox does with a request that is well-formed and from a known caller.
pub(crate) trait Rules: Endpoint + Send {
    /// The answer, as the endpoint documents it; whatever it is, where nothing is answered.
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal>;

    /// The status of that answer.
    fn status(_answer: &Value) -> StatusCode {
        success(&Self::OPERATION, matches!(<Self::Response as Payload>::KIND, Kind::Nothing))
    }
}

/// Who asks, and what there is to answer with.
pub(crate) struct Desk<'a> {
    pub(crate) office: &'a Office,
    pub(crate) mchid: &'a str,
    /// WeChat Pay's keys that it has.
    pub(crate) keys: Keys,
    /// The base URL that it has called.
    pub(crate) url: String,
    /// What the answer's secrets are encrypted with.
    pub(crate) encryptor: &'a dyn Encryptor,
    /// The place of the request's members.
    pub(crate) place: Place,
}

impl Deref for Desk<'_> {
    type Target = Office;

    fn deref(&self) -> &Office {
        self.office
    }
}

impl Desk<'_> {
    /// A merchant in the request has to be the one that signed.
    pub(crate) fn own(&self, mchid: &str) -> Result<(), Refusal> {
        if mchid == self.mchid { Ok(()) } else { Err(Refusal::other_merchant(mchid, self.place)) }
    }

    /// A secret of the answer, encrypted to the caller's certificate.
    pub(crate) fn seal(&self, plain: &str) -> Result<String, Failure> {
        wxpay::server::sealed(plain, self.encryptor).map_err(Failure::sealing)
    }

    pub(crate) fn now(&self) -> i64 {
        self.office.clock.now()
    }
}

/// A request whose caller is known.
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) incoming: Incoming<'a>,
    /// The key that the caller has encrypted with.
    pub(crate) encrypted_with: EncryptedWith<'a>,
    pub(crate) remarks: &'a Remarks,
}

/// The key that a request names as the one that its secrets are encrypted with.
#[derive(Clone, Copy)]
pub(crate) enum EncryptedWith<'a> {
    /// It names none.
    Nothing,
    /// It names one that there is not.
    Unknown,
    /// One of WeChat Pay's.
    Known(&'a dyn Decryptor),
}

/// A success.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: Vec<u8>,
    /// Whether the body is no answer to this request, but the same for every one.
    pub(crate) example: bool,
}

pub(crate) type Handled = Result<Reply, Refusal>;

/// A request that may come.
pub(crate) struct Route {
    pub(crate) operation: Operation,
    pub(crate) serve: Box<Serve>,
}

pub(crate) type Serve = dyn for<'a> Fn(&'a Office, Call<'a>) -> BoxFuture<'a, Handled> + Send + Sync;

impl Route {
    pub(crate) fn ruled<E: Rules + 'static>() -> Self {
        Self::new(|request: &E, desk| {
            let answer = request.answer(desk)?;
            Ok((E::status(&answer), documented::<E>(&answer)?))
        })
    }

    /// An endpoint whose answers somebody else makes up.
    pub(crate) fn answered<E: Endpoint + Send + 'static>(
        answer: impl Fn(&E) -> E::Response + Send + Sync + 'static,
    ) -> Self {
        Self::new(move |request: &E, desk| {
            let body = wxpay::server::write(&answer(request), desk.encryptor).map_err(Failure::writing)?;
            Ok((success(&E::OPERATION, body.is_empty()), body))
        })
    }

    /// A shipped endpoint without rules: every request that is well-formed gets the same bytes.
    pub(crate) fn example(shipped: Shipped, body: Bytes) -> Self {
        let status = success(&shipped.operation, body.is_empty());
        let serve: Box<Serve> = Box::new(move |office, call| {
            let body = body.to_vec();
            Box::pin(async move {
                received(&mut *shipped.blank_request(), &call, &office.policy).await?;
                Ok(Reply { status, body, example: true })
            })
        });
        Self { operation: shipped.operation, serve }
    }

    fn new<E: Endpoint + Send + 'static>(
        answer: impl Fn(&E, &Desk<'_>) -> Result<(StatusCode, Vec<u8>), Refusal> + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        let serve: Box<Serve> = Box::new(move |office, call| {
            let answer = answer.clone();
            Box::pin(async move { serve(office, call, &*answer).await })
        });
        Self { operation: E::OPERATION, serve }
    }
}

/// The documented status of a success.
pub(crate) fn success(operation: &Operation, nothing: bool) -> StatusCode {
    let status = if nothing { StatusCode::NO_CONTENT } else { StatusCode::OK };
    operation.success.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(status)
}

/// Receives a request; then it is the product's turn.
async fn serve<E: Endpoint + Send>(
    office: &Office,
    call: Call<'_>,
    answer: impl Fn(&E, &Desk<'_>) -> Result<(StatusCode, Vec<u8>), Refusal>,
) -> Handled {
    let mut request = E::blank();
    received(&mut request, &call, &office.policy).await?;
    let place = if E::OPERATION.method == Method::Get { Place::Query } else { Place::Body };
    let Caller { mchid, key, keys } = call.caller;
    let url = office.addresses.called(call.incoming.headers);
    let desk = Desk { office, mchid, keys: *keys, url, encryptor: &*key.encryptor, place };
    let (status, body) = answer(&request, &desk)?;
    Ok(Reply { status, body, example: false })
}

/// Receives a request, and words what is wrong with it.
pub(crate) async fn received(request: &mut dyn Message, call: &Call<'_>, policy: &Policy) -> Result<(), Refusal> {
    let (key, sealed): (_, fn(&str) -> Refusal) = match call.encrypted_with {
        EncryptedWith::Known(decryptor) => (Some(decryptor), wording::not_decryptable),
        EncryptedWith::Nothing => (None, |_| Refusal::missing_platform_serial()),
        EncryptedWith::Unknown => (None, |_| Refusal::wrong_platform_serial()),
    };
    let tolerated = |violation: &Violation| is_let_through(violation, call.remarks);
    let checks = Checks::default().rules(policy).tolerating(&tolerated).defaults().open(key);
    let body = call.incoming.body;
    receive(request, &call.incoming, checks).await.map_err(|error| match error {
        ReceiveError::Misread(misread) => wording::misread(&misread, body),
        ReceiveError::Invalid(violations) => wording::invalid(&violations, body),
        ReceiveError::Sealed(error) => sealed(&error.pointer),
        _ => Refusal::parameter("参数错误", None),
    })?;
    if matches!(call.encrypted_with, EncryptedWith::Unknown) {
        call.remarks.note(remarks::OTHER_SERIAL);
    }
    Ok(())
}

/// A file may be called anything on its way.
fn is_let_through(violation: &Violation, remarks: &Remarks) -> bool {
    let other_name = matches!(violation.problem, Problem::OtherFile { what: "name" });
    if other_name {
        remarks.note(remarks::OTHER_FILE_NAME);
    }
    other_name
}

fn documented<E: Endpoint>(answer: &Value) -> Result<Vec<u8>, Refusal> {
    if matches!(<E::Response as Payload>::KIND, Kind::Nothing) {
        return Ok(Vec::new());
    }
    let body = answer.to_string().into_bytes();
    as_documented(&mut E::Response::blank(), &body, E::OPERATION.path)?;
    Ok(body)
}

/// The sandbox keeps its own word: what it answers has to be what the endpoint documents.
pub(crate) fn as_documented(response: &mut dyn Message, body: &[u8], path: &str) -> Result<(), Refusal> {
    wxpay::read_json(response, body).map_err(|error| {
        tracing::error!(%error, path, "the sandbox's own answer is not as documented");
        Refusal::system_error()
    })
}
