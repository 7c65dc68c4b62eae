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

/** `GET /`, `/console` and `/app/`: files from folders, never cached, because they are rebuilt while one works. */
export async function pageDoors(app: FastifyInstance, folders: PageFolders): Promise<void> {
  const { appDir, workbenchDir, consoleDir } = folders;
  await app.register(fastifyStatic, { root: workbenchDir, serve: false, cacheControl: false });
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
    return Promise.resolve();
  });

  const show = (root: string, file: string, missing: string): string | { root: string; file: string } =>
    existsSync(join(root, file)) ? { root, file } : missing;

  app.get('/app', async (_request, reply) => reply.redirect('/app/'));
  app.get('/console', async (_request, reply) => reply.redirect('/console/'));
  const mounts = [
    {
      at: '/app/',
      root: appDir,
      fallback: true,
      missing: '小程序的 H5 版本还没有构建，请运行 npm run build:h5。',
    },
    { at: '/console/', root: consoleDir, fallback: false, missing: '控制台页面不存在。' },
    { at: '/', root: workbenchDir, fallback: false, missing: '工作台页面不存在。' },
  ];
  for (const { at, root, fallback, missing } of mounts) {
    app.get<{ Params: { '*': string } }>(`${at}*`, async (request, reply) => {
      const asked = request.params['*'] || 'index.html';
      const isFile = asked.includes('.');
      const found = show(root, fallback && !isFile ? 'index.html' : asked, missing);
      if (typeof found === 'string') return reply.code(404).type('text/plain; charset=utf-8').send(found);
      return reply.sendFile(found.file, found.root);
    });
  }
}
