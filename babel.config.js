/** Taro's own preset; the targets come from .browserslistrc. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
  plugins: ['./config/lean-contracts.cjs'],
};
