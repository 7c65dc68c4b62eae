import type { PublishedVersion } from '../../../cloudfunctions/domain/policy/document';
import type * as Archive from '../../../cloudfunctions/domain/policy/archive';
import type * as Terms from '../../../cloudfunctions/domain/policy/terms';
import { presentNews } from '../../../cloudfunctions/domain/policy/present';
import { practicesOf, type Practices } from '../../../cloudfunctions/domain/policy/practices';

function version(name: string, effectiveOn: string, edit: (practices: Practices) => void): PublishedVersion {
  const practices = practicesOf();
  edit(practices);
  const nodes = [{ type: 'paragraph', text: `第 ${name} 版` } as const];
  return {
    document: { version: name, updatedOn: effectiveOn, effectiveOn, digest: name.repeat(64), nodes },
    practices,
  };
}

const withoutCounting = ({ purposes }: Practices) => delete purposes['analytics'];

/** 1 and 2 without counting; 2 only moves the office; 3 adds counting; 4, announced, has another address for mail. */
const archive = [
  version('1', '2026-01-01', withoutCounting),
  version('2', '2026-02-01', (practices) => {
    withoutCounting(practices);
    practices.controller.office = '另一处';
  }),
  version('3', '2026-03-01', ({ controller }) => {
    controller.office = '另一处';
  }),
  version('4', '2026-05-01', ({ controller }) => {
    controller.office = '另一处';
    controller.email = 'other@onewo.com';
  }),
];
jest.mock('../../../cloudfunctions/domain/policy/published', () => ({
  get published() {
    return archive;
  },
}));
const { currentPolicy, stateOf, announcedVersion } = jest.requireActual<typeof Archive>(
  '../../../cloudfunctions/domain/policy/archive',
);
const { policyFor, needsAgreement, newsFor, newsForGuest } = jest.requireActual<typeof Terms>(
  '../../../cloudfunctions/domain/policy/terms',
);

const agreed = (name: string) => ({ policyVersion: name, policyDigest: name.repeat(64) });
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const told = (news: ReturnType<typeof newsFor>) =>
  news && [news.version.document.version, news.since, news.state];

describe('the version in force', () => {
  it.each([
    ['2025-06-01T00:00:00+08:00', '1'],
    ['2026-01-31T23:59:59.999+08:00', '1'],
    ['2026-02-01T00:00:00+08:00', '2'],
    ['2026-04-30T23:59:59.999+08:00', '3'],
    ['2026-05-01T00:00:00+08:00', '4'],
  ])('at %s in Beijing is %s', (at, name) => {
    expect(currentPolicy(new Date(at)).version).toBe(name);
  });

  it('makes the older ones past and the later ones announced', () => {
    expect(['1', '2', '3', '4'].map((name) => stateOf(name, noon('2026-02-10')))).toEqual([
      'past',
      'in-force',
      'announced',
      'announced',
    ]);
    expect(announcedVersion(noon('2026-05-02'))).toBeUndefined();
  });
});

describe('the terms that hold for a person', () => {
  it('[P68] stay the older ones where the newer asks for more, however long ago', () => {
    expect(policyFor(agreed('2'), noon('2026-03-10')).version).toBe('2');
    expect(policyFor(agreed('2'), noon('2030-01-01'))).toMatchObject({
      version: '2',
      digest: '2'.repeat(64),
    });
  });

  it('[P68] follow a newer version that asks nothing, and stop before the one that does', () => {
    expect(policyFor(agreed('1'), noon('2026-02-10')).version).toBe('2');
    expect(policyFor(agreed('1'), noon('2026-03-10')).version).toBe('2');
    expect(policyFor(agreed('3'), noon('2026-05-10')).version).toBe('4');
  });

  it('never are those of a version that is only announced', () => {
    expect(policyFor(agreed('3'), noon('2026-04-10')).version).toBe('3');
  });

  it('are known by name alone where the version is not in the archive', () => {
    expect(policyFor(agreed('0.9'), noon('2026-03-10'))).toEqual({
      version: '0.9',
      digest: '0.9'.repeat(64),
    });
  });
});

