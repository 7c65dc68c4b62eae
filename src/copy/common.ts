import { controller } from '@/contracts/controller';

/** Who runs the platform and how to reach them; every page takes these from here. */
export const operator = controller;

/** Words that several pages share. */
export const commonCopy = {
  retry: '重试',
  cancel: '取消',
  close: '知道了',
  policy: '隐私政策',
  login: '注册或登录',
  email: '联系邮箱',
  copyEmail: '复制邮箱',
  copied: '已复制',
  copyFailed: '没有复制成功，请长按文字自己复制。',
  copyAgain: '没有复制成功，请再试一次。',
  locked: {
    text: '账号已经锁住，所有设备都退出了。用绑定的手机号收短信验证码，就能解锁。',
    open: '去解锁',
  },
  frozen: {
    text: '账号正在注销，暂时不能使用。可以恢复，也可以先保存一份副本。',
    open: '查看和恢复账号',
    /** Of an account that cannot come back, by the reason why it goes. */
    forGood: {
      own: '账号正在注销，已过可以恢复的时间，信息就要删除。',
      'guardian-withdrew': '家长收回了同意，账号会删除。',
      'guardian-left': '家长注销了账号，这个账号也会删除。',
      'no-consent': '没有家长的同意，账号会删除。',
      'platform-closed': '平台停止运营，账号和信息都会删除。',
    },
    openForGood: '查看账号',
  },
} as const;
