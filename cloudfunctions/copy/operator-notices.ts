import { controller } from '../../src/contracts/controller';
import type { Category } from '../../src/contracts/data-map/vocabulary';

/** What is known of a breach when its drafts are written. */
export interface BreachFacts {
  /** The field's label and category's label. */
  label: string;
  kind: string;
  category: Category;
  isSensitive: boolean;
  /** In Beijing, to the minute. */
  from: string;
  to: string;
  people: number;
  erased: number;
  contact: string;
}

const blank = (what: string) => `【待填：${what}】`;

/** What a stranger who holds it may do with it: the possible harm of PIPL 57. */
const harm: Readonly<Record<Category, string>> = {
  identity: '别人可能冒充您，或者把不同地方的信息对到您身上。',
  contact: '别人可能打电话、发短信骚扰您，或者冒充我们骗您。',
  profile: '别人可能认出您，或者冒充您和别人说话。',
  location: '别人可能知道您常在哪个城市。',
  preference: '别人可能知道您在这里选了什么、用了什么。',
  service: '别人可能看到您写给我们的内容。',
  security: '别人可能借此试着登录您的账号。',
  record: '别人可能知道您在这里办过什么事。',
};

/** The same harm as the authority reads it: about people, not to them. */
const harmToPeople: Readonly<Record<Category, string>> = {
  identity: '可能对本人造成身份被冒用，或者不同来源的信息被对应到本人。',
  contact: '可能对本人造成电话、短信骚扰，或者冒充平台的诈骗。',
  profile: '可能对本人造成身份被认出，或者被人冒充与他人交谈。',
  location: '可能对本人造成常住城市被他人知道。',
  preference: '可能对本人造成在平台上的选择和使用情况被他人知道。',
  service: '可能对本人造成写给平台的内容被他人看到。',
  security: '可能对本人造成账号被他人尝试登录。',
  record: '可能对本人造成在平台上办过的事被他人知道。',
};

const advice: Readonly<Record<Category, string>> = {
  identity: '遇到陌生人说得出您的信息，请先核实对方是谁。',
  contact: '不要把验证码告诉任何人；接到自称是我们的电话，请挂断后从小程序里联系我们。',
  profile: '有人用您的名字找别人借钱、要验证码，请提醒他们核实。',
  location: '您可以在小程序里换掉或者清空所在城市。',
  preference: '您可以在隐私中心重新选择，或者撤回同意。',
  service: '写给我们的内容里如果有密码、证件号，请尽快换掉或者挂失。',
  security: '请检查登录过的手机，有不认识的请联系我们。',
  record: '收到和您办过的事有关的陌生消息，请先核实再回复。',
};

const count = (people: number) => String(people);

/**
 * A draft for the affected people, after PIPL 57: what, why, what may follow, what we did, what they can do, whom to
 * ask.
 */
export const noticeToPeople = (facts: BreachFacts): string => `# 个人信息安全通知（草稿）

> 方括号里写着“待填”的地方，发出前必须填好，并由个人信息保护负责人看过。

您好：

我们发现，${facts.from} 到 ${facts.to}（北京时间）之间，您在这里的**${facts.label}**可能被不该看到的人看到。

- **涉及什么**：${facts.label}（${facts.kind}${facts.isSensitive ? '，属于敏感个人信息' : ''}）。其他信息：${blank('有没有其他信息也受影响；没有就写“没有受影响”')}
- **原因**：${blank('发生了什么，怎么发现的')}
- **可能的影响**：${harm[facts.category]}
- **我们已经做的**：${blank('已经采取的补救措施和时间')}
- **您可以做的**：${advice[facts.category]}
- **联系我们**：${facts.contact}；也可以在小程序的隐私中心里选“举报泄露”，下一个工作日结束前答复。

对不起。有新的情况，我们会再告诉您。

${controller.company}
${blank('日期')}
`;

