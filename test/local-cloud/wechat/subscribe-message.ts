import { accepted, refused, type WeChatAnswer } from './answer';
import type { OpenApiCall } from './open-api';

/** The longest value of each kind of keyword that WeChat limits, by the letters before the keyword's number. */
const LIMITS: Partial<Record<string, number>> = {
  thing: 20,
  character_string: 32,
  number: 32,
  phrase: 5,
  name: 10,
  phone_number: 17,
  car_number: 8,
};

type Values = Record<string, { value: string | number }>;

/** `subscribeMessage.send`: one subscription message to one person. */
export function sendSubscribeMessage({ input, side }: OpenApiCall): WeChatAnswer {
  const { touser, template_id: template, data } = input;
  if (typeof touser !== 'string' || touser === '') return refused(40003);
  if (template !== side.templates.subscribe) return refused(40037);
  const fault = faultIn(data);
  if (fault !== undefined) return refused(47003, fault);
  if (side.declined.has(touser)) return refused(43101);
  side.outbox.add({
    to: touser,
    kind: 'subscribe',
    template: side.templates.subscribe,
    data: plain(data as Values),
    at: side.clock.now().toISOString(),
    ...(typeof input['page'] === 'string' && { page: input['page'] }),
  });
  return accepted();
}

function faultIn(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Object.keys(data).length === 0) return 'data is empty';
  for (const [key, entry] of Object.entries(data as Record<string, unknown>)) {
    const value = (entry as { value?: unknown } | null)?.value;
    if (value === undefined || value === null || value === '') return `data.${key}.value is empty`;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
    const limit = LIMITS[key.replace(/\d+$/, '')];
    if (text === undefined || (limit !== undefined && Array.from(text).length > limit))
      return `data.${key}.value invalid`;
  }
  return undefined;
}

function plain(data: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, String(value)]));
}
