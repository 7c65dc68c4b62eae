import { request } from 'node:http';

/** What an HTTP door answered. */
export interface HttpAnswer {
  status: number;
  text: string;
}

/**
 * Asks an HTTP door; with a body it is a POST of JSON. Rejects when the door cannot be reached. jsdom has no `fetch`.
 */
export const ask = (
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<HttpAnswer> =>
  new Promise((resolve, reject) => {
    const options = {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    };
    const call = request(address, options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    call.on('error', reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
