import { consent } from '../../src/contracts/consent';
import { serve } from '../platform/handler';
import { current, set } from './choices';
import { history, receipt } from './proof';
import { listRecipients } from './recipients';
import { share } from './sharing';
import { usage } from './usage';

/** The function `consent`: item by item, as easily withdrawn as given. */
export const main = serve('consent', consent, {
  current,
  set,
  history,
  receipt,
  recipients: listRecipients,
  share,
  usage,
});
