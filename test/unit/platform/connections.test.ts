import { connections } from '../../../cloudfunctions/platform/connections';

const token = 'a-token-of-sixteen-or-more';
const connect = (setting: unknown) => {
  process.env['RECIPIENTS'] = typeof setting === 'string' ? setting : JSON.stringify(setting);
};
const at = (url: string) => ({ visit: { url, token } });

beforeEach(() => {
  delete process.env['RECIPIENTS'];
});

describe('[P32] a recipient is reached', () => {
  it('nowhere, where the operator has connected none', () => {
    expect(connections().size).toBe(0);
  });

  it.each([
    'https://visit.example.com',
    'https://VISIT.example.com/r',
    'https://visit.example.com:8443/r/',
    'https://127.0.0.1:5300/visit',
  ])('at a host that the table declares: %s', (url) => {
    connect(at(url));
    expect(connections().get('visit')).toEqual({ url, token });
  });

  it.each([
    'https://collector.us-east-1.amazonaws.com',
    'https://survey.example.com/r',
    'https://visit.example.com.evil.example',
    'https://evil.example/visit.example.com',
    'https://sub.visit.example.com',
    'https://visit.example.com./r',
  ])('at no other: %s', (url) => {
    connect(at(url));
    expect(connections).toThrow('RECIPIENTS leads to a host that the table does not declare');
    expect(connections).not.toThrow(new RegExp(token));
  });

  it('at no host at all where it has a door of its own', () => {
    connect({ wechat: { url: 'https://api.weixin.qq.com', token } });
    expect(connections).toThrow('RECIPIENTS leads to a host that the table does not declare');
  });

  it.each(['nobody', 'constructor'])('never, where the table does not know it: %s', (id) => {
    connect(`{"${id}": ${JSON.stringify({ url: 'https://visit.example.com', token })}}`);
    expect(connections).toThrow('RECIPIENTS names a recipient that the table does not know');
  });
});

describe('[P37] the setting', () => {
  it.each([
    'no JSON',
    '[]',
    at('http://visit.example.com'),
    at('visit.example.com'),
    at('https://someone@visit.example.com'),
    at('https://:word@visit.example.com'),
    at('https://visit.example.com/?to=elsewhere'),
    at('https://visit.example.com/#elsewhere'),
    { visit: { url: 'https://visit.example.com', token: 'too short' } },
    { visit: { url: 'https://visit.example.com', token, more: 1 } },
  ])('is refused whole, without a word of it, where it is not as said: %j', (setting) => {
    connect(setting);
    expect(connections).toThrow(/^RECIPIENTS must be /);
    expect(connections).not.toThrow(new RegExp(token));
  });
});
