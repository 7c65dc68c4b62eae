import { replace, type PageName } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { Empty } from '@/ui/states';

export interface NoSuchProps {
  title: string;
  text?: string;
  /** The words of the way on. */
  act: string;
  /** Where that leads: to those that there are. */
  page: PageName;
  className: string;
}

/** Where an address leads to nothing: that it does, and the way on. */
export function NoSuch({ act, page, className, ...words }: NoSuchProps) {
  return (
    <Empty {...words}>
      <Button
        className={className}
        onTap={() => {
          replace(page);
        }}
      >
        {act}
      </Button>
    </Empty>
  );
}
