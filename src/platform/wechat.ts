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
    const answer: Record<string, unknown> = await Taro.requestSubscribeMessage({
      tmplIds: [templateId],
      entityIds: [],
    });
    return answer[templateId] === 'accept';
  } catch {
    return false;
  }
}

/** The picture of WeChat's avatar button (a temporary file) as base64; undefined when it cannot be read. */
export function readAvatar(temporaryPath: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: temporaryPath,
      encoding: 'base64',
      success: ({ data }) => {
        resolve(String(data));
      },
      fail: () => {
        resolve(undefined);
      },
    });
  });
}
