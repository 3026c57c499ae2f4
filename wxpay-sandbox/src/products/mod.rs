//! The products: one file each, one handler an endpoint, and the table of all of them.

pub(crate) mod bill;
mod certificates;
mod credit_repayment;
mod ecommerce_refund;
mod individual_contracts;
mod made_up;
mod mch_transfer;
mod pay;
pub(crate) mod pictures;
mod profit_sharing;
mod refund;
mod security;
mod uploads;

pub(crate) use self::credit_repayment::end_repayment;
pub(crate) use self::mch_transfer::{confirm_authorization, end_transfer, expire_transfers, withdraw_authorization};
pub use self::pay::Checkout;
pub(crate) use self::pay::combined::pay as pay_combined;
pub(crate) use self::pay::{checkout, pay, pay_link};
pub(crate) use self::profit_sharing::{end_return, end_shares};
pub(crate) use self::refund::{end_refund, refund_by_hand};

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;
use wxpay::Shipped;
use wxpay::bill::{ApplyEcommerceFundFlowBill, ApplyFundFlowBill, ApplySubMerchantFundFlowBill, ApplyTradeBill};
use wxpay::certificates::DownloadCertificates;
use wxpay::credit_repayment::{
    AppPresign as RepaymentAppPresign, CreateRepayment, H5Presign, QueryContract, QueryRepayment,
    QueryScheduledRepayment, ScheduleRepayments, TerminateContract,
};
use wxpay::crypto::{BoxFuture, Decryptor, Encryptor};
use wxpay::endpoint::{Endpoint, Method, Operation};
use wxpay::individual_contracts::{
    AppPresign, MiniProgramPresign, NamedAppPresign, NamedMiniProgramPresign, QueryContractByCode,
    QueryContractByOpenid,
};
use wxpay::mch_transfer::{
    CancelTransfer, CloseAuthorization, CreateAuthorization, CreateTransfer, CreateTransferWithAuthorization,
    QueryAuthorization, QueryTransfer, QueryTransferByNumber, TransferByAuthorization,
};
use wxpay::pay::{
    AppPrepay, CloseOrder, CodePay, H5Prepay, JsapiPrepay, NativePrepay, QueryOrder, QueryOrderByNumber, ReverseOrder,
};
use wxpay::payload::{Kind, Message, Node, Payload, Place, Slot};
use wxpay::prelude::DateTime;
use wxpay::refund::{ApplyAbnormalRefund, CreateRefund, QueryRefund};
use wxpay::security::SecurityEcho;
use wxpay::server::{Incoming, open, read};
use wxpay::validate::{Policy, Problem, Violation, validate};

use crate::books::{ContractKind, ContractState};
use crate::gateway::{Refusal, wording};
use crate::keys::Keys;
use crate::merchants::Caller;
use crate::number::{Number, Numbered};
use crate::remarks::{self, Remarks};
use crate::{SandboxError, Shared};

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
    pub(crate) shared: &'a Shared,
    pub(crate) mchid: &'a str,
    /// WeChat Pay's keys that it has.
    pub(crate) keys: Keys,
    /// The base URL that it has called.
    pub(crate) url: String,
    /// What the answer's secrets are encrypted with.
    pub(crate) encryptor: &'a dyn Encryptor,
    /// The place of the request's members.
    place: Place,
}

