//! A shipped endpoint, found by its request line, and its request, filled as a server reads it.

use http::{HeaderMap, HeaderName, HeaderValue, Method};
use wxpay::payload::{Kind, Message, Node, ObjectMut, Place, Slot};
use wxpay::server::{Incoming, Misread, match_path, read};
use wxpay::value::Sensitive;
use wxpay::{Shipped, catalogue};

use crate::outcome::Failure;

/// What is to be called.
pub(super) struct Call<'a> {
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    /// Percent-encoded, without the question mark.
    pub(super) query: &'a str,
    pub(super) headers: &'a [(String, String)],
    pub(super) body: &'a [u8],
}

/// A shipped endpoint, and the values of its path's holes.
pub(super) struct Found {
    pub(super) shipped: Shipped,
    holes: Vec<(&'static str, String)>,
}

/// The shipped endpoint of that request line. Where several fit, one of those with the fewest holes.
pub(super) fn find(method: &Method, path: &str) -> Option<Found> {
    let of_method = catalogue().into_iter().filter(|shipped| shipped.operation.method.as_str() == method.as_str());
    let found =
        of_method.filter_map(|shipped| Some(Found { holes: match_path(shipped.operation.path, path)?, shipped }));
    found.min_by_key(|found| found.holes.len())
}

/// Why there is none, and which methods the path is shipped with.
pub(super) fn not_shipped(method: &Method, path: &str) -> String {
    let of_path = catalogue().into_iter().filter(|shipped| match_path(shipped.operation.path, path).is_some());
    let methods: Vec<_> = of_path.map(|shipped| shipped.operation.method.as_str()).collect();
    match methods.as_slice() {
        [] => format!("{method} {path} is not shipped"),
        methods => format!("{method} {path} is not shipped, but {} is", methods.join(" and ")),
    }
}

impl Call<'_> {
    /// Reads what was given into the request, by its table.
    pub(super) fn fill(&self, found: &Found, request: &mut dyn Message) -> Result<(), Failure> {
        let fields = found.shipped.request.fields;
        if fields.iter().any(|field| matches!(field.kind, Kind::File)) {
            return Err(Failure::Usage(format!("{} takes a file, which this command does not send", self.path)));
        }
        let known = |place, name: &str| fields.iter().any(|field| field.place == place && field.name == name);
        let unknown = self.query_names().into_iter().find(|name| !known(Place::Query, name));
        let unknown = unknown.or_else(|| {
            let mut names = self.headers.iter().map(|(name, _)| name.clone());
            names.find(|name| !fields.iter().any(|field| field.name.eq_ignore_ascii_case(name)))
        });
        if let Some(name) = unknown {
            return Err(Failure::Usage(format!(
                "{} has no parameter `{name}`; --raw sends it all the same",
                self.path
            )));
        }
        let headers = self.headers()?;
        let body = if self.body.is_empty() { b"{}" } else { self.body };
        let incoming = Incoming::new(&headers, body).with_target(&found.holes, self.query).strict(true);
        if !self.body.is_empty() && fields.iter().all(|field| field.place != Place::Body) {
            return Err(Failure::Usage(format!("{} {} has no body; leave out --data", self.method, self.path)));
        }
        let Slot::Object(object) = request.slot() else { return Ok(()) };
        read(object, &incoming).map_err(|misread| refused(&misread))?;
        plain(object);
        Ok(())
    }

    fn query_names(&self) -> Vec<String> {
        let names = self.query.split('&').filter(|pair| !pair.is_empty());
        names.map(|pair| pair.split('=').next().unwrap_or_default().to_owned()).collect()
    }

    fn headers(&self) -> Result<HeaderMap, Failure> {
        let mut headers = HeaderMap::new();
        for (name, value) in self.headers {
            let wrong = || Failure::Usage(format!("`{name}` cannot be a header with that value"));
            let read = (HeaderName::try_from(name), HeaderValue::try_from(value));
            let (Ok(name), Ok(value)) = read else { return Err(wrong()) };
            headers.append(name, value);
        }
        Ok(headers)
    }
}

fn refused(misread: &Misread) -> Failure {
    let problem = match misread {
        Misread::Syntax(reason) => format!("--data is no JSON: {reason}"),
        Misread::Faults(faults) => {
            let faults = faults.iter().map(|(place, fault)| format!("\n  {} {fault}", place.as_str()));
            format!(
                "the request does not fit its declaration; --raw sends it all the same:{}",
                faults.collect::<String>()
            )
        }
        _ => "the request cannot be read".to_owned(),
    };
    Failure::Usage(problem)
}

/// What a server receives is sealed; what a person has written is not, and is sealed when it is sent.
fn plain(object: &mut dyn ObjectMut) {
    for index in 0..object.table().fields.len() {
        if !matches!(object.member(index), Node::Absent) {
            plain_slot(object.member_mut(index));
        }
    }
}

fn plain_slot(slot: Slot<'_>) {
    match slot {
        Slot::Secret(secret) => {
            if let Some(text) = secret.ciphertext() {
                *secret = Sensitive::new(text);
            }
        }
        // It is there: that was looked at before.
        Slot::Optional(optional) => plain_slot(optional.fill()),
        Slot::Object(object) => plain(object),
        Slot::List(list) => (0..list.len()).for_each(|index| plain_slot(list.slot(index))),
        Slot::Map(map) => {
            let mut keys = Vec::new();
            map.each(&mut |key, _| keys.push(key.to_owned()));
            keys.iter().for_each(|key| plain_slot(map.slot(key)));
        }
        Slot::None | Slot::Scalar(_) | Slot::Json(_) | Slot::File(_) => {}
    }
}
