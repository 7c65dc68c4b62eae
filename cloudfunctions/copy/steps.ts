import { requestStates, type RequestState } from '../../src/contracts/request-vocabulary';

const movers = {
  subject: '本人',
  guardian: '监护人',
  staff: '工作人员',
  timer: '系统',
  recipient: '接收方',
} as const;

/** What is said to a person as 您, said of them. */
const ofPerson: Readonly<Partial<Record<RequestState, string>>> = {
  submitted: '等用户确认是本人提出的',
  quoted: '等用户确认费用',
};

/** Where a request stands, as staff read it. */
export const stateForStaff = (state: RequestState): string => ofPerson[state] ?? requestStates[state].label;

/** One step of a request's life in words for staff. */
export const stepInWords = (day: string, by: keyof typeof movers, state: RequestState): string =>
  `${day} ${movers[by]}：${stateForStaff(state)}`;
