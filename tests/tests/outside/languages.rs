//! Documents in Chinese beside English ones: code, headings, relative links and rows of tables are those of the other language.

use std::collections::BTreeSet;
use std::fs;
use std::iter::{once, zip};
use std::path::Path;

use super::documents::links;
use crate::root;

#[test]
fn both_languages_of_a_document_correspond() {
    let (mut pairs, mut faults) = (Vec::new(), Vec::new());
    find(root(), &mut pairs, &mut faults);
    assert!(pairs.len() >= 3, "{} documents in two languages were found", pairs.len());
    faults.extend(pairs.iter().flat_map(Pair::faults));
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_page_of_the_guide_is_in_chinese_too() {
    let pages = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root().join("wxpay/src").join(folder)).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.ends_with(".md")).collect()
    };
    let (english, chinese) = (pages("guide"), pages(GUIDE));
    assert!(english.len() > 20, "{} pages were found", english.len());
    let missing: Vec<_> = english.difference(&chinese).collect();
    assert!(missing.is_empty(), "not in wxpay/src/{GUIDE}: {missing:?}");
}

/// A document in both languages.
struct Pair {
    english: Document,
    chinese: Document,
    /// Two files of one folder lead to each other. A page of the guide is found in rustdoc's list.
    is_linked: bool,
}

/// The parts that both languages have in common.
#[derive(Default)]
struct Document {
    /// Its path from the root of the repository.
    name: String,
    first_line: String,
    blocks: Vec<Block>,
    headings: Vec<Heading>,
    /// The line of each relative link.
    links: Vec<usize>,
    /// The line of each row of a table.
    rows: Vec<usize>,
}

/// A fenced block, with its fences.
struct Block {
    line: usize,
    lines: Vec<String>,
}

struct Heading {
    line: usize,
    level: usize,
}

/// Finds the documents in Chinese below `folder`, each with the English one.
fn find(folder: &Path, pairs: &mut Vec<Pair>, faults: &mut Vec<String>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() {
            if !name.starts_with('.') && !SKIPPED.contains(&name) {
                find(&path, pairs, faults);
            }
        } else if let Some(stem) = name.strip_suffix(CHINESE) {
            let english = folder.join(format!("{stem}.md"));
            match english.exists() {
                true => pairs.push(Pair::read(&english, &path, true)),
                false => faults.push(format!("{}: there is no {stem}.md beside it", shown(&path))),
            }
        } else if folder.ends_with(GUIDE) && name.ends_with(".md") {
            // A page may be in Chinese alone.
            let english = folder.parent().unwrap().join(name);
            pairs.extend(english.exists().then(|| Pair::read(&english, &path, false)));
        }
    }
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

impl Pair {
    fn read(english: &Path, chinese: &Path, is_linked: bool) -> Self {
        let read = |path: &Path| Document::new(&shown(path), &fs::read_to_string(path).unwrap());
        Self { english: read(english), chinese: read(chinese), is_linked }
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = self.unlinked();
        faults.extend(self.other_blocks());
        match self.other_heading() {
            Some(fault) => faults.push(fault),
            // Only equal headings divide both documents into the same chapters.
            None => {
                faults.extend(self.other_numbers("relative links", |document| &document.links));
                faults.extend(self.other_numbers("rows of tables", |document| &document.rows));
            }
        }
        faults
    }

    /// The first lines that do not lead to the other language.
    fn unlinked(&self) -> Vec<String> {
        let both = [(&self.english, &self.chinese), (&self.chinese, &self.english)];
        let unlinked = both.into_iter().filter(|(here, there)| {
            let name = there.name.rsplit('/').next();
            self.is_linked && !links(&here.first_line).iter().any(|link| Some(link.as_str()) == name)
        });
        unlinked.map(|(here, there)| format!("{}: expected a link to {}", here.at(1), there.name)).collect()
    }

