import type { PolicyPromise } from './promise';

/** The policy itself and how to reach us: policy sections 10 and 11. */
export const documentPromises = [
  {
    id: 'P68',
    section: '10.1',
    line: '没有您的同意不减少您的权利，同意前按旧的办。',
    control: { page: 'pages/policy/index' },
    functions: ['policy.current', 'account.agree'],
    kept: true,
  },
  {
    id: 'P69',
    section: '10.2',
    line: '六种重大改动会明显地通知您。',
    control: { page: 'pages/policy/index' },
    functions: ['policy.compare', 'account.session'],
    kept: true,
  },
  {
    id: 'P70',
    section: '10.3',
    line: '旧版本都留着，随时能看，每一版都有数字指纹。',
    control: { page: 'pages/policy/index' },
    functions: ['policy.versions', 'policy.read', 'policy.compare'],
    kept: true,
  },
  {
    id: 'P71',
    section: '11.1',
    line: '个人信息保护负责人的邮箱可以一键复制。',
    control: { page: 'pages/privacy/centre/index' },
    functions: [],
    kept: true,
  },
  {
    id: 'P72',
    section: '11.1',
    line: '给负责人的提问，确认身份后 15 天内答复。',
    control: { page: 'pages/privacy/request/index' },
    functions: ['request.submit'],
    kept: true,
  },
  {
    id: 'P73',
    section: '11.2',
    line: '报告的泄露会马上处理。',
    control: { page: 'pages/privacy/leak/index' },
    functions: ['request.submit'],
    kept: true,
  },
  {
    id: 'P74',
    section: '11.3',
    line: '其他请求一般在 15 个工作日内答复。',
    control: { page: 'pages/privacy/requests/index' },
    functions: ['request.submit', 'request.mine'],
    kept: true,
  },
  {
    id: 'P75',
    section: '11',
    line: '未成年人和监护人的投诉有专门的入口，转给专门的人。',
    control: { page: 'pages/privacy/request/index' },
    functions: ['request.submit', 'reconcile'],
    kept: true,
  },
] as const satisfies readonly PolicyPromise[];
