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

/** In a browser every subscription is accepted: the local cloud's outbox shows what would be sent. */
export function askToSubscribe(templateId: string): Promise<boolean> {
  return Promise.resolve(templateId !== '');
}

/** A picture chosen from disk, as base64. */
export function readAvatar(blobUrl: string): Promise<string | undefined> {
  return fetch(blobUrl)
    .then((response) => response.blob())
    .then(
      (blob) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () => {
            resolve(String(reader.result).split(',')[1] ?? '');
          };
          reader.onerror = () => {
            reject(new Error('unreadable'));
          };
          reader.readAsDataURL(blob);
        }),
    )
    .catch(() => undefined);
}
