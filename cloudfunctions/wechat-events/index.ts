import { fail } from '../../src/contracts/errors';
import type { Result } from '../../src/contracts/result';
import { mediaChecked as mediaCheckedEvent, wechatEvent } from '../../src/contracts/wechat-events';
import { Fault, faultOf } from '../platform/fault';
import { services, untilUncontested } from '../platform/handler';
import { isPush } from '../platform/identity';
import { log } from '../platform/log';
import { isHere } from '../platform/region';
import { mediaChecked } from './media-checked';
import { takeBack } from './take-back';

/** What WeChat takes for received; anything else, and it pushes the event again. */
const RECEIVED = 'success';

/**
 * The function `wechat-events`: what people do with their authorisations inside WeChat, and what WeChat found in a
 * picture that is to be published. An event that is not acted upon
 * is received all the same; one that could not be carried out ends in an error, so that WeChat pushes it again.
 */
export const main = async (event: unknown, context: object): Promise<typeof RECEIVED | Result<never>> => {
  if (!isHere()) return fail('REGION_OUTSIDE');
  const began = Date.now();
  const taken = wechatEvent.safeParse(event);
  const checked = mediaCheckedEvent.safeParse(event);
  if (!isPush(context, taken.success ? taken.data.OpenID : undefined)) {
    // Told to whoever watches: were it a real push, a withdrawal would be lost without a word.
    log('error', { function: 'wechat-events', fault: 'an event that did not come from WeChat' });
    return fail('CONSOLE_ONLY');
  }
  const work = () => ({ ...services(), now: new Date() });
  const act = taken.success
    ? () => takeBack(work(), taken.data)
    : checked.success
      ? () => mediaChecked(work(), checked.data)
      : undefined;
  if (!act) return RECEIVED;
  const result = await untilUncontested<undefined>(act).catch((error: unknown) => {
    log('error', { function: 'wechat-events', fault: faultOf(error) });
    return fail('INTERNAL');
  });
  const outcome = result.ok ? 'ok' : result.error.code;
  log('info', { function: 'wechat-events', outcome, ms: Date.now() - began });
  if (!result.ok) throw new Fault('an event of WeChat could not be carried out');
  return RECEIVED;
};
