import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startManagementCloud } from '../local-cloud/management/server';
import { openTerminal } from '../make/cloud-command';
import { makeOperator } from '../make/operator-file';

/** The most that setting up may take: milliseconds of a plan, and calls of an apply from empty. */
const BOUNDS = { planMs: 5000, applyCalls: 60 };
const ENV = 'bench-1a2b3c';

/** What it costs to plan and to set up an environment, against the stand-in for the management API. */
export interface CloudPlan {
  /** From the start of the process. */
  planMs: number;
  applyCalls: number;
  /** Of a second apply, which does nothing. */
  againCalls: number;
}

/** Plans, applies and applies again, with the functions as built. */
export async function benchCloudPlan(): Promise<CloudPlan> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-operator-'));
  const file = join(dir, 'operator.json');
  const { secrets, file: content } = makeOperator();
  writeFileSync(file, JSON.stringify(content));
  const cloud = await startManagementCloud([ENV]);
  const began = performance.now();
  const terminal = openTerminal(cloud);
  const run = async (command: string): Promise<number> => {
    cloud.calls.length = 0;
    const { code, stderr } = await terminal.run([command, '--env', ENV, '--file', file], secrets);
    if (code !== 0) throw new Error(`${command}: ${stderr}`);
    return cloud.calls.length;
  };
  try {
    await run('plan');
    const planMs = performance.now() - began;
    return { planMs, applyCalls: await run('apply'), againCalls: await run('apply') };
  } finally {
    terminal.close();
    cloud.close();
    rmSync(dir, { recursive: true });
  }
}

/** The figures as lines to print. */
export const formatCloudPlan = ({ planMs, applyCalls, againCalls }: CloudPlan): string =>
  [
    `plan, from the start of its process   ${(planMs / 1000).toFixed(1)} s   at most ${String(BOUNDS.planMs / 1000)} s`,
    `apply to an empty environment         ${String(applyCalls)} calls   at most ${String(BOUNDS.applyCalls)}`,
    `apply once more, which does nothing   ${String(againCalls)} calls`,
  ].join('\n');
