import { requestStates, type RequestState } from '../../src/contracts/request-vocabulary';

const movers = {
  subject: '本人',
  guardian: '监护人',
  staff: '工作人员',
  timer: '系统',
  recipient: '接收方',
} as const;

/** One step of a request's life in words for staff. */
export const stepInWords = (day: string, by: keyof typeof movers, state: RequestState): string =>
  `${day} ${movers[by]}：${requestStates[state].label}`;