/** The same advice as the authority reads it. */
const adviceToPeople: Readonly<Record<Category, string>> = {
  identity: '遇到陌生人说得出本人的信息，先核实对方是谁。',
  contact: '不把验证码告诉任何人；接到自称平台的电话，挂断后从小程序里联系平台。',
  profile: '有人以本人名义借钱、要验证码时，提醒亲友先核实。',
  location: '在小程序里换掉或者清空所在城市。',
  preference: '在隐私中心重新选择，或者撤回同意。',
  service: '写给平台的内容里有密码、证件号的，尽快换掉或者挂失。',
  security: '检查登录过的手机，有不认识的联系平台。',
  record: '收到和办过的事有关的陌生消息，先核实再回复。',
};

/** A draft for the authority that protects personal data, after PIPL 57. */
export const reportToAuthority = (facts: BreachFacts): string => `# 个人信息安全事件报告（草稿）

> 方括号里写着“待填”的地方，报送前必须填好。法律依据：《个人信息保护法》第五十七条。

| 事项 | 内容 |
| --- | --- |
| 处理者 | ${controller.company}，${controller.registeredAt}；${blank('统一社会信用代码')} |
| 个人信息保护负责人 | ${blank('姓名、电话')}；${facts.contact} |
| 发现时间和方式 | ${blank('什么时候、怎么发现的')} |
| 事件时间（北京时间） | ${facts.from} 到 ${facts.to} |
| 信息种类 | ${facts.label}（${facts.kind}，${facts.isSensitive ? '敏感个人信息' : '不属于敏感个人信息'}） |
| 原因 | ${blank('泄露、篡改还是丢失，经过和原因')} |
| 受影响的人数 | ${count(facts.people)} 人，另有最多 ${count(facts.erased)} 人已经注销，信息已经删除，无法联系 |
| 可能造成的危害 | ${harmToPeople[facts.category]}${blank('按实际情况补充')} |
| 已经采取的补救措施 | ${blank('措施和时间')} |
| 个人可以采取的减轻危害的措施 | ${adviceToPeople[facts.category]} |
| 通知个人的情况 | ${blank('怎样通知、什么时候通知；如果认为能够有效避免危害而不通知，写明理由')} |
| 后续安排 | ${blank('还要做什么，什么时候做完')} |

受影响的人按随机编号列在 people.csv，其中没有姓名和联系方式。

${blank('签章和日期')}
`;

/** What the operator reads while the command runs. */
export const incidentCopy = {
  usage:
    '用法：npm run incident -- --field accounts.phone --from 2026-11-01 --to 2026-11-02 --by 经办人 [--out 文件夹] [--notify]。日期按北京时间，从第一天零点到最后一天结束。',
  badField: (given: string | undefined, known: readonly string[]) =>
    `--field ${given ? `“${given}”不是能对应到人的信息` : '没有写'}，请从下面选一项：\n${known.join('\n')}`,
  badTime: (option: string, given: string | undefined) =>
    `--${option} ${given ? `“${given}”不是日期` : '没有写'}，请写成 2026-11-01（北京时间的一天），或 2026-11-01T08:00:00+08:00 这样的时刻。`,
  backwards: '--from 比 --to 晚，请把两个时间对调。',
  outExists: (dir: string) => `${dir} 里已经有一次调查的结果，请换一个文件夹。`,
  otherInquiry: (dir: string) =>
    `${dir} 里是另一次调查的结果，信息或时间和这次写的不一样，谁都没有通知。请核对命令，或换一个文件夹。`,
  refused: (message: string) => `没有查成：${message}`,
  found: (people: number, erased: number, label: string) =>
    `“${label}”受影响的有 ${count(people)} 人；另有最多 ${count(erased)} 人已经注销，无法联系。`,
  damaged: (people: number) =>
    `其中 ${count(people)} 人的记录有损坏，查不清，先按受影响算，请核对下面的编号：`,
  written: (dir: string) => `名单和两份草稿写在 ${dir}。`,
  queued: (fresh: number, known: number) =>
    `已排队通知 ${count(fresh)} 人；${count(known)} 人以前已经排过，没有重复。`,
  notTold:
    '没有通知任何人。确认以后，加上 --notify 再运行一次：每个人会在小程序里读到哪项信息、哪段时间和要留意什么；草稿请填好以后，由您另外发布。',
  columns: { subject: '随机编号', what: '涉及的信息', since: '从何时起（北京时间）' },
} as const;
