import { recipients, type Recipient } from '../../src/contracts/data-map/recipients';

const table: Record<string, Recipient> = recipients;
const { visit } = recipients;

/** Edits one recipient as an operator would; the functions read the table at each use. Without a change, as it was. */
export function editVisit(change: Partial<Recipient> = {}): void {
  Object.assign(table, { visit: { ...visit, ...change } });
}
