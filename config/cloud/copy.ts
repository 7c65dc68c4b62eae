import type { Setting } from './steps';

const list = (names: readonly string[]) => names.join('、');

/** What becomes of newer rows under code that knows so many changes of schemas; who knows none sees no versions. */
const older = (knows: number): string =>
  knows === 0
    ? '它还不看数据的格式，会照旧规则读写全部数据，并把每个请求都当成被人改过而停下。'
    : '那些数据不会丢也不会被改，只是停着不动，用到的人会看到“平台正在更新”。新代码请在一天之内回来。';

const importModels = (names: readonly string[]) =>
  `导入 config/console 里的 ${list(names.map((name) => `${name}.json`))}，接到已有的同名集合上`;

const staffMay = (reads: readonly string[], fills: readonly string[]) =>
  `给 STAFF 里写的人一个角色，只能看 ${list(reads)}，能看、新建和修改 ${list(fills)}，别的都不给`;

/** Places of the operator's file that have a form of their own. */
const shapes: Readonly<Record<string, string>> = {
  '': '整个文件',
  appid: 'appid（是 wx 加 16 个 0 到 9、a 到 f）',
};

/** What is derived of what is done by hand. */
interface ByHand {
  hasModels: boolean;
  /** Data models that staff look at, and those that they fill. */
  reads: readonly string[];
  fills: readonly string[];
  /** How many kinds of information the privacy guideline declares. */
  guidelines: number;
  positions: readonly string[];
  openapi: readonly string[];
}

