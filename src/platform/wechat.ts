import Taro from '@tarojs/taro';

/** The event of `<Button openType="getPhoneNumber">`. */
export interface PhoneEvent {
  detail: { code?: string; errMsg?: string };
}

/** The single-use, five-minute code of WeChat's phone button; undefined when the user declined. */
export function phoneCodeFrom(event: PhoneEvent): string | undefined {
  return event.detail.code;
}

/**
 * Asks whether one message of this template may be sent; true when accepted. Must be called from a tap. One acceptance
 * is one message, so a refusal is remembered by nobody and nothing depends on it.
 */
export async function askToSubscribe(templateId: string): Promise<boolean> {
  if (templateId === '') return false;
  try {
    const answer = await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      entityIds: [],
    });
    return (answer as Record<string, unknown>)[templateId] === 'accept';
  } catch {
    return false;
  }
}

/** The side of a kept avatar in pixels; at this size a JPEG stays well inside the 32 kB that the contract allows. */
const AVATAR_SIDE = 128;

/**
 * The picture of WeChat's avatar button (a temporary file), made small, as a `data:image/jpeg` address; undefined when
 * it cannot be read.
 */
export async function readAvatar(temporaryPath: string): Promise<string | undefined> {
  try {
    const options = {
      src: temporaryPath,
      quality: 80,
      compressedWidth: AVATAR_SIDE,
      compressedHeight: AVATAR_SIDE,
    };
    const { tempFilePath } = await Taro.compressImage(options);
    return `data:image/jpeg;base64,${Taro.getFileSystemManager().readFileSync(tempFilePath, 'base64') as string}`;
  } catch {
    return undefined;
  }
}
