import { newestVersion } from '../../../cloudfunctions/domain/policy/archive';
import { changeBetween } from '../../../cloudfunctions/domain/policy/change';
import { published } from '../../../cloudfunctions/domain/policy/published';
import { controller } from '../../../src/contracts/controller';
import { promises } from '../../../src/contracts/promises';
import { draftVersion } from '../../../config/generate/policy-sources';
import { directiveNames } from '../../../config/generate/policy-tables';

const { document, practices } = newestVersion;
const text = JSON.stringify(document.nodes);

describe('the newest version', () => {
  it('has every section that a promise refers to, so that each clause keeps its control', () => {
    const sections = document.nodes.flatMap((node) => (node.type === 'heading' ? [node.section] : []));
    expect(promises.filter(({ section }) => !sections.includes(section)).map(({ id }) => id)).toEqual([]);
  });

  it('says what is done in tables, each of them somewhere', () => {
    expect(document.nodes.filter(({ type }) => type === 'table')).toHaveLength(directiveNames.length);
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

  it('names no feature as closed that is open, and the other way round', () => {
    const opened = [
      '账号安全记录',
      '使用情况统计',
      '把信息提供给接收方',
      '在线核实监护人的同意',
      '用手机定位找城市',
      '发布方案、评论和支持，城市标签，同城内容',
      '在线问客服',
      '问卷',
      '给方案添加图片',
    ];
    const lists = document.nodes.flatMap((node) => (node.type === 'list' ? [node.items.join()] : []));
    // Nothing is closed any more, so the first list is of what this version opened.
    expect(text).not.toContain('还没有开放');
    for (const feature of opened) expect(lists[0]).toContain(feature);
  });

  it('asks everyone who stayed under version 1 for a new agreement, because it opens sharing and counting', () => {
    const change = changeBetween(published[0], newestVersion);
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

describe('the draft of the next version', () => {
  it('compiles, comes next and no earlier, and is not published', () => {
    const draft = draftVersion().document;
    expect(Number(draft.version)).toBe(Number(document.version) + 1);
    expect(draft.effectiveOn >= document.effectiveOn).toBe(true);
    expect(published.map((version) => version.document.version)).not.toContain(draft.version);
  });
});
