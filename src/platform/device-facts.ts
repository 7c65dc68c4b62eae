import { longestOfDevice } from '@/contracts/data-map/longest';

/** What is told of the phone with an action on the account; nothing that could not be read is there. */
export type DeviceFacts = { -readonly [K in keyof typeof longestOfDevice]?: string };

type Name = keyof DeviceFacts;
const names = Object.keys(longestOfDevice) as Name[];

/** Facts as the contract takes them: of the declared names alone, cut to length, blank ones left out. */
export function asDeviceFacts(read: { readonly [K in Name]?: unknown }): DeviceFacts {
  const facts: DeviceFacts = {};
  for (const name of names) {
    const value = read[name];
    if (typeof value !== 'string') continue;
    // Control characters are refused by the contract; a phone's maker may put anything into a model's name.
    const clean = value
      .replace(/[\u0000-\u001f\u007f]/g, ' ')
      .slice(0, longestOfDevice[name])
      .trim();
    if (clean !== '') facts[name] = clean;
  }
  return facts;
}
