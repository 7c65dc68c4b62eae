/** Reads a request's bytes as a JSON object; undefined when they are not one. An empty body is the empty object. */
export function jsonObject(body: unknown): Record<string, unknown> | undefined {
  if (body === undefined || body === null) return {};
  if (!Buffer.isBuffer(body)) return undefined;
  if (body.length === 0) return {};
  try {
    // Not fastify's own reader: it drops or refuses `__proto__`, which a function must be seen to refuse itself.
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
