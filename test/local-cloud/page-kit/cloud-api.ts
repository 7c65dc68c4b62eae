/** What a door answered, or the sentence to show instead, with a function's own code where it refused. */
export type Answer<T> = { ok: true; data: T } | { ok: false; message: string; code?: string };

const UNREACHABLE = '连不上本地云，请确认 npm start 还在运行。';

interface Refusal {
  message?: unknown;
  error?: { message?: unknown };
}

const sentence = (body: unknown, status: number): string => {
  const { message, error } = (body ?? {}) as Refusal;
  const told = error?.message ?? message;
  return typeof told === 'string' ? told : `本地云回答了 ${String(status)}。`;
};

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, init);
    const body: unknown = await response.json();
    return response.ok
      ? { ok: true, data: body as T }
      : { ok: false, message: sentence(body, response.status) };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}

/** Reads from a door. */
export const read = <T>(path: string): Promise<Answer<T>> => ask<T>(path);

/** Sends an object to a door. */
export const send = <T>(path: string, body: object = {}, method = 'POST'): Promise<Answer<T>> =>
  ask<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** Calls a function as the console does; its own refusal counts as one. */
export async function invoke<T>(name: string, event: object): Promise<Answer<T>> {
  const answer = await send<{ ok: boolean; data: T; error?: { code: string } }>(`/invoke/${name}`, event);
  if (!answer.ok) return answer;
  return answer.data.ok
    ? { ok: true, data: answer.data.data }
    : { ok: false, message: sentence(answer.data, 200), code: answer.data.error?.code ?? '' };
}
