import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Jest fixes a worker's zone at its start, so each zone gets a Node process of its own. */
const script = `
  require('tsx/cjs');
  const { beijingDay, endOfBeijingDay } = require('./cloudfunctions/domain/calendar/working-days');
  const { replyDeadline, coolingOffEnd, daysLeft } = require('./cloudfunctions/domain/calendar/deadlines');
  const rows = [];
  for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2026, 11, 1); at += 37 * 3600000) {
    const now = new Date(at);
    const { dueOn } = replyDeadline(now, 'access');
    rows.push([beijingDay(now), endOfBeijingDay(beijingDay(now)), dueOn, replyDeadline(now, 'question').dueOn,
      coolingOffEnd(now, 3), daysLeft(now, dueOn).workingDays]);
  }
  console.log(JSON.stringify({ offset: new Date(2026, 6, 1).getTimezoneOffset(), rows }));
`;

function answersIn(zone: string): { offset: number; rows: unknown[][] } {
  const out = execFileSync(process.execPath, ['-e', script], {
    cwd: join(__dirname, '../../..'),
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  return JSON.parse(out) as { offset: number; rows: unknown[][] };
}

it('[P59] every deadline of three years is the same on a machine in Shanghai, Los Angeles or Kiritimati', () => {
  const shanghai = answersIn('Asia/Shanghai');
  const west = answersIn('America/Los_Angeles');
  const east = answersIn('Pacific/Kiritimati');
  expect([shanghai.offset, west.offset, east.offset]).toEqual([-480, 420, -840]);
  expect(shanghai.rows.length).toBeGreaterThan(600);
  expect(west.rows).toEqual(shanghai.rows);
  expect(east.rows).toEqual(shanghai.rows);
});
