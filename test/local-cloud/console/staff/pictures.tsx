import type { Output } from '../../../../src/contracts/operation';
import type { staff } from '../../../../src/contracts/staff';
import { copy } from '../copy';
import { Look } from './look';

type Picture = Output<typeof staff.picture>;

/** The pictures that a person added, one at a time. */
export function Pictures({ reading, reviewer }: { reading: Output<typeof staff.read>; reviewer: string }) {
  const { pictures: words } = copy.staff;
  const { id, attachments } = reading;
  const [first, ...more] = attachments.map(({ id: name, bytes }, index) => ({
    name,
    label: words.one(index + 1, bytes),
  }));
  if (!first) return null;
  return (
    <Look<string, Picture>
      title={words.title(attachments.length)}
      words={words}
      choices={[first, ...more]}
      asked={(attachment) => ({ action: 'picture', id, attachment })}
      reviewer={reviewer}
    >
      {({ picture }) => <img className="picture" src={picture} alt={words.shown} />}
    </Look>
  );
}