    /// The blocks that are missing, superfluous or different.
    fn other_blocks(&self) -> Vec<String> {
        let Self { english, chinese, .. } = self;
        let missing = |block: &Block| format!("{}: the block is not in {}", english.at(block.line), chinese.name);
        let superfluous = |block: &Block| format!("{}: the block is not in {}", chinese.at(block.line), english.name);
        let different = |one: &Block, other: &Block| {
            let equal = zip(&one.lines, &other.lines).take_while(|(one, other)| one == other).count();
            format!("{}: the block differs from {}", chinese.at(other.line + equal), english.at(one.line + equal))
        };
        let (mut ones, mut others, mut faults) = (&english.blocks[..], &chinese.blocks[..], Vec::new());
        loop {
            (ones, others) = match (ones, others) {
                ([one, ones @ ..], [other, others @ ..]) if one.lines == other.lines => (ones, others),
                ([one, ones @ ..], others) if others.first().is_none_or(|other| other.is_in(ones)) => {
                    faults.push(missing(one));
                    (ones, others)
                }
                (ones, [other, others @ ..]) if ones.first().is_none_or(|one| one.is_in(others)) => {
                    faults.push(superfluous(other));
                    (ones, others)
                }
                ([one, ones @ ..], [other, others @ ..]) => {
                    faults.push(different(one, other));
                    (ones, others)
                }
                // Nothing is left: the arms above take a block that is left on either side.
                _ => return faults,
            };
        }
    }

    /// The first heading that has another level, or is in one language only.
    fn other_heading(&self) -> Option<String> {
        let Self { english, chinese, .. } = self;
        let different = zip(&english.headings, &chinese.headings).find(|(one, other)| one.level != other.level);
        if let Some((one, other)) = different {
            let levels = format!("level {}, and level {} at {}", other.level, one.level, english.at(one.line));
            return Some(format!("{}: the heading has {levels}", chinese.at(other.line)));
        }
        let both = [(english, chinese), (chinese, english)];
        both.into_iter().find_map(|(here, there)| {
            let heading = here.headings.get(there.headings.len())?;
            Some(format!("{}: the heading is not in {}", here.at(heading.line), there.name))
        })
    }

    /// The chapters that have more or fewer lines of a kind than in the other language.
    fn other_numbers(&self, kind: &str, lines: impl Fn(&Document) -> &[usize]) -> Vec<String> {
        let Self { english, chinese, .. } = self;
        let chapters = zip(english.chapters(lines(english)), chinese.chapters(lines(chinese)));
        let other = chapters.filter(|((_, ones), (_, others))| ones != others);
        let said = other.map(|((one, ones), (other, others))| {
            format!("{}: {kind} in the chapter: {others}, and {ones} at {}", chinese.at(other), english.at(one))
        });
        said.collect()
    }
}

impl Document {
    fn new(name: &str, text: &str) -> Self {
        let first_line = text.lines().next().unwrap_or_default().to_owned();
        let mut document = Self { name: name.to_owned(), first_line, ..Self::default() };
        let mut open: Option<(String, Block)> = None;
        for (index, line) in text.split_inclusive('\n').enumerate() {
            let number = index + 1;
            let fence: String = line.trim_start().chars().take_while(|letter| *letter == '`').collect();
            if let Some((opened, block)) = &mut open {
                block.lines.push(line.to_owned());
                if fence.len() >= opened.len() && line.trim() == fence {
                    document.blocks.extend(open.take().map(|(_, block)| block));
                }
            } else if fence.len() >= 3 {
                open = Some((fence, Block { line: number, lines: vec![line.to_owned()] }));
            } else {
                let level = line.chars().take_while(|letter| *letter == '#').count();
                let is_heading = level > 0 && line[level..].starts_with(' ');
                document.headings.extend(is_heading.then_some(Heading { line: number, level }));
                document.links.extend(links(line).iter().map(|_| number));
                document.rows.extend(line.starts_with('|').then_some(number));
            }
        }
        // A fence that nobody closes: the rest is code.
        document.blocks.extend(open.map(|(_, block)| block));
        document
    }

    fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.name)
    }

    /// The first line of each chapter, and the number of these lines in it. The text before the first heading is a chapter, too.
    fn chapters(&self, lines: &[usize]) -> Vec<(usize, usize)> {
        let begins: Vec<_> = once(1).chain(self.headings.iter().map(|heading| heading.line)).collect();
        let ends = begins[1..].iter().copied().chain([usize::MAX]);
        let number = |begin, end| lines.iter().filter(|line| (begin..end).contains(*line)).count();
        zip(begins.iter().copied(), ends).map(|(begin, end)| (begin, number(begin, end))).collect()
    }
}

impl Block {
    fn is_in(&self, blocks: &[Self]) -> bool {
        blocks.iter().any(|block| block.lines == self.lines)
    }
}

const CHINESE: &str = ".zh-CN.md";
const GUIDE: &str = "guide/zh";
const SKIPPED: [&str; 2] = ["target", "node_modules"];

