import type { Hands, Write } from './hands';
import type { Row } from './real-cloud';

const PROGRESS = 'pages/privacy/progress/index';

/** The buttons that write to requests and what is told of them. */
export function requestWrites(hands: Hands): Record<string, Write> {
  const { stage, someone, none, decide, filed, picture, pictured, numberOf } = hands;
  const quoted = filed({ decision: 'quote', fee: 10, replyText: '成本费十元' });
  const refused = filed({
    ...{ decision: 'refuse', reasonCode: 'impractical', replyText: '只在磁带上' },
    alternative: '请看“我的信息”',
  });
  return {
    'request.submit': {
      route: 'pages/privacy/request/index',
      prepare: async () => ({ ...(await none()), kind: 'question' }),
      lead: (page) => {
        page.input('.request-words', '怎么改地址');
        return undefined;
      },
      button: '.submit-request',
    },
    'request.verify': {
      route: PROGRESS,
      prepare: async () => {
        await someone();
        await decide({
          ...{ expectedVersion: undefined, decision: 'intake', kind: 'question', words: '请问怎么改地址' },
          ...{ phone: numberOf(), receivedOn: '2026-03-02' },
        });
        const { requests } = await stage.ask('request', 'mine');
        return { id: (requests as Row[])[0]?.['id'] as string };
      },
      opener: '.move-verify',
      button: '.confirm-move',
    },
    'request.cancel': {
      route: PROGRESS,
      prepare: filed(),
      opener: '.move-cancel',
      button: '.confirm-move',
    },
    'request.appeal': {
      route: PROGRESS,
      prepare: refused,
      opener: '.move-appeal',
      lead: (page) => {
        page.input('.appeal-reason', '请再看一看');
        return undefined;
      },
      button: '.send-appeal',
    },
    'request.acceptFee': {
      route: PROGRESS,
      prepare: quoted,
      opener: '.move-acceptFee',
      button: '.confirm-move',
    },
    'request.declineFee': {
      route: PROGRESS,
      prepare: quoted,
      opener: '.move-declineFee',
      button: '.confirm-move',
    },
    'request.attach': {
      route: PROGRESS,
      prepare: async () => {
        picture();
        return filed()();
      },
      button: '.add-picture',
    },
    'request.detach': { route: PROGRESS, prepare: pictured('attach', filed()), button: '.picture-remove' },
    'request.download': {
      route: PROGRESS,
      prepare: async () => {
        await someone();
        const id = String((await stage.ask('request', 'submit', { kind: 'copy' }))['id']);
        await decide({ requestId: id, decision: 'approve' });
        return { id };
      },
      button: '.download-copy',
    },
    'request.markRead': {
      route: 'pages/privacy/inbox/index',
      prepare: refused,
      button: '.mark-all-read',
    },
  };
}
