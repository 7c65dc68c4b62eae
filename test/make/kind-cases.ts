import { needsSecond } from '../../cloudfunctions/domain/requests/decide';
import type { Decision } from '../../src/contracts/decisions';
import type { EventType } from '../../src/contracts/events';
import type { DeletionGround, RefusalReason, RequestKind } from '../../src/contracts/request-vocabulary';

/** The instant at which all of them are asked; each case's last day is counted from it. */
export const ASKED_AT = '2026-11-30T10:00:00+08:00';

/** How a request comes to us. */
interface Asked {
  /** In free words, or as the form of the kind takes it apart. */
  details?: string | Readonly<Record<string, string>>;
  ground?: DeletionGround;
}

/** A decision by which the person gets what was asked for. */
interface Granting {
  decision: Decision;
  replyText?: string;
  /** Which field goes, where the person's words do not say it. */
  items?: 'nickname';
}

/** A decision by which the person does not. */
export interface Refusing {
  reasonCode: RefusalReason;
  replyText: string;
  alternative?: string;
}

/** One kind of request with its two ends. */
export interface KindCase {
  /** The promises that it proves, for the title. */
  promises: string;
  kind: RequestKind;
  /** Whether nobody asks: it is filed when the author publishes what WeChat is not sure of. */
  byPublishing?: true;
  /** Whether it comes by letter, is recorded by staff, and waits for its person first. */
  byLetter?: true;
  /** The consent that the person has given before, where one is taken back. */
  consented?: string;
  asked: Asked;
  /** The last day for an answer. */
  dueOn: string;
  granted: Granting;
  /** What the answer leaves in the person's chain besides the answer itself, before it. */
  leaves: readonly EventType[];
  /** Which of the facts and consents of the person are others afterwards; the rest is as it was. */
  changes: Readonly<Record<string, string | boolean | null>>;
  /** Whether a copy can be fetched afterwards. */
  hasCopy?: true;
  /** Undefined where nobody may refuse: taking back a consent, and reporting a leak (PIPL 15, 57). */
  refused?: Refusing;
}

/** Fifteen working days after that instant; of a report of a leak one; of a question fifteen days. */
const [WORKING_DAYS, NEXT_DAY, DAYS] = ['2026-12-21', '2026-12-01', '2026-12-15'];

const replied = (replyText: string) => ({ granted: { decision: 'reply', replyText } }) as const;
const unchanged = { leaves: [], changes: {} } as const;

/** Every kind of request, and a letter: what is asked, by when, what really changes, and how it is refused. */
export const kindCases = {
  access: {
    ...{ promises: '[P45] [P46]', kind: 'access', dueOn: WORKING_DAYS, ...unchanged },
    asked: { details: '请告诉我你们有哪些登录记录' },
    granted: { decision: 'approve' },
    hasCopy: true,
    refused: {
      reasonCode: 'impractical',
      replyText: '三年前的记录只在备份磁带上。',
      alternative: '最近 180 天的可以给您。',
    },
  },
  copy: {
    ...{ promises: '[P47]', kind: 'copy', dueOn: WORKING_DAYS, ...unchanged },
    asked: {},
    granted: { decision: 'approve' },
    hasCopy: true,
    refused: { reasonCode: 'repetitive', replyText: '昨天刚刚给过您一份。' },
  },
  correct: {
    ...{ promises: '[P48]', kind: 'correct', dueOn: WORKING_DAYS },
    asked: { details: { field: 'address', value: '新路2号' } },
    granted: { decision: 'approve' },
    leaves: ['account.corrected'],
    changes: { address: '新路2号' },
    refused: { reasonCode: 'risk-to-others', replyText: '这个地址是别人家的。' },
  },
  delete: {
    ...{ promises: '[P50]', kind: 'delete', dueOn: WORKING_DAYS },
    asked: { details: { fields: 'wechatId' }, ground: 'no-consent' },
    granted: { decision: 'approve' },
    leaves: ['account.corrected'],
    changes: { wechatId: null },
    refused: { reasonCode: 'legal-duty', replyText: '法律要求我们现在还要留着。' },
  },
  withdraw: {
    ...{ promises: '[P53]', kind: 'withdraw', dueOn: WORKING_DAYS },
    consented: 'analytics',
    asked: { details: { purpose: 'analytics' } },
    granted: { decision: 'approve' },
    leaves: ['consent.withdrawn'],
    changes: { analytics: false },
  },
  complaint: {
    ...{ promises: '[P74]', kind: 'complaint', dueOn: WORKING_DAYS, ...unchanged },
    asked: { details: '等了很久没有人回复' },
    ...replied('让您久等了，已经回复您。'),
    refused: { reasonCode: 'repetitive', replyText: '这件事上周已经答复过您。' },
  },
  leak: {
    ...{ promises: '[P43] [P73]', kind: 'leak', dueOn: NEXT_DAY, ...unchanged },
    asked: { details: '群里有人发了我的手机号' },
    ...replied('已经查明来源，请您换一个密码。'),
  },
  question: {
    ...{ promises: '[P72]', kind: 'question', dueOn: DAYS, ...unchanged },
    asked: { details: '我的信息放在哪里' },
    ...replied('都在国内的机房里。'),
    refused: { reasonCode: 'trade-secret', replyText: '机房在哪里是商业秘密。' },
  },
  guardian: {
    ...{ promises: '[P75]', kind: 'guardian', dueOn: WORKING_DAYS, ...unchanged },
    asked: { details: '孩子用我的手机注册了账号' },
    ...replied('孩子的账号已经停用。'),
    refused: { reasonCode: 'serious-harm', replyText: '告诉您会严重伤害孩子。' },
  },
  service: {
    ...{ promises: '[P15]', kind: 'service', dueOn: WORKING_DAYS, ...unchanged },
    asked: { details: '打开方案以后一直转圈' },
    ...replied('请更新微信以后再试。'),
  },
  publication: {
    ...{ promises: '[P59]', kind: 'publication', dueOn: WORKING_DAYS, ...unchanged },
    byPublishing: true,
    asked: {},
    granted: { decision: 'approve' },
    refused: { reasonCode: 'risk-to-others', replyText: '里面是广告，请去掉后再发布。' },
  },
  letter: {
    ...{ promises: '[P49]', kind: 'delete', dueOn: WORKING_DAYS },
    byLetter: true,
    asked: { details: '来信：请把我的昵称删掉' },
    granted: { decision: 'approve', items: 'nickname' },
    leaves: ['account.corrected'],
    changes: { nickname: null },
    refused: { reasonCode: 'disproportionate', replyText: '要逐条翻找很多年的记录。' },
  },
} as const satisfies Record<RequestKind | 'letter', KindCase>;

type Named = KindCase & { name: keyof typeof kindCases };
/** The cases in a row, each with its name. */
export const namedCases: readonly Named[] = Object.entries(kindCases).map(
  ([name, one]: [string, KindCase]) => ({ name: name as Named['name'], ...one }),
);

/** Those that may be refused; on a ground that forbids answering it takes a second person (P20). */
export const refusable = namedCases.flatMap(({ refused, ...one }) => {
  if (refused === undefined) return [];
  const takesTwo = needsSecond(refused.reasonCode);
  return [{ ...one, refused, takesTwo, ground: takesTwo ? '[P63]' : '[P62]' }];
});
/** Those that nobody may refuse. */
export const irrefusable = namedCases.filter(({ refused }) => refused === undefined);
