import { keywordsOf, messageWords, smsWords } from '../../cloudfunctions/copy/messages';
import { pageOf, type Told } from '../../cloudfunctions/domain/told';
import { dataMap } from '../../src/contracts/data-map';
import { isTexted, messageTemplates, type MessageTemplate } from '../../src/contracts/message-templates';
import { pages } from '../../src/contracts/pages';
import { keysOf, requestKinds, requestStates } from '../../src/contracts/request-vocabulary';

const templates = keysOf(messageTemplates);
const at = '2026-06-01T02:00:00.000Z';

/** Everything that a message can speak of: each kind in each state, an incident of each fact, and nothing. */
const speaking: readonly Told[] = [
  {},
  { until: at },
  ...Object.keys(dataMap.accounts.fields).map((name) => ({
    about: { field: `accounts.${name}`, from: at, to: at },
  })),
  ...keysOf(requestKinds).flatMap((kind) =>
    keysOf(requestStates).map((told) => ({ requestId: '01REQUEST', kind, told })),
  ),
];

/** WeChat's limit for a keyword, by the letters before its number. */
const limits: Readonly<Record<string, number>> = { thing: 20, phrase: 5, date: 10 };

describe.each(templates)('the message %s', (template: MessageTemplate) => {
  it('says in Chinese what happened, whatever it speaks of', () => {
    for (const told of speaking) {
      const text = messageWords[template].text(told);
      expect(text).toMatch(/^[\p{Script=Han}“].*。$/u);
      expect(text).not.toMatch(/undefined|Invalid|NaN/);
    }
  });

  it('opens a page of the mini program, there at the request it speaks of', () => {
    expect(pages).toContain(messageTemplates[template].page);
    expect(pageOf({ template, requestId: 'r/1' })).toBe(`${messageTemplates[template].page}?id=r%2F1`);
  });

  it('keeps within what WeChat takes of each keyword, and leaves none empty', () => {
    for (const told of speaking) {
      for (const [name, value] of Object.entries(keywordsOf(template, told, '2026-06-01'))) {
        const limit = limits[name.replace(/\d+$/, '')];
        expect([name, value, value !== '' && Array.from(value).length <= (limit ?? 0)]).toEqual([
          name,
          value,
          true,
        ]);
      }
    }
  });

  it('tells WeChat and the carrier nothing that is the person’s: no kind, no field, no number of a request', () => {
    const said = speaking.map((told) =>
      JSON.stringify([
        keywordsOf(template, told, '2026-06-01'),
        isTexted(template) ? smsWords[template].values(told) : [],
      ]),
    );
    const personal = [
      '01REQUEST',
      ...Object.values(requestKinds).map(({ label }) => label),
      ...Object.values(dataMap.accounts.fields).map(({ label }) => label),
    ];
    expect(said.flatMap((text) => personal.filter((word) => text.includes(word)))).toEqual([]);
  });
});

describe('the short messages', () => {
  const told = keysOf(smsWords);

  it('are those that must arrive, and no others', () => {
    expect(new Set<string>(told)).toEqual(new Set(templates.filter(isTexted)));
  });

  it.each(told)('%s fills each blank that it has, and fits into two parts of a short message', (name) => {
    const { text, values } = smsWords[name];
    const blanks = [...text.matchAll(/\{(\d+)\}/g)].map(([, place]) => Number(place));
    expect(values({ until: at })).toHaveLength(blanks.length);
    expect(blanks).toEqual(blanks.map((_, index) => index + 1));
    expect(Array.from(text).length).toBeLessThanOrEqual(120);
  });
});
