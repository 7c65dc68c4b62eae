import { connect } from '../../config/operate/connect';
import { verifyLedger } from '../../config/operate/verify-ledger';
import { operator } from '../../src/contracts/operator';
import { ownPeakMegabytes } from './peak-memory';

/** What a verification in this process cost. */
export interface VerifyCost {
  seconds: number;
  processorSeconds: number;
  peakMegabytes: number | undefined;
}

/**
 * Verifies the local cloud's ledger once and prints the cost as JSON; a ledger that is not in order is a failed bench.
 */
async function main(): Promise<void> {
  const { store, call } = connect();
  const key = await call(operator.signingKey, {});
  const before = process.cpuUsage();
  const began = performance.now();
  const verdict = await verifyLedger(store, new Date(), key.ok ? key.data.pem : undefined);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (!verdict.intact || !verdict.complete || !verdict.areSignaturesChecked)
    throw new Error(`the ledger is not in order: ${JSON.stringify(verdict.findings)}`);
  const cost: VerifyCost = {
    seconds,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: ownPeakMegabytes(),
  };
  process.stdout.write(JSON.stringify(cost));
}

void main();
