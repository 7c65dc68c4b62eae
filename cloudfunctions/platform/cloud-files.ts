import { cloudbase } from './cloudbase';
import { Fault } from './fault';
import type { FileStore } from './store';

/** As many as the platform removes in one call. */
const MOST_AT_ONCE = 50;
/** What the platform says of a file that is gone, or never came. */
const isGone = (code: string) => code === 'SUCCESS' || /NONEXIST|NOT_EXIST/i.test(code);

/** The real adapter, on node-sdk's storage. */
export const cloudFiles: FileStore = {
  async fileAt(path) {
    const { data } = await cloudbase().getUploadMetadata({ cloudPath: path });
    return data.fileId;
  },
  async putFile(path, bytes) {
    await cloudbase().uploadFile({ cloudPath: path, fileContent: bytes });
  },
  async fileAddress(id, seconds) {
    const { fileList } = await cloudbase().getTempFileURL({ fileList: [{ fileID: id, maxAge: seconds }] });
    const [file] = fileList;
    if (file?.code !== 'SUCCESS') throw new Fault(`storage answered ${file?.code ?? 'nothing'}`);
    return file.tempFileURL;
  },
  async removeFiles(ids) {
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      const { fileList } = await cloudbase().deleteFile({ fileList: ids.slice(at, at + MOST_AT_ONCE) });
      const left = fileList.find(({ code }) => !isGone(code));
      if (left) throw new Fault(`storage answered ${left.code}`);
    }
  },
};
