import { turnsDown, type Decision } from '../../../src/contracts/decisions';
import { refusalReasons, type RefusalReason } from '../../../src/contracts/request-vocabulary';
import { canMove, moves, type SubjectMove } from '../../../cloudfunctions/domain/requests/moves';
import type { Desk, Typed } from './desk';

/** A row of staff, as typed. */
export type Decided = Typed & { decision: Decision; reviewer: string; reasonCode?: RefusalReason };
/** Something that somebody or the timer does to a request. */
export type Step =
  { do: 'move'; move: SubjectMove } | { do: 'look' } | { do: 'lapse' } | { do: 'decide'; typed: Decided };

type Request = ReturnType<Desk['request']>;

/** Where an applied decision leads, said without the code that applies it. */
function endOf(before: Request, { decision, reasonCode }: Decided): Request['state'] {
  if (decision === 'endorse') return before.decision === 'partly' ? 'partly' : 'refused';
  if (decision === 'return') return before.appeal === undefined ? 'in_review' : 'appealed';
  if (turnsDown(decision) && reasonCode && refusalReasons[reasonCode].class === 'must') return 'seconding';
  return moves[decision].to[0];
}

/** Takes a step; answers the state that it should have led to, nothing where it was refused. */
export async function take(desk: Desk, step: Step): Promise<Request['state'] | undefined> {
  const before = desk.request();
  switch (step.do) {
    case 'move': {
      const moved = await desk.move(step.move);
      // Made a moment ago, it is as good as made, and changes nothing.
      const isRepeated = before.history?.at(-1)?.move === step.move;
      expect(moved.ok).toBe(isRepeated || canMove(before, step.move));
      return moved.ok && !isRepeated ? moves[step.move].to[0] : undefined;
    }
    case 'look': {
      const looks = desk.audits().length;
      expect(await desk.look()).toMatchObject({ ok: true });
      expect(desk.audits()).toHaveLength(looks + 1);
      return before.state === 'verified' ? 'in_review' : undefined;
    }
    case 'lapse': {
      const isWaiting = before.state === 'submitted' || before.state === 'quoted';
      expect(await desk.lapse()).toEqual({ lapsed: Number(isWaiting) });
      return isWaiting ? 'cancelled' : undefined;
    }
    case 'decide': {
      const row = await desk.decide(step.typed);
      expect(['applied', 'rejected']).toContain(row['result']);
      expect(row['resultMessage']).toMatch(/^.+。$/u);
      return row['result'] === 'applied' ? endOf(before, step.typed) : undefined;
    }
  }
}
