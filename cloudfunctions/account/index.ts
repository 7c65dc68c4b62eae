import { account } from '../../src/contracts/account';
import { serve } from '../platform/handler';
import { agree } from './agree';
import { certificate } from './certificate';
import { changePhone } from './change-phone';
import { correct, switchCity } from './correct';
import { askGuardian, guardianAnswer } from './ask-guardian';
import { deregister, restore } from './deregister';
import { exportAll } from './export';
import { register } from './register';
import { guardChild } from './guard-child';
import { lock, unlock } from './lock';
import { profile, sendSmsCode, session } from './session';
import { endGuardianship, wards } from './wards';

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
  askGuardian,
  guardianAnswer,
  guardChild,
  wards,
  endGuardianship,
  lock,
  unlock,
  certificate,
});
