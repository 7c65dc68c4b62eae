import { account } from '../../src/contracts/account';
import { serve } from '../platform/handler';
import { agree } from './agree';
import { certificate } from './certificate';
import { changePhone } from './change-phone';
import { correct, switchCity } from './correct';
import { deregister, restore } from './deregister';
import { exportAll } from './export';
import { register } from './register';
import { profile, sendSmsCode, session } from './session';

/** The function `account`: who the caller is, and the account's life. */
export const main = serve('account', account, {
  session,
  sendSmsCode,
  register,
  agree,
  profile,
  correct,
  changePhone,
  switchCity,
  export: exportAll,
  deregister,
  restore,
  certificate,
});
