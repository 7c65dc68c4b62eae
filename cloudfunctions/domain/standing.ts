/** As much of an account as says whether it is there to stay. */
interface Standing {
  status: string;
  eraseAfter?: string | undefined;
}

/** Whether a cooling-off still runs: what `restore` asks, and what the pages may promise. */
export const isRestorable = ({ status, eraseAfter = '' }: Standing, now: Date): boolean =>
  status === 'frozen' && eraseAfter > now.toISOString();
