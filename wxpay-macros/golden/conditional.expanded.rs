#[derive(::wxpay::__private::Wxpay)]
/// What is told of a thing: the derive makes the impls, of what the conditions leave.
#[derive(Debug, Clone)]
#[wxpay(__object())]
/**

| member | | |
|---|---|---|
| `code` `String` |  | required |*/
#[cfg_attr(
    all(feature = "notes"),
    doc = "| `note` `String` |  | optional: 1 to 32 characters |"
)]
pub struct Thing {
    pub code: String,
    #[cfg(feature = "notes")]
    #[wxpay(len = 32)]
    pub note: Option<String>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Thing {
        const DECLARED: __p::Table = __p::Table::new(
            "Thing",
            &__p::fields(
                ["code", "note"],
                [
                    <String as __p::Member>::MEMBER,
                    <Option<String> as __p::Member>::MEMBER,
                ],
                [0, 1],
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
    impl __p::Structure for Thing {
        fn blank_struct() -> Self {
            Self {
                code: __p::Member::blank(),
                note: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.code,
                1 => &self.note,
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.code,
                1 => &mut self.note,
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for Thing {
        type Shape = __p::Struct;
    }
    #[automatically_derived]
    impl __p::Serialize for Thing {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Thing {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
};
