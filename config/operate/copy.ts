/** What any command says when it cannot reach what it works on. */
export const connectionCopy = {
  usage: '加 --env 环境编号，连接那个云环境；不加，就连本机的本地云。',
  noCredentials: '请先设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，再用 --env 连接云环境。',
  unreachable: (where: string) =>
    where.startsWith('http')
      ? `连不上本地云 ${where}。请先运行 npm start，或用 PORT 指出它的端口。`
      : `连不上云环境 ${where}。请检查网络和环境编号。`,
  slow: (where: string) => `${where} 一分钟没有答完，也许还在做。请过几分钟再运行一次，做过的不会重做。`,
  local: (where: string) => `以上是本机的本地云 ${where}，不是云环境。`,
  newer: (runbook: string) =>
    `数据里有这份代码不认识的格式，没有读下去。请用最新的代码运行，办法在 ${runbook}。`,
  damaged: '有一行数据打不开：密钥已经销毁，或者被改动过。请运行 npm run verify -- ledger 看是哪一行。',
  badPort: (given: string) => `PORT 写的是“${given}”，不是端口，请写 1 到 65535 的数字，或者不写。`,
  notCloud: (where: string) =>
    `${where} 有回应，但不是云环境，也许是别的程序。请检查地址，或用 PORT 指出本地云的端口。`,
  failed: (where: string, code: string) => `${where} 没有完成这次读取（${code}）。`,
} as const;

/** How to print the guideline. */
export const guidelineUsage = '用法：npm run guideline [-- --json]';
