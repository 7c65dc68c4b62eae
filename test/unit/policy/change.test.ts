import { currentVersion } from '../../../cloudfunctions/domain/policy/archive';
import {
  changeBetween,
  factClasses,
  type FactName,
  type PolicyChange,
} from '../../../cloudfunctions/domain/policy/change';
import type { PublishedVersion } from '../../../cloudfunctions/domain/policy/document';
import { presentChange } from '../../../cloudfunctions/domain/policy/present';
import { practicesOf, type Practices } from '../../../cloudfunctions/domain/policy/practices';
import { changeKinds } from '../../../src/contracts/policy-change';
import type { PolicyNode } from '../../../src/contracts/policy';

/** Something to change; what is missing is a mistake of the test. */
function at<T>(table: Record<string, T>, name: string): T {
  const found = table[name];
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const base = (): PublishedVersion => ({
  document: structuredClone(currentVersion(new Date()).document),
  practices: practicesOf(),
});

/** What changes when a version is edited so. */
function edited(
  edit: (version: PublishedVersion) => void,
  before: (version: PublishedVersion) => void = () => undefined,
) {
  const [from, to] = [base(), base()];
  before(from);
  before(to);
  edit(to);
  return changeBetween(from, to);
}
const practised = (edit: (practices: Practices) => void, before?: (practices: Practices) => void) =>
  edited(
    ({ practices }) => {
      edit(practices);
    },
    ({ practices }) => before?.(practices),
  );

const facts = ({ kinds }: PolicyChange) => kinds.flatMap((kind) => kind.facts.map(({ fact }) => fact));
const kindsOf = ({ kinds }: PolicyChange) => kinds.map(({ kind }) => kind);

const field = (practices: Practices, name = 'accounts.nickname') => at(practices.fields, name);
const recipient = (practices: Practices) => at(practices.recipients, 'visit');
const copyOf = <T extends object>(value: T, more: Partial<T>): T => ({ ...value, ...more });

const fieldWith = (part: Partial<Practices['fields'][string]>, name?: string) =>
  practised((practices) => Object.assign(field(practices, name), part));

/** For each fact, an edit that makes it and nothing else. */
const edits: Record<FactName, () => PolicyChange> = {
  'purpose-on-consent-added': () =>
    practised(({ purposes }) => {
      purposes['advice'] = copyOf(at(purposes, 'analytics'), { label: '推荐' });
    }),
  'purpose-added': () =>
    practised(({ purposes }) => {
      purposes['advice'] = copyOf(at(purposes, 'safety'), { label: '推荐' });
    }),
  'purpose-removed': () => practised(({ purposes }) => delete purposes['same-city']),
  'purpose-changed': () =>
    practised(({ purposes }) => {
      at(purposes, 'analytics').why = '知道您喜欢什么，好去推荐。';
    }),
  'purpose-no-longer-chosen': () =>
    practised(({ purposes }) => {
      at(purposes, 'analytics').kind = 'basic';
    }),
  'field-added': () =>
    practised((practices) => {
      practices.fields['accounts.birthday'] = copyOf(field(practices), { label: '生日' });
    }),
  'field-removed': () => practised(({ fields }) => delete fields['accounts.wechatId']),
  'field-for-other-purpose': () => fieldWith({ purpose: 'analytics' }),
  'field-without-consent': () => fieldWith({ basis: 'contract' }),
  'field-on-other-basis': () => fieldWith({ basis: 'legal-duty' }, 'accounts.phone'),
  'field-from-elsewhere': () => fieldWith({ source: 'partner' }),
  'field-kept-longer': () =>
    practised((practices) => {
      field(practices, 'usage.page').retain.for = 'P4M';
    }),
  'field-kept-shorter': () =>
    practised((practices) => {
      field(practices, 'usage.page').retain.for = 'P89D';
    }),
  'field-less-protected': () => fieldWith({ protection: 'plain' }),
  'field-better-protected': () => fieldWith({ protection: 'vault' }),
  'on-device-added': () =>
    practised(({ onDevice }) => {
      onDevice['draft'] = { label: '草稿', because: '没写完时留着' };
    }),
  'on-device-removed': () => practised(({ onDevice }) => delete onDevice['recentCities']),
  'field-harder-to-see': () => fieldWith({ access: 'mask' }),
  'field-easier-to-see': () => fieldWith({ access: 'show' }, 'accounts.phone'),
  'field-harder-to-correct': () => fieldWith({ correct: 'request' }),
  'field-easier-to-correct': () => fieldWith({ correct: 'self' }, 'accounts.phone'),
  'field-outlives-erasure': () => fieldWith({ erase: 'keep-until' }),
  'field-erased-at-last': () => fieldWith({ erase: 'drop' }, 'ledger.content'),
  'recipient-on-consent-added': () =>
    practised((practices) => {
      practices.recipients['repair'] = copyOf(recipient(practices), { name: '维修公司' });
    }),
  'processor-added': () =>
    practised((practices) => {
      practices.recipients['mail'] = copyOf(recipient(practices), { name: '邮件公司', kind: 'processor' });
    }),
  'recipient-removed': () => practised(({ recipients }) => delete recipients['survey']),
  'recipient-is-other': () =>
    practised((practices) => {
      recipient(practices).name = '另一家公司';
    }),
  'recipient-for-other-purpose': () =>
    practised((practices) => {
      recipient(practices).why = '向您推荐商品。';
    }),
  'recipient-gets-more': () =>
    practised((practices) => {
      recipient(practices).fields.push('accounts.wechatId');
    }),
  'recipient-gets-less': () =>
    practised((practices) => {
      recipient(practices).fields.pop();
    }),
  'recipient-contact': () =>
    practised((practices) => {
      recipient(practices).contact = '请打电话';
    }),
  'request-kind-removed': () => practised(({ rights }) => delete rights.requests['copy']),
  'request-kind-added': () =>
    practised(({ rights }) => {
      rights.requests['explain'] = copyOf(at(rights.requests, 'copy'), { label: '要求说明' });
    }),
  'answer-later': () =>
    practised(({ rights }) => {
      at(rights.requests, 'question').calendarDays = null;
    }),
  'answer-sooner': () =>
    practised(({ rights }) => {
      at(rights.requests, 'copy').workingDays = 14;
    }),
  'refusal-added': () =>
    practised(({ rights }) => {
      rights.refusals['busy'] = '太忙';
    }),
  'refusal-removed': () => practised(({ rights }) => delete rights.refusals['impractical']),
  'exception-added': () =>
    practised(({ rights }) => {
      at(rights.exceptions, 'service-safety').law = '某法';
    }),
  'exception-removed': () =>
    practised(({ rights }) => {
      at(rights.exceptions, 'news').law = null;
    }),
  'cooling-off-longer': () =>
    practised(({ rights }) => {
      rights.coolingOff += 1;
    }),
  'cooling-off-shorter': () =>
    practised(({ rights }) => {
      rights.coolingOff -= 1;
    }),
  'right-section-removed': () =>
    edited(({ document }) => {
      document.nodes = document.nodes.filter((node) => !(node.type === 'heading' && node.section === '8.4'));
    }),
  'right-case-removed': () =>
    edited(({ document }) => {
      const list = document.nodes.find(
        (node): node is Extract<PolicyNode, { type: 'list' }> =>
          node.type === 'list' && node.items.some((item) => item.includes('违反了法律')),
      );
      list?.items.pop();
    }),
  'controller-renamed': () =>
    practised((practices) => {
      practices.controller.company = '另一家公司';
    }),
  ownership: () =>
    practised((practices) => {
      practices.declared.ownership = '本公司已被另一家公司收购。';
    }),
  contact: () =>
    practised((practices) => {
      practices.controller.email = 'other@onewo.com';
    }),
  impact: () =>
    practised((practices) => {
      practices.declared.impact = '新的统计对您有高风险。';
    }),
};

describe.each(Object.entries(edits))('the fact %s', (name, edit) => {
  const { kind, asks } = factClasses[name as FactName];

  it('is found alone, in its kind, and asks for an agreement where it must', () => {
    const change = edit();
    expect(facts(change)).toEqual([name]);
    expect(kindsOf(change)).toEqual([kind]);
    expect(change.mustAgree).toBe(asks !== null);
    expect(change.mustTell).toBe('everyone');
  });

  it('is said in a sentence that people read', () => {
    const { kinds, summary } = presentChange(edit(), 'in-force');
    expect(kinds[0]?.facts.join('')).toMatch(/^[^。]{6,60}。$/u);
    expect(kinds[0]?.facts.join('')).not.toMatch(/undefined|「」|[a-z]+-[a-z]+/);
    expect(summary).toContain(changeKinds[kind]);
  });
});

describe('the six material changes', () => {
  const announced = (names: FactName[], kind: keyof typeof changeKinds) => {
    for (const name of names) {
      const change = edits[name]();
      expect(kindsOf(change)).toEqual([kind]);
      expect(change.mustTell).toBe('everyone');
    }
  };

  it('[P69] the service: another purpose, another kind of data, another use are announced', () => {
    announced(
      ['purpose-on-consent-added', 'field-added', 'field-for-other-purpose', 'field-kept-longer'],
      'service',
    );
  });
  it('[P69] ownership or organisation: a merger that the version declares is announced', () => {
    announced(['ownership', 'controller-renamed'], 'ownership');
  });
  it('[P69] the recipients: one that came, went, or gets more is announced', () => {
    announced(
      ['recipient-on-consent-added', 'processor-added', 'recipient-removed', 'recipient-gets-more'],
      'recipients',
    );
  });
  it('[P69] a recipient that is ended is announced as gone, and once only', () => {
    const ended = (practices: Practices) => (recipient(practices).endedOn = '2026-06-02');
    expect(facts(practised(ended))).toEqual(['recipient-removed']);
    expect(facts(practised(() => undefined, ended))).toEqual([]);
  });
  it('[P69] rights and how to exercise them: a later answer or one right less is announced', () => {
    announced(['answer-later', 'request-kind-removed', 'right-case-removed', 'request-kind-added'], 'rights');
  });
  it('[P69] the department, contact or channel of complaint: another address is announced', () => {
    announced(['contact'], 'contact');
  });
  it('[P69] a high risk that the impact assessment found is announced', () => {
    announced(['impact'], 'impact');
  });

  it('[P69] a mended typo is none of them: nobody is asked, nobody is disturbed', () => {
    const change = edited(({ document }) => {
      const paragraph = document.nodes.find((node) => node.type === 'paragraph');
      if (paragraph?.type === 'paragraph') paragraph.text += '！';
      const list = document.nodes.find((node) => node.type === 'list');
      if (list?.type === 'list') list.items = list.items.map((item) => item.replace('您', '你'));
    });
    expect(change).toEqual({ kinds: [], asks: [], mustTell: 'nobody', mustAgree: false, rewritten: true });
    expect(presentChange(change, 'in-force').summary).toContain('做法没有变');
  });

  it('nothing differs from itself', () => {
    const change = edited(() => undefined);
    expect(change).toMatchObject({ kinds: [], rewritten: false });
    expect(presentChange(change, 'in-force').summary).not.toContain('只改了文字');
  });
});

describe('several changes at once', () => {
  it('are told in the order of the policy, each under its kind', () => {
    const change = practised((practices) => {
      practices.declared.impact = '有高风险。';
      practices.controller.email = 'other@onewo.com';
      recipient(practices).fields.push('accounts.city');
      at(practices.purposes, 'analytics').why = '别的。';
    });
    expect(kindsOf(change)).toEqual(['service', 'recipients', 'contact', 'impact']);
    expect(change.asks.map(({ fact }) => fact)).toEqual(['purpose-changed', 'recipient-gets-more']);
  });

  it('name fields of one collection together', () => {
    const change = practised((practices) => {
      for (const label of ['生日', '血型']) practices.fields[label] = copyOf(field(practices), { label });
    });
    expect(presentChange(change, 'in-force').kinds[0]?.facts).toEqual(['新收集或产生「账号·生日、血型」。']);
  });

  it('declared by a version in between still count', () => {
    const [from, middle, to] = [base(), base(), base()];
    middle.practices.declared.ownership = '公司已合并。';
    expect(kindsOf(changeBetween(from, to, [middle]))).toEqual(['ownership']);
  });
});