impl Desk<'_> {
    /// A merchant in the request has to be the one that signed.
    fn own(&self, mchid: &str) -> Result<(), Refusal> {
        if mchid == self.mchid { Ok(()) } else { Err(Refusal::other_merchant(mchid, self.place)) }
    }

    fn now(&self) -> i64 {
        self.shared.clock.now()
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

type Serve = dyn for<'a> Fn(&'a Shared, Call<'a>) -> BoxFuture<'a, Handled> + Send + Sync;

/// Every endpoint that has rules here.
pub(crate) fn routes() -> Vec<Route> {
    let mut routes = vec![
        Route::ruled::<AppPrepay>(),
        Route::ruled::<JsapiPrepay>(),
        Route::ruled::<H5Prepay>(),
        Route::ruled::<NativePrepay>(),
        Route::ruled::<CodePay>(),
        Route::ruled::<QueryOrder>(),
        Route::ruled::<QueryOrderByNumber>(),
        Route::ruled::<CloseOrder>(),
        Route::ruled::<ReverseOrder>(),
        Route::ruled::<CreateRefund>(),
        Route::ruled::<QueryRefund>(),
        Route::ruled::<ApplyAbnormalRefund>(),
        Route::ruled::<ApplyTradeBill>(),
        Route::ruled::<ApplyFundFlowBill>(),
        Route::ruled::<ApplySubMerchantFundFlowBill>(),
        Route::ruled::<ApplyEcommerceFundFlowBill>(),
        Route::ruled::<CreateTransfer>(),
        Route::ruled::<QueryTransfer>(),
        Route::ruled::<QueryTransferByNumber>(),
        Route::ruled::<CancelTransfer>(),
        Route::ruled::<CreateTransferWithAuthorization>(),
        Route::ruled::<TransferByAuthorization>(),
        Route::ruled::<CreateAuthorization>(),
        Route::ruled::<QueryAuthorization>(),
        Route::ruled::<CloseAuthorization>(),
        Route::ruled::<H5Presign>(),
        Route::ruled::<RepaymentAppPresign>(),
        Route::ruled::<QueryContract>(),
        Route::ruled::<TerminateContract>(),
        Route::ruled::<ScheduleRepayments>(),
        Route::ruled::<QueryScheduledRepayment>(),
        Route::ruled::<CreateRepayment>(),
        Route::ruled::<QueryRepayment>(),
        Route::ruled::<AppPresign>(),
        Route::ruled::<MiniProgramPresign>(),
        Route::ruled::<NamedAppPresign>(),
        Route::ruled::<NamedMiniProgramPresign>(),
        Route::ruled::<QueryContractByCode>(),
        Route::ruled::<QueryContractByOpenid>(),
        Route::ruled::<DownloadCertificates>(),
        Route::ruled::<SecurityEcho>(),
    ];
    routes.extend(pay::partner::routes());
    routes.extend(pay::combined::routes());
    routes.extend(ecommerce_refund::routes());
    routes.extend(profit_sharing::routes());
    routes.extend(uploads::routes());
    routes
}

impl Route {
    fn ruled<E: Rules + 'static>() -> Self {
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
            let body = wxpay::server::write(&answer(request), desk.encryptor).map_err(|error| error.to_string())?;
            Ok((success(&E::OPERATION, body.is_empty()), body))
        })
    }

    /// A shipped endpoint without rules: every request that is well-formed gets the same bytes.
    pub(crate) fn example(shipped: Shipped, body: Bytes) -> Self {
        let status = success(&shipped.operation, body.is_empty());
        let serve: Box<Serve> = Box::new(move |shared, call| {
            let body = body.to_vec();
            Box::pin(async move {
                received(&mut *shipped.blank_request(), &call, &shared.policy).await?;
                Ok(Reply { status, body, example: true })
            })
        });
        Self { operation: shipped.operation, serve }
    }

    fn new<E: Endpoint + Send + 'static>(
        answer: impl Fn(&E, &Desk<'_>) -> Result<(StatusCode, Vec<u8>), Refusal> + Send + Sync + 'static,
    ) -> Self {
        let answer = Arc::new(answer);
        let serve: Box<Serve> = Box::new(move |shared, call| {
            let answer = answer.clone();
            Box::pin(async move { serve(shared, call, &*answer).await })
        });
        Self { operation: E::OPERATION, serve }
    }
}

/// The documented status of a success.
fn success(operation: &Operation, nothing: bool) -> StatusCode {
    let status = if nothing { StatusCode::NO_CONTENT } else { StatusCode::OK };
    operation.success.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(status)
}

