import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import alarms from '../../../config/operate/alarms.json';
import { runbookOf } from '../../../config/operate/runbooks';
import { signals } from '../../../src/contracts/health';
import packageJson from '../../../package.json';
import { faultsOfAlarm } from './faults';

const folder = 'config/operate/runbooks';
const runbooks = readdirSync(folder);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** Commands that look at a cloud. */
const connected = Object.entries(packageJson.scripts).flatMap(([name, script]) => {
  const source = /tsx (config\/\S+\.ts)/.exec(script)?.[1];
  return source !== undefined && /command\(|cloudbaseManagement/.test(readFileSync(source, 'utf8'))
    ? [name]
    : [];
});

test('commands that look at a cloud are known', () => {
  expect(connected).toEqual(
    expect.arrayContaining(['cloud', 'health', 'verify', 'migrate', 'journal', 'shutdown']),
  );
});

describe('the runbooks', () => {
  test('there is one for each signal and each alarm', () => {
    const named = [...Object.values(signals).map(({ run }) => run), ...alarms.map(({ runbook }) => runbook)];
    expect([...new Set(named)].filter((name) => !existsSync(runbookOf(name)))).toEqual([]);
  });

  test('and for a restore, a change of keys, a breach, a year without a notice and the end', () => {
    for (const name of ['restore', 'key-rotation', 'breach', 'calendar', 'closing'])
      expect(runbooks).toContain(`${name}.md`);
  });

  test.each(runbooks)('%s leads to runbooks, commands and files that are there', (file) => {
    const linked = [...text(file).matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, name = '']) => name);
    expect(linked.filter((name) => !runbooks.includes(name))).toEqual([]);
    const commands = [...text(file).matchAll(/npm run ([a-z:-]+)/g)].map(([, name = '']) => name);
    expect(commands.filter((name) => !(name in packageJson.scripts))).toEqual([]);
    // Without it a command looks at the cloud of this machine, and would say that all is well with the wrong data.
    const here = [...text(file).matchAll(/`(npm run [^`]+)`/g)].flatMap(([, line = '']) =>
      connected.includes(line.split(' ')[2] ?? '') && !line.includes(' --env ') ? [line] : [],
    );
    expect(here).toEqual([]);
    const files = [...text(file).matchAll(/`((?:src|cloudfunctions|config)\/[^`]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect(files.filter((name) => !existsSync(name))).toEqual([]);
  });
});

describe('the alarm rules', () => {
  test('ask for every fault that is logged as an error, once', () => {
    const asked = alarms.flatMap(({ faults }) => faults);
    expect([...asked].sort()).toEqual(faultsOfAlarm().sort());
  });
});
