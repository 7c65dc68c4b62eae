import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { pageBundle } from './page-bundle';

/** Where the pages lie. */
export interface PageFolders {
  appDir: string;
  workbenchDir: string;
  consoleDir: string;
}

/** Our own pages run only what this machine serves, and show only our own frames. */
const POLICY = [
  "default-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

interface Mount {
  at: string;
  root: string;
  /** Whether an address without a file of its own shows the first page: it belongs to the page's own router. */
  isApp: boolean;
  missing: string;
}

/** `GET /`, `/console` and `/app/`: files from folders, never cached, because they are rebuilt while one works. */
export async function pageDoors(app: FastifyInstance, folders: PageFolders): Promise<void> {
  const { appDir, workbenchDir, consoleDir } = folders;
  const mounts: readonly Mount[] = [
    { at: '/app/', root: appDir, isApp: true, missing: '小程序的 H5 版本还没有构建，请重新运行 npm start。' },
    { at: '/console/', root: consoleDir, isApp: false, missing: '控制台没有这个页面。' },
    { at: '/', root: workbenchDir, isApp: false, missing: '工作台没有这个页面。' },
  ];
  await app.register(fastifyStatic, { root: workbenchDir, serve: false, cacheControl: false });
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return Promise.resolve();
  });
  for (const [name, folder] of [
    ['workbench', workbenchDir],
    ['console', consoleDir],
  ] as const) {
    const bundle = pageBundle(folder);
    app.get(`/pages/${name}.js`, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send((await bundle()).script),
    );
    app.get(`/pages/${name}.css`, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send((await bundle()).style),
    );
  }
  app.get('/app', async (_request, reply) => reply.redirect('/app/'));
  app.get('/console', async (_request, reply) => reply.redirect('/console/'));
  for (const { at, root, isApp, missing } of mounts) {
    app.get<{ Params: { '*': string } }>(`${at}*`, async (request, reply) => {
      const asked = request.params['*'] || 'index.html';
      const file = isApp && !asked.includes('.') ? 'index.html' : asked;
      if (!isApp) void reply.header('content-security-policy', POLICY);
      const isInside = !file.split(/[/\\]/).includes('..');
      if (isInside && existsSync(join(root, file))) return reply.sendFile(file, root);
      return reply.code(404).type('text/plain; charset=utf-8').send(missing);
    });
  }
}
