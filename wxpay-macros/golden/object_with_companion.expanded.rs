/// An order's amount.
#[derive(Debug)]
#[non_exhaustive]
/**

| member | | |
|---|---|---|
| `total` `Fen` |  | required: at least 1 |
| `currency` `String` |  | optional: 1 to 16 characters |*/
pub struct Amount {
    /// The whole amount.
    pub total: Fen,
    /// The currency.
    pub currency: Option<String>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Amount {
        const DECLARED: __p::Table = __p::Table::new(
            "Amount",
            &__p::fields(
                ["total", "currency"],
                [<Fen as __p::Member>::MEMBER, <Option<String> as __p::Member>::MEMBER],
                [1, 1],
                &[
                    __p::Rule::Range {
                        min: 1i64,
                        max: 9223372036854775807i64,
                    },
                    __p::Rule::Len {
                        min: 1,
                        max: 16,
                        unit: __p::Unit::Characters,
                    },
                ],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Amount {
        fn blank_struct() -> Self {
            Self {
                total: <Fen as __p::Member>::blank(),
                currency: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                1 => &self.currency,
                0 => return <Fen as __p::Member>::node(&self.total),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                1 => &mut self.currency,
                0 => return <Fen as __p::Member>::slot(&mut self.total),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for Amount {
        type Shape = __p::Struct;
    }
    #[automatically_derived]
    impl __p::Serialize for Amount {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Amount {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    {
        use ::wxpay::__private::{required, value};
        impl Amount {
            ///With the required members set.
            #[must_use]
            pub fn new(required: AmountRequired) -> Self {
                Self {
                    total: required.total,
                    currency: __p::None,
                }
            }
            /// The currency.
            #[must_use]
            pub fn currency<__By>(
                mut self,
                value: impl __p::IntoMember<String, __By>,
            ) -> Self {
                __p::set(&mut self.currency, value);
                self
            }
        }
    }
};
///The members that [`Amount`] cannot do without.
pub struct AmountRequired {
    /// The whole amount.
    pub total: Fen,
}
/// What is known about the shop.
#[derive(Default)]
/**

| member | | |
|---|---|---|
| `name` `String` |  | optional |*/
pub(crate) struct Shop {
    /// Its name.
    pub(crate) name: Option<String>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Shop {
        const DECLARED: __p::Table = __p::Table::new(
            "Shop",
            &__p::fields(["name"], [<Option<String> as __p::Member>::MEMBER], [0], &[]),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Shop {
        fn blank_struct() -> Self {
            Self { name: __p::None }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.name,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.name,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for Shop {
        type Shape = __p::Struct;
    }
    #[automatically_derived]
    impl __p::Serialize for Shop {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Shop {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    {
        use ::wxpay::__private::value;
        impl Shop {
            ///With no member set.
            #[must_use]
            pub(crate) fn new() -> Self {
                Self { name: __p::None }
            }
            /// Its name.
            #[must_use]
            pub(crate) fn name<__By>(
                mut self,
                value: impl __p::IntoMember<String, __By>,
            ) -> Self {
                __p::set(&mut self.name, value);
                self
            }
        }
    }
};
