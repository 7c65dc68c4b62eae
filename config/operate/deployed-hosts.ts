import { connectionsIn, type ConnectionFault } from '../../cloudfunctions/platform/connections';
import { recipients } from '../../src/contracts/data-map/recipients';
import { deploymentCopy } from './copy-deployment';
import type { Variables } from './deployed-keys';

/** An address that travels in the clear; only this machine itself may be spoken to so. */
const clear = /\b(?:http|ws):\/\/(?!127\.0\.0\.1\b)/i;

/** Whether a text holds an address that is not encrypted. */
export const isClear = (text: string): boolean => clear.test(text);

const sentences: Readonly<Record<ConnectionFault['fault'], (fault: ConnectionFault) => string>> = {
  malformed: () => deploymentCopy.recipients.malformed,
  unknown: () => deploymentCopy.recipients.unknown,
  elsewhere: ({ recipient }) =>
    deploymentCopy.recipients.elsewhere(recipient?.name ?? '', recipient?.hosts ?? []),
};

function recipientFaults(text: string): string[] {
  // Plain http is told already, where every variable is looked at for it.
  if (isClear(text)) return [];
  const read = connectionsIn(text);
  return 'fault' in read ? [sentences[read.fault](read)] : [];
}

/** The key service is asked over https, whether its setting says so or names the host alone. */
function keyServiceFaults(endpoint: string): string[] {
  if (isClear(endpoint)) return [];
  const { hosts } = recipients.cloud;
  const host = endpoint.replace(/^https:\/\//i, '').replace(/\/$/, '');
  return (hosts as readonly string[]).includes(host) ? [] : [deploymentCopy.otherKeyService(hosts)];
}

/** What is wrong with the hosts to which these variables lead: data goes to those that the map declares alone (P32). */
export const hostFaults = ({ RECIPIENTS, KMS_ENDPOINT }: Variables): string[] => [
  ...(RECIPIENTS ? recipientFaults(RECIPIENTS) : []),
  ...(KMS_ENDPOINT ? keyServiceFaults(KMS_ENDPOINT) : []),
];
