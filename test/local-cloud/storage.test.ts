import { PROBE } from './trial/probe';
import { startTrialCloud, type TrialCloud } from './trial/trial-cloud';

let cloud: TrialCloud;
beforeAll(async () => {
  cloud = await startTrialCloud({ probe: PROBE });
}, 60_000);
afterAll(() => cloud.stop());
afterEach(() => cloud.post('/clock', { now: null }));

const ask = async (action: string, input: object) =>
  (await cloud.invoke('probe', { action, ...input })).body as Record<string, unknown>;
const upload = async (path: string, text: string) => String((await ask('upload', { path, text }))['fileID']);
const addressOf = async (fileID: string, maxAge = 60) => {
  const { fileList } = (await ask('addresses', { files: [{ fileID, maxAge }] })) as {
    fileList: { code: string; tempFileURL: string }[];
  };
  return fileList[0] ?? { code: '', tempFileURL: '' };
};

describe('cloud storage, through the unmodified node-sdk', () => {
  it('keeps a file under the id that was told before it was there', async () => {
    const { data } = (await ask('metadata', { path: 'checks/a.jpg' })) as { data: { fileId: string } };
    expect((await addressOf(data.fileId)).code).toBe('STORAGE_FILE_NONEXIST');
    expect(await upload('checks/a.jpg', 'first')).toBe(data.fileId);
    expect(await upload('checks/a.jpg', 'second')).toBe(data.fileId);
    expect(await ask('download', { file: data.fileId })).toBe('second');
  });

  it('gives a file to whoever has an address of it, as long as that lives', async () => {
    const file = await upload('checks/b.jpg', 'hello');
    const { tempFileURL } = await addressOf(file, 60);
    expect(await (await fetch(tempFileURL)).text()).toBe('hello');
    await cloud.post('/clock', { now: new Date(Date.now() + 61_000).toISOString() });
    expect((await fetch(tempFileURL)).status).toBe(403);
  });

  it('gives nothing to who has no address, or made one up, and takes nothing from them', async () => {
    const file = await upload('checks/c.jpg', 'hello');
    const { tempFileURL } = await addressOf(file);
    expect((await fetch(tempFileURL.split('?')[0] ?? '')).status).toBe(403);
    expect((await fetch(tempFileURL.replace('c.jpg', 'b.jpg'))).status).toBe(403);
    expect((await fetch(tempFileURL.replace(/t=\d+/, 't=9999999999'))).status).toBe(403);
    const put = await fetch(`${cloud.url}/storage/checks/c.jpg`, { method: 'PUT', body: 'changed' });
    expect(put.status).toBe(403);
    expect(await ask('download', { file })).toBe('hello');
  });

  it('removes a file, and says of one that is not there that it is not', async () => {
    const file = await upload('checks/d.jpg', 'hello');
    const removed = { fileID: file, code: 'SUCCESS' };
    expect((await ask('remove', { files: [file] }))['fileList']).toEqual([removed]);
    expect((await ask('remove', { files: [file] }))['fileList']).toEqual([
      { ...removed, code: 'STORAGE_FILE_NONEXIST' },
    ]);
    expect((await addressOf(file)).code).toBe('STORAGE_FILE_NONEXIST');
  });

  it('refuses what is no path', async () => {
    const answer = await cloud.invoke('probe', { action: 'upload', path: '../secrets.json', text: 'x' });
    expect(answer.status).toBe(500);
  });
});
