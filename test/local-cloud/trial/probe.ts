import type { TrialFunction } from './trial-cloud';

/** A function on the unmodified node-sdk that does what its event's `action` says and tells what it sees. */
export const PROBE: TrialFunction = {
  source: `
    const cloudbase = require('@cloudbase/node-sdk');
    const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
    const db = app.database();
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    let calls = 0;
    const sees = (context) => {
      const { WX_OPENID, WX_APPID, TCB_SOURCE, TCB_ENV, TRIGGER_SRC } = cloudbase.getCloudbaseContext(context);
      return { openid: WX_OPENID, appid: WX_APPID, source: TCB_SOURCE, env: TCB_ENV, trigger: TRIGGER_SRC };
    };
    const actions = {
      identity: async (event, context) => ({ ...sees(context), variable: process.env.WX_OPENID, event }),
      linger: async ({ ms }, context) => {
        const before = process.env.WX_OPENID;
        await wait(ms);
        return { before, after: process.env.WX_OPENID, context: sees(context).openid, pid: process.pid };
      },
      context: async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() }),
      variables: async ({ names }) => Object.fromEntries(names.map((name) => [name, process.env[name]])),
      count: async () => ({ calls: ++calls, pid: process.pid }),
      spin: () => { for (;;); },
      wait: ({ ms }) => wait(ms),
      throws: () => { throw new Error('broken on purpose'); },
      exits: () => process.exit(3),
      rejectsLater: async () => { Promise.reject(new Error('nobody listens')); await wait(1000); },
      heap: () => { const kept = []; for (;;) kept.push(new Array(1000).fill(Math.random())); },
      buffers: () => { const kept = []; for (;;) kept.push(Buffer.alloc(1024 * 1024, 1)); },
      nothing: () => undefined,
      big: ({ bytes }) => 'x'.repeat(bytes),
      print: async () => { console.log('one line'); app.logger().info({ event: 'probe.printed', count: 1 }); },
      now: async () => ({
        now: Date.now(), fresh: new Date().getTime(), text: Date(), instance: new Date() instanceof Date,
        constructor: new Date().constructor === Date, given: new Date(0).toISOString(), parts: Date.UTC(2020, 0),
      }),
      add: async ({ value }) => db.collection('things').add({ value, at: db.serverDate() }),
      upload: ({ path, text }) => app.uploadFile({ cloudPath: path, fileContent: Buffer.from(text) }),
      metadata: ({ path }) => app.getUploadMetadata({ cloudPath: path }),
      addresses: ({ files }) => app.getTempFileURL({ fileList: files }),
      remove: ({ files }) => app.deleteFile({ fileList: files }),
      download: async ({ file }) => (await app.downloadFile({ fileID: file })).fileContent.toString(),
      read: async ({ id }) => (await db.collection('things').doc(id).get()).data,
      count3: async () => { for (let i = 0; i < 3; i++) await db.collection('things').count(); return 'counted'; },
      adds: async ({ values }) => { for (const value of values) await db.collection('things').add({ value }); },
      values: async () => (await db.collection('things').limit(1000).get()).data.map(({ value }) => value).sort(),
      clear: async () => db.collection('things').where({ _id: db.command.neq('') }).remove(),
      lock: async ({ id }) => {
        const transaction = await db.startTransaction();
        await transaction.collection('things').doc(id).update({ value: 'half-way' });
        await transaction.collection('things').doc(id).get();
        await transaction.commit();
      },
      overwrite: async ({ id, value }) => (await db.collection('things').doc(id).update({ value })).updated,
      call: async ({ name, data }) => (await app.callFunction({ name, data })).result,
      wxApi: async ({ apiName, requestData }) => (await app.callWxOpenApi({ apiName, requestData })).result,
    };
    exports.main = async (event, context) => actions[event.action ?? 'identity'](event, context);
  `,
  config: { permissions: { openapi: ['phonenumber.getPhoneNumber'] } },
};

/** A function on the unmodified wx-server-sdk that calls the open API its event names. */
export const WECHAT_PROBE: TrialFunction = {
  source: `
    const cloud = require('wx-server-sdk');
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async ({ api, data, who }) => {
      if (who) return cloud.getWXContext();
      const [namespace, name] = api.split('.');
      try {
        return await cloud.openapi[namespace][name](data);
      } catch (error) {
        return { errCode: error.errCode, errMsg: error.errMsg };
      }
    };
  `,
  config: {
    permissions: {
      openapi: [
        'phonenumber.getPhoneNumber',
        'subscribeMessage.send',
        'cloudbase.sendSms',
        'security.msgSecCheck',
      ],
    },
  },
};
