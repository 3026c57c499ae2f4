/// An object with a foreign member.
/**

| member | | |
|---|---|---|
| `elapsed` `std::time::Duration` |  | required |
| `last` `std::time::Duration` |  | optional |*/
pub struct Timing {
    pub elapsed: std::time::Duration,
    pub previous: Option<std::time::Duration>,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for Timing {
        const DECLARED: __p::Table = __p::Table::new(
            "Timing",
            &__p::fields(
                ["elapsed", "last"],
                [__p::Field::opaque(true), __p::Field::opaque(false)],
                [0, 0],
                &[],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for Timing {
        fn blank_struct() -> Self {
            Self {
                elapsed: <std::time::Duration as __p::Opaque>::blank(),
                previous: __p::None,
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            match __index {
                0 => <std::time::Duration as __p::Opaque>::node(&self.elapsed),
                1 => <Option<std::time::Duration> as __p::Opaque>::node(&self.previous),
                _ => __p::Node::Absent,
            }
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            match __index {
                0 => <std::time::Duration as __p::Opaque>::slot(&mut self.elapsed),
                1 => {
                    <Option<
                        std::time::Duration,
                    > as __p::Opaque>::slot(&mut self.previous)
                }
                _ => __p::Slot::None,
            }
        }
    }
    #[automatically_derived]
    impl __p::Payload for Timing {
        type Shape = __p::Struct;
    }
    #[automatically_derived]
    impl __p::Serialize for Timing {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for Timing {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
};
