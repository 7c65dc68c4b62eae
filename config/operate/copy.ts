/** What any command says when it cannot reach what it works on. */
export const connectionCopy = {
  noCredentials: '请先设置 TENCENTCLOUD_SECRETID 和 TENCENTCLOUD_SECRETKEY，再用 --env 连接云环境。',
  unreachable: (where: string) =>
    where.startsWith('http')
      ? `连不上本地云 ${where}。请先运行 npm start，或用 PORT 指出它的端口。`
      : `连不上云环境 ${where}。请检查网络和环境编号。`,
  failed: (where: string, code: string) => `${where} 没有完成这次读取（${code}）。`,
} as const;

/** How to print the guideline. */
export const guidelineUsage = '用法：npm run guideline [-- --json]';

/** What the check before a deployment says when it cannot look. */
export const deploymentCopy = {
  usage:
    '用法：npm run check-deployment -- 地区 [环境变量.json]，例如：npm run check-deployment -- ap-shanghai variables.json',
  notJson: (file: string) => `“${file}”不是 JSON，请写成 {"名字": "值"}。`,
} as const;
