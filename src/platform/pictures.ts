import Taro from '@tarojs/taro';
import { chosenOf, isSmallEnough, type Chosen, type Read } from './chosen';
import { readPicture } from '@/contracts/picture-file';
import { passPrivacy } from './privacy';

/** Smaller and smaller until one fits: the first keeps the size, for most pictures fit like that. */
const attempts = [
  { quality: 80 },
  { quality: 75, compressedWidth: 1440 },
  { quality: 65, compressedWidth: 1080 },
  { quality: 50, compressedWidth: 720 },
] as const;

/** Place, time and device never leave the phone: making a picture smaller takes them off on some phones alone. */
function withoutNotes(file: ArrayBuffer): string | undefined {
  const read = readPicture(new Uint8Array(file));
  return read && Taro.arrayBufferToBase64(read.bytes.buffer as ArrayBuffer);
}

/** Base64 of a picture that fits; null where none does, undefined where it is no picture. */
async function shrunk(src: string): Promise<string | null | undefined> {
  for (const options of attempts) {
    const { tempFilePath } = await Taro.compressImage({ src, ...options });
    const base64 = withoutNotes(Taro.getFileSystemManager().readFileSync(tempFilePath) as ArrayBuffer);
    if (base64 === undefined || isSmallEnough(base64)) return base64;
  }
  return null;
}

/** One file made small; the problem where it cannot be. */
async function readOne(path: string): Promise<Read> {
  try {
    const picture = await shrunk(path);
    if (picture === null) return { problem: 'too-large' };
    return picture ?? { problem: 'unreadable' };
  } catch {
    return { problem: 'unreadable' };
  }
}

/** By callbacks: Taro makes no promise of this one, and WeChat's own came later than the interface. */
const pathsChosen = (most: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    void Taro.chooseMedia({
      count: most,
      mediaType: ['image'],
      sourceType: ['album', 'camera'],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => {
        resolve(tempFiles.map(({ tempFilePath }) => tempFilePath));
      },
      fail: reject,
    });
  });

/**
 * Asks for at most `most` pictures from the album or the camera, in WeChat's own panel: only what is chosen there is
 * handed over. Nothing chosen is nothing wrong. Must be called from a tap.
 */
export async function choosePictures(most: number): Promise<Chosen> {
  if (!(await passPrivacy('Album'))) return { pictures: [], problem: 'denied' };
  let paths: string[];
  try {
    paths = await pathsChosen(most);
  } catch (error) {
    const isCancelled = /cancel/.test(String((error as { errMsg?: string }).errMsg));
    return { pictures: [], ...(!isCancelled && { problem: 'denied' }) };
  }
  return chosenOf(await Promise.all(paths.map(readOne)));
}
