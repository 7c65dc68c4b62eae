import { functions } from '../../../config/functions';
import { Fault } from '../../../cloudfunctions/platform/fault';
import { runSteps } from '../../../cloudfunctions/platform/steps';
import { eraseDue, ERASING_MS } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { expectErased, jobOn, town } from './leavers';

setTestKeys();
const logged: unknown[] = [];
jest.mock('../../../cloudfunctions/platform/log', () => ({
  log: (...line: unknown[]) => void logged.push(line),
}));
beforeEach(() => {
  logged.length = 0;
});

describe('the steps of a run', () => {
  const job = jobOn(town());

  it('all run though one of them fails, which is logged and named', async () => {
    const ran: string[] = [];
    const step = (name: string, counts: Record<string, number>) => () => {
      ran.push(name);
      return Promise.resolve(counts);
    };
    const broken = () => Promise.reject(new Fault('a step is broken'));
    const steps = { first: step('first', { swept: 1 }), broken, last: step('last', { anchored: 2 }) };
    expect(await runSteps('retention', job, steps)).toEqual({ swept: 1, anchored: 2, failed: ['broken'] });
    expect(ran).toEqual(['first', 'last']);
    expect(logged).toEqual([
      ['error', { function: 'retention', action: 'broken', fault: 'a step is broken' }],
    ]);
  });

  it('name nobody when none fails', async () => {
    expect(await runSteps('retention', job, { first: () => Promise.resolve({}) })).toEqual({ failed: [] });
    expect(logged).toEqual([]);
  });
});

describe('a long night', () => {
  it('[P57] begins no batch when its time is over, and the next run goes on', async () => {
    const made = town();
    expect(await eraseDue(jobOn(made), () => false)).toEqual({ erased: 0, left: 0 });
    expect(made.rows('erasures')).toEqual([]);
    expect(await eraseDue(jobOn(made), () => true)).toEqual({ erased: 2, left: 0 });
    expectErased(made);
  });

  it('leaves the steps after it five minutes of what the function may take', () => {
    expect((functions['retention']?.timeout ?? 0) * 1000 - ERASING_MS).toBeGreaterThanOrEqual(5 * 60_000);
  });
});
