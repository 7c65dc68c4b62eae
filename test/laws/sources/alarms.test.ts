import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfAlarm } from './faults';

const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
const said = readme.replace(/\s+/g, ' ');

test('the README names every fault that somebody should be woken for', () => {
  const faults = faultsOfAlarm();
  expect(faults).toContain('rows left after erasing');
  expect(faults).toContain('deletion not acknowledged');
  expect(faults.filter((fault) => !said.includes(`\`${fault}\``))).toEqual([]);
});
