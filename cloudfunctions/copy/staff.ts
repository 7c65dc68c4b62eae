import { staffDecisions } from '../../src/contracts/data-map/collections/staff-decisions';
import {
  requestKinds,
  requestStates,
  type RequestKind,
  type RequestState,
} from '../../src/contracts/request-vocabulary';
import { decisions, type Decision } from '../../src/contracts/decisions';
import { itemLabel } from '../../src/contracts/request-words';
import { staffRoles, type StaffRole } from '../../src/contracts/staff-roles';
import type { ItemsFault } from '../domain/requests/execute';
import { stateForStaff } from './steps';

/** The columns that staff fill. */
export type StaffColumn = StaffOf<typeof staffDecisions.fields>;
type StaffOf<F extends Record<string, { source: string }>> = {
  [N in keyof F]: F[N]['source'] extends 'staff' ? N : never;
}[keyof F];

const labelOf = (column: StaffColumn): string => staffDecisions.fields[column].label;

/** How each column is filled, as the forms and the answers to wrong rows say it. */
export const howToFill = {
  requestId: '要从待办列表里复制',
  expectedVersion: '要照待办列表里的“版本”填数字',
  decision: '要从列出的决定里选一个',
  reasonCode: '要从列出的理由里选一个',
  replyText: '要写 1 到 2000 个看得见的字',
  alternative: '要写 1 到 500 个看得见的字',
  fee: '要填 0.01 到 1000 的数字，单位是元，最多两位小数',
  duplicateOf: '要从待办列表里复制编号',
  items: '要写项目的代码，用顿号隔开',
  phone: '要填 11 位手机号',
  kind: '要从列出的请求类型里选一个',
  words: '要写 1 到 2000 个看得见的字',
  receivedOn: '要写成 2026-03-02 这样的日期',
  byCode: '来信人说打不开小程序的，选“是”',
  code: '要填来信人说的 6 位数字',
  reviewer: '要填自己的名字，和名单上的一样',
  submit: '填好以后要选“是”',
} as const satisfies Record<StaffColumn, string>;

/** Where a request stands, and where it is replaced, by which one. */
interface Standing {
  state: RequestState;
  duplicateOf?: string | undefined;
}

/** What can be done instead, where a decision cannot. */
function wayOn({ state, duplicateOf }: Standing, allowed: readonly Decision[]): string {
  if (state === 'replaced' && duplicateOf !== undefined) return `请另填一份，填新的请求编号 ${duplicateOf}`;
  if (allowed.length > 0)
    return `可以选${allowed.map((decision) => `“${decisions[decision].label}”`).join('、')}`;
  const { waitsFor } = requestStates[state];
  return waitsFor === null ? '它已经结束，不用再决定' : '现在不用决定，请等它的下一步';
}

/** What is wrong with items that staff chose, and which ones they may choose. */
const itemFaults = {
  unknown: (items) => `没有代码是“${items}”的项目，要对照项目代码填写`,
  kept: (items) => `“${items}”不能单独删除，要去掉这一项`,
  unasked: (items) => `用户没有写明要删除“${items}”，只能选用户写明的项目`,
  wholeBeside: (items) => `“${items}”要单独选，不能和别的项目一起`,
  missing: (items) =>
    `用户还写明要删除“${items}”，“同意”要选上用户写明的全部项目，只删除一部分要选“部分同意”`,
  wholeInPart: (items) =>
    `用户没有选“${items}”，部分同意不能删除${items}；用户在说明里要求这样的，要选“同意”`,
} as const satisfies Record<ItemsFault, (items: string) => string>;

/**
 * What staff read in `resultMessage`: what happened to their row and what to do, in words that are true of a page's
 * form as of a row filled in 云后台.
 */
