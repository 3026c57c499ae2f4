//! Ciphertexts of an answer into sensitive values, with the merchant's private key.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use crate::crypto::Decryptor;
use crate::error::{OpenError, OpenProblem};
use crate::payload::{List, Message, Node, ObjectMut, Slot, Step, Trail};
use crate::value::Sensitive;

/// Tells whether there is anything to open.
pub(crate) fn is_sealed(message: &dyn Message) -> bool {
    let mut found = Vec::new();
    find(message.node(), &mut Trail::default(), &mut found);
    !found.is_empty()
}

/// Decrypts every sealed value of `message`. Three passes, since a key may be remote and a place cannot be held
/// across an `await`: find, decrypt, put back in the same order.
pub(crate) async fn open(message: &mut dyn Message, key: Option<&dyn Decryptor>) -> Result<(), OpenError> {
    let mut found = Vec::new();
    find(message.node(), &mut Trail::default(), &mut found);
    if found.is_empty() {
        return Ok(());
    }
    let mut opened = decrypt(found, key).await?.into_iter();
    replace(message.slot(), &mut |secret| {
        if let Some(plain) = opened.next() {
            secret.open(plain);
        }
    });
    Ok(())
}

async fn decrypt(
    found: Vec<(String, String)>,
    key: Option<&dyn Decryptor>,
) -> Result<Vec<Zeroizing<String>>, OpenError> {
    let mut opened = Vec::with_capacity(found.len());
    for (pointer, ciphertext) in found {
        match plaintext(&ciphertext, key).await {
            Ok(text) => opened.push(text),
            Err(problem) => return Err(OpenError { pointer, problem }),
        }
    }
    Ok(opened)
}

async fn plaintext(ciphertext: &str, key: Option<&dyn Decryptor>) -> Result<Zeroizing<String>, OpenProblem> {
    let key = key.ok_or(OpenProblem::NoDecryptor)?;
    let ciphertext = BASE64.decode(ciphertext).map_err(|_| OpenProblem::Damaged)?;
    let plain = key.decrypt(&ciphertext).await.map_err(OpenProblem::Decryptor)?;
    // Copied, so that what is no text is wiped too.
    let text = std::str::from_utf8(&plain).map_err(|_| OpenProblem::Damaged)?;
    Ok(Zeroizing::new(text.to_owned()))
}

fn find(node: Node<'_>, trail: &mut Trail, found: &mut Vec<(String, String)>) {
    match node {
        Node::Secret(secret) => {
            if let Some(text) = secret.ciphertext() {
                found.push((trail.to_string(), text.to_owned()));
            }
        }
        Node::Object(object) => {
            for (index, field) in object.table().fields.iter().enumerate() {
                let node = object.member(index);
                if node.is_open() {
                    continue;
                }
                trail.push(Step::Member(field));
                find(node, trail, found);
                trail.pop();
            }
        }
        Node::List(list) => {
            for index in 0..list.len() {
                trail.push(Step::Index(index));
                find(list.node(index), trail, found);
                trail.pop();
            }
        }
        Node::Map(map) => map.each(&mut |key, node| {
            trail.push(Step::Key(key.to_owned()));
            find(node, trail, found);
            trail.pop();
        }),
        _ => {}
    }
}

fn replace_in_object(object: &mut dyn ObjectMut, put: &mut dyn FnMut(&mut Sensitive)) {
    for index in 0..object.table().fields.len() {
        if !matches!(object.member(index), Node::Absent) {
            replace(object.member_mut(index), put);
        }
    }
}

fn replace(slot: Slot<'_>, put: &mut dyn FnMut(&mut Sensitive)) {
    match slot {
        Slot::Secret(secret) if secret.ciphertext().is_some() => put(secret),
        Slot::Optional(present) => replace(present.fill(), put),
        Slot::Object(object) => replace_in_object(object, put),
        Slot::List(list) => replace_in_list(list, put),
        Slot::Map(map) => {
            let mut keys = Vec::new();
            map.each(&mut |key, _| keys.push(key.to_owned()));
            keys.iter().for_each(|key| replace(map.slot(key), put));
        }
        _ => {}
    }
}

fn replace_in_list(list: &mut dyn List, put: &mut dyn FnMut(&mut Sensitive)) {
    for index in 0..list.len() {
        if !matches!(list.node(index), Node::Absent) {
            replace(list.slot(index), put);
        }
    }
}
