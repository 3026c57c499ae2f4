/// Uploads a picture.
/**
`POST /v3/pictures`

| member | goes into | |
|---|---|---|
| `filename` `String` | body | optional: 1 to 128 characters, the file's name, set by the client |
| `sha256` `String` | body | optional: the file's SHA-256 in hex, set by the client |
| `item_id` `i64` | form | required |
| `file` `Upload` | form | required: 1 to 2097152 bytes, `jpg` or `png` |*/
pub struct UploadPicture {
    pub filename: Option<String>,
    pub sha256: Option<String>,
    pub item_id: i64,
    pub file: Upload,
}
const _: () = {
    use ::wxpay::__private as __p;
    #[automatically_derived]
    impl<__P> __p::Declared<__P> for UploadPicture {
        const DECLARED: __p::Table = __p::Table::new(
            "UploadPicture",
            &__p::fields(
                ["filename", "sha256", "item_id", "file"],
                [
                    <Option<String> as __p::Member>::MEMBER,
                    <Option<String> as __p::Member>::MEMBER,
                    <i64 as __p::Member>::MEMBER.part(),
                    <Upload as __p::Member>::MEMBER,
                ],
                [2, 1, 0, 2],
                &[
                    __p::Rule::Len {
                        min: 1,
                        max: 128,
                        unit: __p::Unit::Characters,
                    },
                    __p::Rule::FileName,
                    __p::Rule::Sha256,
                    __p::Rule::Len {
                        min: 1,
                        max: 2097152,
                        unit: __p::Unit::Bytes,
                    },
                    __p::Rule::Extensions(&["jpg", "png"]),
                ],
            ),
        );
    }
    #[automatically_derived]
    impl __p::Structure for UploadPicture {
        fn blank_struct() -> Self {
            Self {
                filename: __p::None,
                sha256: __p::None,
                item_id: __p::Member::blank(),
                file: <Upload as __p::Member>::blank(),
            }
        }
        fn member(&self, __index: usize) -> __p::Node<'_> {
            let __member: &dyn __p::Message = match __index {
                0 => &self.filename,
                1 => &self.sha256,
                2 => &self.item_id,
                3 => return <Upload as __p::Member>::node(&self.file),
                _ => return __p::Node::Absent,
            };
            __member.node()
        }
        fn member_mut(&mut self, __index: usize) -> __p::Slot<'_> {
            let __member: &mut dyn __p::Message = match __index {
                0 => &mut self.filename,
                1 => &mut self.sha256,
                2 => &mut self.item_id,
                3 => return <Upload as __p::Member>::slot(&mut self.file),
                _ => return __p::Slot::None,
            };
            __member.slot()
        }
    }
    #[automatically_derived]
    impl __p::Payload for UploadPicture {
        type Shape = __p::Request;
    }
    #[automatically_derived]
    impl __p::Serialize for UploadPicture {
        fn serialize<__S: __p::Serializer>(
            &self,
            __serializer: __S,
        ) -> __p::Result<__S::Ok, __S::Error> {
            __p::serialize(self, __serializer)
        }
    }
    #[automatically_derived]
    impl<'__de> __p::Deserialize<'__de> for UploadPicture {
        fn deserialize<__D: __p::Deserializer<'__de>>(
            __deserializer: __D,
        ) -> __p::Result<Self, __D::Error> {
            __p::deserialize(__deserializer)
        }
    }
    #[automatically_derived]
    impl __p::Endpoint for UploadPicture {
        const OPERATION: __p::Operation = __p::Operation::new(
            __p::Method::Post,
            "/v3/pictures",
            "Uploads a picture",
        );
        type Response = ();
    }
};
