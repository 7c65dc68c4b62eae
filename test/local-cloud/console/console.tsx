import { useSyncExternalStore, type ReactElement } from 'react';
import { CollectionsTab } from './collections';
import { copy } from './copy';
import { FaultsTab } from './faults';
import { FunctionsTab } from './functions';
import { HealthTab } from './health';
import { LogsTab } from './logs';
import { OutboxTab } from './outbox';
import { StaffTab } from './staff/staff-tab';
import { TimersTab } from './timers';

const tabs = {
  staff: StaffTab,
  health: HealthTab,
  collections: CollectionsTab,
  functions: FunctionsTab,
  timers: TimersTab,
  outbox: OutboxTab,
  logs: LogsTab,
  faults: FaultsTab,
} as const satisfies Record<keyof typeof copy.tabs, () => ReactElement>;

type Tab = keyof typeof tabs;

const isTab = (name: string): name is Tab => Object.hasOwn(tabs, name);
const groups = {
  staff: ['staff'],
  operator: ['health'],
  developers: ['collections', 'functions', 'timers', 'outbox', 'logs', 'faults'],
} as const satisfies Record<keyof typeof copy.groups, readonly Tab[]>;

/** The page: staff's queue, and what developers want to see. The address keeps the tab. */
export function Console() {
  const name = useSyncExternalStore(followAddress, () => location.hash.slice(1));
  const tab = isTab(name) ? name : 'staff';
  const Shown = tabs[tab];
  return (
    <>
      <header className="top">
        <h1 className="brand">
          <img src="/icon.svg" width="28" height="28" alt="" />
          {copy.title} <span className="where">{copy.where}</span>
        </h1>
        <a className="away" href="/">
          {copy.toWorkbench}
        </a>
      </header>
      <div className="desk">
        <nav aria-label={copy.nav}>
          {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
            <div key={group} className="group">
              <span className="soft small">{copy.groups[group]}</span>
              {groups[group].map((one) => (
                <a key={one} href={`#${one}`} aria-current={one === tab ? 'page' : undefined}>
                  {copy.tabs[one]}
                </a>
              ))}
            </div>
          ))}
        </nav>
        <main className="stack">
          <Shown />
        </main>
      </div>
    </>
  );
}

function followAddress(changed: () => void): () => void {
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('hashchange', changed);
  };
}
