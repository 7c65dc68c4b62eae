/**
 * Who decides about the data (the personal information handler of PIPL 73) and how to reach them: one table for pages,
 * the policy's practices and whatever else names the operator.
 */
export const controller = {
  platform: '弹性定价开源共创',
  company: '万物云空间科技服务股份有限公司',
  registeredAt: '深圳市福田区梅林街道梅亭社区广夏路1号创智云中心B栋2201',
  office: '武汉市江汉区马场二路万物云数字运营中心',
  /** Who answers for personal data inside the company. */
  department: '个人信息保护负责人',
  email: 'wkwycpnlfzzx@onewo.com',
} as const;
