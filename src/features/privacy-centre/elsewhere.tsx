import { restart } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/states';

export interface ElsewhereProps {
  title: string;
  text: string;
  /** The words of the way home. */
  home: string;
}

/** On a page for an account in some state: that the account is in another one, and the way home. */
export function Elsewhere({ title, text, home }: ElsewhereProps) {
  return (
    <Empty title={title} text={text}>
      <Button
        kind="primary"
        className="to-home"
        onTap={() => {
          restart();
        }}
      >
        {home}
      </Button>
    </Empty>
  );
}
