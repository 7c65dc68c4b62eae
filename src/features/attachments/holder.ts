import type { Failure, Result } from '@/contracts/result';

/** What pictures lie with, a request or a proposal: how one is added, opened and taken away. */
export interface PictureHolder {
  /** Base64 of a file. */
  add: (picture: string) => Promise<Result<unknown>>;
  open: (id: string) => Promise<Result<{ picture: string }>>;
  remove: (id: string) => Promise<Result<unknown>>;
}

/** How sending went: how many are not there, and why the first of them is not. */
export interface Sent {
  unsent: number;
  failure?: Failure;
}

/** Sends pictures, one a call, for a call takes about 1 MB; one failure stops no other. */
export async function sendTo(holder: PictureHolder, pictures: readonly string[]): Promise<Sent> {
  const failures: Failure[] = [];
  for (const picture of pictures) {
    const result = await holder.add(picture);
    if (!result.ok) failures.push(result.error);
  }
  const [failure] = failures;
  return { unsent: failures.length, ...(failure && { failure }) };
}
