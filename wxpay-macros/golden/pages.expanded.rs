/// Asks for a page of orders.
/**
`GET /v3/orders` · host of cross-border merchants · page by page, by `Client::pages`

| member | goes into | |
|---|---|---|
| `page_index` `i64` | query | optional |
| `page_size` `i64` | query | optional |*/
pub struct ListOrders {
    /// The page, from 1.
    pub page_index: Option<i64>,
    /// How many orders a page has.
    pub page_size: Option<i64>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for ListOrders {
        const DECLARED: __p::Table = __p::Table::new(
            "ListOrders",
            &__p::fields(
                ["page_index", "page_size"],
                [
                    <Option<i64> as __p::Member>::MEMBER.query(),
                    <Option<i64> as __p::Member>::MEMBER.query(),
                ],
                [0, 0],
                &[],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for ListOrders {
        fn blank_struct() -> Self {
            Self {
                page_index: __p::None,
                page_size: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.page_index,
                1 => &self.page_size,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.page_index,
                1 => &mut self.page_size,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for ListOrders {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for ListOrders {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for ListOrders {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for ListOrders {
        const OPERATION: __p::Operation = __p::Operation::new(
                __p::Method::Get,
                "/v3/orders",
                "Asks for a page of orders",
            )
            .host(__p::HostRole::CrossBorder)
            .pages(
                &__p::Paging::new(
                    __p::Turn::Page {
                        member: "page_index",
                        first: 1i64,
                    },
                    __p::Some("page_size"),
                    "data",
                    __p::End::Total("total_count"),
                ),
            );
        type Response = Orders;
    }
    #[automatically_derived]
    impl __p::Paged for ListOrders {}
    let __answer = __p::answer::<ListOrders>();
    __p::has_list(__answer, "data");
    __p::has_total(__answer, "total_count");
    __p::is_answer::<ListOrders>()
};
/// Asks for a receipt.
/**
`GET /v3/orders/{out_trade_no}/receipt` · a file, which `Client::file` asks for

| member | goes into | |
|---|---|---|
| `out_trade_no` `String` | path | required |*/
pub struct FetchReceipt {
    /// The number of the order.
    pub out_trade_no: String,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for FetchReceipt {
        const DECLARED: __p::Table = __p::Table::new(
            "FetchReceipt",
            &__p::fields(
                ["out_trade_no"],
                [<String as __p::Member>::MEMBER.path()],
                [0],
                &[],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for FetchReceipt {
        fn blank_struct() -> Self {
            Self {
                out_trade_no: __p::Member::blank(),
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.out_trade_no,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.out_trade_no,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for FetchReceipt {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for FetchReceipt {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for FetchReceipt {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::FileEndpoint for FetchReceipt {
        const OPERATION: __p::Operation = __p::Operation::new(
                __p::Method::Get,
                "/v3/orders/{out_trade_no}/receipt",
                "Asks for a receipt",
            )
            .file();
    }
    let _: fn(Bytes) -> __p::Bytes = |__file| __file;
};
