//! Shares of payments and combined orders, changed by the API.

use wxpay::combine_pay::{
    NativePrepay, NativePrepayRequired, QueryOrderByNumber, QueryOrderByNumberRequired, SubOrder, SubOrderAmount,
    SubOrderAmountRequired, SubOrderRequired, TradeState,
};
use wxpay::notify::ReceiverType;
use wxpay::pay::SettleInfo;
use wxpay::prelude::*;
use wxpay::profit_sharing::{
    AddReceiver, AddReceiverRequired, CreateReturn, CreateReturnRequired, CreateSharing, CreateSharingRequired,
    QueryReturn, QueryReturnRequired, QuerySharing, QuerySharingRequired, RelationType, ReturnResult, Share,
    ShareRequired, ShareResult,
};
use wxpay_sandbox::Sandbox;
use wxpay_tests::{order, order_query};

use crate::admin::Script;

const RECEIVER: &str = "1900000109";

#[tokio::test]
async fn shares_are_given_closed_and_returned() {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    client.send(&order(&client, "Shared1").settle_info(SettleInfo::new().profit_sharing(true))).await.unwrap();
    sandbox.pay_order("Shared1").unwrap();
    let receiver = AddReceiverRequired {
        appid: "wxd678efh567hg6787".into(),
        r#type: ReceiverType::MerchantId,
        account: RECEIVER.into(),
        relation_type: RelationType::Store,
    };
    client.send(&AddReceiver::new(receiver).name("茶壶公司")).await.unwrap();
    let transaction_id = client.send(&order_query(&client, "Shared1")).await.unwrap().transaction_id.unwrap();
    // Sharing is possible from one minute after the payment.
    sandbox.set_clock_ahead(60).unwrap();
    for (number, end, body, result) in [
        ("SHARE1", "complete", String::new(), ShareResult::Success),
        ("SHARE2", "close", format!(r#"{{"account": "{RECEIVER}"}}"#), ShareResult::Closed),
    ] {
        let share = Share::new(ShareRequired {
            r#type: ReceiverType::MerchantId,
            account: RECEIVER.into(),
            amount: Fen::new(10),
            description: "freight".into(),
        });
        let sharing = CreateSharing::new(CreateSharingRequired {
            transaction_id: transaction_id.clone(),
            out_order_no: number.into(),
            unfreeze_unsplit: false,
        });
        client.send(&sharing.receivers(vec![share])).await.unwrap();
        script.act_with(&format!("/api/sharings/{number}/{end}"), body).await;
        let (transaction_id, out_order_no) = (transaction_id.clone(), number.into());
        let query = QuerySharing::new(QuerySharingRequired { transaction_id, out_order_no });
        let shares = client.send(&query).await.unwrap().receivers.unwrap();
        assert_eq!(shares.iter().map(|share| &share.result).collect::<Vec<_>>(), [&result]);
    }
    for (number, end, result) in
        [("RETURN1", "complete", ReturnResult::Success), ("RETURN2", "fail", ReturnResult::Failed)]
    {
        let returning = CreateReturn::new(CreateReturnRequired {
            out_return_no: number.into(),
            return_mchid: RECEIVER.into(),
            amount: Fen::new(5),
            description: "refund".into(),
        });
        client.send(&returning.out_order_no("SHARE1")).await.unwrap();
        script.act(&format!("/api/returns/{number}/{end}")).await;
        let (out_return_no, out_order_no) = (number.into(), "SHARE1".into());
        let query = QueryReturn::new(QueryReturnRequired { out_return_no, out_order_no });
        assert_eq!(client.send(&query).await.unwrap().result, result);
    }
}

#[tokio::test]
async fn a_combined_order_is_paid_as_a_whole() {
    let sandbox = Sandbox::start().await.unwrap();
    let (client, script) = (sandbox.client().unwrap(), Script::of(&sandbox));
    let part = |number: &str| {
        SubOrder::new(SubOrderRequired {
            mchid: client.merchant().id().into(),
            out_trade_no: number.into(),
            description: "A teapot".into(),
            attach: "shelf 1".into(),
            amount: SubOrderAmount::new(SubOrderAmountRequired { total_amount: Fen::new(100), currency: "CNY".into() }),
        })
    };
    let whole = NativePrepay::new(NativePrepayRequired {
        combine_appid: "wxd678efh567hg6787".into(),
        combine_mchid: client.merchant().id().into(),
        combine_out_trade_no: "WHOLE001".into(),
        sub_orders: vec![part("PART_A"), part("PART_B")],
        notify_url: "http://127.0.0.1:9/notify".into(),
    });
    client.send(&whole).await.unwrap();
    script.act("/api/combined-orders/WHOLE001/pay").await;
    let query = QueryOrderByNumberRequired { combine_out_trade_no: "WHOLE001".into() };
    let parts = client.send(&QueryOrderByNumber::new(query)).await.unwrap().sub_orders;
    let states: Vec<_> = parts.iter().flatten().map(|part| part.trade_state.clone()).collect();
    assert_eq!(states, [Some(TradeState::Success), Some(TradeState::Success)]);
}
