//! Forms: parsed or refused, and a correct form gives back its contents.
//!
//! The first line is the Content-Type and the rest is the body; or the first line is empty, the second one is the `meta`, and the
//! rest is a file.
#![no_main]

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use libfuzzer_sys::fuzz_target;
use wxpay::server::content;
use wxpay_fuzz::{cut, header_lines, ready};

fuzz_target!(|data: &[u8]| {
    let (content_type, body) = cut(data, b"\n");
    if content_type.is_empty() {
        return well_made(body);
    }
    let line = [b"content-type: ", content_type].concat();
    let headers: HeaderMap = header_lines(&line).into_iter().collect();
    match ready(content(&headers, body.to_vec().into())) {
        Ok(content) => {
            let parts = content.parts.iter().map(|part| part.content.len()).sum::<usize>();
            assert!(content.body.len() + parts <= body.len());
            let form = headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/"));
            assert!(form || content.body == body && content.parts.is_empty());
        }
        Err(error) => drop((error.to_string(), format!("{error:?}"))),
    }
});

fn well_made(data: &[u8]) {
    let (meta, file) = cut(data, b"\n");
    if [meta, file].iter().any(|part| part.windows(BOUNDARY.len()).any(|window| window == BOUNDARY.as_bytes())) {
        return;
    }
    let part = |head: &str, content: &[u8]| {
        [format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(), content, b"\r\n"]
            .concat()
    };
    let form = [
        part("name=\"meta\"", meta),
        part("name=\"file\"; filename=\"a.png\"\r\nContent-Type: image/png", file),
        format!("--{BOUNDARY}--\r\n").into_bytes(),
    ];
    let mut headers = HeaderMap::new();
    headers.insert(CONTENT_TYPE, format!("multipart/form-data; boundary={BOUNDARY}").parse().unwrap());
    let content = ready(content(&headers, form.concat().into())).unwrap();
    assert_eq!(content.body, meta);
    let [part] = &content.parts[..] else { panic!("{:?}", content.parts) };
    assert_eq!((part.name.as_str(), part.file_name.as_deref(), &*part.content), ("file", Some("a.png"), file));
}

const BOUNDARY: &str = "a-boundary-of-its-own";
