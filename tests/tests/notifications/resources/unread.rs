//! Resources that are verified and opened, but do not fit their type: each is kept, with the reason.

use serde_json::{Map, Value, json};
use wxpay::DecodeError;
use wxpay::notify::Event;

use crate::resources::samples::samples;
use crate::resources::{read, written};

/// Finds every member of an object, at any depth, with its pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(name, member)| {
            let pointer = format!("{at}/{name}");
            pointers(member, &pointer, found);
            found.push(pointer);
        }),
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(index, element)| pointers(element, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

#[test]
fn no_member_can_lose_a_notification_by_what_it_is() {
    for (event_type, variant, sample) in samples() {
        let mut found = Vec::new();
        pointers(&sample, "", &mut found);
        for pointer in found {
            for other in [Value::Null, json!(""), json!(true), json!(1.5), json!([[]]), json!({"a": {}})] {
                let mut resource = sample.clone();
                *resource.pointer_mut(&pointer).unwrap() = other;
                // The change may make it another form of the type; it only matters that nothing is lost.
                if let Event::Unread { resource: kept, why, .. } = read(event_type, &resource) {
                    assert_eq!(kept, resource, "{event_type} {variant} {pointer}");
                    assert!(matches!(why, DecodeError::Faults(_)), "{event_type} {variant} {pointer}: {why}");
                }
            }
        }
    }
}

#[test]
fn a_resource_without_anything_is_kept() {
    let empty = Value::Object(Map::new());
    for (event_type, ..) in samples() {
        let event = read(event_type, &empty);
        let (name, kept) = written(&event);
        assert!(kept == empty, "{event_type} is {name}: {kept}");
    }
}

#[test]
fn what_is_no_text_is_kept_as_bytes() {
    for event_type in ["TRANSACTION.SUCCESS", "NOT.KNOWN"] {
        let Event::Unread { resource, .. } = Event::read(event_type, &[0xff, 0, b'{']) else { panic!("{event_type}") };
        assert_eq!(resource, json!([255, 0, 123]), "{event_type}");
    }
}

#[test]
fn json_that_is_too_deep_to_be_read_is_kept_as_text() {
    let deep = format!("{{\"a\":{}{}}}", "[".repeat(300), "]".repeat(300));
    for event_type in ["TRANSACTION.SUCCESS", "COMPLAINT.CREATE", "NOT.KNOWN"] {
        let Event::Unread { resource, .. } = Event::read(event_type, deep.as_bytes()) else { panic!("{event_type}") };
        assert_eq!(resource, json!(deep), "{event_type}");
    }
}