describe('granting', () => {
  const counting = { purpose: 'analytics' };
  const visit = { recipient: 'visit' };
  const published = [...archive];
  afterEach(() => archive.splice(0, archive.length, ...published));
  /** As if this version had been published otherwise. */
  const publish = (name: string, edit: (practices: Practices) => void) => {
    archive.forEach(({ document, practices }, at) => {
      if (document.version !== name) return;
      const other = structuredClone(practices);
      edit(other);
      archive[at] = { document, practices: other };
    });
  };

  it('[P68] asks for an agreement first where only the newer version has it', () => {
    expect(needsAgreement(agreed('1'), noon('2026-03-10'), counting)).toBe(true);
    expect(needsAgreement(agreed('1'), noon('2026-03-10'), { purpose: 'locate' })).toBe(false);
    expect(needsAgreement(agreed('1'), noon('2026-03-10'), visit)).toBe(false);
    expect(needsAgreement(agreed('3'), noon('2026-03-10'), counting)).toBe(false);
  });

  it('[P68] is not waved through where the code does what no version that holds for the person knows', () => {
    // On that day nobody can have agreed to counting yet: version 3, which adds it, does not count.
    expect(needsAgreement(agreed('1'), noon('2026-02-10'), counting)).toBe(true);
    expect(needsAgreement(agreed('3'), noon('2026-03-10'), visit)).toBe(false);
    publish('3', ({ recipients }) => delete recipients['visit']);
    expect(needsAgreement(agreed('3'), noon('2026-03-10'), visit)).toBe(true);
  });

  it.each<[string, Terms.Wanted, (practices: Practices) => void]>([
    ['another name', visit, ({ recipients }) => Object.assign(recipients['visit'] ?? {}, { name: '另一家' })],
    ['one field less', visit, ({ recipients }) => recipients['visit']?.fields.pop()],
    ['another reason', counting, ({ purposes }) => Object.assign(purposes['analytics'] ?? {}, { why: '。' })],
    ['no rows of it', counting, ({ fields }) => delete fields['usage.page']],
  ])('[P68] asks where the terms that hold know it with %s', (_, wanted, edit) => {
    expect(needsAgreement(agreed('3'), noon('2026-03-10'), wanted)).toBe(false);
    publish('3', edit);
    expect(needsAgreement(agreed('3'), noon('2026-03-10'), wanted)).toBe(true);
  });

  it('asks for it always under a version that is not in the archive', () => {
    expect(needsAgreement(agreed('0.9'), noon('2026-03-10'), { purpose: 'locate' })).toBe(true);
  });
});

describe('what is told', () => {
  it('[P69] to a member: the version in force, then the one announced', () => {
    expect(told(newsFor(agreed('1'), noon('2026-03-10')))).toEqual(['3', '1', 'in-force']);
    expect(told(newsFor(agreed('3'), noon('2026-03-10')))).toEqual(['4', '3', 'announced']);
    expect(told(newsFor(agreed('4'), noon('2026-05-10')))).toBeNull();
  });

  it('[P69] to a guest: what is announced, or has been in force for less than 30 days', () => {
    expect(told(newsForGuest(noon('2026-03-10')))).toEqual(['4', '3', 'announced']);
    expect(told(newsForGuest(noon('2026-05-30')))).toEqual(['4', '3', 'in-force']);
    expect(newsForGuest(noon('2026-06-01'))).toBeNull();
  });

  it('asks to agree only who has to, and only when it counts', () => {
    const asked = (name: string, day: string) =>
      presentNews(newsFor(agreed(name), noon(day)), 'member').policyNews?.mustAgree;
    expect(asked('1', '2026-03-10')).toBe(true);
    expect(asked('1', '2026-02-10')).toBe(false);
    expect(asked('3', '2026-05-10')).toBe(false);
    expect(asked('2', '2026-02-10')).toBe(false);
  });

  it('says so in a clear sentence where the version that was agreed to is not in the archive', () => {
    const { policyNews: news } = presentNews(newsFor(agreed('0.9'), noon('2026-03-10')), 'member');
    expect(news).toMatchObject({ version: '3', since: null, mustAgree: true, kinds: [] });
    expect(news?.summary).toMatch(/没有存档.*按旧的办。$/);
  });

  it('[P69] asks for nothing before a version is in force, and says from when it will', () => {
    const shown = (day: string) => presentNews(newsFor(agreed('2'), noon(day)), 'member').policyNews;
    expect(shown('2026-02-10')).toMatchObject({ state: 'announced', mustAgree: false });
    expect(shown('2026-02-10')?.summary).toMatch(/生效以后会请您重新同意，现在不用做什么/);
    expect(shown('2026-03-10')).toMatchObject({ state: 'in-force', mustAgree: true });
    expect(shown('2026-03-10')?.summary).toMatch(/。要您重新同意/);
  });

  it('[P69] tells a guest, who has agreed to nothing, of a new version and of no agreement', () => {
    const asking = newsFor(agreed('1'), noon('2026-03-10'));
    expect(presentNews(asking, 'member').policyNews?.summary).toContain('重新同意');
    for (const news of [asking, newsFor(agreed('0.9'), noon('2026-03-10'))]) {
      const { policyNews: shown } = presentNews(news, 'guest');
      expect(shown).toMatchObject({ version: '3', mustAgree: false });
      expect(shown?.summary).toContain('这里告诉您一声');
      expect(shown?.summary).not.toMatch(/同意|旧的/);
    }
  });
});
