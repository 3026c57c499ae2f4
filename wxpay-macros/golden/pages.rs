/// Asks for a page of orders.
#[wxpay_endpoint(
    method = "GET",
    path = "/v3/orders",
    response = Orders,
    host = "cross-border",
    pages(page = "page_index", first = 1, limit = "page_size", items = "data", total = "total_count")
)]
pub struct ListOrders {
    /// The page, from 1.
    pub page_index: Option<i64>,
    /// How many orders a page has.
    pub page_size: Option<i64>,
}

/// Asks for a receipt.
#[wxpay_endpoint(method = "GET", path = "/v3/orders/{out_trade_no}/receipt", response = Bytes)]
pub struct FetchReceipt {
    /// The number of the order.
    pub out_trade_no: String,
}
