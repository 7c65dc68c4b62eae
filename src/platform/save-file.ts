import Taro from '@tarojs/taro';

/** How a file reached the user; `cancelled` is the user's own choice and no error. */
export type Saved = 'saved' | 'cancelled' | 'failed';

/**
 * Hands a file to the user: written to the mini program's folder, then offered to a chat, because a mini program has no
 * download folder. The file is removed again afterwards, so no copy stays on the phone.
 */
export async function saveFile(name: string, base64: string): Promise<Saved> {
  const files = Taro.getFileSystemManager();
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  try {
    files.writeFileSync(filePath, base64, 'base64');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return 'saved';
  } catch (error) {
    return /cancel/.test(String((error as { errMsg?: string }).errMsg)) ? 'cancelled' : 'failed';
  } finally {
    try {
      files.unlinkSync(filePath);
    } catch {
      // It was never written.
    }
  }
}
