/** What the check before a deployment says. A fault is one sentence, ended by the command; no value is repeated. */
export const deploymentCopy = {
  usage:
    '用法：npm run check-deployment -- 地区 [环境变量.json]，例如：npm run check-deployment -- ap-shanghai variables.json',
  region: '地区',
  file: '环境变量的文件',
  notJson: (file: string) => `“${file}”不是 JSON，请写成 {"名字": "值"}。`,
  good: '可以部署：地区在中国大陆，地址都在清单上，传输全部加密，钥匙齐全。',
  abroad: (region: string | undefined, known: readonly string[]) =>
    `地区 ${region ?? '没有写明'} 不在中国大陆，可用：${known.join('、')}`,
  clearVariable: (name: string) => `环境变量 ${name} 里有不加密的地址，请改用 https`,
  clearProject: 'project.config.json 里有不加密的地址，请改用 https',
  uncheckedHosts: 'project.config.json 关掉了域名检查 urlCheck，请打开',
  ownChannel: (path: string) => `${path} 绕过了微信的云通道，请改为调用云函数`,
  recipients: {
    malformed:
      '环境变量 RECIPIENTS 的写法不对，请写成 {"接收方": {"url": "https 地址", "token": "至少 16 个字符"}}',
    unknown: '环境变量 RECIPIENTS 里有接收方清单上没有的名字，请先把它写进 recipients.ts',
    elsewhere: (recipient: string, hosts: readonly string[]) =>
      hosts.length === 0
        ? `环境变量 RECIPIENTS 里不能有“${recipient}”，它由平台自己连接，请去掉`
        : `环境变量 RECIPIENTS 里“${recipient}”的地址不是它登记的主机，请改用 ${hosts.join('、')}`,
  },
  otherKeyService: (hosts: readonly string[]) =>
    `环境变量 KMS_ENDPOINT 不是登记的密钥服务，请改用 ${hosts.join('、')}，或者不写`,
  noKey: (names: readonly string[]) =>
    `${names.join(' 或 ')} 还没有设置，请补上：钥匙放进运行命令的环境变量，别的写进运营者文件的 variables`,
  twoKeys: (names: readonly string[]) => `环境变量 ${names.join(' 和 ')} 都设置了，请只留一个`,
  badKey: (name: string) => `环境变量 ${name} 不是 32 字节的 base64，请用 openssl rand -base64 32 生成`,
  badCiphertext: (name: string) => `环境变量 ${name} 不是 base64，请填密钥服务加密后的密文`,
  badVaultKey: (name: string) => `环境变量 ${name} 不是有效的公钥，请用 npm run vault -- keys 生成一对`,
  noStaff: '环境变量 STAFF 还没有写明谁来办理请求，请写成 {"姓名": "reviewer"}，否则没有人能办理',
  noSecond: '环境变量 STAFF 里没有复核人，法律不允许答复的请求就没有人能复核，请给一个人写上 second',
  noMinors: '环境变量 MINORS_STAFF 还没有写明谁办理未成年人的请求，请写上姓名，几个人用逗号隔开',
  badStaff: '环境变量 STAFF 的写法不对，请写成 {"姓名": "reviewer"}，职责只能是 reviewer、second、supervisor',
  strangers: (names: readonly string[]) =>
    `环境变量 MINORS_STAFF 里的 ${names.join('、')} 不在 STAFF 里，请先在 STAFF 里写明`,
  sameKeys: (names: readonly string[]) => `环境变量 ${names.join(' 和 ')} 是同一把钥匙，请各用各的`,
  badCoolingOff: (most: number) => `环境变量 COOLING_OFF_DAYS 要写 0 到 ${String(most)} 的整数`,
  badFree: '环境变量 FREE_REQUESTS 要写不小于 1 的整数',
  badClosed: '环境变量 PLATFORM_CLOSED 只能写 true 或 false',
  noTemplate: (name: string) => `${name} 还没有设置，请把审核通过的模板编号写进运营者文件的 variables`,
  badTemplates: '环境变量 SMS_TEMPLATES 的写法不对，请写成 {"短信的名字": "模板编号"}',
  unknownTemplates: (names: readonly string[]) =>
    `环境变量 SMS_TEMPLATES 里没有叫 ${names.join('、')} 的短信，请照 smsWords 里的名字写`,
  missingTemplates: (names: readonly string[]) =>
    `环境变量 SMS_TEMPLATES 里还少 ${names.join('、')} 的模板编号，请补上`,
  privateKey: 'VAULT_PRIVATE_KEY 只归负责人，不能放进云函数，请拿出来单独保管',
} as const;
