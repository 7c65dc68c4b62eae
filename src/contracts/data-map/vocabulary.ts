/**
 * The closed vocabularies of the data map. Labels are what the policy, the lists and the pages show.
 * Legal bases follow PIPL article 13; categories follow GB/T 35273-2020 annex A, reduced to what we hold.
 */
export const categories = {
  identity: '身份信息',
  contact: '联系方式',
  profile: '个人资料',
  location: '位置信息',
  preference: '您的选择',
  service: '您提交的内容',
  security: '安全信息',
  record: '办理记录',
} as const;

/** Legal bases, PIPL article 13. */
export const bases = {
  consent: '您的同意',
  contract: '为您提供服务所必需',
  'legal-duty': '履行法律规定的义务',
} as const;

/** Where a value comes from. */
export const sources = {
  subject: '您自己填写',
  wechat: '微信提供',
  system: '使用中产生',
  staff: '工作人员填写',
  partner: '合作方提供',
} as const;

interface Purpose {
  label: string;
  /** Why we need it, in one sentence a person understands. */
  why: string;
  /** What happens without it. */
  without: string;
  /** The moment at which it is collected, as the list of collected information says it. */
  when: string;
  kind: 'basic' | 'extended';
  sensitive: boolean;
}

/**
 * Why data is processed. An `extended` purpose needs its own consent (PIPL 14, 29 where sensitive), is off until
 * chosen, and the basics stay whole without it (PIPL 16).
 */
export const purposes = {
  registration: {
    label: '注册和登录',
    why: '确认您是谁，让您能回到自己的账号。',
    without: '只能浏览，不能使用需要账号的功能。',
    when: '注册和登录时',
    kind: 'basic',
    sensitive: false,
  },
  profile: {
    label: '完善资料',
    why: '您愿意时，让别人认得您，或方便我们联系您。',
    without: '不影响任何功能。',
    when: '您填写时',
    kind: 'basic',
    sensitive: false,
  },
  city: {
    label: '显示您选的城市',
    why: '记住您选的城市，打开就能看到。',
    without: '每次打开需要重新选城市。',
    when: '您选城市时',
    kind: 'basic',
    sensitive: false,
  },
  safety: {
    label: '安全运行',
    why: '防止冒用和滥用。',
    without: '无法保证账号安全。',
    when: '注册、换手机号、注销和恢复账号、锁住和解锁账号时',
    kind: 'basic',
    sensitive: false,
  },
  rights: {
    label: '办理您的请求',
    why: '在法定期限内答复您，并留下办过的证明。',
    without: '无法办理您的请求。',
    when: '您做选择、提请求，以及我们办理时',
    kind: 'basic',
    sensitive: false,
  },
  community: {
    label: '发布和讨论',
    why: '把您写的方案和意见公开出来，让大家一起讨论。',
    without: '可以看别人写的，自己不能发布。',
    when: '您发布、评论和支持时',
    kind: 'basic',
    sensitive: false,
  },
  survey: {
    label: '问卷',
    why: '知道大家怎么想，把服务和定价改得更合适。',
    without: '不影响任何功能。',
    when: '您填问卷时',
    kind: 'basic',
    sensitive: false,
  },
  locate: {
    label: '定位找城市',
    why: '用一次手机位置，在手机上推算您在哪个城市，省得您手动查找。',
    without: '自己从列表里选城市，其他一样。',
    when: '您点“定位”时',
    kind: 'extended',
    sensitive: true,
  },
  'location-tag': {
    label: '发布时带城市标签',
    why: '您发布内容时，可以标上您确认过的城市。',
    without: '发布的内容不带位置。',
    when: '您发布内容、确认标签时',
    kind: 'extended',
    sensitive: false,
  },
  'same-city': {
    label: '看同城内容',
    why: '按您选的城市，先看到同城的人发布的内容。',
    without: '看到的是全部城市的内容。',
    when: '您打开同城内容时',
    kind: 'extended',
    sensitive: false,
  },
  analytics: {
    label: '使用情况统计',
    why: '知道哪些页面难用，好去改进。',
    without: '不影响任何功能。',
    when: '打开统计以后，您看每一页时',
    kind: 'extended',
    sensitive: false,
  },
} as const satisfies Record<string, Purpose>;

/** A kind of personal data. */
export type Category = keyof typeof categories;
/** A legal basis. */
export type Basis = keyof typeof bases;
/** A source of data. */
export type Source = keyof typeof sources;
/** The id of a purpose. */
export type PurposeId = keyof typeof purposes;

/** A purpose's name; one that was renamed or given up since keeps its place in the history by its id. */
export const purposeLabel = (purpose: string): string =>
  Object.entries(purposes).find(([name]) => name === purpose)?.[1].label ?? purpose;

/** Purposes that a person grants or withdraws one by one. */
export type ConsentPurpose = {
  [P in PurposeId]: (typeof purposes)[P]['kind'] extends 'extended' ? P : never;
}[PurposeId];

/** The consent items, in the order they are shown; derived from the purposes. */
export const consentPurposes = (Object.keys(purposes) as PurposeId[]).filter(
  (purpose): purpose is ConsentPurpose => purposes[purpose].kind === 'extended',
);
