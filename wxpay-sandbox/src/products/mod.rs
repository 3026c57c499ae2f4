//! The products: one file each, one handler an endpoint, and the table of all of them.

mod credit_repayment;
mod individual_contracts;
mod pay;

use http::StatusCode;
use serde_json::Value;
use wxpay::credit_repayment::H5Presign;
use wxpay::crypto::{BoxFuture, Decryptor};
use wxpay::endpoint::{Endpoint, Operation};
use wxpay::individual_contracts::{AppPresign, QueryContractByCode};
use wxpay::pay::AppPrepay;
use wxpay::payload::Payload;
use wxpay::server::{Incoming, open, read};
use wxpay::validate::{Policy, validate};

use crate::Shared;
use crate::gateway::{Refusal, wording};

/// What the sandbox does with a request that is well-formed and from a known caller.
pub(crate) trait Rules: Endpoint + Send {
    /// The answer, as the endpoint documents it; `Null` where it answers nothing.
    fn answer(&self, desk: &Desk<'_>) -> Result<Value, Refusal>;
}

/// Who asks, and what there is to answer with.
pub(crate) struct Desk<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) mchid: &'a str,
}

/// A request whose caller is known.
pub(crate) struct Call<'a> {
    pub(crate) mchid: &'a str,
    pub(crate) incoming: Incoming<'a>,
    /// Opens what the caller has encrypted, if the request named the key.
    pub(crate) decryptor: Option<&'a dyn Decryptor>,
}

/// A success.
pub(crate) struct Reply {
    pub(crate) status: StatusCode,
    pub(crate) body: Vec<u8>,
}

pub(crate) type Handled = Result<Reply, Refusal>;

/// A request that may come.
pub(crate) struct Route {
    pub(crate) operation: Operation,
    pub(crate) serve: for<'a> fn(&'a Shared, Call<'a>) -> BoxFuture<'a, Handled>,
}

impl Route {
    const fn of<E: Rules + 'static>() -> Self {
        Self { operation: E::OPERATION, serve: |shared, call| Box::pin(serve::<E>(shared, call)) }
    }
}

/// Every endpoint that has rules here.
pub(crate) const ROUTES: &[Route] = &[
    Route::of::<AppPrepay>(),
    Route::of::<H5Presign>(),
    Route::of::<AppPresign>(),
    Route::of::<QueryContractByCode>(),
];

/// Reads, validates, opens; then it is the product's turn. The documented lengths of encrypted members are those of the
/// ciphertext, so they are checked before it is opened.
async fn serve<E: Rules>(shared: &Shared, call: Call<'_>) -> Handled {
    let mut request = E::blank();
    read(&mut request, &call.incoming).map_err(|misread| wording::misread(&misread, call.incoming.body))?;
    let policy = Policy { supplementary: false, loopback: true, bytes: true };
    if let Some(violation) = validate(&request, policy).first() {
        return Err(wording::violation(violation));
    }
    open(&mut request, call.decryptor).await.map_err(|error| match call.decryptor {
        Some(_) => wording::not_decryptable(&error.pointer),
        None => Refusal::missing_platform_serial(),
    })?;
    let answer = request.answer(&Desk { shared, mchid: call.mchid })?;
    Ok(match answer {
        Value::Null => Reply { status: StatusCode::NO_CONTENT, body: Vec::new() },
        answer => Reply { status: StatusCode::OK, body: documented::<E>(&answer)? },
    })
}

/// The sandbox keeps its own word: what it answers has to be what the endpoint documents.
fn documented<E: Endpoint>(answer: &Value) -> Result<Vec<u8>, Refusal> {
    let body = answer.to_string().into_bytes();
    let mut response = E::Response::blank();
    wxpay::server::check_answer(response.slot(), &body).map_err(|error| {
        tracing::error!(%error, path = E::OPERATION.path, "the sandbox's own answer is not as documented");
        Refusal::system_error()
    })?;
    Ok(body)
}
