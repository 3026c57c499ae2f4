//! A shipped endpoint, found by its request line, and its request.

use http::{HeaderMap, HeaderName, HeaderValue, Method};
use wxpay::Shipped;
use wxpay::payload::{Kind, Message, Place, Slot, walk_mut};
use wxpay::server::{Checks, Holes, Incoming, Misread, ReceiveError, receive};
use wxpay::value::Sensitive;

use crate::outcome::Failure;

/// The call that the command line describes.
pub(super) struct Call<'a> {
    pub(super) method: &'a Method,
    pub(super) path: &'a str,
    /// Percent-encoded, without the question mark.
    pub(super) query: &'a str,
    pub(super) headers: &'a [(String, String)],
    pub(super) body: &'a [u8],
}

/// A shipped endpoint, and the values of its path.
pub(super) struct Found {
    pub(super) shipped: Shipped,
    holes: Holes,
}

/// The shipped endpoint of that request line, or the reason that it was not found.
pub(super) fn find(method: &Method, path: &str) -> Result<Found, String> {
    match wxpay::find(method.as_str(), path) {
        Ok((shipped, holes)) => Ok(Found { shipped, holes }),
        Err(others) => Err(not_shipped(method, path, &others)),
    }
}

/// The reason, with the methods that are shipped for the path.
fn not_shipped(method: &Method, path: &str, others: &[Shipped]) -> String {
    let methods: Vec<_> = others.iter().map(|shipped| shipped.operation.method.as_str()).collect();
    match methods.as_slice() {
        [] => format!("{method} {path} is not shipped"),
        methods => format!("{method} {path} is not shipped, but {} is", methods.join(" and ")),
    }
}

impl Call<'_> {
    /// Fills the request from the command line, by the endpoint's table.
    pub(super) async fn fill(&self, found: &Found, request: &mut dyn Message) -> Result<(), Failure> {
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
            return Err(Failure::Usage(format!("{} has no parameter `{name}`; --raw sends it anyway", self.path)));
        }
        let headers = self.headers()?;
        let body = if self.body.is_empty() { b"{}" } else { self.body };
        let incoming = Incoming::new(&headers, body).with_target(&found.holes, self.query).strict(true);
        if !self.body.is_empty() && fields.iter().all(|field| field.place != Place::Body) {
            return Err(Failure::Usage(format!("{} {} has no body; leave out --data", self.method, self.path)));
        }
        // The client checks the rules and the caller when it sends.
        receive(request, &incoming, Checks::default()).await.map_err(|error| refused(&error))?;
        plain(request);
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

fn refused(error: &ReceiveError) -> Failure {
    let problem = match error {
        ReceiveError::Misread(Misread::Syntax(reason)) => format!("--data is not JSON: {reason}"),
        ReceiveError::Misread(Misread::Faults(faults)) => {
            let faults = faults.iter().map(|(place, fault)| format!("\n  {} {fault}", place.as_str()));
            format!("the request does not fit its declaration; --raw sends it anyway:{}", faults.collect::<String>())
        }
        _ => "the request cannot be read".to_owned(),
    };
    Failure::Usage(problem)
}

/// Receiving has taken sensitive members for ciphertext. Here they are plain text, and are sealed when they are sent.
fn plain(request: &mut dyn Message) {
    walk_mut(request, &mut |_, slot| {
        let Slot::Secret(secret) = slot else { return };
        if let Some(text) = secret.ciphertext() {
            *secret = Sensitive::new(text);
        }
    });
}
