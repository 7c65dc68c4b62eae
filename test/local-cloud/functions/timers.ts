import { Cron } from 'croner';
import type { Clock } from '../clock';
import type { Upkeep } from '../upkeep';
import type { CloudFunctions, Invocation } from './cloud-functions';

/** A timer as the console shows it. */
interface TimerState {
  function: string;
  trigger: string;
  config: string;
  nextRun: string | null;
}

/** Runs the timer functions at their times, or now. */
export interface Timers {
  list(): TimerState[];
  /** Runs a timer function now; undefined when the function has no timer. */
  run(functionName: string): Promise<Invocation | undefined>;
  stop(): void;
}

/**
 * Schedules every timer by the machine's time (travelling does not ring the bell; `run` does). Overlapping runs
 * are allowed, as on the platform.
 */
export function createTimers(
  functions: CloudFunctions,
  clock: Clock,
  upkeep: Upkeep,
  scheduled: boolean,
): Timers {
  const run = async (name: string, trigger: string): Promise<Invocation> => {
    const Time = clock
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    const event = { Type: 'Timer', TriggerName: trigger, Time, Message: '' };
    const invocation = await functions.invoke(name, event, { kind: 'timer' });
    // Whoever sees this answer may look at the disk: what the run erased must be gone from there.
    await upkeep.sweep();
    return invocation;
  };
  const jobs = functions.list().flatMap(({ name, triggers }) =>
    triggers.map((trigger) => ({
      function: name,
      trigger: trigger.name,
      config: trigger.config,
      cron: new Cron(
        trigger.config,
        { mode: '7-part', timezone: 'Asia/Shanghai', paused: !scheduled, unref: true },
        () => run(name, trigger.name).then(undefined, report),
      ),
    })),
  );
  return {
    list: () => jobs.map(({ cron, ...job }) => ({ ...job, nextRun: cron.nextRun()?.toISOString() ?? null })),
    run: async (name) => {
      const trigger = functions.find(name)?.triggers[0];
      return trigger === undefined ? undefined : run(name, trigger.name);
    },
    stop: () => {
      for (const { cron } of jobs) cron.stop();
    },
  };
}

function report(error: unknown): void {
  console.error('定时触发失败', error);
}