/// The faults of two texts.
fn faults(english: &str, chinese: &str) -> Vec<String> {
    let (english, chinese) = (Document::new("A.md", english), Document::new("A.zh-CN.md", chinese));
    Pair { english, chinese, is_linked: false }.faults()
}

#[test]
fn other_words_around_the_same_code_are_no_fault() {
    let english = "# Keys\n\nA [link](#b).\n\n```sh\nls # all\n```\n\n## B\n";
    let chinese = "# 密钥\n\n一个[链接](#乙)。\n\n```sh\nls # all\n```\n\n## 乙\n";
    assert!(faults(english, chinese).is_empty());
}

#[test]
fn a_changed_line_of_a_block_is_named_in_both_languages() {
    let [said] = &faults("```sh\nls\ncd\n```\n", "命令：\n\n```sh\nls\ncd ..\n```\n")[..] else {
        panic!("one fault")
    };
    assert_eq!(said, "A.zh-CN.md:5: the block differs from A.md:3");
    assert_eq!(faults("```sh\nls\n```\n", "```bash\nls\n```\n").len(), 1, "another language of the block");
    assert_eq!(faults("```\nls\n```\n", "```\nls \n```\n").len(), 1, "a blank at the end of a line");
}

#[test]
fn a_missing_block_is_named_and_the_others_are_still_compared() {
    let (one, two, three) = ("```\n1\n```\n", "```\n2\n```\n", "```\n3\n```\n");
    let english = [one, two, three].concat();
    assert_eq!(faults(&english, &[one, three].concat()), ["A.md:4: the block is not in A.zh-CN.md"]);
    assert_eq!(faults(&english, &[one, two].concat()), ["A.md:7: the block is not in A.zh-CN.md"]);
    assert_eq!(faults(one, &[one, two].concat()), ["A.zh-CN.md:4: the block is not in A.md"]);
    assert_eq!(faults(&english, &[two, one, three].concat()).len(), 2, "another order");
    assert_eq!(faults(&english, "").len(), 3);
}

#[test]
fn a_longer_fence_holds_shorter_ones() {
    let text = "````md\n```\n# no heading, and [no link](a.md)\n```\n````\n";
    let document = Document::new("A.md", text);
    assert_eq!((document.blocks.len(), document.headings.len(), document.links.len()), (1, 0, 0));
}

#[test]
fn headings_have_the_same_levels_in_the_same_order() {
    let said = faults("# A\n## B\n# C\n", "# 甲\n\n# 乙\n# 丙\n");
    assert_eq!(said, ["A.zh-CN.md:3: the heading has level 1, and level 2 at A.md:2"]);
    assert_eq!(faults("# A\n## B\n", "# 甲\n"), ["A.md:2: the heading is not in A.zh-CN.md"]);
    assert_eq!(faults("# A\n", "# 甲\n## 乙\n"), ["A.zh-CN.md:2: the heading is not in A.md"]);
}

#[test]
fn each_chapter_has_as_many_relative_links_in_both_languages() {
    let said = faults("# A\n[a](a.md) [web](https://example.com)\n# B\n", "# 甲\n\n# 乙\n[甲](a.md)\n");
    assert_eq!(said[0], "A.zh-CN.md:1: relative links in the chapter: 0, and 1 at A.md:1");
    assert_eq!(said[1], "A.zh-CN.md:3: relative links in the chapter: 1, and 0 at A.md:3");
}

#[test]
fn a_row_that_is_missing_in_a_table_is_a_fault() {
    let said = faults("# A\n| a | b |\n|---|---|\n| 1 | 2 |\n", "# 甲\n| 甲 | 乙 |\n|---|---|\n");
    assert_eq!(said, ["A.zh-CN.md:1: rows of tables in the chapter: 2, and 3 at A.md:1"]);
}

#[test]
fn two_files_of_one_folder_lead_to_each_other() {
    let pair = |english: &str, chinese: &str| {
        let (english, chinese) = (Document::new("b/A.md", english), Document::new("b/A.zh-CN.md", chinese));
        Pair { english, chinese, is_linked: true }.faults()
    };
    assert!(pair("[中文](A.zh-CN.md)\n", "[English](A.md)\n").is_empty());
    assert_eq!(pair("\n[中文](A.zh-CN.md)\n", "[English](A.md)\n"), ["b/A.md:1: expected a link to b/A.zh-CN.md"]);
}
