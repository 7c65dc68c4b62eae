import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROBE } from './trial/probe';
import { startTrialCloud, writeFunction } from './trial/trial-cloud';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'local-cloud-kill-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

it('leaves no function process and loses no acknowledged row when the cloud itself is killed', async () => {
  const functionsDir = join(home, 'functions');
  const data = join(home, 'data');
  await writeFunction(functionsDir, 'probe', PROBE);
  const lonely = spawn(process.execPath, [join(__dirname, 'trial/lonely-cloud.cjs'), data, functionsDir]);
  const [url] = (await once(createInterface({ input: lonely.stdout }), 'line')) as [string];
  const invoke = async (event: unknown) => {
    const response = await fetch(`${url}/invoke/probe`, { method: 'POST', body: JSON.stringify(event) });
    return (await response.json()) as { pid: number };
  };
  await invoke({ action: 'adds', values: ['kept', 'too'] });
  const { pid } = await invoke({ action: 'count' });
  lonely.kill('SIGKILL');
  await once(lonely, 'exit');
  await gone(pid);

  const next = await startTrialCloud({ probe: PROBE }, { dir: data });
  expect((await next.invoke('probe', { action: 'values' })).body).toEqual(['kept', 'too']);
  await next.stop();
}, 60_000);

/** Resolves when the process is no more; a process that stays fails the test by its time limit. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
