import { LARGEST_PICTURE } from '../../../src/contracts/picture';
import { jpegOf, notedJpeg, smallJpeg } from '../../make/pictures';

/** How many bytes the file has after each pressing, one after the other; undefined where it cannot be opened. */
let sizes: (number | undefined)[] = [];
let asked: object[] = [];
let chosen: () => Promise<unknown> = () => Promise.resolve({ tempFiles: [] });
/** What a pressed file holds: a picture of as many bytes as its name says, unless told. */
let mockFile = (path: string): Uint8Array => jpegOf(Number(path));
const mockTaro = {
  chooseMedia: (options: { success: (answer: unknown) => void; fail: (error: unknown) => void }) => {
    asked.push(options);
    chosen().then(options.success, options.fail);
  },
  compressImage: (options: object) => {
    asked.push(options);
    const size = sizes.shift();
    return size === undefined
      ? Promise.reject(new Error('x'))
      : Promise.resolve({ tempFilePath: String(size) });
  },
  getFileSystemManager: () => ({
    readFileSync: (path: string) => mockFile(path),
  }),
  arrayBufferToBase64: (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64'),
};
/** What the person answers at the gate. */
let mockAgrees = true;
jest.mock('../../../src/platform/privacy', () => ({ passPrivacy: () => Promise.resolve(mockAgrees) }));
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: mockTaro }));

const choose = async (most: number) => (await import('../../../src/platform/pictures')).choosePictures(most);
const files = (...paths: string[]) => {
  chosen = () => Promise.resolve({ tempFiles: paths.map((tempFilePath) => ({ tempFilePath })) });
};
const tooLarge = LARGEST_PICTURE + 1;

beforeEach(() => {
  mockAgrees = true;
  mockFile = (path) => jpegOf(Number(path));
  [sizes, asked] = [[], []];
});

describe('choosing pictures in WeChat', () => {
  it('asks for pictures alone, and for no more than the request still takes', async () => {
    files('a');
    sizes = [900];
    const { pictures } = await choose(2);
    expect(asked[0]).toMatchObject({ count: 2, mediaType: ['image'] });
    expect(pictures).toEqual([jpegOf(900).toString('base64')]);
  });

  it('presses a picture until it is small enough to be taken', async () => {
    files('a');
    sizes = [tooLarge, tooLarge, LARGEST_PICTURE];
    const { pictures, problem } = await choose(1);
    expect(Buffer.from(pictures[0] ?? '', 'base64')).toHaveLength(LARGEST_PICTURE);
    expect(problem).toBeUndefined();
    expect(asked).toHaveLength(4);
  });

  it.each([
    ['a picture that stays too large', [tooLarge, tooLarge, tooLarge, tooLarge], 'too-large'],
    ['a file that is no picture', [undefined], 'unreadable'],
  ] as const)('leaves out %s, and says so', async (_, given, problem) => {
    files('a');
    sizes = [...given];
    expect(await choose(1)).toEqual({ pictures: [], problem });
  });

  it('takes off where, when and with what it was taken, whatever pressing left', async () => {
    files('a');
    sizes = [900];
    mockFile = () => notedJpeg('GPS 30.5 114.3');
    expect((await choose(1)).pictures).toEqual([smallJpeg.toString('base64')]);
  });

  it('leaves out what pressing made no picture of', async () => {
    files('a');
    sizes = [900];
    mockFile = () => Buffer.from('no picture');
    expect(await choose(1)).toEqual({ pictures: [], problem: 'unreadable' });
  });

  it('takes the same picture once', async () => {
    files('a', 'b');
    sizes = [900, 900];
    expect((await choose(2)).pictures).toHaveLength(1);
  });

  it.each([
    ['chooseMedia:fail cancel', { pictures: [] }],
    ['chooseMedia:fail privacy permission is not authorized', { pictures: [], problem: 'denied' }],
  ])('%s is not an error page', async (errMsg, answer) => {
    // WeChat rejects with an object of its own.
    chosen = () => Promise.reject(Object.assign(new Error(errMsg), { errMsg }));
    expect(await choose(1)).toEqual(answer);
  });

  it('opens no album for somebody who does not agree to it', async () => {
    mockAgrees = false;
    expect(await choose(2)).toEqual({ pictures: [], problem: 'denied' });
    expect(asked).toEqual([]);
  });
});
