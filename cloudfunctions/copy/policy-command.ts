/** What the command that judges a draft of the policy prints. */
export const policyCommandCopy = {
  head: (from: string, to: string, effectiveOn: string) =>
    `草稿（版本 ${to}，打算 ${effectiveOn} 生效）和最新公布的版本 ${from} 相比：`,
  told: {
    everyone: '要告诉谁：同意过旧版本的所有人（首页和隐私政策页），以及没有登录的访客。',
    nobody: '要告诉谁：不必专门通知，公布新版本就可以。',
  },
  agree: (asks: readonly string[]) =>
    `要谁重新同意：同意过旧版本的所有人。在他们同意之前，旧版本对他们继续有效。因为：\n${asks.map((fact) => `  - ${fact}`).join('\n')}`,
  noAgreement: '要谁重新同意：不需要。',
} as const;
