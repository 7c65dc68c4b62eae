import { again, appErrors, final, type ErrorText } from './app-errors';
import type { Failure, Result } from './result';

/** Every expected failure, its Chinese sentence (what to do now) and whether the same call may succeed later. */
export const errors = {
  ...appErrors,
  INVALID_INPUT: final('填写的内容不对，请检查后重新提交。'),
  REGION_OUTSIDE: final('服务器不在中国大陆，已停止办理，请联系工作人员。'),
  UNKNOWN_ACTION: final('没有这项操作，请更新小程序后再试。'),
  MINI_PROGRAM_ONLY: final('请在微信小程序里打开后再操作。'),
  CONSOLE_ONLY: final('这项操作只能在控制台进行，请联系工作人员。'),
  ALREADY_REGISTERED: final('您已经注册过了，请返回首页直接使用。'),
  FROZEN: final('账号正在注销，暂时不能使用，请回首页查看还能不能恢复。'),
  NOT_FROZEN: final('账号没有在注销，不需要恢复，请返回首页直接使用。'),
  RESTORE_OVER: final('已过可以恢复的时间，账号就要删除，如需再用请在删除后重新注册。'),
  GUARDIAN_NEEDED: final('未满十四周岁不能自己注册，请先让监护人同意。'),
  GUARDIAN_ASKED_OFTEN: again('取了太多次暗号，请过一小时再试。'),
  GUARDIAN_ADULT: final('监护人要年满十八周岁，请让成年的监护人来办。'),
  GUARDIAN_SELF: final('这是您自己的暗号，请让监护人在自己的手机上填写。'),
  GUARDIAN_CODE_UNKNOWN: final('没有这个暗号，请核对孩子手机上的暗号。'),
  GUARDIAN_CODE_EXPIRED: final('暗号已过期，请让孩子重新取一个。'),
  GUARDIAN_CODE_USED: final('这个暗号已经有监护人同意过了，请让孩子继续注册。'),
  GUARDIAN_TRIES: again('填错的次数太多，请过一小时再试。'),
  WARD_UNKNOWN: final('没有找到这个孩子，请从孩子的列表里选择。'),
  CHILD_LIMITED: final('孩子的账号不能打开这一项，请等满十四周岁后再来。'),
  CHILD_IMPORT: final('这是孩子的账号，合作方的凭证不能代替监护人的同意，没有写入，请不要再交来。'),
  PHONE_CODE_INVALID: final('手机号验证已失效，请重新点“微信手机号”按钮。'),
  PHONE_TAKEN: final('这个手机号已经注册过，请换一个手机号。'),
  PHONE_SAME: final('这就是您现在的号码，不用换，要换请填新的手机号。'),
  PHONE_MISMATCH: final('这不是您注册时绑定的手机号，请用绑定的手机号验证。'),
  SMS_CODE_WRONG: final('短信验证码不对，请核对后重填。'),
  SMS_CODE_EXPIRED: final('短信验证码已失效，请重新获取。'),
  SMS_LOCKED: final('输错次数太多，这个验证码已作废，请重新获取。'),
  SMS_TOO_OFTEN: again('获取验证码太频繁，请过一会儿再试。'),
  PLATFORM_CLOSED: final('平台已停止运营，不再接受注册，如有疑问请发邮件联系我们。'),
  PLATFORM_OPEN: final('平台还在运营，请先在设置里停止运营，再来关闭。'),
  CONFIRMATION_WRONG: final('平台名称不对，什么都没有做，请填写完整的平台名称后再办。'),
  ACCOUNT_UNKNOWN: final('没有找到用这个手机号注册的账号，请核对后再办。'),
  FIELD_UNKNOWN: final('没有这一项信息，请按数据地图里的代码重新填写。'),
  FIELD_OF_NOBODY: final('这一项信息对应不到任何人，没有人要通知，请核对泄露的是不是这一项。'),
  POLICY_STALE: final('隐私政策已更新，请先阅读新版本再同意。'),
  POLICY_UNKNOWN: final('没有这个版本的隐私政策，请从版本列表里选择。'),
  POLICY_SAME: final('两边是同一个版本，没有可比的，请换一个版本。'),
  POLICY_ANNOUNCED: final('这个版本还没有生效，请在生效以后再同意。'),
  PURPOSE_UNKNOWN: final('没有这项用途，请返回同意管理页重新选择。'),
  CONSENT_NEEDED: final('您没有同意这项用途，什么都没有保存，如需使用请先到同意管理里打开。'),
  RECIPIENT_UNKNOWN: final('没有这个接收方，请从第三方共享清单里选择。'),
  GRANT_NEEDED: final('这个人没有同意提供给这个接收方，没有登记，请等本人同意以后再办。'),
  RECIPIENT_ENDED: final('已经不向这个接收方提供信息，没有登记，请先核对合作和协议的期限。'),
  BASIS_NEEDED: final('没有同意的凭证，也不属于法律规定的情形，不能这样做，请先补上凭证。'),
  SECOND_PERSON_NEEDED: final('这件事要两个人一起办，请填写另一位经办人的姓名。'),
  DISCLOSURE_UNKNOWN: final('没有找到这条等待删除的记录，请核对编号后再办。'),
  CERTIFICATE_UNKNOWN: final('没有找到这份注销证明，请核对注销时给您的编号。'),
  RECIPIENT_CLOSED: final('现在不向这个接收方提供信息，暂时不需要同意，请以后再看。'),
  CITY_UNKNOWN: final('没有找到这个城市，请从城市列表里选择。'),
  RECEIPT_UNKNOWN: final('没有找到这张回执，请从同意记录里打开。'),
  REQUEST_UNKNOWN: final('没有找到这个请求，请从我的请求里打开。'),
  REQUEST_ALTERED: final('这个请求的记录和存证对不上，已经报警，请发邮件联系我们核对。'),
  STAFF_UNKNOWN: final('经办人名单里没有这个名字，请填写自己的名字，或请管理员把您加进名单。'),
  STAFF_RIGHT: final('您的职责不能做这项操作，请转给复核人或者主管。'),
  SUBJECT_LEAVING: final('这位用户正在注销账号，请先办理别的请求，这个请求会随账号一起处理。'),
  REQUEST_STATE: final('请求现在的状态不能这样操作，请刷新后查看进度。'),
  TOO_MANY_OPEN: final('您有太多请求还在处理，请等其中一些办完再提交。'),
  CONTENT_REFUSED: final('内容没有通过微信的安全检查，请修改后再提交。'),
  COPY_EXPIRED: final('这份副本已过下载期限，请重新申请一份。'),
  COPY_TOO_LARGE: final('您的信息太多，手机上一次装不下，请发邮件联系我们来取。'),
  ERASED: final('这个账号已经注销，留下的数据正在清除，请过半小时再来注册。'),
  DATA_DAMAGED: final('您的一部分信息打不开了，请发邮件联系我们处理。'),
  BUSY: again('系统正忙，请稍后再试一次。'),
} as const satisfies Record<string, ErrorText>;

/** The closed set of codes an answer can carry. */
export type ErrorCode = keyof typeof errors;

/** An error result; `message` replaces the table's sentence where a more exact one is known (which field, how long). */
export function fail(code: ErrorCode, message: string = errors[code].message): Result<never> {
  const failure: Failure = { code, message, retryable: errors[code].retryable };
  return { ok: false, error: failure };
}
