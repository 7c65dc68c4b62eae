import alarms from '../operate/alarms.json';
import { runbookOf } from '../operate/runbooks';
import { cloudCopy } from './copy';

/** One rule as the form of 云开发, 日志与监控, 告警 takes it. */
export interface AlarmRule {
  name: string;
  /** In the language of 日志服务 CLS. */
  query: string;
  condition: string;
  everyMinutes: number;
  runbook: string;
}

/** The rules of `alarms.json` with their queries; a run that failed without words of ours is the last. */
export const alarmRules = (): AlarmRule[] => [
  ...alarms.map(({ name, faults, over, everyMinutes, runbook }) => ({
    name,
    query: `${faults.map((fault) => `fault:"${fault}"`).join(' OR ')} | SELECT COUNT(*) AS found`,
    condition: `$1.found > ${String(over)}`,
    everyMinutes,
    runbook: runbookOf(runbook),
  })),
  {
    name: cloudCopy.timerAlarm,
    query: `action:"timer" | SELECT COUNT_IF(failed <> '') AS found`,
    condition: '$1.found > 3',
    everyMinutes: 60,
    runbook: runbookOf('reconcile'),
  },
];
