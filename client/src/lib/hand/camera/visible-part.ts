interface Size {
  width: number;
  height: number;
}

export interface PicturePart extends Size {
  x: number;
  y: number;
}

/** More than this tells a decoder nothing and costs it time. */
const mostPixelsAcross = 1_280;

/**
 * The part of a picture that a box shows which it covers (as `object-fit: cover` does), and which is
 * magnified from its middle: what a person does not see is not scanned.
 */
export function visiblePart(picture: Size, box: Size, magnified = 1): PicturePart {
  if (box.width <= 0 || box.height <= 0) return { x: 0, y: 0, ...picture };
  const scale = Math.max(box.width / picture.width, box.height / picture.height) * magnified;
  const width = Math.min(picture.width, box.width / scale);
  const height = Math.min(picture.height, box.height / scale);
  return {
    ...{ x: Math.round((picture.width - width) / 2), y: Math.round((picture.height - height) / 2) },
    ...{ width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(height)) },
  };
}

/** How large the part is handed to the decoder. */
export function decodedSize({ width, height }: Size): Size {
  const factor = Math.min(1, mostPixelsAcross / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}
