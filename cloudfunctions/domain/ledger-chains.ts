import type { EventType } from '../../src/contracts/events';
import { followed, GENESIS, type Chain, type LedgerRow } from './ledger';
import type { Finding, LedgerFault } from './ledger-findings';

/** A row as a verification reads it, without its sealed content. */
export type ChainRow = Omit<LedgerRow, 'content'> & { _id: string };

/** One subject's chain as far as it was read. */
export interface ChainState {
  subject: string;
  chain: Chain;
  lastType?: EventType;
  /** The first thing wrong; what comes after is not judged. */
  finding?: Finding;
}

/** What the rest of the database says about a subject. */
export interface Known {
  account?: { chain: Chain; status: string };
  /** A certificate says that there was a chain, and that it is closed. */
  isCertified: boolean;
}

/** A chain of which nothing is read yet. */
export const emptyChain = (subject: string): ChainState => ({ subject, chain: { seq: 0, head: GENESIS } });

function faultOf({ chain }: ChainState, row: ChainRow): Chain | LedgerFault {
  if (row._id !== `${row.subject}.${String(row.seq)}`) return 'place';
  if (!Number.isInteger(row.seq) || row.seq <= chain.seq) return 'extra';
  return followed(chain, row);
}

/** The chain with its next row, in the order of `seq`. */
export function withRow(state: ChainState, row: ChainRow): ChainState {
  if (state.finding) return state;
  const next = faultOf(state, row);
  if (typeof next === 'string') {
    // A gap is where the missing row was; anything else is the row that is there.
    const missing = `${state.subject}.${String(state.chain.seq + 1)}`;
    return { ...state, finding: { fault: next, place: next === 'gap' ? missing : row._id } };
  }
  return { subject: state.subject, chain: next, lastType: row.type };
}

/** An erasure closes the chain before it takes the account away; a person who is neither leaving nor gone has none. */
const isClosing = ({ lastType }: ChainState, { status }: NonNullable<Known['account']>) =>
  lastType === 'account.erased' && status !== 'active';

function endFault(state: ChainState, { account, isCertified }: Known): LedgerFault | undefined {
  const { seq, head } = state.chain;
  if (!account) {
    if (seq === 0) return isCertified ? 'chain' : undefined;
    return state.lastType === 'account.erased' ? undefined : 'unclosed';
  }
  if (seq === 0) return 'chain';
  if (seq < account.chain.seq) return 'tail';
  if (seq === account.chain.seq) return head === account.chain.head ? undefined : 'head';
  return seq === account.chain.seq + 1 && isClosing(state, account) ? undefined : 'extra';
}

/** The first thing wrong with a whole chain, held against what the rest of the database says. */
export function judged(state: ChainState, known: Known): Finding | undefined {
  if (state.finding) return state.finding;
  const fault = endFault(state, known);
  return fault && { fault, place: `${state.subject}.${String(placeOf(fault, state.chain.seq))}` };
}

/** What is missing at the end is the row after the last; a row too many, or an account that disagrees, is the last. */
const placeOf = (fault: LedgerFault, seq: number) => (fault === 'extra' || fault === 'head' ? seq : seq + 1);
