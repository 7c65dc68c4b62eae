import { sweep } from '../../../cloudfunctions/retention/sweep';
import { setTestKeys } from '../../laws/arbitrary/environment';
import { memoryStore } from '../../make/memory-store';
import { transcribed } from '../../make/transcript';

setTestKeys();

it('[P34] asks for what is due, also of the column by which a life is counted', async () => {
  const { store, lines } = transcribed(memoryStore().store);
  await sweep({ store, wechat: undefined as never, now: new Date('2026-05-15T08:00:00.000Z') });
  const [changed] = lines.filter(
    (line) => line.startsWith('find accounts') && line.includes('phoneChangedAt'),
  );
  expect(changed).toContain('phoneChangedAt lt');
  const reduced = lines.filter((line) => /^find accounts .*first 500/.test(line));
  expect(reduced.length).toBeGreaterThan(1);
  for (const line of reduced) expect(line).toMatch(/At lt/);
});
