/**
 * A webpack loader for React's reconciler, which is written for every kind of host and reads what its host can do when
 * it is loaded. The phone's only host is Taro's: with its answers written in, the minifier leaves out what another would
 * need. test/unit/config/lean-reconciler.test.ts reads in @tarojs/react that this is still so.
 */
const { transformSync } = require('@babel/core');

/** What Taro's host answers, as far as it is a constant. */
const ANSWERS = {
  isPrimaryRenderer: true,
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  supportsMicrotasks: true,
  supportsTestSelectors: undefined,
};

/** What @tarojs/react calls of the reconciler; the rest is for test renderers, development tools and hydration. */
const CALLED = [
  'batchedUpdates',
  'createContainer',
  'findHostInstance',
  'flushSync',
  'getPublicRootInstance',
  'runWithPriority',
  'updateContainer',
];

const isMemberOf = (node, object) => node.type === 'MemberExpression' && node.object.name === object;

/** @type {(babel: typeof import('@babel/core')) => import('@babel/core').PluginObj} */
const lean = ({ types }) => ({
  visitor: {
    MemberExpression(path) {
      const { name } = path.node.property;
      if (isMemberOf(path.node, '$$$hostConfig') && name in ANSWERS)
        path.replaceWith(types.valueToNode(ANSWERS[name]));
    },
    ExpressionStatement(path) {
      const { expression } = path.node;
      if (expression.type !== 'AssignmentExpression' || !isMemberOf(expression.left, 'exports')) return;
      if (!CALLED.includes(expression.left.property.name)) path.remove();
    },
  },
});

/** @type {(source: string) => string} */
module.exports = (source) =>
  transformSync(source, {
    babelrc: false,
    configFile: false,
    compact: false,
    sourceType: 'script',
    plugins: [lean],
  }).code;
module.exports.ANSWERS = ANSWERS;
module.exports.CALLED = CALLED;
