//! Transfers to users (商家转账).

mod authorizations;
mod bills;
mod scenes;

pub(crate) use authorizations::{confirm_authorization, withdraw_authorization};
pub(crate) use bills::{end_transfer, expire_transfers};

use wxpay::mch_transfer::{
    CancelTransfer, CloseAuthorization, CreateAuthorization, CreateTransfer, CreateTransferWithAuthorization,
    QueryAuthorization, QueryTransfer, QueryTransferByNumber, TransferByAuthorization,
};

use crate::endpoint::Route;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::ruled::<CreateTransfer>(),
        Route::ruled::<QueryTransfer>(),
        Route::ruled::<QueryTransferByNumber>(),
        Route::ruled::<CancelTransfer>(),
        Route::ruled::<CreateTransferWithAuthorization>(),
        Route::ruled::<TransferByAuthorization>(),
        Route::ruled::<CreateAuthorization>(),
        Route::ruled::<QueryAuthorization>(),
        Route::ruled::<CloseAuthorization>(),
    ]
}
