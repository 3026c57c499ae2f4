//! Lines and the lines beneath them, indented by one space for each level: the form of every file of facts.

use percent_encoding::percent_decode_str;

/// A line and those beneath it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) beneath: Vec<Line>,
}

impl Line {
    pub(super) fn new(text: impl Into<String>, beneath: Vec<Self>) -> Self {
        Self { text: text.into(), beneath }
    }

    /// The first word, and the rest.
    pub(super) fn word(&self) -> (&str, &str) {
        self.text.split_once(' ').unwrap_or((&self.text, ""))
    }

    fn write(&self, depth: usize, out: &mut String) {
        out.extend(std::iter::repeat_n(' ', depth));
        out.push_str(&self.text);
        out.push('\n');
        for line in &self.beneath {
            line.write(depth + 1, out);
        }
    }
}

/// Writes the lines.
pub(super) fn write(lines: &[Line]) -> String {
    let mut out = String::new();
    for line in lines {
        line.write(0, &mut out);
    }
    out
}

/// Reads what [`write()`] wrote.
pub(super) fn read(text: &str) -> Vec<Line> {
    // The open lines, by depth. A line is complete when a line of its depth or less begins.
    let mut open = vec![Line::new("", Vec::new())];
    let close = |open: &mut Vec<Line>| {
        let line = open.pop().expect("a line is open");
        open.last_mut().expect("the file itself is open").beneath.push(line);
    };
    for (index, line) in text.lines().enumerate() {
        let words = line.trim_start_matches(' ');
        let depth = line.len() - words.len() + 1;
        assert!(depth <= open.len(), "line {}: indented too far: {line}", index + 1);
        while open.len() > depth {
            close(&mut open);
        }
        open.push(Line::new(words, Vec::new()));
    }
    while open.len() > 1 {
        close(&mut open);
    }
    open.remove(0).beneath
}

/// Escapes a name or a value, so that it is one word without a comma.
pub(super) fn word(text: &str) -> String {
    text.replace('%', "%25").replace(' ', "%20").replace(',', "%2C")
}

/// Undoes [`word`].
pub(super) fn unword(word: &str) -> String {
    percent_decode_str(word).decode_utf8().expect("a word is UTF-8").into_owned()
}
