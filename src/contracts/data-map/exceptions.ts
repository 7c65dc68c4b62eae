/** One of the eleven cases of the policy's section 3, and where the law knows it too. */
interface Exception {
  readonly label: string;
  /** The article that makes it a basis by itself; null where the law has no such basis and it is never used alone. */
  readonly law: string | null;
}

/**
 * The closed table of cases without consent (P19). The policy names eleven; PIPL 13 knows fewer, and only what it knows
 * may be used as a basis, which is how the contradiction between the two is settled.
 */
export const exceptions = {
  'national-security': { label: '国家安全、国防安全', law: null },
  'public-health': {
    label: '公共安全、公共卫生、重大公共利益',
    law: '《个人信息保护法》第十三条第一款第四项',
  },
  'criminal-justice': {
    label: '刑事侦查、起诉、审判和判决执行',
    law: '《个人信息保护法》第十三条第一款第三项',
  },
  'life-and-property': {
    label: '紧急时保护人的生命和财产',
    law: '《个人信息保护法》第十三条第一款第四项',
  },
  'made-public-by-subject': { label: '您自己公开的信息', law: '《个人信息保护法》第十三条第一款第六项' },
  'lawfully-public': { label: '合法公开的渠道', law: '《个人信息保护法》第十三条第一款第六项' },
  contract: { label: '订立、履行合同所必需', law: '《个人信息保护法》第十三条第一款第二项' },
  'service-safety': { label: '维持服务安全稳定', law: null },
  news: { label: '合法的新闻报道', law: '《个人信息保护法》第十三条第一款第五项' },
  statistics: { label: '公共利益的学术统计', law: null },
  'other-law': { label: '法律、行政法规规定的其他情况', law: '《个人信息保护法》第十三条第一款第七项' },
} as const satisfies Record<string, Exception>;

/** The id of an exception. */
export type ExceptionId = keyof typeof exceptions;

/** The exceptions that the law knows as a basis of their own. */
export const lawfulExceptions = (Object.keys(exceptions) as ExceptionId[]).filter(
  (id) => exceptions[id].law !== null,
);
