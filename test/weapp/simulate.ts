import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fakeWx, type FakeWx, type WxOptions } from './wx';

/** The part of miniprogram-simulate that is used here; it has no types of its own. */
interface Simulate {
  load(file: string, tag: string, options: { compiler: 'official'; rootPath: string; less: boolean }): string;
  render(id: string): SimulatedPage;
}

interface SimulatedNode {
  dom: HTMLElement;
  dispatchEvent(name: string, options?: { bubbles?: boolean; detail?: unknown }): void;
  toJSON(): { attrs: { name: string; value: unknown }[] };
  querySelector(selector: string): SimulatedNode | undefined;
  querySelectorAll(selector: string): SimulatedNode[];
}

interface SimulatedPage extends SimulatedNode {
  instance: Record<string, unknown> & { route?: string };
  attach(parent: Node): void;
  detach(): void;
}

/** One page of the built mini program, opened as WeChat would. */
export interface OpenPage {
  /** Everything to be read on it. */
  text(): string;
  has(selector: string): boolean;
  /** Each control that takes taps; of those that differ by a number or code alone, one. */
  controls(): { selector: string; at: number }[];
  /** A selector of each field that is typed into. */
  fields(): string[];
  /** Whether it is there, is something to be pressed, and is not disabled. */
  takesTaps(selector: string): boolean;
  /** Taps the `at`-th element (default the first) of a `.class`; throws when there is none. */
  tap(selector: string, at?: number): void;
  /** Taps as somebody who waits until the control is there and takes taps. */
  press(selector: string): Promise<void>;
  /** Types into the input inside (or at) a `.class`. */
  input(selector: string, value: string): void;
  /**
   * Lets WeChat answer a component, for instance `send('.ui-phone', 'getphonenumber', {code})`; several times at once
   * where told.
   */
  send(selector: string, event: string, detail: unknown, times?: number, at?: number): void;
  /** The attribute of the first element of a `.class`, for instance `aria-role`. */
  attribute(selector: string, name: string): unknown;
  /** Resolves when the text is on the page; rejects with what is there instead. */
  waitForText(text: string, milliseconds?: number): Promise<void>;
  /** The card that 转发 would send; undefined where WeChat offers none. */
  share(): unknown;
  close(): void;
}

/** A running mini program: the untouched build, with `wx` stubbed. */
export interface MiniProgram extends FakeWx {
  /** When it was launched, by `performance.now()`. */
  launchedAt: number;
  /** Opens a page by its route, for instance `pages/home/index`. */
  open(route: string, query?: Record<string, string>): OpenPage;
  /** WeChat finds no page for an address, an old link for instance. */
  openNothing(path: string): void;
  /**
   * Resolves with what the last call of a WeChat API was given, once there is one; taps are answered a moment later.
   */
  waitForCall(api: string): Promise<unknown>;
}

/** Milliseconds until what was awaited counts as missing; a busy machine starts a cloud function slowly. */
const PATIENCE = 15_000;
/** The roles of what is pressed; ui/accessible.ts gives every control one. */
const PRESSED = ['button', 'link', 'switch', 'radio', 'checkbox'];
const built = path.resolve(__dirname, '../../dist/weapp');

/**
 * Starts the built mini program. Call once in a test file whose first line is the jsdom docblock, since WeChat starts a
 * mini program once for each process: Taro keeps one application per module registry. `dist` is another's build.
 */
export function startMiniProgram(options: WxOptions, dist = built): MiniProgram {
  if (!existsSync(path.join(dist, 'app.js'))) throw new Error(`${dist} is missing: npm run build:weapp`);
  const fake = fakeWx(options);
  const app: { current?: Record<string, unknown> } = {};
  const open: SimulatedPage[] = [];
  const globals = globalThis as unknown as Record<string, unknown>;
  Object.assign(globals, {
    wx: fake.wx,
    App: (definition: Record<string, unknown>) => (app.current = definition),
    getApp: () => app.current,
    getCurrentPages: () => open.map((page) => page.instance),
  });
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- it reads `window` when loaded, after the globals
  const simulate = require('miniprogram-simulate') as Simulate;
  const Component = globals.Component as (definition: object) => void;
  globals.Page = (definition: Record<string, unknown>) => {
    Component(asComponent(definition));
  };
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a build, not a module of this project
  require(path.join(dist, 'app.js'));
  const launchedAt = performance.now();
  lifecycle(app.current, 'onLaunch', { path: '', query: {}, scene: 1001 });
  lifecycle(app.current, 'onShow', { path: '', query: {}, scene: 1001 });

  const loaded = new Map<string, string>();
  return {
    ...fake,
    launchedAt,
    waitForCall: async (api) => {
      const last = () => fake.calls.filter((call) => call.api === api).at(-1);
      await until(
        () => last() !== undefined,
        () => `${api} was not called, only ${fake.calls.map((call) => call.api).join(', ')}`,
      );
      return last()?.options;
    },
    openNothing(path) {
      lifecycle(app.current, 'onPageNotFound', { path, query: {}, isEntryPage: true });
    },
    open(route, query = {}) {
      const id =
        loaded.get(route) ??
        simulate.load(path.join(dist, route), 'page', { compiler: 'official', rootPath: dist, less: false });
      loaded.set(route, id);
      const page = simulate.render(id);
      const parent = document.createElement('div');
      document.body.append(parent);
      page.attach(parent);
      page.instance.route = route;
      open.push(page);
      lifecycle(page.instance, 'onLoad', query);
      lifecycle(page.instance, 'onShow');
      lifecycle(page.instance, 'onReady');
      return operate(page, () => {
        // A page that outgrows the levels of config/phone-size.ts is cut by a component, and its style with it.
        if (page.dom.querySelector('comp')) throw new Error(`${route} nests deeper than its templates`);
        lifecycle(page.instance, 'onUnload');
        open.splice(open.indexOf(page), 1);
        page.detach();
        parent.remove();
      });
    },
  };
}

