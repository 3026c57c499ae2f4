//! Brands' activities in small stores (品牌小店营销): a brand subsidises its goods that the stores sell.
//!
//! ```
//! use wxpay::prelude::*;
//! use wxpay::retail_store::{ListActivities, ListActivitiesRequired};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let sandbox = wxpay_sandbox::Sandbox::builder().examples(true).start().await?;
//! # // This request is validated; its answer is an example, of which nothing is asserted.
//! # let client = sandbox.client()?;
//! let request = ListActivities::new(ListActivitiesRequired {
//!     city_id: "310100".into(),
//!     offset: 0,
//!     limit: 10,
//! });
//! let activities = client.send(&request).await?;
//! # Ok(())
//! # }
//! ```
//!
//! In activities with goods at a special price (品牌加价购), users who buy something in a store may buy certain goods of the brand for
//! less; the brand pays a subsidy to the store and its service provider. A service provider finds a city's activities with
//! [`ListActivities`] and enters stores for one of them ([`ApplyActivity`]). When a user pays with a right to the special price
//! (资格), the right is locked for the order ([`LockQualification`]), and unlocked if the order is not paid
//! ([`UnlockQualification`]).
//!
//! In activities of small stores (小店活动) the brand's sales representatives (业务代理, 业代) take part ([`AddRepresentatives`],
//! [`ListRepresentatives`]), stores are added to the brand ([`AddStores`], [`ListStores`]), and printed codes lead users to the
//! activity ([`CreateMaterials`]). The activity itself is created on the brand's platform (品牌经营平台), which also shows its ID.

#![doc(alias("品牌小店营销"))]

pub mod codes;

mod activity;
mod apply_activity;
mod material;
mod qualification;
mod representative;
mod store;

pub use activity::{
    Activities, Activity, ActivityInfo, Area, GoodsInformation, ListActivities, ListActivitiesRequired, RuleInformation,
};
pub use apply_activity::{ApplyActivity, ApplyActivityRequired, ApplyActivityResponse, ApplyInfo, StoreInfo};
pub use material::{CreateMaterials, CreateMaterialsRequired, Material, Materials};
pub use qualification::{
    LockQualification, LockQualificationRequired, OrderInformation, OrderInformationRequired, QualificationResponse,
    UnlockQualification, UnlockQualificationRequired,
};
pub use representative::{
    AddRepresentatives, AddRepresentativesRequired, AddRepresentativesResponse, DeleteRepresentatives,
    DeleteRepresentativesRequired, DeleteRepresentativesResponse, ListRepresentatives, ListRepresentativesRequired,
    Representative, RepresentativeRequired, Representatives,
};
pub use store::{
    AddStores, AddStoresRequired, AddStoresResponse, DeleteStores, DeleteStoresRequired, DeleteStoresResponse,
    ListStores, ListStoresRequired, QueryStore, QueryStoreRequired, Store, Stores,
};

use crate::Shipped;

pub(crate) const SHIPPED: &[Shipped] = &[
    Shipped::of::<ListActivities>(),
    Shipped::of::<ApplyActivity>(),
    Shipped::of::<LockQualification>(),
    Shipped::of::<UnlockQualification>(),
    Shipped::of::<AddRepresentatives>(),
    Shipped::of::<DeleteRepresentatives>(),
    Shipped::of::<ListRepresentatives>(),
    Shipped::of::<AddStores>(),
    Shipped::of::<DeleteStores>(),
    Shipped::of::<QueryStore>(),
    Shipped::of::<ListStores>(),
    Shipped::of::<CreateMaterials>(),
];
