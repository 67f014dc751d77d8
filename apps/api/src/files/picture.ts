/**
 * Pictures are drawn anew (docs/SPEC.md, FL6): what was written beside the pixels (place, device, owner, a page of HTML
 * behind the last one) does not survive, and neither does what would crash a decoder somewhere else.
 */
import type { FileType } from '@redress/domain/rules/file-types';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { UploadProblem } from './upload-problem.ts';

/** All frames together. A phone's picture has 12 to 50 million; each costs four bytes while it is turned. */
const MAX_PIXELS = 64_000_000;
const MAX_FRAMES = 500;
const THUMBNAIL = 320;
const SECONDS = 30;

// Its workers are the machine's, and its cache would hold what people sent.
sharp.cache(false);

export interface CleanPicture {
  width: number;
  height: number;
}

/**
 * Writes the picture at `from` to `to`, upright and clean, and a small one to `thumbnail`.
 *
 * @throws UploadProblem when it has too many pixels, or is no whole picture.
 */
export async function cleanPicture(
  from: string,
  { mediaType }: FileType,
  to: string,
  thumbnail: string,
): Promise<CleanPicture> {
  const animated = mediaType === 'image/gif' || mediaType === 'image/webp';
  const options = { limitInputPixels: MAX_PIXELS, failOn: 'error', animated } as const;
  try {
    // The header is read first: a picture of 50,000 × 50,000 pixels is refused before one of them is drawn.
    const { width, height, pages = 1 } = await sharp(from, { ...options, limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS || pages > MAX_FRAMES) throw new UploadProblem('PICTURE_TOO_LARGE');
    const upright = sharp(from, options).autoOrient().timeout({ seconds: SECONDS });
    const drawn = await encoded(upright, mediaType).toFile(to);
    await sharp(to, { limitInputPixels: MAX_PIXELS })
      .timeout({ seconds: SECONDS })
      .resize(THUMBNAIL, THUMBNAIL, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toFile(thumbnail);
    return { width: drawn.width, height: drawn.pageHeight ?? drawn.height };
  } catch (error) {
    if (error instanceof UploadProblem) throw error;
    throw new UploadProblem('PICTURE_UNREADABLE');
  }
}

function encoded(picture: Sharp, mediaType: string): Sharp {
  switch (mediaType) {
    case 'image/jpeg':
      return picture.jpeg({ quality: 88 });
    case 'image/png':
      return picture.png();
    case 'image/webp':
      return picture.webp({ quality: 88 });
    case 'image/gif':
      return picture.gif();
    default:
      throw new Error(`${mediaType} is no picture`);
  }
}
