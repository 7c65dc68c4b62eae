import { account } from './account';
import { consent } from './consent';
import { operator } from './operator';
import { policy } from './policy';
import { request } from './request';
import { staff } from './staff';

/** Every operation of the system, by function. */
export const contracts = {
  account,
  consent,
  request,
  policy,
  reconcile: staff,
  retention: operator,
} as const;
