import { randomUUID } from 'node:crypto';
import { isIP } from 'node:net';
import tcb from '@cloudbase/node-sdk';
import { dataMap } from '../../src/contracts/data-map';
import type { Facts } from '../../src/contracts/data-map/grammar';
import type { Row } from './store';

/** The facts of a device, as the caller told them. */
export type Device = Partial<
  Pick<Facts<typeof dataMap.logins>, 'model' | 'system' | 'client' | 'language' | 'network'>
>;

/** Where CloudBase tells the caller's address: for any client, and for one inside WeChat. */
interface AddressFacts {
  TCB_SOURCE_IP?: string;
  WX_CLIENTIP?: string;
  WX_CLIENTIPV6?: string;
}

/** The network address that this call came from, by the platform's word alone; undefined where it says nothing. */
export function callerAddress(): string | undefined {
  const { TCB_SOURCE_IP, WX_CLIENTIP, WX_CLIENTIPV6 } = tcb.getCloudbaseContext() as AddressFacts;
  return [TCB_SOURCE_IP, WX_CLIENTIP, WX_CLIENTIPV6].find((address) => isIP(address ?? '') !== 0);
}

/** The row of the security log for an action, its facts sealed into the vault (P07, P36); it needs no database call. */
export async function loginRow(
  subject: string,
  action: Row<'logins'>['action'],
  device: Device | undefined,
  now: Date,
): Promise<Row<'logins'>> {
  const { vaultRow } = await import('./vault');
  const ip = callerAddress();
  return vaultRow(dataMap.logins, randomUUID(), {
    ...device,
    ...(ip && { ip }),
    subject,
    at: now.toISOString(),
    action,
  });
}
