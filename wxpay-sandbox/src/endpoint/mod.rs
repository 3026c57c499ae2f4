//! Endpoints: their rules, the caller, the answer or refusal, and the steps of a request.

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

/// The sandbox's rules for a well-formed request of a known caller.
pub(crate) trait Rules: Endpoint + Send {
    /// The answer, as the endpoint documents it. It is ignored if the answer has no body.
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal>;

    /// The status of that answer.
    fn status(_answer: &Value) -> StatusCode {
        success(&Self::OPERATION, matches!(<Self::Response as Payload>::KIND, Kind::Nothing))
    }
}

/// The caller, and everything that an answer is made from.
pub(crate) struct Desk<'a> {
    pub(crate) office: &'a Office,
    pub(crate) mchid: &'a str,
    /// WeChat Pay's keys that the caller has.
    pub(crate) keys: Keys,
    /// Base URL that the caller used.
    pub(crate) url: String,
    /// Seals the answer's sensitive members.
    pub(crate) encryptor: &'a dyn Encryptor,
    /// Place of the request's members.
    pub(crate) place: Place,
}

impl Deref for Desk<'_> {
    type Target = Office;

    fn deref(&self) -> &Office {
        self.office
    }
}

impl Desk<'_> {
    /// Refuses a merchant number in the request that is not the caller's.
    pub(crate) fn own(&self, mchid: &str) -> Result<(), Refusal> {
        if mchid == self.mchid { Ok(()) } else { Err(Refusal::other_merchant(mchid, self.place)) }
    }

    /// Seals a sensitive member of the answer to the caller's certificate.
    pub(crate) fn seal(&self, plain: &str) -> Result<String, Failure> {
        wxpay::server::sealed(plain, self.encryptor).map_err(Failure::sealing)
    }

    pub(crate) fn now(&self) -> i64 {
        self.office.clock.now()
    }
}

/// A request of a known caller.
pub(crate) struct Call<'a> {
    pub(crate) caller: &'a Caller,
    pub(crate) incoming: Incoming<'a>,
    /// The key that its sensitive members are sealed with.
    pub(crate) encrypted_with: EncryptedWith<'a>,
    pub(crate) remarks: &'a Remarks,
}

/// The key that a request names in `Wechatpay-Serial`, for its sensitive members.
#[derive(Clone, Copy)]
pub(crate) enum EncryptedWith<'a> {
    /// The request names no key.
    Nothing,
    /// The request names a key that does not exist.
    Unknown,
    /// One of WeChat Pay's keys.
    Known(&'a dyn Decryptor),
}

/// A success.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: Vec<u8>,
    /// True if the body is an example, the same for every request.
    pub(crate) example: bool,
}

pub(crate) type Handled = Result<Reply, Refusal>;

/// An endpoint that the sandbox serves.
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

    /// An endpoint whose answers come from a function of the application.
    pub(crate) fn answered<E: Endpoint + Send + 'static>(
        answer: impl Fn(&E) -> E::Response + Send + Sync + 'static,
    ) -> Self {
        Self::new(move |request: &E, desk| {
            let body = wxpay::server::write(&answer(request), desk.encryptor).map_err(Failure::writing)?;
            Ok((success(&E::OPERATION, body.is_empty()), body))
        })
    }

    /// A shipped endpoint without rules: every well-formed request gets the same bytes.
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

/// Receives a request and lets the product answer it.
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

/// Receives a request; an error becomes a refusal in the gateway's words.
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

/// Accepts a form's file under any name.
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

/// Checks the sandbox's own answer: it has to be as the endpoint documents it.
pub(crate) fn as_documented(response: &mut dyn Message, body: &[u8], path: &str) -> Result<(), Refusal> {
    wxpay::read_json(response, body).map_err(|error| {
        tracing::error!(%error, path, "the sandbox's own answer is not as documented");
        Refusal::system_error()
    })
}
