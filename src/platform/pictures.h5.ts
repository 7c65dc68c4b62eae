import { base64Of } from '@/contracts/picture';
import { chosenOf, isSmallEnough, type Chosen, type Read } from './chosen';

/** The longer side in pixels, smaller and smaller until it fits. */
const sides = [1600, 1200, 900, 600];
const QUALITY = 0.8;

/** Draws a picture so large and answers it as base64 of a JPEG file. */
function drawn(picture: HTMLImageElement, side: number): string {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (context) {
    // What can be looked through would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return base64Of(canvas.toDataURL('image/jpeg', QUALITY));
}

async function readOne(file: File): Promise<Read> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    for (const side of sides) {
      const base64 = drawn(picture, side);
      if (isSmallEnough(base64)) return base64;
    }
    return { problem: 'too-large' };
  } catch {
    return { problem: 'unreadable' };
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** As pictures.ts, through the browser's file picker. */
export async function choosePictures(most: number): Promise<Chosen> {
  const picker = document.createElement('input');
  picker.type = 'file';
  picker.accept = 'image/*';
  picker.multiple = most > 1;
  const files = await new Promise<File[]>((resolve) => {
    picker.onchange = () => {
      resolve([...(picker.files ?? [])].slice(0, most));
    };
    picker.oncancel = () => {
      resolve([]);
    };
    picker.click();
  });
  return chosenOf(await Promise.all(files.map(readOne)));
}
