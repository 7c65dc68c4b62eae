import { fail } from '../../src/contracts/errors';
import type { Result } from '../../src/contracts/result';
import { wechatEvent } from '../../src/contracts/wechat-events';
import { Fault, faultOf } from '../platform/fault';
import { services, untilUncontested } from '../platform/handler';
import { isPush } from '../platform/identity';
import { log } from '../platform/log';
import { isHere } from '../platform/region';
import { takeBack } from './take-back';

/** What WeChat takes for received; anything else, and it pushes the event again. */
const RECEIVED = 'success';

/**
 * The function `wechat-events`: what people do with their authorisations inside WeChat. An event that is not acted upon
 * is received all the same; one that could not be carried out ends in an error, so that WeChat pushes it again.
 */
export const main = async (event: unknown, context: object): Promise<typeof RECEIVED | Result<never>> => {
  if (!isHere()) return fail('REGION_OUTSIDE');
  const began = Date.now();
  const read = wechatEvent.safeParse(event);
  if (!isPush(context, read.success ? read.data.OpenID : undefined)) {
    // Told to whoever watches: were it a real push, a withdrawal would be lost without a word.
    log('error', { function: 'wechat-events', fault: 'an event that did not come from WeChat' });
    return fail('CONSOLE_ONLY');
  }
  if (!read.success) return RECEIVED;
  const result = await untilUncontested(() => takeBack({ ...services(), now: new Date() }, read.data)).catch(
    (error: unknown) => {
      log('error', { function: 'wechat-events', fault: faultOf(error) });
      return fail('INTERNAL');
    },
  );
  const outcome = result.ok ? 'ok' : result.error.code;
  log('info', { function: 'wechat-events', outcome, ms: Date.now() - began });
  if (!result.ok) throw new Fault('an event of WeChat could not be carried out');
  return RECEIVED;
};
