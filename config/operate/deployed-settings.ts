import { smsWords } from '../../cloudfunctions/copy/messages';
import { LONGEST_COOLING_OFF } from '../../cloudfunctions/domain/calendar/deadlines';
import { deploymentCopy } from './copy-deployment';
import type { Variables } from './deployed-keys';

const isWhole = (text: string | undefined, from: number, to: number): boolean =>
  !text || (/^\d+$/.test(text) && Number(text) >= from && Number(text) <= to);

const names = Object.keys(smsWords);

function templateFaults({ SMS_TEMPLATES: text }: Variables): string[] {
  let given: unknown;
  try {
    given = JSON.parse(text ?? '{}');
  } catch {
    return [deploymentCopy.badTemplates];
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return [deploymentCopy.badTemplates];
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  const missing = names.filter((name) => !(given as Record<string, unknown>)[name]);
  return [
    ...(unknown.length > 0 ? [deploymentCopy.unknownTemplates(unknown)] : []),
    ...(missing.length > 0 ? [deploymentCopy.missingTemplates(missing)] : []),
  ];
}

/**
 * What is wrong with settings that a function would only stumble over when somebody needs it: a number that it refuses,
 * a template that the carrier or WeChat does not know.
 */
export const settingFaults = (variables: Variables): string[] => [
  ...(isWhole(variables['COOLING_OFF_DAYS'], 0, LONGEST_COOLING_OFF)
    ? []
    : [deploymentCopy.badCoolingOff(LONGEST_COOLING_OFF)]),
  ...(isWhole(variables['FREE_REQUESTS'], 1, Number.MAX_SAFE_INTEGER) ? [] : [deploymentCopy.badFree]),
  ...(['', 'true', 'false'].includes(variables['PLATFORM_CLOSED'] ?? '') ? [] : [deploymentCopy.badClosed]),
  ...(['SMS_TEMPLATE_ID', 'SUBSCRIBE_TEMPLATE_ID'] as const).flatMap((name) =>
    variables[name] ? [] : [deploymentCopy.noTemplate(name)],
  ),
  ...templateFaults(variables),
];
