import { operator as operations } from '../../src/contracts/operator';
import type { Output } from '../../src/contracts/operation';
import type { Result } from '../../src/contracts/result';
import { CannotOperate, command, exit, type Operator } from './connect';
import { shutdownCopy } from './copy-shutdown';

function dataOf<T>(result: Result<T>): T {
  if (!result.ok)
    // The dry run's own words: they name the setting.
    throw new CannotOperate(result.error.code === 'PLATFORM_OPEN' ? shutdownCopy.open : result.error.message);
  return result.data;
}

/** Everyone there is, page by page, each told to `each`; answers how many and how long erasing them takes. */
async function dryRun({ call }: Operator, by: string, each: (subject: string, status: string) => void) {
  let after: string | null = null;
  for (;;) {
    const page: Output<typeof operations.shutdownPlan> = dataOf(
      await call(operations.shutdownPlan, { by, ...(after !== null && { after }) }),
    );
    for (const { subject, status } of page.subjects) each(subject, status);
    if (page.next === null) return page;
    after = page.next;
  }
}

const options = { do: { type: 'boolean' }, confirm: { type: 'string' }, by: { type: 'string' } } as const;

if (require.main === module) {
  void command({ usage: shutdownCopy.usage, options }, async (on, { values, need }) => {
    const by = need('by');
    if (values.do !== true) {
      const { total, minutes, closed } = await dryRun(on, by, (subject, status) => {
        console.log(`${subject} ${shutdownCopy.statuses[status as keyof typeof shutdownCopy.statuses]}`);
      });
      console.log(shutdownCopy.plan(total, minutes));
      console.log(closed ? shutdownCopy.next : shutdownCopy.open);
      return exit.good;
    }
    const { frozen } = dataOf(await on.call(operations.shutdown, { confirm: need('confirm'), by }));
    console.log(shutdownCopy.done(frozen));
    return exit.good;
  });
}
