import type { Call } from '../../cloudfunctions/platform/handler';
import type { Row } from '../../cloudfunctions/platform/store';
import { applyDecisions } from '../../cloudfunctions/reconcile/decisions';
import { deliverMessages } from '../../cloudfunctions/reconcile/messages';
import { memoryStore } from './memory-store';
import { putAccount } from './put-account';

const START = new Date('2026-03-02T02:00:00Z');

/** The number bound to the account of whoever wrote. */
export const PHONE = '13700000001';

/** Six digits that are not these. */
export const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

/** A letter recorded for somebody who cannot open the app, its post, and staff at their rows. */
export async function letterPost(intake: object = { byCode: true }) {
  const memory = memoryStore();
  const { store, rows } = memory;
  putAccount(memory, 'person', { phone: PHONE });
  const texts: { to: string; template: string; values: readonly string[] }[] = [];
  let isCarrierDown = false;
  let now = START;
  const wechat = {
    notify: () => Promise.resolve('not-subscribed'),
    sendSms: (to: string, template: string, values: readonly string[]) => {
      if (isCarrierDown) return Promise.reject(new Error('down'));
      texts.push({ to, template, values });
      return Promise.resolve();
    },
  };
  const job = () => ({ store, wechat: wechat as never, now });
  let filled = 0;
  const file = async (row: object) => {
    filled += 1;
    const _id = `row-${String(filled)}`;
    memory.put('staff_decisions', { _id, reviewer: '王审', submit: true, ...row });
    await applyDecisions(job());
    await deliverMessages(job());
    return rows('staff_decisions').find((each) => each._id === _id) as Record<string, unknown>;
  };
  const letter = {
    decision: 'intake',
    phone: PHONE,
    kind: 'access',
    words: '请查',
    receivedOn: '2026-03-02',
  };
  const recorded = await file({ ...letter, ...intake });
  const id = String(recorded['requestId']);
  const call = <I>(input: I) =>
    ({ store, openid: 'o-person', now, input, once: (work: () => unknown) => work() }) as unknown as Call<I>;
  return {
    ...{ rows, texts, file, recorded, id, job, call },
    put: memory.put,
    row: () => rows('requests').find(({ _id }) => _id === id) as unknown as Row<'requests'>,
    code: () => texts.filter(({ template }) => template === 'request-code').at(-1)?.values[0] ?? '',
    enter: (code: string, more: object = {}) => file({ decision: 'verify', requestId: id, code, ...more }),
    again: () => file({ decision: 'send-code', requestId: id }),
    types: () =>
      (rows('ledger') as unknown as Row<'ledger'>[]).sort((a, b) => a.seq - b.seq).map(({ type }) => type),
    chain: () => (rows('ledger') as unknown as Row<'ledger'>[]).sort((a, b) => a.seq - b.seq),
    wait: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    breakCarrier: (isDown: boolean) => {
      isCarrierDown = isDown;
    },
  };
}
