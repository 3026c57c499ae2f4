#[derive(::wxpay::__private::Wxpay)]
/// Makes an order.
#[wxpay(
    __endpoint(
        method = "POST",
        path = "/v3/orders",
        number = "out_trade_no",
        success = 202,
        unknown_on = [429]
    )
)]
/**
`POST /v3/orders`

| member | goes into | |
|---|---|---|
| `appid` `String` | query | required: 1 to 32 characters |
| `out_trade_no` `String` | body | required: 6 to 32 bytes, `[0-9A-Za-z_\-\|*]+` |
| `attach` `String` | body | optional: at most 128 characters |
| `day` `i64` | body | required: 1 to 31 |
| `total` `Fen` | body | required: at least 1 |
| `codes` `Vec<String>` | body | required: 1 to 50 elements, 1 to 32 characters |
| `notify_url` `String` | body | required: a public `https` URL with a path, without query |
| `page` `String` | body | required: a public `https` URL without query |
| `name` `String` | body | required: checked |
| `payAuthNo` `String` | body | required |
| `type` `String` | body | required |*/
pub struct Create {
    #[wxpay(query, len = 32)]
    pub appid: String,
    #[wxpay(
        len = 6..= 32,
        bytes,
        pattern = r"[0-9A-Za-z_\-|*]+",
        label = "商户订单号"
    )]
    pub out_trade_no: String,
    #[wxpay(len = ..= 128)]
    pub attach: Option<String>,
    #[wxpay(range = 1..= 31)]
    pub day: i64,
    #[wxpay(range = 1..)]
    pub total: Fen,
    #[wxpay(items = 1..= 50, len = 32)]
    pub codes: Vec<String>,
    #[wxpay(url)]
    pub notify_url: String,
    #[wxpay(bare_url)]
    pub page: String,
    #[wxpay(check = names::is_masked)]
    pub name: String,
    #[wxpay(rename = "payAuthNo")]
    pub pay_auth_no: String,
    pub r#type: String,
}
const _: () = {
    use ::wxpay::__private as __p;
    static __PATTERN_1: __p::Pattern = __p::Pattern::new(r"[0-9A-Za-z_\-|*]+");
    const __RULES_1: &[__p::Rule] = &[
        __p::Rule::Len {
            min: 6,
            max: 32,
            unit: __p::Unit::Bytes,
        },
        __p::Rule::Pattern(&__PATTERN_1),
    ];
    const __FIELDS: &[__p::Field] = &[
        __p::Field::new(
            "appid",
            __p::Place::Query,
            <String as __p::Payload>::MEMBER,
            &[
                __p::Rule::Len {
                    min: 1,
                    max: 32,
                    unit: __p::Unit::Characters,
                },
            ],
            __p::None,
        ),
        __p::Field::new(
            "out_trade_no",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            __RULES_1,
            __p::Some("商户订单号"),
        ),
        __p::Field::new(
            "attach",
            __p::Place::Body,
            <Option<String> as __p::Payload>::MEMBER,
            &[
                __p::Rule::Len {
                    min: 0,
                    max: 128,
                    unit: __p::Unit::Characters,
                },
            ],
            __p::None,
        ),
        __p::Field::new(
            "day",
            __p::Place::Body,
            <i64 as __p::Payload>::MEMBER,
            &[
                __p::Rule::Range {
                    min: 1i64,
                    max: 31i64,
                },
            ],
            __p::None,
        ),
        __p::Field::new(
            "total",
            __p::Place::Body,
            <Fen as __p::Payload>::MEMBER,
            &[
                __p::Rule::Range {
                    min: 1i64,
                    max: 9223372036854775807i64,
                },
            ],
            __p::None,
        ),
        __p::Field::new(
            "codes",
            __p::Place::Body,
            <Vec<String> as __p::Payload>::MEMBER,
            &[
                __p::Rule::Items {
                    min: 1,
                    max: 50,
                },
                __p::Rule::Len {
                    min: 1,
                    max: 32,
                    unit: __p::Unit::Characters,
                },
            ],
            __p::None,
        ),
        __p::Field::new(
            "notify_url",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            &[__p::Rule::Url { path: true }],
            __p::None,
        ),
        __p::Field::new(
            "page",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            &[__p::Rule::Url { path: false }],
            __p::None,
        ),
        __p::Field::new(
            "name",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            &[__p::Rule::Check(names::is_masked)],
            __p::None,
        ),
        __p::Field::new(
            "payAuthNo",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            &[],
            __p::None,
        ),
        __p::Field::new(
            "type",
            __p::Place::Body,
            <String as __p::Payload>::MEMBER,
            &[],
            __p::None,
        ),
    ];
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl __p::Structure for Create {
        const TABLE: &'static __p::Table = &__p::Table::new("Create", __FIELDS);
        fn member(&self, __index: usize) -> __p::Node<'_> {
            match __index {
                0 => <String as __p::Payload>::node(&self.appid),
                1 => <String as __p::Payload>::node(&self.out_trade_no),
                2 => <Option<String> as __p::Payload>::node(&self.attach),
                3 => <i64 as __p::Payload>::node(&self.day),
                4 => <Fen as __p::Payload>::node(&self.total),
                5 => <Vec<String> as __p::Payload>::node(&self.codes),
                6 => <String as __p::Payload>::node(&self.notify_url),
                7 => <String as __p::Payload>::node(&self.page),
                8 => <String as __p::Payload>::node(&self.name),
                9 => <String as __p::Payload>::node(&self.pay_auth_no),
                10 => <String as __p::Payload>::node(&self.r#type),
                _ => __p::Node::Absent,
            }
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            match __index {
                0 => <String as __p::Payload>::slot(&mut self.appid),
                1 => <String as __p::Payload>::slot(&mut self.out_trade_no),
                2 => <Option<String> as __p::Payload>::slot(&mut self.attach),
                3 => <i64 as __p::Payload>::slot(&mut self.day),
                4 => <Fen as __p::Payload>::slot(&mut self.total),
                5 => <Vec<String> as __p::Payload>::slot(&mut self.codes),
                6 => <String as __p::Payload>::slot(&mut self.notify_url),
                7 => <String as __p::Payload>::slot(&mut self.page),
                8 => <String as __p::Payload>::slot(&mut self.name),
                9 => <String as __p::Payload>::slot(&mut self.pay_auth_no),
                10 => <String as __p::Payload>::slot(&mut self.r#type),
                _ => __p::Slot::None,
            }
        }
    }
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl __p::Payload for Create {
        const KIND: __p::Kind = __p::Kind::Object(__p::table::<Self>);
        fn blank() -> Self {
            Self {
                appid: <String as __p::Payload>::blank(),
                out_trade_no: <String as __p::Payload>::blank(),
                attach: <Option<String> as __p::Payload>::blank(),
                day: <i64 as __p::Payload>::blank(),
                total: <Fen as __p::Payload>::blank(),
                codes: <Vec<String> as __p::Payload>::blank(),
                notify_url: <String as __p::Payload>::blank(),
                page: <String as __p::Payload>::blank(),
                name: <String as __p::Payload>::blank(),
                pay_auth_no: <String as __p::Payload>::blank(),
                r#type: <String as __p::Payload>::blank(),
            }
        }
        fn node(&self) -> __p::Node<'_> {
            __p::Node::Object(self)
        }
        fn slot(&mut self) -> __p::Slot<'_> {
            __p::Slot::Object(self)
        }
    }
    #[automatically_derived]
    impl __p::Serialize for Create {
        fn serialize<__S: __p::Serializer>(
            &self,
            serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Create {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(deserializer)
        }
    }
};
const _: () = {
    use ::wxpay::__private as __p;
    const __OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Post,
            "/v3/orders",
            "Makes an order",
        )
        .success(202)
        .number(__p::business_number(&<Create as __p::Structure>::TABLE.fields[1]))
        .unknown_on(&[429]);
    #[automatically_derived]
    #[diagnostic::do_not_recommend]
    impl __p::Endpoint for Create {
        const OPERATION: __p::Operation = __OPERATION;
        type Response = ();
    }
};
