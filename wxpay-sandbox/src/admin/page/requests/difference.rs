//! Two texts side by side, with their difference marked.

use maud::{Markup, html};

/// Two texts, each below its heading, with the differing part marked.
pub(super) fn side_by_side([ours, theirs]: [(&str, &str); 2]) -> Markup {
    let (before, behind) = common(ours.1, theirs.1);
    html! {
        div.pair { @for (heading, text) in [ours, theirs] {
            section {
                h3 { (heading) }
                (marked(text, before, behind))
            }
        } }
    }
}

/// One text, with visible line ends.
pub(super) fn alone(heading: &str, text: &str) -> Markup {
    html! { section { h3 { (heading) } pre tabindex="0" { (visible(text)) } } }
}

fn marked(text: &str, before: usize, behind: usize) -> Markup {
    let (head, rest) = text.split_at_checked(before).unwrap_or((text, ""));
    let (differs, tail) = rest.split_at_checked(rest.len().saturating_sub(behind)).unwrap_or((rest, ""));
    html! {
        pre tabindex="0" {
            (visible(head))
            mark { @if differs.is_empty() { "⟨nothing⟩" } @else { (visible(differs)) } }
            (visible(tail))
        }
    }
}

/// Number of equal bytes at the beginning, and at the end.
fn common(one: &str, other: &str) -> (usize, usize) {
    let same = |(one, other): &(char, char)| one == other;
    let length = |(one, _): (char, char)| one.len_utf8();
    let before = one.chars().zip(other.chars()).take_while(same).map(length).sum();
    let rest = |text: &str| text.get(before..).unwrap_or_default().to_owned();
    let (one, other) = (rest(one), rest(other));
    (before, one.chars().rev().zip(other.chars().rev()).take_while(same).map(length).sum())
}

/// Makes line ends visible, because they are easily overlooked.
fn visible(text: &str) -> String {
    text.replace('\r', "␍").replace('\n', "↵\n")
}
