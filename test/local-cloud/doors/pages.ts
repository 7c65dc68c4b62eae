import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where the pages lie. */
export interface PageFolders {
  appDir: string;
  workbenchDir: string;
  consoleDir: string;
}

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
  app.get('/app', async (_request, reply) => reply.redirect('/app/'));
  app.get('/console', async (_request, reply) => reply.redirect('/console/'));
  for (const { at, root, isApp, missing } of mounts) {
    app.get<{ Params: { '*': string } }>(`${at}*`, async (request, reply) => {
      const asked = request.params['*'] || 'index.html';
      const file = isApp && !asked.includes('.') ? 'index.html' : asked;
      const isInside = !file.split(/[/\\]/).includes('..');
      if (isInside && existsSync(join(root, file))) return reply.sendFile(file, root);
      return reply.code(404).type('text/plain; charset=utf-8').send(missing);
    });
  }
}
