//! QR codes and links, as a person's phone and browser read them.

use rqrr::{Grid, SimpleGrid};
use wxpay::payment::{QrCode, with_redirect_url};

const CODE_URL: &str = "weixin://wxpay/bizpayurl?pr=p4lpSuKzz";
/// Width of the margin around the code, in modules.
const MARGIN: usize = 4;

/// The text that a reader sees in a square of modules with its margin.
fn read(size: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    for place in 0..size {
        for edge in (0..MARGIN).chain(size - MARGIN..size) {
            assert!(!dark(place, edge) && !dark(edge, place), "the margin at {place}, {edge}");
        }
    }
    let grid = SimpleGrid::from_func(size - 2 * MARGIN, |x, y| dark(x + MARGIN, y + MARGIN));
    Grid::new(grid).decode().unwrap().1
}

/// The numbers of an SVG path of rectangles: `M{x} {y}h{width}v{height}H{x}V{y}` for each.
fn rectangles(svg: &str) -> Vec<[usize; 4]> {
    let (_, path) = svg.split_once("<path fill=\"#000\" d=\"").unwrap();
    let path = path.strip_suffix("\"/></svg>").unwrap();
    let number = |text: &str| text.parse::<usize>().unwrap();
    let rectangle = |text: &str| {
        let (corner, rest) = text.split_once('h').unwrap();
        let (x, y) = corner.split_once(' ').unwrap();
        let (width, rest) = rest.split_once('v').unwrap();
        let (height, back) = rest.split_once('H').unwrap();
        assert_eq!(back, format!("{x}V{y}"));
        [x, y, width, height].map(number)
    };
    path.split('M').skip(1).map(rectangle).collect()
}

#[test]
fn a_reader_reads_the_code_url_from_the_svg() {
    let svg = QrCode::new(CODE_URL).unwrap().svg();
    let (_, view) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let side: usize = view.split(' ').next().unwrap().parse().unwrap();
    assert!(svg.contains(&format!("<rect x=\"0\" y=\"0\" width=\"{side}\" height=\"{side}\" fill=\"#fff\"/>")));
    let rectangles = rectangles(&svg);
    let module = rectangles.iter().map(|[.., height]| *height).min().unwrap();
    let size = side / module;
    let dark = |x: usize, y: usize| {
        let (x, y) = (x * module, y * module);
        rectangles
            .iter()
            .any(|[left, top, width, height]| (*left..left + width).contains(&x) && (*top..top + height).contains(&y))
    };
    assert_eq!(read(size, dark), CODE_URL);
}

#[test]
fn a_reader_reads_the_code_url_from_a_dark_terminal() {
    let text = QrCode::new(CODE_URL).unwrap().text();
    let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    let size = lines[0].len();
    assert!(lines.iter().all(|line| line.len() == size) && lines.len() == size.div_ceil(2));
    let dark = |x: usize, y: usize| match lines[y / 2][x] {
        ' ' => true,
        '█' => false,
        '▀' => !y.is_multiple_of(2),
        '▄' => y.is_multiple_of(2),
        other => panic!("{other:?}"),
    };
    assert_eq!(read(size, dark), CODE_URL);
}

#[test]
fn nothing_and_too_much_have_no_code() {
    assert_eq!(QrCode::new("").unwrap_err().to_string(), "no QR code holds 0 bytes");
    QrCode::new(&"x".repeat(2331)).unwrap();
    assert_eq!(QrCode::new(&"x".repeat(2332)).unwrap_err().to_string(), "no QR code holds 2332 bytes");
}

#[test]
fn a_browser_takes_the_page_to_come_back_to_for_one_parameter() {
    let h5_url = "https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20&package=1037687096";
    let back = "https://shop.example.com/paid?order=1&name=茶壶+%2B1#top";
    let link = reqwest::Url::parse(&with_redirect_url(h5_url, back).unwrap()).unwrap();
    let parameters: Vec<_> = link.query_pairs().collect();
    assert_eq!((&*parameters[2].0, &*parameters[2].1, parameters.len()), ("redirect_url", back, 3));
    assert_eq!(link.fragment(), None);
}
