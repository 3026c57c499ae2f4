/// Makes an order.
/**
`POST /v3/orders`

| member | label | goes into | |
|---|---|---|---|
| `appid` `String` |  | query | required: 1 to 32 characters |
| `out_trade_no` `String` | 商户订单号 | body | required: 6 to 32 bytes, `[0-9A-Za-z_\-\|*]+` |
| `attach` `String` |  | body | optional: at most 128 characters |
| `day` `i64` |  | body | required: 1 to 31 |
| `total` `Fen` |  | body | required: at least 1 |
| `codes` `Vec<String>` |  | body | required: 1 to 50 elements, 1 to 32 characters |
| `notify_url` `String` |  | body | required: a public `https` URL with a path, without query |
| `page` `String` |  | body | required: a public `https` URL without query |
| `name` `String` |  | body | required: checked |
| `payAuthNo` `String` |  | body | required |
| `type` `String` |  | body | required |*/
pub struct Create {
    pub appid: String,
    pub out_trade_no: String,
    pub attach: Option<String>,
    pub day: i64,
    pub total: Fen,
    pub codes: Vec<String>,
    pub notify_url: String,
    pub page: String,
    pub name: String,
    pub pay_auth_no: String,
    pub r#type: String,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Create {
        const DECLARED: __p::Table = __p::Table::new(
            "Create",
            &__p::fields(
                [
                    "appid",
                    "out_trade_no",
                    "attach",
                    "day",
                    "total",
                    "codes",
                    "notify_url",
                    "page",
                    "name",
                    "payAuthNo",
                    "type",
                ],
                [
                    <String as __p::Member>::MEMBER.query(),
                    <String as __p::Member>::MEMBER.label("商户订单号"),
                    <Option<String> as __p::Member>::MEMBER,
                    <i64 as __p::Member>::MEMBER,
                    <Fen as __p::Member>::MEMBER,
                    <Vec<String> as __p::Member>::MEMBER,
                    <String as __p::Member>::MEMBER,
                    <String as __p::Member>::MEMBER,
                    <String as __p::Member>::MEMBER,
                    <String as __p::Member>::MEMBER,
                    <String as __p::Member>::MEMBER,
                ],
                [1, 2, 1, 1, 1, 2, 1, 1, 1, 0, 0],
                &[
                    __p::Rule::Len {
                        min: 1,
                        max: 32,
                        unit: __p::Unit::Characters,
                    },
                    __p::Rule::Len {
                        min: 6,
                        max: 32,
                        unit: __p::Unit::Bytes,
                    },
                    __p::Rule::Pattern(__p::Pattern(r"[0-9A-Za-z_\-|*]+")),
                    __p::Rule::Len {
                        min: 0,
                        max: 128,
                        unit: __p::Unit::Characters,
                    },
                    __p::Rule::Range {
                        min: 1i64,
                        max: 31i64,
                    },
                    __p::Rule::Range {
                        min: 1i64,
                        max: 9223372036854775807i64,
                    },
                    __p::Rule::Items {
                        min: 1,
                        max: 50,
                    },
                    __p::Rule::Len {
                        min: 1,
                        max: 32,
                        unit: __p::Unit::Characters,
                    },
                    __p::Rule::Url { path: true },
                    __p::Rule::Url { path: false },
                    __p::Rule::Check(__p::Check::Text(names::is_masked)),
                ],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Create {
        fn blank_struct() -> Self {
            Self {
                appid: __p::Member::blank(),
                out_trade_no: __p::Member::blank(),
                attach: __p::None,
                day: __p::Member::blank(),
                total: <Fen as __p::Member>::blank(),
                codes: __p::Member::blank(),
                notify_url: __p::Member::blank(),
                page: __p::Member::blank(),
                name: __p::Member::blank(),
                pay_auth_no: __p::Member::blank(),
                r#type: __p::Member::blank(),
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.appid,
                1 => &self.out_trade_no,
                2 => &self.attach,
                3 => &self.day,
                5 => &self.codes,
                6 => &self.notify_url,
                7 => &self.page,
                8 => &self.name,
                9 => &self.pay_auth_no,
                10 => &self.r#type,
                4 => return <Fen as __p::Member>::node(&self.total),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.appid,
                1 => &mut self.out_trade_no,
                2 => &mut self.attach,
                3 => &mut self.day,
                5 => &mut self.codes,
                6 => &mut self.notify_url,
                7 => &mut self.page,
                8 => &mut self.name,
                9 => &mut self.pay_auth_no,
                10 => &mut self.r#type,
                4 => return <Fen as __p::Member>::slot(&mut self.total),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for Create {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for Create {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Create {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Create {
        const OPERATION: __p::Operation = __p::Operation::new(
                __p::Method::Post,
                "/v3/orders",
                "Makes an order",
            )
            .success(202)
            .number("out_trade_no")
            .unknown_on(&[429]);
        type Response = ();
    }
};
