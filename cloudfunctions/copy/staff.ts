import {
  decisions,
  requestKinds,
  requestStates,
  type Decision,
  type RequestKind,
  type RequestState,
} from '../../src/contracts/request-vocabulary';
import { staffRoles, type StaffRole } from '../../src/contracts/staff-roles';

/** What staff read in `resultMessage`: what happened to their row and what to do. */
export const staffCopy = {
  applied: (state: RequestState) => `已生效，请求现在是“${requestStates[state].label}”。`,
  malformed: (column: string) => `没有生效：“${column}”没有填对，请对照填写说明，新建一行重填。`,
  unknownColumn: '没有生效：这一行有不认识的列，请删除多余的列，新建一行重填。',
  unknownRequest: '没有生效：没有找到这个请求编号，请从待办列表里复制编号，新建一行重填。',
  stale: (version: number) =>
    `没有生效：请求已有新变化，现在是第 ${String(version)} 版，请看过最新内容，新建一行再决定。`,
  impossible: (kind: RequestKind, state: RequestState, decision: Decision) =>
    `没有生效：“${requestKinds[kind].label}”请求现在“${requestStates[state].label}”，不能“${decisions[decision].label}”，请换一个决定。`,
  reasonNeeded: '没有生效：不同意或部分同意时，必须选择理由。',
  replyNeeded: '没有生效：这个决定需要填写给用户的答复。',
  alternativeNeeded: '没有生效：查询没有全部同意时，必须告诉用户其他办法。',
  notStaff: '没有生效：经办人名单里没有这个名字，请填写自己的名字，或请管理员把您加进名单。',
  notYourRight: (role: StaffRole, decision: Decision) =>
    `没有生效：${staffRoles[role].label}不能“${decisions[decision].label}”，请转给经办人或者复核人。`,
  sameReviewer: '没有生效：申诉要由另一位经办人决定，请转给同事。',
  notExecutable: '没有生效：用户没有写明可以自动执行的项目，请改用“答复”告诉用户怎样办理。',
  childDeclared:
    '没有生效：未满十四周岁要有监护人同意，不能靠更正改成孩子的账号；请交给负责人按“发现孩子”停用并删除，再由监护人同意后注册。',
  faulty: '没有生效：这一行的格式有问题，请不要导入，改为在控制台新建一行重填。',
  frozen: '没有生效：这位用户正在注销账号，请求会随账号一起处理。',
} as const;

/** Ways in which an import or a form may say that a row is submitted; all but `true` get a sentence, not silence. */
export const submitWords = [true, 'true', 'TRUE', 'yes', '是', 1, '1'];

/** Chinese titles of the columns that staff fill, for messages. */
export const staffColumns: Readonly<Record<string, string>> = {
  requestId: '请求编号',
  expectedVersion: '看到的版本',
  decision: '决定',
  reasonCode: '理由',
  replyText: '答复',
  alternative: '其他办法',
  reviewer: '经办人',
  submit: '提交',
};
