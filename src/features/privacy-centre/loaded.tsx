import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { sharedCopy } from '@/copy/privacy/shared';
import type { CallState } from '@/features/call/use-call';
import { openShut, openStillShut, shutBy, type Shut } from '@/features/session/shut';
import { useIsShown } from '@/features/session/use-is-shown';
import { to } from '@/platform/navigate';
import { Button } from '@/ui/button';
import { FailureNotice } from '@/ui/failure-notice';
import { Loading } from '@/ui/loading';
import { Empty, ErrorState } from '@/ui/states';

export interface LoadedProps<T> {
  /** What `useLoaded` answers. */
  state: CallState<T> & { reload: () => Promise<unknown> };
  children: (data: T) => ReactNode;
}

/**
 * What was read, or why not: a guest gets a way to log in, an account that is shut is led to where it can be opened
 * again, and after a failed reload the older content stays under a notice.
 */
export function Loaded<T>(props: LoadedProps<T>) {
  return (
    <Shown.Provider value={useIsShown()}>
      <Content {...props} />
    </Shown.Provider>
  );
}

/** Whether the page is in view: from below another one nothing may lead away. */
const Shown = createContext(true);

function Content<T>({ state: { data, failure, isRunning, reload }, children }: LoadedProps<T>) {
  const retry = () => void reload();
  if (failure?.code === 'NOT_REGISTERED') return <GuestState />;
  const how = shutBy(failure?.code);
  if (how) return <LeadToShut how={how} lead={openShut} />;
  if (data === undefined) return failure ? <ErrorState error={failure} onRetry={retry} /> : <Loading />;
  return (
    <>
      <FailureNotice failure={failure} title={sharedCopy.stale}>
        <Button className="loaded-retry" size="mini" loading={isRunning} onTap={retry}>
          {sharedCopy.retry}
        </Button>
      </FailureNotice>
      {children(data)}
    </>
  );
}

/** Instead of an error: what a guest can do. */
export function GuestState({ title, text }: { title?: string; text?: string }) {
  return (
    <Empty title={title ?? sharedCopy.guest.title} text={text ?? sharedCopy.guest.text}>
      <Button kind="primary" className="to-login" onTap={to('pages/login/index', { next: 'back' })}>
        {sharedCopy.guest.login}
      </Button>
    </Empty>
  );
}

export interface LeadToShutProps {
  how: Shut;
  /** How that came to be known: by the session unless told. */
  lead?: (how: Shut) => void;
}

/** Takes the person of an account that is shut to the page that says what to do. */
export function LeadToShut({ how, lead = openStillShut }: LeadToShutProps) {
  const isShown = useContext(Shown);
  useEffect(() => {
    if (isShown) lead(how);
  }, [isShown, lead, how]);
  return (
    <Empty title={sharedCopy.shut[how]}>
      <Button
        className={`to-${how}`}
        onTap={() => {
          lead(how);
        }}
      >
        {sharedCopy.openShut}
      </Button>
    </Empty>
  );
}
