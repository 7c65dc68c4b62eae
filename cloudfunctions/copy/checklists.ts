import type { RequestKind } from '../../src/contracts/request-vocabulary';

const identity = '本人已用登录状态和绑定的手机号证明身份，不要再要别的证件。';

/** What comes first where a letter's person cannot open the app. */
export const forLetter =
  '来信人打不开小程序：身份已用发到绑定手机号的验证码核实；答复以后，还要回信告诉来信人。';

/** What stands for a kind's own where its answer cannot come by letter. */
const byLetter: Readonly<Partial<Record<RequestKind, readonly string[]>>> = {
  copy: [
    '副本里有全部信息，不要用邮件寄，只在小程序里下载。选“同意”以后，回信告诉来信人：换一部手机，登录同一个微信，打开小程序就能下载；过期了，再来信就再给一次。',
  ],
};

/** What comes first where a guardian asks. */
export const forGuardian =
  '监护人替孩子提的：监护人已用登录状态和绑定的手机号证明身份，办的是孩子的信息，答复写给监护人看。';

/** What staff look at before they decide, by kind of request. */
const checklists = {
  access: [
    identity,
    '先看“我的信息”里是不是已经有答案；没有的，写进答复。',
    '有一部分给不了，就选“部分同意”，写理由和别的办法。',
  ],
  copy: [identity, '选“同意”以后，用户自己下载，不要用邮件寄出。'],
  correct: [
    identity,
    '看新的内容是不是合理；选“同意”以后系统自动改好。',
    '改手机号要用户在“我的信息”里自己验证，不能代改。',
  ],
  delete: [
    identity,
    '看选的是五种情况里的哪一种；没写清要删什么，就在“删除哪些项目”里填。',
    '法律要求保存的不能删，写明是哪一条。',
  ],
  withdraw: ['不能拒绝，也不要劝。', '选“同意”以后立即停用，已经收集的一起删除。'],
  complaint: [
    '看以前的办理经过，投诉谁就不能由谁来答复。',
    '投诉的是别人发布的内容：不该公开的选“同意”，系统就隐藏它，并通知作者；没有问题的，写明原因答复。',
    '答复要写清原因和怎么改。',
  ],
  leak: [
    '下一个工作日结束前先答复一次。',
    '马上告诉主管，查清影响到谁，需要时用事件命令列出名单。',
    '提醒用户可以先停用账号、退出所有设备。',
  ],
  question: [identity, '身份核实后 15 天内答复。'],
  service: ['这是问客服的，按“答复”写明怎么做；涉及个人信息权利的，请对方另提请求。'],
  publication: [
    '微信的检查拿不准，要人看一看：没有违法、骂人、广告和别人的隐私，选“同意”，系统就发布它。',
    '不能发布的选“不同意”，写明哪里不合适、怎样修改。',
  ],
  guardian: ['确认来的人是孩子的监护人：看孩子的账号上登记的是不是这个人。', '涉及孩子，优先办理。'],
} as const satisfies Record<RequestKind, readonly string[]>;

/** What staff look at about one request; of a letter that was verified by code, its person's session proves nothing. */
export const checklistOf = (kind: RequestKind, isByCode: boolean): readonly string[] => {
  const own: readonly string[] = checklists[kind];
  return isByCode ? (byLetter[kind] ?? own.filter((line) => line !== identity)) : own;
};
