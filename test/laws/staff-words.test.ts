import { staffCopy } from '../../cloudfunctions/copy/staff';
import { stateForStaff, stepInWords } from '../../cloudfunctions/copy/steps';
import { decisions } from '../../src/contracts/decisions';
import { keysOf, requestKinds, requestStates } from '../../src/contracts/request-vocabulary';

describe.each(keysOf(requestStates))('what staff read of a request that is %s', (state) => {
  it('speaks of its person, and never to them', () => {
    const [kind] = keysOf(requestKinds);
    const said = [
      stateForStaff(state),
      stepInWords('2026-03-02', 'staff', state),
      staffCopy.applied(state),
      staffCopy.impossible({ kind, state }, keysOf(decisions)[0], []),
      staffCopy.noLetter({ state }),
    ];
    expect(said.join('')).not.toContain('您');
  });
});
