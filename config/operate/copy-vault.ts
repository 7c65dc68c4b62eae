/** What the vault's command says. */
export const vaultCopy = {
  usage:
    '用法：npm run vault -- keys 生成一对钥匙；npm run vault -- open --id 随机编号 --by 经办人 --reference 文件编号 打开一个人的安全记录。',
  noKey: '请先把负责人的私钥放进 VAULT_PRIVATE_KEY，再打开。',
  wrongKey: '这把私钥打不开，请核对是不是当时封存用的那一对。',
  nothing: '没有找到这个编号的安全记录，什么都没有打开，也没有留下记录。请核对随机编号。',
  keepApart: '公钥写进运营者文件 variables 里的 VAULT_PUBLIC_KEY；私钥只交给负责人单独保管，不要放进云函数。',
  count: (rows: number) => `共 ${String(rows)} 条。打开这件事已经留下记录。`,
} as const;
