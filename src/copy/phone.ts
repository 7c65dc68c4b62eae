import { SMS_CODE_MINUTES } from '@/contracts/values';

/** Words of the shared part that proves a phone number. */
export const phoneCopy = {
  ways: { wechat: '微信手机号', sms: '短信验证码' },
  choose: '用哪种办法验证手机号',
  /** What the proof is for, on the button that ends each way. */
  purposes: {
    register: { wechat: '用微信手机号注册', sms: '用验证码注册' },
    changePhone: { wechat: '换成微信手机号', sms: '换成这个手机号' },
    guardChild: { wechat: '用微信手机号确认同意', sms: '用验证码确认同意' },
    endGuardianship: { wechat: '用微信手机号收回同意', sms: '用验证码收回同意' },
    deregister: { wechat: '用微信手机号确认注销', sms: '用验证码确认注销' },
  },
  wechatHint: '点按钮后，由微信把号码交给我们的服务器，您不用输入。',
  /** Where the same tap agrees to WeChat's guideline. */
  wechatAgrees: (what: string, why: string) =>
    `点按钮，就是同意《小程序用户隐私保护指引》，并由微信把号码交给我们的服务器，您不用输入。这一步，微信叫作「${what}」，为了：${why}。不同意也没关系，可以改用短信验证码。`,
  wechatRefused: '没有拿到微信手机号。您可以再点一次，或者改用短信验证码。',
  number: '手机号',
  numberPlaceholder: '11 位手机号',
  numberWrong: '这不是大陆的手机号，请检查后重填',
  code: '验证码',
  codePlaceholder: '短信里的 6 位数字',
  codeHint: `${String(SMS_CODE_MINUTES)} 分钟内有效，最多试 3 次。两项都填好，下面的按钮就能点`,
  send: '获取验证码',
  sendAgain: '重新获取',
  wait: (seconds: number) => `${String(seconds)} 秒后重发`,
  sent: (number: string) => `验证码已发到 ${number}，请查看短信。`,
} as const;
