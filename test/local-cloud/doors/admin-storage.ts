import type { AdminCall } from './admin';
import { WireError } from './wire-error';

/** An upload must begin within this, in seconds. */
const UPLOAD_S = 900;
/** As long as the platform's addresses live unless told. */
const DOWNLOAD_S = 7200;

const listed = (value: unknown): unknown[] => {
  if (!Array.isArray(value) || value.length === 0 || value.length > 50)
    throw new WireError('INVALID_PARAM', '文件列表必须有 1 到 50 项');
  return value as unknown[];
};

const secondsNow = ({ cloud }: AdminCall): number => Math.floor(cloud.clock.now().getTime() / 1000);

/** Where a file's bytes may be put, and the id that it will have. */
export async function uploadMetadata(call: AdminCall): Promise<Record<string, unknown>> {
  const { cloud, params } = call;
  const path = typeof params['path'] === 'string' ? params['path'] : '';
  const fileId = cloud.files.idOf(path);
  if (fileId === undefined) throw new WireError('INVALID_PARAM', 'path 不是云存储的路径');
  const until = secondsNow(call) + UPLOAD_S;
  const authorization = `${String(until)}.${cloud.files.sign('put', path, until)}`;
  const url = cloud.files.addressOf(path);
  return Promise.resolve({ data: { url, token: 'local', authorization, fileId, cosFileId: fileId } });
}

/** Addresses under which files can be fetched for a while. */
export async function downloadUrls(call: AdminCall): Promise<Record<string, unknown>> {
  const { cloud, params } = call;
  const list = listed(params['file_list']).map((each) => {
    const { fileid, max_age: age } = each as { fileid?: unknown; max_age?: unknown };
    const path = cloud.files.pathOf(fileid);
    if (path === undefined || cloud.files.read(path) === undefined)
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' };
    const until = secondsNow(call) + (typeof age === 'number' ? age : DOWNLOAD_S);
    const sign = cloud.files.sign('get', path, until);
    const tempFileURL = `${cloud.files.addressOf(path)}?sign=${sign}&t=${String(until)}`;
    return { code: 'SUCCESS', fileID: fileid, tempFileURL };
  });
  return Promise.resolve({ data: { download_list: list } });
}

/** Removes files; one that is not there is told, and is no error of the whole. */
export async function deleteFiles({ cloud, params }: AdminCall): Promise<Record<string, unknown>> {
  const list = listed(params['fileid_list']).map((id) => {
    const path = cloud.files.pathOf(id);
    const isGone = path !== undefined && cloud.files.remove(path);
    return { fileID: id, code: isGone ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' };
  });
  return Promise.resolve({ data: { delete_list: list } });
}
