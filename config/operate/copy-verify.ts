import type { LedgerFault } from '../../cloudfunctions/domain/ledger-findings';
import type { LedgerVerdict } from './verify-ledger';

/** Each fault in plain words; read after the place it is at. */
const faultCopy: Record<LedgerFault, string> = {
  place: '这一条被挪到了别人的链上，或者被改了序号',
  gap: '这一条不见了，后面还有记录',
  link: '这一条没有接在前一条后面，它或前一条被换过',
  commitment: '这一条被改过，内容和它的承诺值对不上',
  content: '这一条的内容被改过、换过或删掉了，和它的指纹对不上',
  extra: '这一条是多出来的，账号上没有登记',
  head: '账号登记的最后一条和链上的不一样，账号或最后一条被改过',
  tail: '从这一条起的记录不见了，账号登记的比链上的多',
  chain: '这个人的整条链不见了',
  unclosed: '账号已经没有了，链却没有“已注销”这一条，结尾不见了',
  uncertified: '链上写着“已注销”，却没有注销证明，也没有正在办的注销',
  'day-altered': '这一天的记录条数没变，指纹变了，有记录被改过或换过',
  'day-extra': '这一天的记录比锚定时多，有记录是后来加的',
  'day-short': '这一天的记录比锚定时少，有记录被删了',
  'day-unanchored': '这一天有记录，却没有锚点',
  'anchor-altered': '这个锚点被改过，和下一个锚点记下的指纹对不上',
  'anchor-signature': '这个锚点的签名不对，它被改过或不是平台签的',
  'anchor-gap': '这个锚点前面的锚点不见了',
};

const number = (value: number) => value.toLocaleString('en-US');

function headline({ intact, complete, subjects, rows, days }: LedgerVerdict): string {
  const read = `核对了 ${number(subjects)} 条链、${number(rows)} 条记录、${number(days)} 个锚定的日子`;
  if (intact && complete) return `存证完好，也没有缺失。${read}。`;
  if (intact) return `存证有缺失；现有的记录没有被改动。${read}。`;
  if (complete) return `存证被改动过；没有发现缺失。${read}。`;
  return `存证被改动过，也有缺失。${read}。`;
}

function notesOf({ waiting, future, areSignaturesChecked, newest }: LedgerVerdict): string[] {
  return [
    ...(waiting > 0 ? [`${number(waiting)} 条记录所在的日子还没有锚点，只核对了链。`] : []),
    ...(future > 0 ? [`${number(future)} 个锚点的时间在现在之后（时钟曾经走快），没有采用。`] : []),
    ...(areSignaturesChecked ? [] : ['没有公钥，锚点的签名没有核对。']),
    ...(newest
      ? [`最新的锚点是 ${newest.id}，指纹 ${newest.digest}。请记在别处，以后可以比对。`]
      : ['还没有锚点。']),
  ];
}

/** The verdict as lines for the operator, first what counts. */
export function ledgerLines(verdict: LedgerVerdict): string[] {
  const { findings, faults } = verdict;
  const listed = findings.map(({ fault, place }) => `${place}：${faultCopy[fault]}。`);
  return [
    headline(verdict),
    ...listed.map((line, index) => (index === 0 ? `第一处：${line}` : `　　　　${line}`)),
    ...(faults > findings.length ? [`一共 ${number(faults)} 处，只列出前 ${findings.length} 处。`] : []),
    ...notesOf(verdict),
  ];
}

/** What the command says when it is not told what to verify. */
export const verifyUsage = '用法：npm run verify -- ledger [--key 公钥文件] [--json]';

/** The given file holds no public key. */
export const badKeyFile = (file: string) => `${file} 不是 PEM 格式的公钥文件。`;
