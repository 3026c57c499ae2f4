//! Parking without stopping (微信支付分·停车服务): a car is known by its plate, and its owner pays after it has left.
//!
//! ```
//! use wxpay::parking::{PlateColor, QueryPlateService, QueryPlateServiceRequired};
//! use wxpay::prelude::*;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
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
//! The driver opens the service for a plate in WeChat; [`QueryPlateService`] tells whether that is so. At the entrance
//! [`CreateParking`] registers the car and says whether it can be charged; while it stands there,
//! [`ParkingStateChange`] reports if that changes. At the exit [`CreateTransaction`] orders the fee: open the barrier when
//! the answer says [`Accepted`](ParkingTradeState::Accepted), not before. WeChat Pay collects afterwards, and advances
//! the money where the user has none; [`ParkingPayment`] reports the outcome, [`QueryTransaction`] answers the same.
//!
//! Merchants leave out `sub_mchid` and `sub_appid`; service providers name the sub-merchant.

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
