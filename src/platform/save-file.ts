import Taro from '@tarojs/taro';

/** How a file reached the user; `cancelled` is the user's own choice and no error. */
export type Saved = 'saved' | 'cancelled' | 'failed';

/** A file that lies on the phone until the user hands it on, because WeChat takes that only from a tap of its own. */
export interface WaitingFile {
  /** Offers it to a chat, and removes it once it is there. Must be the first thing that a tap does. */
  share: () => Promise<Saved>;
  /** Removes it, so that no copy stays on the phone; safe to repeat. */
  remove: () => void;
}

/**
 * Hands a file to the user: written to the mini program's folder, to be offered to a chat, because a mini program has
 * no download folder. What fetched it came after a tap, and WeChat refuses to share then: another tap has to.
 */
export function saveFile(name: string, base64: string): Saved | WaitingFile {
  const files = Taro.getFileSystemManager();
  const filePath = `${Taro.env.USER_DATA_PATH ?? ''}/${name}`;
  const remove = () => {
    try {
      files.unlinkSync(filePath);
    } catch {
      // It was never written, or is gone already.
    }
  };
  try {
    files.writeFileSync(filePath, base64, 'base64');
  } catch {
    remove();
    return 'failed';
  }
  const share = async (): Promise<Saved> => {
    try {
      // Taro makes no promise of this one: it hands over WeChat's own function, which knows callbacks only.
      await new Promise((success, fail) => {
        void Taro.shareFileMessage({ filePath, fileName: name, success, fail });
      });
    } catch (error) {
      return /cancel/.test(String((error as { errMsg?: string }).errMsg)) ? 'cancelled' : 'failed';
    }
    remove();
    return 'saved';
  };
  return { share, remove };
}