/** What `npm run cloud` says: plain sentences, no value of any variable. */
export const cloudCopy = {
  usage: [
    '用法：npm run cloud -- plan|apply|verify|rollback|upload --env 环境编号 [--file operator.json] [--functions dist/cloudfunctions]',
    '  plan      看现在有什么、缺什么、要做什么，什么都不改',
    '  apply     照计划做；中断了再运行一次，会从断的地方接着做；--change 变量名 表示真的要改掉或去掉它，几个用逗号隔开',
    '  verify    重新核对一遍，让每个云函数答一句话，再让一个测试账号从注册走到清除；加 --look 只看，不写任何东西',
    '  rollback  把最近一次部署的云函数退回上一个版本；加 --do 才真的退',
    '  upload    上传小程序，另外要 --key 密钥文件',
    '钥匙用环境变量给：TENCENTCLOUD_SECRETID、TENCENTCLOUD_SECRETKEY、MASTER_KEY（或 MASTER_KEY_KMS）、LOOKUP_KEY、SIGNING_KEY、RECIPIENTS，换主密钥时还有 MASTER_KEY_PREVIOUS。',
    '运营者文件写 {"region": "ap-shanghai", "appid": "wx…", "variables": {"STAFF": {"姓名": "reviewer"}, …}}。',
  ].join('\n'),
  noEnvironment: '请用 --env 写云环境的编号，在云开发控制台的首页看得到。',
  noChange: (name: string) => `--change 后面的“${name}”不是能改的变量，也不是 data。请照 plan 说的写。`,
  notTaken: (command: string, option: string) => `${command} 不用“--${option}”，请去掉它。`,
  upload: {
    noKey:
      '请用 --key 给出小程序代码上传的密钥文件（mp.weixin.qq.com，开发管理，开发设置，小程序代码上传）。',
    keyNotThere: (key: string) => `读不到密钥文件“${key}”，请检查路径。`,
    notBuilt: '小程序还没有构建，请先运行 npm run build:weapp。',
    builtForOthers:
      '构建好的小程序不是给这个环境、这个订阅消息模板的。请用 CLOUD_ENV=环境编号 SUBSCRIBE_TEMPLATE_ID=模板编号 npm run build:weapp 重新构建。',
  },
  noCredentials: '请先设置环境变量 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY。',
  notBuilt: '云函数还没有构建，请先运行 npm run build:functions。',
  stale: '构建好的云函数比源文件旧，部署上去的不会是您看到的代码。请先运行 npm run build:functions。',
  file: {
    missing: (path: string) => `读不到运营者文件“${path}”，请检查路径，或用 --file 指出它。`,
    notJson: (path: string) => `“${path}”不是 JSON，请检查引号和逗号。`,
    secret: (path: string, names: readonly string[]) =>
      `“${path}”里有 ${list(names)}，这些不能写进文件。请删掉，改用环境变量给；文件给别人看过的，请换一把新的。`,
    wrong: (path: string, places: readonly string[]) =>
      `“${path}”里这些地方写得不对，或者不认识：${list(places.map((place) => shapes[place] ?? place))}。`,
  },
  sameEnvironment: 'KEYS_ENV 写的就是这个环境。钥匙要另放一个环境，否则请不要写 KEYS_ENV。',
  noVault: (env: string) => `没有 KEYS_ENV 写的云环境 ${env}，请核对运营者文件，以及这对密钥属于哪个账号。`,
  elsewhere: (said: string, found: string) =>
    `运营者文件写的地区是 ${said}，这个环境却在 ${found || '不知道的地方'}，请核对环境编号和文件。`,
  opa: '这个环境的权限由新的鉴权引擎管（authz_engine=opa），这里的权限设置在那里不生效。请另开一个普通环境。',
  tooLarge: (name: string, bytes: number, most: number) =>
    `云函数 ${name} 的环境变量共 ${String(bytes)} 字节，云开发最多放 ${String(most)} 字节，请缩短 RECIPIENTS、STAFF 或 SMS_TEMPLATES`,
  refusal: {
    credentials: () =>
      '云端不认这对密钥。请检查 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，以及本机的时间。',
    permission: (action: string) =>
      `这对密钥没有做这件事的权限（${action}）。请在访问管理里给它 QcloudTCBFullAccess 和 QcloudSCFFullAccess，再运行一次。`,
    limit: (action: string) =>
      `云端说太多了（${action}）：可能是调用太快，也可能是套餐的数量用完了。过一分钟再运行一次；还这样，请看套餐用量。`,
    network: (action: string) =>
      `没有等到云端的回答（${action}）。请检查网络，再运行一次；做过的事不会重做。`,
    environment: () => '没有这个云环境，请核对 --env 后面的环境编号，以及这对密钥属于哪个账号。',
    busy: (action: string) => `云函数还在变更中（${action}），也许别人也在部署。等几分钟再运行一次。`,
    exists: (action: string) => `同名的东西已经有了（${action}）。请运行 plan 看看现在是什么样子。`,
    other: (action: string, code: string) =>
      `云端没有照做（${action}：${code}）。已经做的都在，请按错误码处理后再运行一次。`,
  },
  where: (env: string, region: string) => `环境 ${env}，地区 ${region}`,
  vault: (env: string) => `钥匙的环境 ${env}`,
  sections: {
    there: '已经有的',
    steps: '要做的',
    obstacles: '要您先处理的（什么都不会被删除或覆盖）',
    extra: '不认识的，不会动',
    byHand: '要在微信和云开发的网页上做的',
    alarms: '要在日志服务里建的告警（查询语句可以直接粘贴）',
    onlyThere: '只有真实环境才能确认的',
  },
  there: (collections: number, all: number, functions: number, allFunctions: number) =>
    `集合 ${String(collections)}/${String(all)}，云函数 ${String(functions)}/${String(allFunctions)}`,
  data: {
    older: (rows: number) => `数据里有 ${String(rows)} 行是旧格式，定时任务会接着升，不用做什么`,
    unknown: (rows: number, runbook: string) =>
      `数据里有 ${String(rows)} 行的格式，运行中的云函数不认识，所以没有读也没有动。请用更新的代码部署，办法在 ${runbook}`,
  },
  alarm: (name: string, query: string, condition: string, everyMinutes: number, runbook: string) =>
    `${name}：每 ${String(everyMinutes)} 分钟查 ${query}，${condition} 时告警，办法在 ${runbook}`,
  timerAlarm: '定时任务有步骤没有做完',
  byHand: ({ hasModels, reads, fills, guidelines, positions, openapi }: ByHand): readonly string[] => [
    `mp.weixin.qq.com，设置，服务内容声明，用户隐私保护指引：照 npm run guideline 的字填 ${String(guidelines)} 项，没有声明的接口微信会关掉。`,
    ...(positions.length > 0 ? [`mp.weixin.qq.com，开发管理，接口设置：开通 ${list(positions)}。`] : []),
    `微信开发者工具上传每个云函数一次，让微信认它的云调用权限：${list(openapi)}。传完再运行一次 apply，代码以它为准。`,
    '云开发控制台，设置，消息推送：把 user_authorization_revoke、user_authorization_cancellation、wxa_media_check 推给云函数 wechat-events。',
    '云开发控制台，云存储：给文件夹 checks/ 设一天的生命周期。',
    hasModels
      ? `云后台：数据模型由 apply 建好；角色要在网页上设，${staffMay(reads, fills)}。`
      : `云后台：${importModels([...reads, ...fills])}，${staffMay(reads, fills)}。`,
    'mp.weixin.qq.com，订阅消息：选一个带 thing1、phrase2、date3、thing4 的模板，编号写进 SUBSCRIBE_TEMPLATE_ID，构建小程序时也要给。',
    '小程序只经过微信的云通道，不用填服务器域名。',
  ],
  /** What no stand-in can show, each with what will. */
  onlyThere: [
    '数据模型接在已有的集合上：到云后台打开“待办列表”和“工作人员的决定”，看得到里面的行。',
    '索引真的建成：npm run cloud -- verify 会逐个集合核对。',
    '微信给的手机号、内容安全检查、订阅消息：用一部手机走一遍注册、发布、注销（其余的 verify 会用测试账号走一遍）。',
  ],
  nothing: '没有要做的，已经是应有的样子。',
  nothingElse: '别的没有要做的。',
  steps: {
    'create-collection': (name: string) => `新建集合 ${name}，只有云函数能读写`,
    'close-collection': (name: string, was: string) =>
      `把集合 ${name} 的权限从 ${was || '未知'} 改为 ADMINONLY`,
    'create-indexes': (names: readonly string[]) => `建 ${String(names.length)} 个索引：${list(names)}`,
    'close-storage': (was: string) => `把云存储的权限从 ${was || '未知'} 改为 ADMINONLY`,
    'create-function': (name: string) => `新建云函数 ${name}`,
    'finish-function': (name: string) => `写下云函数 ${name} 的版本并发布`,
    'update-code': (name: string, settings: readonly string[]) =>
      `更新云函数 ${name} 的代码并发布${settings.length === 0 ? '' : `，同时改${settings.join('，')}`}`,
    'restore-code': (name: string) => `云函数 ${name} 的代码被别处换过，换回登记的那一份`,
    'update-config': (name: string, settings: readonly string[]) =>
      `改云函数 ${name} 的设置：${settings.join('，')}`,
    'create-model': (name: string) => `建数据模型 ${name} 并发布，云后台靠它显示集合 ${name}`,
    'update-model': (name: string) => `改数据模型 ${name} 并发布，别人加的列不变`,
    'publish-model': (name: string) => `发布数据模型 ${name}`,
    'set-triggers': (name: string, timers: readonly string[]) => `设云函数 ${name} 的定时器：${list(timers)}`,
    'set-rule': (shut: readonly string[], opened: readonly string[]) =>
      [
        '设云函数的安全规则（别的函数的规则不变）',
        ...(shut.length > 0 ? [`小程序不能调用 ${list(shut)}`] : []),
        ...(opened.length > 0 ? [`小程序可以调用 ${list(opened)}`] : []),
      ].join('，'),
  },
  setting: (setting: Setting): string => {
    const ways = { added: '加上', changed: '改变', removed: '去掉' } as const;
    if (setting.of === 'variables') return `${ways[setting.how]}环境变量 ${list(setting.names)}`;
    const [word, unit] = setting.of === 'timeout' ? ['超时', '秒'] : ['内存', 'MB'];
    return `${word} ${String(setting.was)} 改为 ${String(setting.becomes)} ${unit}`;
  },
  obstacles: {
    'other-index': (collection: string, index: string) =>
      `集合 ${collection} 已经有叫 ${index} 的索引，字段却不一样。请在控制台核对，删掉它以后再运行一次。`,
    'foreign-collection': (name: string, rows: number) =>
      `集合 ${name} 里已经有 ${String(rows)} 条数据，却没有一个我们的索引，像是别的系统的。请换一个空环境。`,
    'foreign-function': (name: string) =>
      `已经有叫 ${name} 的云函数，不是我们部署的。请换一个空环境，或者确认没有人用它以后在控制台删掉。`,
    'custom-rule': (of: string) =>
      `${of === 'storage' ? '云存储' : `集合 ${of} `}用的是自定义的安全规则，改掉就找不回来了。请先把它抄下来，在控制台改为“仅管理端可读写”，再运行一次。`,
    'unreadable-rule': () =>
      '云函数的安全规则里有读不懂的内容（也许有注释）。请在控制台把它改成普通的 JSON，再运行一次。',
    'lost-variables': (functionsOf: ReadonlyMap<string, readonly string[]>) =>
      `环境变量 ${list([...functionsOf].map(([variable, functions]) => `${variable}（云函数 ${list(functions)}）`))}会和现在不一样。请先核对是不是拿错了：钥匙不对，以前写下的就读不出来、找不到人（换钥匙的办法在 config/operate/runbooks/key-rotation.md）。真的要这样，请加上 --change ${[...functionsOf.keys()].join(',')}。`,
    'foreign-model': (name: string) =>
      `已经有叫 ${name} 的数据模型，显示的却不是我们的集合，像是别的系统的。请换一个空环境，或者确认没有人用它、里面的数据另有备份，再在云开发控制台给它改名或者删掉，然后再运行一次。`,
    'older-data': (functions: readonly string[], was: number, becomes: number) =>
      `云函数 ${list(functions)} 正在运行的代码写的数据，这份代码不认识（数据格式改过 ${String(was)} 次，它只知道 ${String(becomes)} 次）。请用更新的代码部署。真的要用旧的，请加上 --change data：${older(becomes)}`,
    'other-runtime': (name: string, was: string, wanted: string) =>
      `云函数 ${name} 的运行环境是 ${was}，建好以后不能改成 ${wanted}。请在控制台删掉它，再运行一次会重新建。`,
    'broken-function': (name: string, status: string) =>
      `云函数 ${name} 的状态是 ${status}。请在控制台看原因，删掉它以后再运行一次。`,
  },
  stopped: '有要先处理的事，所以没有开始。处理完再运行一次。',
  models: {
    unknown: (names: readonly string[], action: string, code: string) =>
      `云端没有让这对密钥看数据模型（${action}：${code}），所以没有核对。像是权限不够的话，给它数据模型（lowcode）的权限；不像的话，过几分钟再运行一次。还没有建过的，也可以在云后台${importModels(names)}。`,
    refused: {
      'create-model': (name: string) =>
        `数据模型 ${name} 没有建成。请在云后台导入 config/console/${name}.json，接到已有的同名集合上`,
      'update-model': (name: string) =>
        `数据模型 ${name} 没有改成。请在云后台照 config/console/${name}.json 改好，再发布`,
      'publish-model': (name: string) => `数据模型 ${name} 没有发布。请在云后台发布它`,
    },
    why: (action: string, code: string) =>
      `云端的回答是 ${action}：${code}；像是权限不够的话，给这对密钥数据模型（lowcode）的权限，再运行一次也可以。别的都做好了。`,
  },
  done: (count: number) => `做完了，共 ${String(count)} 步。请运行 verify 核对。`,
  good: (hasModels: boolean) =>
    `核对完了：集合、索引、权限、云函数、定时器${hasModels ? '、数据模型' : ''}都是应有的样子，每个云函数都答了话。`,
  lacking: '还缺的，或者不一样的：',
  bad: '和应有的样子不一样，上面写了差在哪里。要做的，运行 apply 会补齐；要先处理的，请先处理。',
  life: {
    begins: '让测试账号走一遍，最多要几分钟……',
    /** What its request says to staff who come to see it. */
    details: '这是部署核对用的测试请求，马上会取消，请不用处理。',
    chapters: {
      register: '注册',
      consent: '同意和撤回',
      read: '查看自己的信息',
      request: '提请求和取消',
      deregister: '注销',
      erase: '清除',
    },
    proven: (certificate: string) =>
      `测试账号走完了一生：注册、同意、撤回、查看、提请求、取消、注销、清除都照做了，注销证明是 ${certificate}。`,
    waiting:
      '测试账号已经注销，清除还没有做完，定时任务可能正忙。过十分钟再运行一次；一直这样，请运行 npm run health 看清除有没有卡住。',
    closed: '平台已经关闭，所以没有注册测试账号。',
    codes: {
      MINI_PROGRAM_ONLY:
        '云端没有把这次调用当作控制台的，或者运行中的代码还不认识测试账号。代码是新的话，请用一部手机走一遍注册、发布、注销',
      PHONE_TAKEN:
        '测试账号的号码 154 开头，没有人应该有，却已经被别的账号绑定。请在云开发控制台查 accounts，看是谁写的',
      LOCKED: '测试账号被锁上了，它自己做不到。请查审计记录，看是谁做的',
      FROZEN: '也许别人也在核对，测试账号刚刚注销。等几分钟再运行一次',
      NOT_REGISTERED: '也许别人也在核对，测试账号刚刚清除。等几分钟再运行一次',
      BUSY: '也许别人也在核对。等几分钟再运行一次',
    },
    code: (code: string) => `云函数答了 ${code}。请到云开发的日志里看这一步的云函数`,
    failed: (steps: readonly string[]) =>
      `定时任务的这几步没有做完：${list(steps)}。请运行 npm run health，照它说的处理`,
    strange: '云函数停了，或者答的不是应有的样子。请到云开发的日志里看这一步的云函数',
    stopped: (chapter: string, why: string) =>
      `测试账号停在“${chapter}”：${why}。处理完请再运行一次，会接着走到清除；在那以前它（154****0000）和它的请求可能还在，经办人看到了不用处理。`,
  },
  silent: (names: readonly string[]) =>
    `这些云函数没有照规矩答话：${list(names)}。请到云开发的日志里看它们为什么停了。`,
  back: {
    one: (name: string, from: string, to: string) => `云函数 ${name} 从 ${from} 的版本退回 ${to} 的版本`,
    goesOn: (name: string, to: string) => `云函数 ${name} 上次没有退完，接着退回 ${to} 的版本`,
    stay: (names: readonly string[]) => `这些云函数没有更早的版本，会留在原地：${list(names)}`,
    none: '没有可以退回的版本。请改好代码，再运行 apply 部署。',
    data: (names: readonly string[], knows: number) =>
      `云函数 ${list(names)} 退回去以后，读不了现在的版本写的数据：${older(knows)}请尽量改好再部署；真的要退，请加上 --change data。`,
    ask: '以上还没有做。确定要退，请再运行一次并加上 --do。',
    done: '退回了代码；设置和环境变量没有变。数据也没有变，所以请尽快部署改好的版本。',
    altered: '下载到的旧版本和云端登记的指纹不一样，没有用它。请过一会儿再运行一次。',
  },
} as const;
