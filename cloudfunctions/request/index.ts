import { request } from '../../src/contracts/request';
import { serve } from '../platform/handler';
import { attach, attachment, detach } from './attachments';
import { download } from './download';
import { inbox, markRead } from './inbox';
import { looks } from './looks';
import { acceptFee, appeal, cancel, declineFee, verify } from './moves';
import { mine, read } from './reading';
import { submit } from './submit';

/** The function `request`: every right a person can use, from asking to the answer. */
export const main = serve('request', request, {
  submit,
  mine,
  read,
  verify,
  cancel,
  appeal,
  acceptFee,
  declineFee,
  attach,
  detach,
  attachment,
  download,
  looks,
  inbox,
  markRead,
});
