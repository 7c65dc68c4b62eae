import type { Refusal } from '../domain/sharing';

/** Why something did not leave, as the person reads it in the list of what was given. */
export const refusalWords = {
  unknown: '没有提供：接收方不在清单里。',
  'not-connected': '没有提供：现在没有和这家接收方连接。',
  ended: '没有提供：已经和这家接收方停止合作。',
  expired: '没有提供：和这家接收方的协议已经到期。',
  'no-grant': '没有提供：您没有同意，或者已经收回同意。',
  voided: '没有提供：接收方的用途或项目变了，您原来的同意不再有效。',
  empty: '没有提供：您没有填写可以提供的信息。',
  gone: '没有提供：账号已经注销。',
  unreachable: '没有提供：多次发送都没有成功。',
} as const satisfies Record<Refusal, string> & Record<string, string>;

/** What the operator is told who asked for a delivery; it leaves later, and may yet be held back. */
export const deliveryAsked =
  '已登记，还没有提供。接收方已连接时，几分钟内提供。想知道结果，请在云开发控制台打开 disclosures 集合，按这个编号看 state：waiting 是等待，done 是已提供，refused 是没有提供，原因在 reason。';
