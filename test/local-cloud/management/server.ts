import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { generate } from 'selfsigned';
import Sign from 'tencentcloud-sdk-nodejs-common/tencentcloud/common/sign';
import { actions } from './actions';
import { ApiError, type Habits } from './request';
import { emptyEnvironment, type ManagedEnvironment } from './state';

/** The account's own key pair; another one, and another signature, is refused. */
export const ACCOUNT = { secretId: 'AKIDstandin', secretKey: 'standin-secret' };

/** What goes wrong with one call, counted from when this was said. */
export interface Fault {
  at: number;
  /** Counts calls that change something alone. */
  ofWrites?: true;
  /** Refused as not allowed; lost before it came; done, and its answer lost. */
  how: 'forbidden' | 'lost' | 'answer-lost';
}

/** CloudBase's management API on this machine, for the untouched SDK: behind the proxy that `http_proxy` names. */
export interface ManagementCloud {
  environments: Map<string, ManagedEnvironment>;
  habits: Habits;
  /** Every action that came, in order. */
  calls: string[];
  fault: Fault | undefined;
  /** For NODE_EXTRA_CA_CERTS. */
  certificate: string;
  port: number;
  close: () => void;
}

const hosts = ['tcb', 'scf', 'lowcode'].map((service) => `${service}.tencentcloudapi.com`);
const OURS = '{"ok":false,"error":{"code":"UNKNOWN_ACTION"}}';

/** Signs anew by Tencent's own SDK for its API, another one than the management SDK's. */
function isSigned(request: IncomingMessage, payload: Buffer): boolean {
  const { host = '', authorization, 'x-tc-timestamp': timestamp } = request.headers;
  const signed = Sign.sign3({
    method: 'POST',
    url: `https://${host}/`,
    payload,
    timestamp: Number(timestamp),
    service: host.split('.')[0] ?? '',
    ...ACCOUNT,
    multipart: false,
    boundary: '',
    headers: { 'Content-Type': 'application/json' },
  });
  return signed === authorization;
}

async function answerOf(cloud: ManagementCloud, request: IncomingMessage, payload: Buffer): Promise<object> {
  const action = String(request.headers['x-tc-action']);
  if (!request.headers.authorization?.includes(`Credential=${ACCOUNT.secretId}/`))
    throw new ApiError('AuthFailure.SecretIdNotFound');
  if (!isSigned(request, payload)) throw new ApiError('AuthFailure.SignatureFailure');
  const params = JSON.parse(payload.toString()) as Record<string, unknown>;
  const id = String(params['EnvId'] ?? params['Namespace']);
  const environment = cloud.environments.get(id);
  if (!environment) throw new ApiError('ResourceNotFound.Env');
  const act = actions[action];
  if (!act) throw new ApiError('InvalidAction');
  const { refuses } = cloud.habits;
  if (refuses?.action === action && payload.includes(refuses.of ?? '')) throw new ApiError(refuses.code);
  return act({ id, environment, params, habits: cloud.habits });
}

/** Whether an action changes something. */
export const isWrite = (action: string) => /^(?:Create|Update|Modify|Delete|Run|Batch|Publish)/.test(action);

/** What goes wrong with the newest call. */
function faultNow({ calls, fault }: ManagementCloud): Fault['how'] | undefined {
  if (!fault || (fault.ofWrites && !isWrite(calls.at(-1) ?? ''))) return undefined;
  const counted = fault.ofWrites ? calls.filter(isWrite) : calls;
  return counted.length === fault.at ? fault.how : undefined;
}

async function serve(
  cloud: ManagementCloud,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const payload = await buffer(request);
  cloud.calls.push(String(request.headers['x-tc-action']));
  const how = faultNow(cloud);
  if (how === 'lost') {
    response.destroy();
    return;
  }
  const reply = (Response: object) => {
    if (how === 'answer-lost') response.destroy();
    else
      response.end(
        JSON.stringify({ Response: { ...Response, RequestId: `r-${String(cloud.calls.length)}` } }),
      );
  };
  try {
    if (how === 'forbidden') throw new ApiError('UnauthorizedOperation.CamNoAuth');
    reply(await answerOf(cloud, request, payload));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    reply({ Error: { Code: error.code, Message: 'as the API would say it' } });
  }
}

/** `/code/<environment>/<function>/<version>` gives a zip. */
function serveCode(cloud: ManagementCloud, request: IncomingMessage, response: ServerResponse): void {
  const [, , env = '', name = '', version] = (request.url ?? '').split('/');
  const versions = cloud.environments.get(env)?.functions.get(name)?.versions ?? [];
  const found = versions.find(({ Version }) => Version === version);
  response.writeHead(found ? 200 : 404).end(Buffer.from(found?.zip ?? '', 'base64'));
}

/** Starts it with empty environments of these ids. */
export async function startManagementCloud(
  ids: readonly string[],
  habits: Partial<Habits> = {},
): Promise<ManagementCloud> {
  const made = await generate([{ name: 'commonName', value: 'stand-in' }], {
    keyType: 'ec',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  });
  const cloud: ManagementCloud = {
    environments: new Map(ids.map((id) => [id, emptyEnvironment()])),
    habits: {
      runsCommands: 'truly',
      tellsIds: true,
      refuses: undefined,
      busyFor: 0,
      answer: () => Promise.resolve(OURS),
      codeUrl: (name, version) =>
        `http://127.0.0.1:${String(cloud.port)}/code/${ids[0] ?? ''}/${name}/${version}`,
      ...habits,
    },
    calls: [],
    fault: undefined,
    certificate: made.cert,
    port: 0,
    close: () => {
      doors.close();
      doors.closeAllConnections();
      for (const socket of sockets) socket.destroy();
    },
  };
  const sockets = new Set<Socket>();
  const api = createSecureServer({ key: made.private, cert: made.cert }, (request, response) => {
    void serve(cloud, request, response);
  });
  const doors = createServer((request, response) => {
    serveCode(cloud, request, response);
  });
  doors.on('connect', (_request, socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    api.emit('connection', socket);
  });
  await new Promise<void>((ready) => doors.listen(0, '127.0.0.1', ready));
  cloud.port = (doors.address() as AddressInfo).port;
  return cloud;
}
