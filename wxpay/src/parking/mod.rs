//! Parking without stopping (微信支付分·停车服务): the plate identifies a car, and its owner pays after leaving.
//!
//! ```
//! use wxpay::parking::{PlateColor, QueryPlateService, QueryPlateServiceRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // The sandbox validates this request; its answer is an example, so nothing is asserted about it.
//! # let client = sandbox.client()?;
//! let request = QueryPlateService::new(QueryPlateServiceRequired {
//!     appid: "wxd678efh567hg6787".into(),
//!     plate_number: "粤B888888".into(),
//!     plate_color: PlateColor::Blue,
//!     openid: "oUpF8uN95-Ptaags6E_roPHg7AG0".into(),
//! });
//! let service = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! The driver enables the service for a plate in WeChat; [`QueryPlateService`] queries that. At the entrance, [`CreateParking`]
//! registers the car, and its answer says if the car can be charged; [`ParkingStateChange`] notifies the merchant if that
//! changes later. At the exit, [`CreateTransaction`] requests the fee: open the barrier only if the answer is
//! [`Accepted`](ParkingTradeState::Accepted). WeChat Pay collects afterwards, and advances the money if the user cannot pay.
//! The notification has the result ([`ParkingPayment`]), and [`QueryTransaction`] returns it too.
//!
//! Merchants omit `sub_mchid` and `sub_appid`; service providers name the sub-merchant.

#![doc(alias("微信支付分", "停车服务"))]

mod create_parking;
mod create_transaction;
mod query_plate_service;
mod query_transaction;
mod settle;

pub use create_parking::{BlockReason, CreateParking, CreateParkingRequired, Parking};
pub use create_transaction::{Amount, AmountRequired, CreateTransaction, CreateTransactionRequired};
pub use query_plate_service::{PlateService, PlateServiceState, QueryPlateService, QueryPlateServiceRequired};
pub use query_transaction::{QueryTransaction, QueryTransactionRequired};

pub use crate::notify::{
    ParkingAmount, ParkingInfo, ParkingInfoRequired, ParkingPayer, ParkingPayment, ParkingScene, ParkingState,
    ParkingStateChange, ParkingTradeState, PlateColor, Promotion, PromotionScope, PromotionType, YesNo,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<QueryPlateService>(),
    Shipped::of::<CreateParking>(),
    Shipped::of::<CreateTransaction>(),
    Shipped::of::<QueryTransaction>(),
];
