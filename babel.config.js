/**
 * Taro's own preset; the targets come from .browserslistrc. Every target knows destructuring, defaults and optional
 * chaining and only stumbles over rare forms of them, so that those alone are rewritten and the rest stays as short as
 * it was written. (Babel's own `bugfixes` does just that, but Taro's preset does not hand it on.)
 */
const exclude = ['transform-destructuring', 'transform-parameters', 'transform-optional-chaining'];
const fixes = [
  '@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression',
  '@babel/plugin-bugfix-safari-rest-destructuring-rhs-array',
  '@babel/plugin-bugfix-v8-spread-parameters-in-optional-chaining',
];

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', exclude }]],
  plugins: ['./config/lean-contracts.cjs', ...fixes],
};
