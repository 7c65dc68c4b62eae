/** What a recipient knows of one person. */
export interface Received {
  reference: string;
  fields: Record<string, unknown>;
  /** Idempotency keys of every delivery taken, in order; a repeated one is taken once. */
  keys: string[];
  /** How often it was sent, repeats included. */
  sent: number;
}

/** A deletion that was asked. */
export interface AskedDeletion {
  reference: string;
  /** The fields to delete; empty: everything. */
  fields: string[];
  key: string;
  asked: number;
  state: 'accepted' | 'done';
}

/** What a recipient shows of itself. */
export interface RecipientState {
  recipient: string;
  answers: number | null;
  people: Received[];
  deletions: AskedDeletion[];
}

/** One recipient's own house: what it took, and how it deletes. It forgets all when the local cloud stops. */
export class ReferenceRecipient {
  private readonly people = new Map<string, Received>();
  private readonly deletions = new Map<string, AskedDeletion>();
  /** A status it answers instead of working, so that a recipient in trouble can be played. */
  answers: number | null = null;

  constructor(
    readonly id: string,
    readonly token: string,
    /** `later`: says 202 first and deletes by the next time it is asked. */
    private readonly deletes: 'at once' | 'later',
  ) {}

  /** Takes a delivery; the same key again changes nothing. */
  take(key: string, reference: string, fields: Record<string, unknown>): number {
    const known = this.people.get(reference) ?? { reference, fields: {}, keys: [], sent: 0 };
    const isRepeat = known.keys.includes(key);
    this.people.set(reference, {
      ...known,
      sent: known.sent + 1,
      ...(!isRepeat && { fields: { ...known.fields, ...fields }, keys: [...known.keys, key] }),
    });
    return isRepeat ? 200 : 201;
  }

  /** Deletes what it knows under a reference, at once or by the second time it is asked. */
  forget(key: string, reference: string, fields: string[]): number {
    const before = this.deletions.get(key);
    const asked = (before?.asked ?? 0) + 1;
    const isDone = this.deletes === 'at once' || asked > 1;
    this.deletions.set(key, { reference, fields, key, asked, state: isDone ? 'done' : 'accepted' });
    if (!isDone) return 202;
    const known = this.people.get(reference);
    if (!known) return 200;
    const left = Object.entries(known.fields).filter(([name]) => fields.length > 0 && !fields.includes(name));
    if (left.length === 0) this.people.delete(reference);
    else this.people.set(reference, { ...known, fields: Object.fromEntries(left) });
    return 200;
  }

  state(): RecipientState {
    return {
      recipient: this.id,
      answers: this.answers,
      people: [...this.people.values()],
      deletions: [...this.deletions.values()],
    };
  }
}
