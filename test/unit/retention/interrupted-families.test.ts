import { eraseDue } from '../../../cloudfunctions/retention/erase';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { faultyStore, Killed } from '../../make/faulty-store';
import { families, jobOn, left } from './families';

setTestKeys();

describe('[P57] dying at any call while guardians are erased', () => {
  it.each(['before', 'after'] as const)('%s it took effect, forgets no child', async (when) => {
    for (let at = 1; ; at += 1) {
      const made = families();
      const faulty = faultyStore(made.store, at, when);
      const isOver = await eraseDue(jobOn(faulty)).then(
        () => true,
        (error: unknown) => !(error instanceof Killed),
      );
      expect(isOver).toBe(faulty.calls() < at);
      if (isOver) break;
      await eraseDue(jobOn(made));
      expect(left(made)).toEqual([]);
    }
  });
});
