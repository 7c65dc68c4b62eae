/** Words inside a receipt's record. */
export const recordCopy = {
  method: '本人登录小程序后，自己点选或提出请求',
  unwritten:
    '这条记录没有写下当时同意的用途、信息和接收方的原文。请看它引用的那一版隐私政策；我们不拿现在的内容补上。',
  withdrawal: {
    consent: '小程序的“隐私中心 - 同意管理”，点一下开关就撤回',
    sharing: '小程序的“隐私中心 - 第三方共享清单”，点一下开关就撤回',
  },
  basis: '《中华人民共和国个人信息保护法》第十三条第一款第一项、第十四条',
  basisSensitive: '《中华人民共和国个人信息保护法》第十三条第一款第一项、第二十九条',
  basisSharing: '《中华人民共和国个人信息保护法》第十三条第一款第一项、第二十三条',
} as const;

/** What a receipt's members are called, for who reads which of them is wrong. */
const members: Readonly<Record<string, string>> = {
  id: '编号',
  subject: '随机编号',
  seq: '序号',
  type: '选择',
  at: '时间',
  purpose: '用途或接收方',
  policyVersion: '隐私政策版本',
  policyDigest: '隐私政策指纹',
  body: '内容',
  salt: '随机盐值',
  digest: '内容指纹',
  sealed: '密文指纹',
  previous: '前一条的承诺值',
  commitment: '承诺值',
  record: '同意记录',
  seal: '签名和指纹',
};

/** A member's Chinese name with its own, by which it is found in the file. */
const member = (name: string): string => {
  const label = members[name.split('.')[0] ?? ''];
  return label === undefined ? name : `${label}（${name}）`;
};

/** The page and the script with which anyone checks a receipt. */
export const checkerCopy = {
  title: '核对同意回执',
  lead: '这个网页不联网，也不需要我们的帮助。它在您的设备上核对一张回执有没有被改过。',
  receipt: '回执（粘贴内容，或打开 receipts.json）',
  open: '打开文件',
  policy: '隐私政策的 JSON（可以不填，填了就核对它的指纹；有几个版本，就用 [ , ] 放在一起）',
  key: '平台公布的公钥（可以不填，填了就核对签名用的是不是它）',
  check: '核对',
  /** An instant that was written out in Beijing's time. */
  beijing: (at: string) => `${at}（北京时间）`,
  good: '没有被改过',
  goodBySomeone: '没有被改过，是谁签的还要比对',
  bad: '不对',
  wrong: (names: readonly string[]) => `不对的地方：${names.map(member).join('、')}`,
  checked: '核对过',
  unchecked: '没有核对',
  notJson: '这不是 JSON，请粘贴完整的回执。',
  notPolicy: '隐私政策的文件不是 JSON，请换成从小程序里导出的那一份。',
  notReceipt: '这里面没有回执。',
  none: '没有回执。',
  count: (count: number) => `共 ${String(count)} 张回执`,
  oldBrowser: '这个浏览器太旧，算不了指纹，请换一个新的浏览器。',
  checks: {
    shape: '成员齐全',
    members: '每个成员的指纹',
    signature: '签名',
    digest: '内容指纹',
    commitment: '承诺值',
    agreement: '各处写的一致',
    policy: '隐私政策指纹',
    publicKey: '公钥',
  },
  noSignatures: '签名（这个浏览器不支持 Ed25519）',
  noPolicy: '隐私政策原文（没有填）',
  noPolicyOf: (version: string) => `隐私政策原文（没有填第 ${version} 版）`,
  noKey: '公钥是不是平台的（没有填）',
  unwritten: '当时同意的原文（这条记录没有写下）',
  signedBy: (fingerprint: string) =>
    `签名公钥的指纹（SHA-256）：${fingerprint}。任何人都能用自己的钥匙签一张，请和小程序隐私政策页“显示签名公钥”里的指纹比对，一样才是平台签的。`,
  missing: (name: string) => `缺少 ${member(name)}`,
  extra: (name: string) => `多出 ${member(name)}`,
  file: '回执的文件',
  usage:
    '用法：npm run check-receipt -- 回执.json [--policy 隐私政策.json]… [--key 公钥]；用信息副本里的程序，就写 node check-receipt.mjs 回执.json，后面一样。',
} as const;