/** The routes that app.json declares, subpackages included. */
export function declaredRoutes(): string[] {
  const app = JSON.parse(readFileSync(path.join(built, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages?: { root: string; pages: string[] }[];
  };
  return [
    ...app.pages,
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ];
}

/** The simulator knows components only; a page is one whose functions are all methods. */
function asComponent({ data, options, ...rest }: Record<string, unknown>): object {
  const methods = Object.fromEntries(Object.entries(rest).filter(([, value]) => typeof value === 'function'));
  return { data, options, methods };
}

function lifecycle(owner: Record<string, unknown> | undefined, name: string, argument?: unknown): void {
  const method = owner?.[name];
  if (typeof method === 'function')
    (method as (this: unknown, argument?: unknown) => void).call(owner, argument);
}

function operate(page: SimulatedPage, close: () => void): OpenPage {
  const text = () => page.dom.textContent;
  const find = (selector: string, at = 0): SimulatedNode => {
    const node = page.querySelectorAll(selector)[at];
    if (!node) throw new Error(`No ${selector} [${at}] on the page, which says: ${text()}`);
    return node;
  };
  const attribute = (selector: string, name: string, at = 0): unknown => {
    const wanted = name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
    return find(selector, at)
      .toJSON()
      .attrs.find((one) => one.name === wanted)?.value;
  };
  const takesTaps = (selector: string, at = 0) =>
    page.querySelectorAll(selector)[at] !== undefined &&
    PRESSED.includes(String(attribute(selector, 'aria-role', at))) &&
    attribute(selector, 'aria-disabled', at) !== 'true';
  const controls = () => {
    const kinds = new Map<string, { selector: string; at: number }>();
    const seen = new Map<string, number>();
    for (const { classList, textContent } of page.dom.querySelectorAll('[class]')) {
      const own = [...classList].at(-1)?.replace('page--', '') ?? '';
      const at = seen.get(own) ?? 0;
      seen.set(own, at + 1);
      // What has no name of its own is told by its words.
      const kind = own.startsWith('ui-button') ? textContent : own.replace(/_?[0-9A-Z-]+$/, '');
      if (!kinds.has(kind) && takesTaps(`.${own}`, at)) kinds.set(kind, { selector: `.${own}`, at });
    }
    return [...kinds.values()];
  };
  const fields = () =>
    [...page.dom.querySelectorAll('.page--ui-field')].map(
      ({ classList }) => `.${[...classList].at(-1)?.replace('page--', '') ?? ''}`,
    );
  return {
    text,
    close,
    controls,
    fields,
    share: () => {
      const { onShareAppMessage } = page.instance;
      return typeof onShareAppMessage === 'function'
        ? (onShareAppMessage as (from: object) => unknown).call(page.instance, { from: 'menu' })
        : undefined;
    },
    has: (selector) => page.querySelector(selector) !== undefined,
    tap: (selector, at) => {
      find(selector, at).dispatchEvent('tap');
    },
    takesTaps,
    press: async (selector) => {
      await until(
        () => takesTaps(selector),
        () => `${selector} takes no taps. The page says: ${text()}`,
      );
      find(selector).dispatchEvent('tap');
    },
    input: (selector, value) => {
      const node = page.querySelector(`${selector} .ui-field__input`) ?? find(selector);
      node.dispatchEvent('input', { detail: { value } });
    },
    send: (selector, event, detail, times = 1, at = 0) => {
      const node = find(selector, at);
      for (let time = 0; time < times; time += 1) node.dispatchEvent(event, { detail });
    },
    attribute,
    waitForText: (wanted, milliseconds) =>
      until(
        () => text().includes(wanted),
        () => `「${wanted}」 did not appear. The page says: ${text()}`,
        milliseconds,
      ),
  };
}

/** Resolves when the condition holds; rejects with the complaint when it does not come to hold in time. */
export async function until(
  condition: () => boolean,
  complaint: () => string,
  milliseconds = PATIENCE,
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
