import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  currentPolicy,
  newestVersion,
  policyVersion,
  policyVersions,
} from '../../../cloudfunctions/domain/policy/archive';
import { compareNodes, comparePolicies } from '../../../cloudfunctions/domain/policy/compare';
import { practicesOf } from '../../../cloudfunctions/domain/policy/practices';
import { published } from '../../../cloudfunctions/domain/policy/published';
import { compilePolicy } from '../../../config/generate/compile-policy';
import { policyDigest } from '../../../cloudfunctions/domain/policy/document';
import type { PolicyNode } from '../../../src/contracts/policy';

const folder = join(__dirname, '../../../cloudfunctions/domain/policy');
/** `next.md` is a draft: it is not published and not archived. */
const sources = readdirSync(join(folder, 'versions')).filter((file) => /^\d+\.md$/.test(file));
const paragraph = (text: string): PolicyNode => ({ type: 'paragraph', text });

describe('the archive of policies', () => {
  it('[P70] holds exactly the versions that were written, and no other', () => {
    const written = sources.map((file) => file.replace('.md', '')).sort((a, b) => Number(b) - Number(a));
    expect(policyVersions().map(({ version }) => version)).toEqual(written);
  });

  it.each(sources)('[P70] holds %s as compiled: neither the text nor the archive changed alone', (file) => {
    const compiled = compilePolicy(
      readFileSync(join(folder, 'versions', file), 'utf8'),
      published.find(({ document }) => `${document.version}.md` === file)?.practices ?? practicesOf(),
    );
    expect(`${compiled.version}.md`).toBe(file);
    expect(policyVersion(compiled.version)).toEqual(compiled);
  });

  it('[P70] keeps the digest that consents to version 1 refer to', () => {
    const first = policyVersion('1');
    expect(first).toMatchObject({ updatedOn: '2025-04-25', effectiveOn: '2025-04-25' });
    expect(first && policyDigest(first)).toBe(first?.digest);
  });

  it('serves the newest as the current one from its day on, and keeps the ones before', () => {
    const { document } = newestVersion;
    expect(currentPolicy(new Date(`${document.effectiveOn}T00:00:00+08:00`))).toBe(document);
    expect(policyVersions()[0]?.version).toBe(document.version);
    expect(policyVersion('0')).toBeUndefined();
    expect(policyVersion('__proto__')).toBeUndefined();
  });
});

describe('comparing two versions', () => {
  it('[P70] shows added and removed blocks in reading order', () => {
    const from = [paragraph('一'), paragraph('二'), paragraph('三')];
    const to = [paragraph('一'), paragraph('二改'), paragraph('三'), paragraph('四')];
    expect(compareNodes(from, to).map(({ change, node }) => [change, 'text' in node && node.text])).toEqual([
      ['same', '一'],
      ['removed', '二'],
      ['added', '二改'],
      ['same', '三'],
      ['added', '四'],
    ]);
  });

  it('finds a version the same as itself, and answers nothing for an unknown one', () => {
    expect(comparePolicies('1', '1')?.every(({ change }) => change === 'same')).toBe(true);
    expect(comparePolicies('1', '1')?.length).toBe(policyVersion('1')?.nodes.length);
    expect(comparePolicies('1', '999')).toBeUndefined();
    expect(comparePolicies('999', '1')).toBeUndefined();
  });
});

describe.each(published)('version $document.version', ({ document: { nodes } }) => {
  const text = JSON.stringify(nodes);

  it('is divided into the sections that promises refer to', () => {
    const sections = nodes.flatMap((node) => (node.type === 'heading' && node.section ? [node.section] : []));
    expect(sections).toEqual(
      '1 2 2.1 2.2 2.3 3 4 4.1 4.2 4.3 5 6 6.1 6.2 6.3 7 7.1 7.2 7.3 8 8.1 8.2 8.3 8.4 8.5 8.6 9 10 10.1 10.2 10.3 11 11.1 11.2 11.3'.split(
        ' ',
      ),
    );
  });

  it.each([
    '万物云空间科技服务股份有限公司',
    '深圳市福田区梅林街道梅亭社区广夏路1号创智云中心B栋2201',
    '武汉市江汉区马场二路万物云数字运营中心',
    'wkwycpnlfzzx@onewo.com',
    '15 个工作日',
    '不满 14 岁',
    '中国大陆境内',
  ])('states the fact %s', (fact) => {
    expect(text).toContain(fact);
  });

  it.each([
    ['3', [11]],
    ['8.3', [5]],
    ['8.6', [4, 8]],
    ['10.2', [6]],
  ])('lists every case of section %s, in a list or a table: %j', (section, counts) => {
    const start = nodes.findIndex((node) => node.type === 'heading' && node.section === section);
    const rest = nodes.slice(start + 1);
    const within = rest.slice(
      0,
      rest.findIndex(({ type }) => type === 'heading'),
    );
    const cases = within.flatMap((node) =>
      node.type === 'list' ? [node.items.length] : node.type === 'table' ? [node.rows.length] : [],
    );
    expect(cases).toEqual(counts);
  });
});