export const staffCopy = {
  /** `isByLetter`: its person cannot open the app, so the answer goes by letter too. */
  applied: (state: RequestState, isByLetter = false) =>
    `已生效，请求现在是“${stateForStaff(state)}”。${isByLetter ? '来信人打不开小程序，请把答复也写在回信里。' : ''}`,
  malformed: (column: StaffColumn) =>
    `没有生效：“${labelOf(column)}”没有填对，${howToFill[column]}，请另填一份。`,
  /** Named only where the name can be read as one: it was typed by somebody, and could say anything. */
  unknownColumn: (column: string) =>
    `没有生效：这一行有不认识的列${/^\w{1,40}$/.test(column) ? `“${column}”` : ''}，请去掉这一列，另填一份。`,
  stale: (version: number) =>
    `没有生效：请求已有新变化，现在是第 ${String(version)} 版，请看过最新内容，另填一份再决定。`,
  notHere: (column: StaffColumn) => `没有生效：这个决定不填“${labelOf(column)}”，请另填一份，把它空着。`,
  impossible: (request: Standing & { kind: RequestKind }, decision: Decision, allowed: readonly Decision[]) =>
    `没有生效：“${requestKinds[request.kind].label}”请求现在“${stateForStaff(request.state)}”，不能“${decisions[decision].label}”，${wayOn(request, allowed)}。`,
  /** What is wrong with how a decision is filled. */
  objections: (decision: string) => ({
    reasonNeeded: '没有生效：不同意或部分同意时，必须选择理由。',
    replyNeeded: '没有生效：这个决定需要填写给用户的答复。',
    alternativeNeeded: '没有生效：查询没有全部同意时，必须告诉用户其他办法。',
    feeNeeded: '没有生效：报费用时要填写金额，单位是元。',
    duplicateOfNeeded: '没有生效：标为重复时，要填写重复的是哪个请求的编号。',
    itemsNeeded: '没有生效：部分删除时，要写明删除哪些项目。',
    reasonSuperfluous: `没有生效：“${decision}”不用选理由，请核对是不是选错了决定，另填一份。`,
    replySuperfluous: `没有生效：“${decision}”不用填答复，请另填一份，把它空着。`,
    alternativeSuperfluous: `没有生效：“${decision}”不用填其他办法，请核对是不是选错了决定，另填一份。`,
    feeSuperfluous: `没有生效：“${decision}”不能收费，请另填一份，把费用空着。`,
    duplicateOfSuperfluous: `没有生效：“${decision}”不用填重复的请求，请另填一份，把它空着。`,
    itemsSuperfluous: `没有生效：“${decision}”不用填删除哪些项目，请另填一份，把它空着。`,
    cannotPay:
      '没有生效：来信人打不开小程序，不能在里面答应费用，请不收费办理；同样的请求反复提、超过合理次数的，可以选“不同意”，写清理由。',
    sameReviewer: '没有生效：申诉要由没有办过这件事的人决定，请转给同事。',
    proposer: '没有生效：意见是您提出的，要由另一位复核人来复核。',
    notTheirs:
      '没有生效：重复的请求要是同一个人的另一个请求，类型一样，而且正在办理或者已经答复，请核对编号。',
  }),
  stillFree: (free: number) => `没有生效：这位用户一年里的前 ${String(free)} 次不能收费，请直接办理。`,
  minorsOnly: '没有生效：这个请求涉及未成年人，要由专门的人办理，请转给他们。',
  notStaff: '没有生效：经办人名单里没有这个名字，请填写自己的名字，或请管理员把您加进名单。',
  notYourRight: (role: StaffRole, decision: Decision) =>
    `没有生效：${staffRoles[role].label}不能“${decisions[decision].label}”，请转给经办人或者复核人。`,
  notExecutable: '没有生效：用户没有写明可以自动执行的项目，请改用“答复”告诉用户怎样办理。',
  itemsToChoose: '没有生效：要删除什么，用户用文字写了，请对照说明选好“删除哪些项目”，另填一份。',
  /** What is wrong with the items of a deletion, by their names; who endorses cannot mend it. */
  misnamed: (fault: ItemsFault, items: readonly string[], isEndorsed: boolean) =>
    `没有生效：${itemFaults[fault](items.map(itemLabel).join('、'))}，请${isEndorsed ? '选“复核退回”，由同事重新提出' : '另填一份'}。`,
  childDeclared:
    '没有生效：未满十四周岁要有监护人同意，不能靠更正改成孩子的账号；请交给负责人按“发现孩子”停用并删除，再由监护人同意后注册。',
  unreadable: '没有生效：这位用户的信息打不开，请告诉主管；也可以用“答复”请用户重新提一次。',
  faulty: '没有生效：这一行的格式有问题，请不要导入，改为在控制台另填一份。',
  /** Why nobody works on the request. */
  noCase: {
    unknown: '没有生效：没有找到这个请求编号，请从待办列表里复制编号，另填一份。',
    frozen: '没有生效：这位用户正在注销账号，请求会随账号一起处理。',
    altered: '没有生效：这个请求的记录被人直接改过，已经停止办理并报警，请告诉主管核对。',
  },
  /** Of a code: a letter that waits for its person is in no list, so its number stands where it was recorded. */
  noSuchLetter: '没有生效：没有找到这个请求编号，请从登记来信的处理结果里复制编号，另填一份。',
  noIntake: (role: StaffRole) => `没有登记：${staffRoles[role].label}不能登记来信，请转给经办人或者复核人。`,
  intakeDone: '已登记，正在等用户确认是本人提出的。',
  intakeByCode: (id: string) =>
    `已登记，请求编号 ${id}。验证码正在发到来信人绑定的手机号，请来信人告诉您，再用“填验证码”核实。`,
  noVerify: (role: StaffRole) => `没有生效：${staffRoles[role].label}不能核实来信，请转给经办人或者复核人。`,
  /** Of what is no letter that waits for its person. */
  noLetter: ({ state, duplicateOf }: Standing) =>
    state === 'replaced' && duplicateOf !== undefined
      ? `没有生效：这封来信已换成新的请求，请另填一份，填新的请求编号 ${duplicateOf}。`
      : `没有生效：请求现在“${stateForStaff(state)}”，不用验证码，请到待办列表里看它的进度。`,
  codeAsked: '已办理，新的验证码正在发到来信人绑定的手机号，旧的作废。',
  codesSpent: '没有生效：这封来信已经发过三次验证码，请回信告诉来信人，在小程序里确认或者重新来信。',
  verified: '已生效，身份已核实，期限从今天算起，请到待办列表里办理。',
  codeWrong: (left: number) =>
    left > 0
      ? `没有生效：验证码不对，还能填 ${String(left)} 次，请和来信人核对，另填一份。`
      : '没有生效：验证码不对，这个验证码已经作废，请再发一次验证码。',
  /** Why a code is not even compared. */
  code: {
    unsent: '没有生效：这封来信还没有发出验证码，请发一次验证码，等一分钟再填。',
    expired: '没有生效：验证码过期了，请再发一次验证码。',
    locked: '没有生效：填错的次数太多，这个验证码已经作废，请再发一次验证码。',
  },
  noAccount: '没有登记：没有用这个手机号注册的账号，请回信说明，并请对方核对手机号。',
  leaving: '没有登记：这位用户正在注销账号，请求会随账号一起处理，请回信说明。',
  tooManyOpen: '没有登记：这位用户还有太多请求没有办完，请先办完再登记。',
  receivedLater: '没有登记：收信日不能晚于今天，请核对后另填一份。',
} as const;

/** Ways in which an import or a form may say that a row is submitted; all but `true` get a sentence, not silence. */
export const submitWords = [true, 'true', 'TRUE', 'yes', '是', 1, '1'];

/** Whether a column is one that staff fill. */
export const isStaffColumn = (column: string): column is StaffColumn => Object.hasOwn(howToFill, column);