/// Receives a request; then it is the product's turn.
async fn serve<E: Endpoint + Send>(
    shared: &Shared,
    call: Call<'_>,
    answer: impl Fn(&E, &Desk<'_>) -> Result<(StatusCode, Vec<u8>), Refusal>,
) -> Handled {
    let mut request = E::blank();
    received(&mut request, &call, &shared.policy).await?;
    let place = if E::OPERATION.method == Method::Get { Place::Query } else { Place::Body };
    let Caller { mchid, key, keys } = call.caller;
    let url = shared.addresses.called(call.incoming.headers);
    let desk = Desk { shared, mchid, keys: *keys, url, encryptor: &*key.encryptor, place };
    let (status, body) = answer(&request, &desk)?;
    Ok(Reply { status, body, example: false })
}

/// Reads, validates, opens. The documented lengths of encrypted members are those of the ciphertext, so they are checked
/// before it is opened.
async fn received(request: &mut dyn Message, call: &Call<'_>, policy: &Policy) -> Result<(), Refusal> {
    if let Slot::Object(request) = request.slot() {
        read(request, &call.incoming).map_err(|misread| wording::misread(&misread, call.incoming.body))?;
    }
    if let Node::Object(request) = request.node() {
        let mut violations = validate(request, policy).into_iter();
        if let Some(violation) = violations.find(|violation| !is_let_through(violation, call.remarks)) {
            return Err(wording::violation(&violation, call.incoming.body));
        }
    }
    let (decryptor, refusal): (_, fn(&str) -> Refusal) = match call.encrypted_with {
        EncryptedWith::Known(decryptor) => (Some(decryptor), wording::not_decryptable),
        EncryptedWith::Nothing => (None, |_| Refusal::missing_platform_serial()),
        EncryptedWith::Unknown => (None, |_| Refusal::wrong_platform_serial()),
    };
    open(request, decryptor).await.map_err(|error| refusal(&error.pointer))?;
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

/// The state of a contract that was pre-signed.
pub(crate) fn contract_state(
    shared: &Shared,
    kind: ContractKind,
    code: Number<'_>,
) -> Result<ContractState, SandboxError> {
    let contract = shared.books.contract(kind, &shared.owner(Numbered::Contract(kind), code)?, code.as_str())?;
    let unknown = || SandboxError::Contract { code: code.as_str().to_owned(), problem: "was never pre-signed" };
    contract.map(|contract| contract.state).ok_or_else(unknown)
}

/// The user does something to a contract.
pub(crate) fn decide(
    shared: &Shared,
    kind: ContractKind,
    code: Number<'_>,
    next: ContractState,
) -> Result<(), SandboxError> {
    let mchid = shared.owner(Numbered::Contract(kind), code)?;
    let contract = shared.books.move_contract(kind, &mchid, code.as_str(), next, shared.clock.now())?;
    let notified = matches!(next, ContractState::Signed | ContractState::Terminated);
    if notified && kind == ContractKind::CreditRepayment {
        credit_repayment::notify(shared, &contract)?;
    }
    Ok(())
}

/// The user decides about the contract that a link with `token` leads to; whether there is one.
pub(crate) fn decide_behind(shared: &Shared, token: &str, next: ContractState) -> Result<bool, SandboxError> {
    let Some((kind, mchid, code)) = shared.books.behind(token, shared.clock.now())? else { return Ok(false) };
    decide(shared, kind, Number::new(Some(&mchid), &code), next)?;
    Ok(true)
}

/// Refuses an amount that no sum of it would fit into the books.
fn limited(amount: i64, pointer: &str) -> Result<(), Refusal> {
    if amount <= MOST {
        return Ok(());
    }
    let message = format!("输入源“/body{pointer}”规则校验失败，值高于最大值 {MOST}");
    Err(Refusal::param_error(&message, pointer, &amount.to_string()))
}

/// A time as an answer writes it.
fn time(seconds: i64) -> Value {
    DateTime::from_unix_timestamp(seconds).map_or(Value::Null, |time| Value::from(time.to_string()))
}

/// An object without the members that are null: what is not there is not sent.
pub(crate) fn present(mut object: Value) -> Value {
    if let Some(members) = object.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    object
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
fn as_documented(response: &mut dyn Message, body: &[u8], path: &str) -> Result<(), Refusal> {
    wxpay::read_json(response, body).map_err(|error| {
        tracing::error!(%error, path, "the sandbox's own answer is not as documented");
        Refusal::system_error()
    })
}

/// The highest amount of an order, a transfer or a repayment, in fen: a thousand million yuan. A choice: what a merchant may
/// take at most, its contract says.
const MOST: i64 = 100_000_000_000;

/// The user, where a request does not name one.
pub(crate) const SOMEBODY: &str = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
