import { account } from './account';
import { community } from './community';
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
  community,
  reconcile: staff,
  retention: operator,
} as const;
