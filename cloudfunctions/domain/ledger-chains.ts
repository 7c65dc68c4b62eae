import type { EventType } from '../../src/contracts/events';
import { followed, GENESIS, type Chain, type StoredRow } from './ledger';
import type { Finding, LedgerFault } from './ledger-findings';

/** One subject's chain as far as it was read. */
export interface ChainState {
  subject: string;
  chain: Chain;
  last?: { type: EventType; at: string };
  /** The first thing wrong; what comes after is not judged. */
  finding?: Finding;
}

/** What the rest of the database says about a subject. */
export interface Known {
  account?: { chain: Chain; status: string };
  /** A certificate says that there was a chain, and that it is closed. */
  isCertified: boolean;
  /** The journal says that the erasure is under way, so that the certificate is still to come. */
  isErasing: boolean;
  /** The instant before which a certificate has outlived its life. */
  horizon: string;
}

/** A chain of which nothing is read yet. */
export const emptyChain = (subject: string): ChainState => ({ subject, chain: { seq: 0, head: GENESIS } });

function faultOf({ chain }: ChainState, row: StoredRow): Chain | LedgerFault {
  if (row._id !== `${row.subject}.${String(row.seq)}`) return 'place';
  if (!Number.isInteger(row.seq) || row.seq <= chain.seq) return 'extra';
  return followed(chain, row);
}

/** The chain with its next row, in the order of `seq`. */
export function withRow(state: ChainState, row: StoredRow): ChainState {
  if (state.finding) return state;
  const next = faultOf(state, row);
  if (typeof next === 'string') {
    // A gap is where the missing row was; anything else is the row that is there.
    const missing = `${state.subject}.${String(state.chain.seq + 1)}`;
    return { ...state, finding: { fault: next, place: next === 'gap' ? missing : row._id } };
  }
  return { subject: state.subject, chain: next, last: { type: row.type, at: row.at } };
}

type Last = NonNullable<ChainState['last']>;

/** An erasure closes the chain before it takes the account away; a person who is neither leaving nor gone has none. */
const isClosing = ({ type }: Last, { status }: NonNullable<Known['account']>) =>
  type === 'account.erased' && status !== 'active';

/**
 * Of somebody without an account. That the last row closes the chain proves nothing by itself, for it holds no secret
 * and anyone who writes to the database can append it: the erasure must be certified, or under way. A certificate comes
 * after the closing and lives from then on, so that one is missing only where the closing is within its life.
 */
function goneFault({ type, at }: Last, { isCertified, isErasing, horizon }: Known): LedgerFault | undefined {
  if (type !== 'account.erased') return 'unclosed';
  return isCertified || isErasing || at < horizon ? undefined : 'uncertified';
}

function endFault({ chain: { seq, head }, last }: ChainState, known: Known): LedgerFault | undefined {
  const { account, isCertified } = known;
  if (!last) return account || isCertified ? 'chain' : undefined;
  if (!account) return goneFault(last, known);
  if (seq < account.chain.seq) return 'tail';
  if (seq === account.chain.seq) return head === account.chain.head ? undefined : 'head';
  return seq === account.chain.seq + 1 && isClosing(last, account) ? undefined : 'extra';
}

/** The first thing wrong with a whole chain, held against what the rest of the database says. */
export function judged(state: ChainState, known: Known): Finding | undefined {
  if (state.finding) return state.finding;
  const fault = endFault(state, known);
  return fault && { fault, place: `${state.subject}.${String(placeOf(fault, state.chain.seq))}` };
}

/** Faults of the last row that is there; what is missing at the end would be the row after it. */
const ofLast: readonly LedgerFault[] = ['extra', 'head', 'uncertified'];
const placeOf = (fault: LedgerFault, seq: number) => (ofLast.includes(fault) ? seq : seq + 1);
