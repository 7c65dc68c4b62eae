'use strict';
/**
 * The inside of one function process: loads the built bundle, then runs one call at a time.
 * Plain CommonJS, because a process starts in the time Node and the bundle need and no more.
 * argv: the bundle's index.js, the clock's offset in milliseconds.
 */
const NativeDate = Date;
const machineNow = NativeDate.now;
let offset = Number(process.argv[3] ?? 0);

/** Time travel. `new Date()`, `Date()` and `Date.now()` shift; everything else stays the native Date. */
NativeDate.now = () => machineNow() + offset;
globalThis.Date = new Proxy(NativeDate, {
  construct: (target, args, newTarget) =>
    Reflect.construct(target, args.length === 0 ? [NativeDate.now()] : args, newTarget),
  apply: () => new NativeDate(NativeDate.now()).toString(),
});
NativeDate.prototype.constructor = globalThis.Date;

/** The structured log of `app.logger()`: one JSON line per entry, as the log service would keep it. */
console.__baseLog__ = (content, level) => {
  process.stdout.write(`${JSON.stringify({ level, ...content })}\n`);
};

// The parent decides when a process ends: Ctrl-C reaches the whole terminal group, a killed parent only the channel.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));

let main;
let loadError;
const began = performance.now();
try {
  main = require(process.argv[2]).main;
  if (typeof main !== 'function') loadError = 'index.js 没有导出 main';
} catch (error) {
  loadError = String(error?.stack ?? error);
}
process.send({ type: 'ready', loadMs: performance.now() - began, loadError });

let identityKeys = [];
process.on('message', (message) => {
  offset = message.offset;
  for (const key of identityKeys) delete process.env[key];
  Object.assign(process.env, message.identity);
  identityKeys = Object.keys(message.identity);
  const deadline = machineNow() + message.timeLimitMs;
  const context = {
    ...message.context,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - machineNow()),
  };
  run(JSON.parse(message.event), context).then(
    (result) => process.send({ type: 'answer', requestId: message.context.request_id, result }),
    (error) =>
      process.send({
        type: 'failure',
        requestId: message.context.request_id,
        message: String(error?.stack ?? error),
      }),
  );
});

/** Both forms the platform knows: a returned value or promise, and a third callback argument. */
async function run(event, context) {
  const value =
    main.length < 3
      ? await main(event, context)
      : await new Promise((resolve, reject) => {
          main(event, context, (error, result) => (error ? reject(error) : resolve(result)));
        });
  return JSON.stringify(value ?? null);
}
