/** What `npm run migrate` says. */
export const migrateCopy = {
  usage: '用法：npm run migrate',
  progress: (migrated: number, older: number) =>
    `升了 ${String(migrated)} 行，还有 ${String(older)} 行是旧格式。`,
  left: (collection: string, rows: number) =>
    collection === 'requests'
      ? `${collection} 有 ${String(rows)} 行没有升：有人直接改过，照原样留着。`
      : `${collection} 有 ${String(rows)} 行还没有升，请再运行一次。`,
  unknown: (collection: string, rows: number) =>
    `${collection} 有 ${String(rows)} 行的格式，运行中的代码不认识，没有动。`,
  runbook: (file: string) => `怎么办：${file}`,
  done: '都是现在的格式。',
} as const;
