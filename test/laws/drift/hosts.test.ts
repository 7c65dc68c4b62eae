import { hostDrift } from '../../../config/drift/hosts';
import type { Source } from '../../../config/drift/sources';
import { foundIn, job, page } from './found';

const one = (sources: readonly Source[]) => sources.flatMap(hostDrift);

describe('an address in the code', () => {
  it.each([
    [job, `const a = 'https://collect.example/v1'`, 'https://collect.example/v1'],
    [job, 'const a = `https://${host}/v1`', 'https://'],
    [job, `const a = "wss://x.example"`, 'wss://x.example'],
    [job, `const a = 'see http://x.example for more'`, 'http://x.example'],
    [page, `<Image src='//collect.example/a.png' />`, '//collect.example/a.png'],
    [page, `<View style={{ backgroundImage: 'url(//collect.example/a.png)' }} />`, '//collect.example/a.png'],
    [page, '<View style={{ backgroundImage: `url("//collect.example/${id}")` }} />', '//collect.example/'],
    [job, `const a = 'https:collect.example/v1'`, 'https:collect.example/v1'],
    [job, `const a = 'https:/collect.example/v1'`, 'https:/collect.example/v1'],
    [job, `const a = 'https:\\\\\\\\collect.example'`, 'https:'],
    [job, `const a = '\\\\\\\\collect.example'`, '\\\\collect.example'],
    [job, `const a = 'HTTPS://collect.example'`, 'HTTPS://collect.example'],
    [job, `const a = 'https://[2001:db8::1]/x'`, 'https://[2001:db8::1]/x'],
    [job, `const a = 'ftp://collect.example'`, 'ftp://collect.example'],
    [job, 'const a = `//${host}/v1`', '//'],
    [job, 'const a = `${scheme}://collect.example/v1`', '//collect.example/v1'],
    [job, 'const a = `${scheme}://${host}/v1`', '//'],
    [job, `const a = 'https://' + host`, 'https://'],
  ])('in %s is found: %s', (path, text, address) => {
    expect(foundIn(one, path, text)).toEqual([expect.stringContaining(`${path}:1  the host ${address}`)]);
  });

  it.each([
    `// https://developers.weixin.qq.com says so`,
    `const a = url.protocol === 'https:'`,
    'const a = `/${page}?${query}`',
    `const a = 'a / b // c'`,
    `const a = '错：https: 开头'`,
  ])('is not seen where there is none: %s', (text) => {
    expect(foundIn(one, job, text)).toEqual([]);
  });
});
