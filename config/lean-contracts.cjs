/**
 * A Babel plugin for what runs on the phone, where nothing is validated by a contract: the functions do that, and the
 * phone only names an operation and asks whether it needs an account. So an operation's other failures and the schemas
 * of its input and output stay behind, those of every field that nobody types into, what no page says of a collection,
 * and the names by which WeChat's interfaces are found in code. Contracts do nothing when loaded, so that what they
 * call there is marked as pure and goes with what used it.
 */
const { readFileSync } = require('node:fs');
const path = require('node:path');

const CONTRACTS = /[\\/]src[\\/]contracts[\\/]/;
/** The one collection whose schemas the phone uses, and its fields that a person fills or has corrected. */
const ACCOUNTS = /[\\/]collections[\\/]accounts\.ts$/;
const TYPED = ['phone', 'nickname', 'avatar', 'address', 'wechatId', 'age'];
const COLLECTION = /[\\/]data-map[\\/]collections[\\/]/;
/** A collection's own members that are for the database alone. */
const FOR_DATABASE = ['indexes', 'times', 'environment'];
/** What no page says of a field of another collection than the account. */
const UNTOLD = ['schema', 'optional', 'as', 'correct', 'alsoFor'];

/** WeChat's interfaces by name: for its forms and for the checks of the code, never for a page. */
const INTERFACES = /[\\/]data-map[\\/]interfaces\.ts$/;
const INTERFACE_NAMES = ['apis', 'openTypes', 'inputTypes', 'components', 'scopes', 'purposes', 'fields'];
/** What the phone never repeats by itself is to it as a reading is. */
const isOnce = (member) => nameOf(member) === 'writes' && member.value.value === 'once';
/** What the mini program does not use is asked for nowhere. */
const isUnused = ({ value }) =>
  value?.type === 'ObjectExpression' && memberOf(value, 'use')?.value.type === 'NullLiteral';

/** The members of an operation's parts; an object with any other is something else. */
const PARTS = new Set(['input', 'output', 'errors', 'writes', 'labels']);

/** The one failure of an operation by which the phone decides anything beforehand. */
const ASKED_FOR = 'NOT_REGISTERED';
/** Every failure that there is: a list of others, such as the chunks of a picture, is none of an operation's. */
const CODES = new Set(
  ['errors', 'app-errors'].flatMap((name) => {
    const table = readFileSync(path.join(__dirname, `../src/contracts/${name}.ts`), 'utf8');
    return [...table.matchAll(/^  ([A-Z_]+): /gm)].map(([, code]) => code);
  }),
);
const isCode = (node) => node?.type === 'StringLiteral' && CODES.has(node.value);
const isCodeOrSpread = (node) => isCode(node) || node?.type === 'SpreadElement';

const memberOf = (object, name) => object.properties.find((member) => nameOf(member) === name);
/** Whether a collection's rows belong to no person, so that no page tells of its fields. */
const isOfNobody = (collection) => memberOf(memberOf(collection, 'link').value, 'by').value.value === 'none';

const nameOf = (member) => (member.computed ? undefined : member.key?.name);

const areParts = (members) =>
  members.every((member) => member.type === 'SpreadElement' || PARTS.has(nameOf(member)));

/** Takes away what nothing names any more, which may leave more that nothing names. */
function prune(program) {
  program.scope.crawl();
  const unused = program
    .get('body')
    .filter((statement) => statement.isVariableDeclaration())
    .flatMap((statement) => statement.get('declarations'))
    .filter((each) =>
      Object.keys(each.getBindingIdentifiers()).every(
        (name) => program.scope.getBinding(name)?.referenced === false,
      ),
    );
  for (const each of unused) each.remove();
  if (unused.length > 0) prune(program);
}

/** @type {(babel: typeof import('@babel/core')) => import('@babel/core').PluginObj} */
module.exports = ({ types }) => ({
  name: 'lean-contracts',
  visitor: {
    // At once and first: the TypeScript preset decides on entering which imports are still used.
    Program(program, { filename = '' }) {
      if (!CONTRACTS.test(filename)) return;
      const others = INTERFACES.test(filename)
        ? INTERFACE_NAMES
        : COLLECTION.test(filename)
          ? ACCOUNTS.test(filename)
            ? ['schema']
            : UNTOLD
          : [];
      const isTyped = ({ parent }) =>
        ACCOUNTS.test(filename) && parent.type === 'ObjectProperty' && TYPED.includes(nameOf(parent));
      program.traverse({
        ObjectExpression(path) {
          const { node } = path;
          if (isTyped(path)) return;
          const isCollection = path.parent.callee?.name === 'collection';
          const own = isCollection ? FOR_DATABASE : others;
          const drops = areParts(node.properties) ? ['input', 'output', 'labels'] : own;
          node.properties = node.properties.filter(
            (member) =>
              !drops.includes(nameOf(member)) &&
              !isOnce(member) &&
              !(INTERFACES.test(filename) && isUnused(member)),
          );
          if (isCollection && isOfNobody(node)) memberOf(node, 'fields').value = types.objectExpression([]);
        },
        ArrayExpression({ node }) {
          if (node.elements.some(isCode) && node.elements.every(isCodeOrSpread))
            node.elements = node.elements.filter((each) => !isCode(each) || each.value === ASKED_FOR);
        },
        Function: (path) => path.skip(),
      });
      program.traverse({
        'CallExpression|NewExpression'({ node }) {
          types.addComment(node, 'leading', '#__PURE__');
        },
        Function: (path) => path.skip(),
      });
      prune(program);
    },
  },
});
