//! Links as pictures (QR codes), for a wall or a chat group.

use qrcode::{Color, EcLevel, QrCode};

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum CodeError {
    /// The link is too long.
    #[error(transparent)]
    Link(#[from] qrcode::types::QrError),
    /// The picture cannot be written.
    #[error(transparent)]
    Picture(#[from] png::EncodingError),
}

/// Pixels of one square.
const SCALE: usize = 10;
/// White squares around the code, which the standard (ISO/IEC 18004) asks for.
const MARGIN: usize = 4;

/// A black and white PNG picture of a link.
pub fn png(link: &str) -> Result<Vec<u8>, CodeError> {
    let code = QrCode::with_error_correction_level(link, EcLevel::M)?;
    let (width, colours) = (code.width(), code.to_colors());
    let side = (width + 2 * MARGIN) * SCALE;
    let dark = |x: usize, y: usize| {
        let at = |n: usize| (n / SCALE).checked_sub(MARGIN).filter(|n| *n < width);
        matches!((at(x), at(y)), (Some(x), Some(y)) if colours[y * width + x] == Color::Dark)
    };
    let pixels: Vec<u8> = (0..side * side).map(|n| if dark(n % side, n / side) { 0 } else { 255 }).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side as u32, side as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}
