/// Asks for an order.
/**
`GET /v3/orders/{out_trade_no}`

| member | goes into | |
|---|---|---|
| `out_trade_no` `String` | path | required |
| `mchid` `String` | query | required: 1 to 32 characters, the number of the merchant that signs |
| `transaction_id` `String` | query | optional |

The members are also checked together: a request that breaks a rule about several of them is not sent.*/
pub struct Query {
    pub out_trade_no: String,
    pub mchid: String,
    pub transaction_id: Option<String>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Query {
        const DECLARED: __p::Table = __p::Table::new(
            "Query",
            &__p::fields(
                ["out_trade_no", "mchid", "transaction_id"],
                [
                    <String as __p::Member>::MEMBER.path(),
                    <String as __p::Member>::MEMBER.query().caller(),
                    <Option<String> as __p::Member>::MEMBER.query(),
                ],
                [0, 1, 0],
                &[
                    __p::Rule::Len {
                        min: 1,
                        max: 32,
                        unit: __p::Unit::Characters,
                    },
                ],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Query {
        fn blank_struct() -> Self {
            Self {
                out_trade_no: __p::Member::blank(),
                mchid: __p::Member::blank(),
                transaction_id: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.out_trade_no,
                1 => &self.mchid,
                2 => &self.transaction_id,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.out_trade_no,
                1 => &mut self.mchid,
                2 => &mut self.transaction_id,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
        fn check(&self) -> __p::Result<(), __p::Violation> {
            let __check: fn(&Self) -> __p::Result<(), __p::Violation> = rules::one_number;
            __check(self)
        }
    }
    #[automatically_derived]
    impl __p::Payload for Query {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for Query {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Query {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Query {
        const OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Get,
            "/v3/orders/{out_trade_no}",
            "Asks for an order",
        );
        type Response = ();
    }
};
/// Who receives.
/**

| member | label | |
|---|---|---|
| `account` `String` |  | required |
| `name` `String` |  | optional |
| `shops` `Vec<Shop>` | 门店\|分店 | required: checked as a whole |

The members are also checked together: a request that breaks a rule about several of them is not sent.*/
pub struct Receiver {
    pub account: String,
    pub name: Option<String>,
    pub shops: Vec<Shop>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Receiver {
        const DECLARED: __p::Table = __p::Table::new(
            "Receiver",
            &__p::fields(
                ["account", "name", "shops"],
                [
                    <String as __p::Member>::MEMBER,
                    <Option<String> as __p::Member>::MEMBER,
                    <Vec<Shop> as __p::Member>::MEMBER.label("门店|分店"),
                ],
                [0, 0, 0],
                &[],
            ),
        );
    }
    <Vec<Shop> as __p::Member>::MEMBER
        .label("门店|分店")
        .inside()
        .fits_required(&[]);
    #[automatically_derived]
    impl __p::Structure for Receiver {
        fn blank_struct() -> Self {
            Self {
                account: __p::Member::blank(),
                name: __p::None,
                shops: <Vec<Shop> as __p::Member>::blank(),
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.account,
                1 => &self.name,
                2 => return <Vec<Shop> as __p::Member>::node(&self.shops),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.account,
                1 => &mut self.name,
                2 => return <Vec<Shop> as __p::Member>::slot(&mut self.shops),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
        fn check(&self) -> __p::Result<(), __p::Violation> {
            __p::check_list::<
                Vec<Shop>,
                _,
            >("shops", &self.shops, Self::are_of_one_city)?;
            let __check: fn(&Self) -> __p::Result<(), __p::Violation> = Self::name_of_a_merchant;
            __check(self)
        }
    }
    #[automatically_derived]
    impl __p::Payload for Receiver {
        type Shape = __p::Struct;
    }
    #[automatically_derived]
    impl __p::Serialize for Receiver {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Receiver {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    {
        use ::wxpay::__private::{required, value};
        impl Receiver {
            ///With the required members set.
            #[must_use]
            pub fn new(required: ReceiverRequired) -> Self {
                Self {
                    account: required.account,
                    shops: required.shops,
                    name: __p::None,
                }
            }
            #[must_use]
            pub fn name<__By>(
                mut self,
                value: impl __p::IntoMember<String, __By>,
            ) -> Self {
                __p::set(&mut self.name, value);
                self
            }
        }
    }
};
///The members that [`Receiver`] cannot do without.
pub struct ReceiverRequired {
    pub account: String,
    pub shops: Vec<Shop>,
}
/// Asks by either number.
/**
`GET /v3/payments`

| member | goes into | |
|---|---|---|
| `transaction_id` `String` | query | optional |
| `out_trade_no` `String` | query | optional: only with `from` |
| `from` `String` | query | optional: at least 8 characters, `[0-9]+`, `20260101` if absent |
| `until` `Maybe` | query | required |
| `limit` `u32` | query | optional: 1 to 50, checked, 20 if absent |
| `all` `bool` | query | optional: false if absent |
| `amounts` `Vec<Fen>` | query | optional: at least 1 element, checked, checked as a whole |

Exactly one of `transaction_id` and `out_trade_no` is given.

At most one of `from` and `until` is given.

At least one of `until` and `limit` is given.*/
pub struct Find {
    pub transaction_id: Option<String>,
    pub out_trade_no: Option<String>,
    pub first_day: Option<String>,
    pub until: Maybe,
    pub limit: Option<u32>,
    pub all: Option<bool>,
    pub amounts: Option<Vec<Fen>>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Find {
        const DECLARED: __p::Table = __p::Table::new(
                "Find",
                &__p::fields(
                    [
                        "transaction_id",
                        "out_trade_no",
                        "from",
                        "until",
                        "limit",
                        "all",
                        "amounts",
                    ],
                    [
                        <Option<String> as __p::Member>::MEMBER.query(),
                        <Option<String> as __p::Member>::MEMBER.query(),
                        <Option<String> as __p::Member>::MEMBER
                            .query()
                            .default(__p::DefaultValue::Text("20260101")),
                        <Maybe as __p::Member>::MEMBER.query(),
                        <Option<u32> as __p::Member>::MEMBER
                            .query()
                            .default(__p::DefaultValue::Integer(20i64)),
                        <Option<bool> as __p::Member>::MEMBER
                            .query()
                            .default(__p::DefaultValue::Boolean(false)),
                        <Option<Vec<Fen>> as __p::Member>::MEMBER.query(),
                    ],
                    [0, 0, 2, 0, 2, 0, 2],
                    &[
                        __p::Rule::Len {
                            min: 8,
                            max: __p::UNBOUNDED,
                            unit: __p::Unit::Characters,
                        },
                        __p::Rule::Pattern(__p::Pattern("[0-9]+")),
                        __p::Rule::Range {
                            min: 1i64,
                            max: 50i64,
                        },
                        __p::Rule::Check(__p::Check::U32(even)),
                        __p::Rule::Items {
                            min: 1,
                            max: __p::UNBOUNDED,
                        },
                        __p::Rule::Check(__p::Check::Fen(whole_yuan)),
                    ],
                ),
            )
            .together(
                &[
                    __p::Together::OneOf(&[0, 1]),
                    __p::Together::AtMostOne(&[2, 3]),
                    __p::Together::AnyOf(&[3, 4]),
                    __p::Together::Needs {
                        member: 1,
                        needed: 2,
                    },
                ],
            );
    }
    <Maybe as __p::Member>::MEMBER.query().fits(&[]);
    <Maybe as __p::Member>::MEMBER.may_be_absent();
    #[automatically_derived]
    impl __p::Structure for Find {
        fn blank_struct() -> Self {
            Self {
                transaction_id: __p::None,
                out_trade_no: __p::None,
                first_day: __p::None,
                until: <Maybe as __p::Member>::blank(),
                limit: __p::None,
                all: __p::None,
                amounts: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.transaction_id,
                1 => &self.out_trade_no,
                2 => &self.first_day,
                4 => &self.limit,
                5 => &self.all,
                3 => return <Maybe as __p::Member>::node(&self.until),
                6 => return <Option<Vec<Fen>> as __p::Member>::node(&self.amounts),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.transaction_id,
                1 => &mut self.out_trade_no,
                2 => &mut self.first_day,
                4 => &mut self.limit,
                5 => &mut self.all,
                3 => return <Maybe as __p::Member>::slot(&mut self.until),
                6 => return <Option<Vec<Fen>> as __p::Member>::slot(&mut self.amounts),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
        fn check(&self) -> __p::Result<(), __p::Violation> {
            __p::check_list::<
                Option<Vec<Fen>>,
                _,
            >("amounts", &self.amounts, rules::ascending)?;
            __p::Ok(())
        }
    }
    #[automatically_derived]
    impl __p::Payload for Find {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for Find {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Find {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for Find {
        const OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Get,
            "/v3/payments",
            "Asks by either number",
        );
        type Response = ();
    }
};
