import { join } from 'node:path';
import { capabilityDrift } from './capabilities';
import { collectionDrift } from './collections';
import { outboundDrift } from './outbound';
import { interfaceDrift } from './privacy-interfaces';
import { asLine, sourcesUnder, type Finding, type Source } from './sources';
import { storageDrift } from './storage-keys';

/** Everything in which code and data map have drifted apart. */
export const drift = (sources: readonly Source[]): Finding[] =>
  [interfaceDrift, storageDrift, collectionDrift, capabilityDrift, outboundDrift].flatMap((check) =>
    check(sources),
  );

/** `npm run drift`: one line for each finding, and exit code 1 where there is any. */
if (require.main === module) {
  const findings = drift(sourcesUnder(join(__dirname, '../..'), 'src', 'cloudfunctions'));
  for (const finding of findings) console.log(asLine(finding));
  if (findings.length > 0) process.exitCode = 1;
}
