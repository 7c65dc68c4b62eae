import { visitor } from './visitor.h5';

/**
 * Plays WeChat's phone button: the local cloud answers with the same kind of code for the number that the tester typed.
 * Undefined when it refuses or cannot be reached.
 */
export async function playPhoneButton(number: string): Promise<string | undefined> {
  try {
    const response = await fetch('/wechat/phone', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ openid: visitor(), number }),
    });
    const answer = (await response.json()) as { code?: unknown };
    return response.ok && typeof answer.code === 'string' ? answer.code : undefined;
  } catch {
    return undefined;
  }
}

/** The number that the workbench bound to this person's WeChat; empty when there is none. */
export async function boundNumber(): Promise<string> {
  try {
    const response = await fetch(`/wechat/number?openid=${encodeURIComponent(visitor())}`);
    const answer = (await response.json()) as { number?: unknown };
    return typeof answer.number === 'string' ? answer.number : '';
  } catch {
    return '';
  }
}

/** In a browser every subscription is accepted: the local cloud's outbox shows what would be sent. */
export const askToSubscribe = (): Promise<boolean> => Promise.resolve(true);

/** The side of a kept avatar in pixels, as on the phone. */
const AVATAR_SIDE = 128;

/** A picture chosen from disk, cut square and made small, as a `data:image/jpeg` address. */
export async function readAvatar(blobUrl: string): Promise<string | undefined> {
  try {
    const picture = new Image();
    picture.src = blobUrl;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = AVATAR_SIDE;
    const side = Math.min(picture.width, picture.height);
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    canvas.getContext('2d')?.drawImage(picture, left, top, side, side, 0, 0, AVATAR_SIDE, AVATAR_SIDE);
    return canvas.toDataURL('image/jpeg', 0.8);
  } catch {
    return undefined;
  }
}
