//! Width and height of a picture, read from its first bytes.

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8\xff";

/// Width and height of a PNG or JPEG; nothing if the bytes are no such picture.
pub(super) fn dimensions(content: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = if content.starts_with(PNG) {
        png(content)?
    } else if content.starts_with(JPEG) {
        jpeg(content)?
    } else {
        return None;
    };
    (width > 0 && height > 0).then_some((width, height))
}

/// The kind of a picture whose dimensions are known.
pub(super) fn mime_type(content: &[u8]) -> &'static str {
    if content.starts_with(PNG) { "image/png" } else { "image/jpeg" }
}

fn png(content: &[u8]) -> Option<(u32, u32)> {
    let header = content.get(12..24)?;
    let (name, size) = header.split_at(4);
    let number = |bytes: &[u8]| bytes.iter().fold(0, |sum: u32, byte| sum << 8 | u32::from(*byte));
    (name == b"IHDR").then(|| (number(&size[..4]), number(&size[4..])))
}

/// Walks over the segments to the one that starts a frame.
fn jpeg(content: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from(*content.get(at)?) << 8 | u32::from(*content.get(at + 1)?));
    let mut at = 2;
    loop {
        if *content.get(at)? != 0xff {
            return None;
        }
        match *content.get(at + 1)? {
            // Fill bytes, and markers that stand alone.
            0xff => at += 1,
            0x01 | 0xd0..=0xd7 => at += 2,
            // A frame: length, precision, height, width.
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((number(at + 7)?, number(at + 5)?));
            }
            // The picture's data or its end without a frame before.
            0xd9 | 0xda => return None,
            _ => at += 2 + number(at + 2)? as usize,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [PNG, &[0, 0, 0, 13], b"IHDR", &width.to_be_bytes(), &height.to_be_bytes()].concat()
    }

    #[test]
    fn headers_tell_the_size() {
        let app = [0xff, 0xe0, 0, 4, 1, 2];
        let frame = [0xff, 0xc2, 0, 11, 8, 0, 90, 1, 64, 1, 1];
        let no_frame = [0xff, 0xda, 0, 2];
        for (what, content, expected) in [
            ("PNG", png_of(320, 240), Some((320, 240))),
            ("flat PNG", png_of(320, 0), None),
            ("cut PNG", png_of(320, 240)[..20].to_vec(), None),
            ("JPEG", [&[0xff, 0xd8][..], &app, &frame].concat(), Some((320, 90))),
            ("JPEG with fill bytes", [&[0xff, 0xd8, 0xff][..], &app, &frame].concat(), Some((320, 90))),
            ("JPEG without a frame", [&[0xff, 0xd8][..], &app, &no_frame].concat(), None),
            ("cut JPEG", [&[0xff, 0xd8][..], &app, &frame[..6]].concat(), None),
            ("GIF", b"GIF89a\x01\x00\x01\x00".to_vec(), None),
            ("nothing", Vec::new(), None),
        ] {
            assert_eq!(dimensions(&content), expected, "{what}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(tail in proptest::collection::vec(proptest::num::u8::ANY, 0..60)) {
            let _ = dimensions(&[PNG, &tail].concat());
            let _ = dimensions(&[&[0xff, 0xd8, 0xff][..], &tail].concat());
        }
    }
}
