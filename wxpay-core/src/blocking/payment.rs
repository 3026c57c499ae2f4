//! Parameters of front ends, for code without async.

use super::Client;
use crate::error::Error;
use crate::keys::HmacKey;
use crate::payment::{
    AppPayment, BusinessView, Coupon, CouponPlugin, FrontEnd, JsapiPayment, MedicalInsurancePayment,
    MiniProgramPayment, Prepay, TransferConfirmation,
};

impl Client {
    /// Signs the parameters with which a page inside WeChat starts the payment of `prepay_id` (JSAPI调起支付).
    ///
    /// # Errors
    /// As [`client::Client::jsapi_payment`](crate::client::Client::jsapi_payment).
    pub fn jsapi_payment(&self, appid: &str, prepay_id: &str) -> Result<JsapiPayment, Error> {
        self.worker.wait(self.inner.jsapi_payment(appid, prepay_id))
    }

    /// Signs the parameters with which a mini program starts the payment of `prepay_id` (小程序调起支付).
    ///
    /// # Errors
    /// As [`client::Client::mini_program_payment`](crate::client::Client::mini_program_payment).
    pub fn mini_program_payment(&self, appid: &str, prepay_id: &str) -> Result<MiniProgramPayment, Error> {
        self.worker.wait(self.inner.mini_program_payment(appid, prepay_id))
    }

    /// Signs the parameters with which an app starts the payment of `prepay_id` (APP调起支付).
    ///
    /// # Errors
    /// As [`client::Client::app_payment`](crate::client::Client::app_payment).
    pub fn app_payment(&self, appid: &str, prepay_id: &str) -> Result<AppPayment, Error> {
        self.worker.wait(self.inner.app_payment(appid, prepay_id))
    }

    /// Makes the parameters with which a page inside WeChat starts a payment by medical insurance (医保支付).
    ///
    /// # Errors
    /// As [`client::Client::jsapi_medical_insurance_payment`](crate::client::Client::jsapi_medical_insurance_payment).
    pub fn jsapi_medical_insurance_payment(
        &self,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
    ) -> Result<MedicalInsurancePayment, Error> {
        self.worker.wait(self.inner.jsapi_medical_insurance_payment(appid, mix_trade_no, prepay_id))
    }

    /// Makes the parameters with which a mini program starts a payment by medical insurance.
    ///
    /// # Errors
    /// As [`Client::jsapi_medical_insurance_payment`].
    pub fn mini_program_medical_insurance_payment(
        &self,
        appid: &str,
        mix_trade_no: &str,
        prepay_id: Option<&str>,
    ) -> Result<MedicalInsurancePayment, Error> {
        self.worker.wait(self.inner.mini_program_medical_insurance_payment(appid, mix_trade_no, prepay_id))
    }

    /// Makes the parameters that ask the user to accept a transfer (调起用户确认收款).
    ///
    /// # Errors
    /// As [`client::Client::transfer_confirmation`](crate::client::Client::transfer_confirmation).
    pub fn transfer_confirmation(&self, appid: &str, package_info: &str) -> Result<TransferConfirmation, Error> {
        self.inner.transfer_confirmation(appid, package_info)
    }

    /// Makes the parameters that open the page of a pay-score order (`wxpayScoreDetail`).
    ///
    /// # Errors
    /// As [`client::Client::pay_score_detail`](crate::client::Client::pay_score_detail).
    pub fn pay_score_detail(&self, service_id: &str, out_order_no: &str, key: &HmacKey) -> Result<BusinessView, Error> {
        self.inner.pay_score_detail(service_id, out_order_no, key)
    }

    /// Makes the signed parameters of the page on which the user confirms a pay-score order, as in older documentation.
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn signed_pay_score_use(&self, package: &str, key: &HmacKey) -> Result<BusinessView, Error> {
        self.inner.signed_pay_score_use(package, key)
    }

    /// Makes the signed parameters of the page on which the user permits a service, as in older documentation.
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn signed_pay_score_enable(
        &self,
        service_id: &str,
        out_request_no: &str,
        key: &HmacKey,
    ) -> Result<BusinessView, Error> {
        self.inner.signed_pay_score_enable(service_id, out_request_no, key)
    }

    /// Makes the link with which the user `openid` receives a coupon of this merchant.
    ///
    /// # Errors
    /// As [`Client::pay_score_detail`].
    pub fn coupon_link(&self, coupon: &Coupon, openid: &str, key: &HmacKey) -> Result<String, Error> {
        self.inner.coupon_link(coupon, openid, key)
    }

    /// Makes the parameters with which a mini program's plug-in gives the user coupons of this merchant.
    ///
    /// # Errors
    /// As [`client::Client::coupon_plugin`](crate::client::Client::coupon_plugin).
    pub fn coupon_plugin(&self, coupons: Vec<Coupon>, key: &HmacKey) -> Result<CouponPlugin, Error> {
        self.inner.coupon_plugin(coupons, key)
    }

    /// Sends the order, and turns its answer into the parameters of the front end `P`.
    ///
    /// # Errors
    /// As [`client::Client::prepay_with_payment`](crate::client::Client::prepay_with_payment).
    pub fn prepay_with_payment<P: FrontEnd, E: Prepay<P>>(&self, order: &E) -> Result<P, Error> {
        self.worker.wait(self.inner.prepay_with_payment(order))
    }

    /// Same as [`prepay_with_payment`](Self::prepay_with_payment), for a payment that runs in `appid`, one of the order's.
    ///
    /// # Errors
    /// As [`client::Client::prepay_with_payment_in`](crate::client::Client::prepay_with_payment_in).
    pub fn prepay_with_payment_in<P: FrontEnd, E: Prepay<P>>(&self, appid: &str, order: &E) -> Result<P, Error> {
        self.worker.wait(self.inner.prepay_with_payment_in(appid, order))
    }
}
