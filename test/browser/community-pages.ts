import type { Page } from 'playwright-core';
import type { TestCloud } from '../make/cloud';
import { dataOf } from '../make/expect-answer';
import { makePerson, type Person } from '../make/person';

/** The city of those who have one. */
export const WUHAN = '420100';

/** Types into a field of the page in view. */
export const writeIn = (page: Page, selector: string, words: string) =>
  page.locator(`${selector}:visible`).locator('input, textarea').fill(words);
/** Taps the first such part of the page in view. */
export const press = (page: Page, selector: string) => page.locator(`${selector}:visible`).first().click();
/** Resolves when the words are in view. */
export const sees = (page: Page, words: string) =>
  page.getByText(words).filter({ visible: true }).first().waitFor();

let attempts = 0;
/** Publishes past the pages; answers the proposal's id. */
export async function publish(by: Person, more: object = {}): Promise<string> {
  attempts += 1;
  const words = { attempt: `b${String(attempts)}`, title: '按档收费', text: '分三档。\n\n每年投票。' };
  return String(dataOf(await by.call('community', 'publish', { ...words, ...more }))['id']);
}
/** Takes the city for their own, past the pages. */
export const inCity = (by: Person) => by.call('account', 'switchCity', { code: WUHAN });

/** Somebody else who is registered. */
export async function neighbourOn(cloud: TestCloud): Promise<Person> {
  const person = makePerson(cloud);
  dataOf(await person.register());
  return person;
}
