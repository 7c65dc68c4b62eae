import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentVersion, policyVersion } from '../../../cloudfunctions/domain/policy/archive';
import { changeBetween } from '../../../cloudfunctions/domain/policy/change';
import { practicesOf } from '../../../cloudfunctions/domain/policy/practices';
import { controller } from '../../../src/contracts/controller';
import { promises } from '../../../src/contracts/promises';
import { compilePolicy, declaredIn } from '../../../config/generate/compile-policy';
import { directiveNames } from '../../../config/generate/policy-tables';

const markdown = readFileSync(
  join(__dirname, '../../../cloudfunctions/domain/policy/versions/next.md'),
  'utf8',
);
const practices = practicesOf(undefined, declaredIn(markdown));
const draft = compilePolicy(markdown, practices);
const text = JSON.stringify(draft.nodes);

describe('the draft of the next version', () => {
  it('compiles, comes next, and is not published', () => {
    const current = currentVersion(new Date()).document;
    expect(Number(draft.version)).toBe(Number(current.version) + 1);
    expect(draft.effectiveOn > current.effectiveOn).toBe(true);
    expect(policyVersion(draft.version)).toBeUndefined();
  });

  it('has every section that a promise refers to, so that each clause keeps its control', () => {
    const sections = draft.nodes.flatMap((node) => (node.type === 'heading' ? [node.section] : []));
    expect(promises.filter(({ section }) => !sections.includes(section)).map(({ id }) => id)).toEqual([]);
  });

  it('says what is done in tables, each of them somewhere', () => {
    expect(draft.nodes.filter(({ type }) => type === 'table')).toHaveLength(directiveNames.length);
  });

  it('states who is in charge, and names every recipient', () => {
    const { company, registeredAt, office, platform, email } = controller;
    const names = Object.values(practices.recipients).map(({ name }) => name);
    for (const fact of [company, registeredAt, office, platform, email, ...names])
      expect(text).toContain(fact);
  });

  it('settles openly where the policy argues with itself or with the law', () => {
    for (const words of [
      '两处期限说法不同',
      '老的说法只提短信验证',
      '老的说法要您写信来注销',
      '比《个人信息保护法》第十三条更宽',
      '小程序读不到的，我们不会写成「可能收集」',
      '「关联公司」这个词范围不清楚',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('asks everyone for a new agreement, because it opens sharing and counting', () => {
    const change = changeBetween(currentVersion(new Date()), { document: draft, practices });
    expect(change.mustAgree).toBe(true);
    // Version 1's snapshot lists keys and counters; that they are no longer told of does not mean that they went.
    expect(change.kinds.flatMap(({ facts }) => facts).filter(({ fact }) => fact === 'field-removed')).toEqual(
      [],
    );
    expect(change.asks.map(({ fact }) => fact)).toEqual(
      expect.arrayContaining(['field-added', 'recipient-on-consent-added']),
    );
    expect(change.kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['service', 'recipients']));
  });
});
