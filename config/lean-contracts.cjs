/**
 * A Babel plugin for what runs on the phone, where nothing is validated by a contract: the functions do that, and the
 * phone only names an operation and its expected failures. So the schemas of an operation's input and output stay
 * behind, those of every collection but the account's (whose fields are typed into), and the names by which WeChat's
 * interfaces are found in code. Contracts do nothing when loaded, so that what they call there is marked as pure and
 * goes with what used it.
 */
const CONTRACTS = /[\\/]src[\\/]contracts[\\/]/;
/** The one collection whose schemas the phone uses: for a field that is being typed. */
const CHECKED_ON_PHONE = /[\\/]collections[\\/]accounts\.ts$/;
const COLLECTION = /[\\/]data-map[\\/]collections[\\/]/;

/** WeChat's interfaces by name: for its forms and for the checks of the code, never for a page. */
const INTERFACES = /[\\/]data-map[\\/]interfaces\.ts$/;
const INTERFACE_NAMES = ['apis', 'openTypes', 'inputTypes', 'components', 'scopes'];

/** The members of an operation's parts; an object with any other is something else. */
const PARTS = new Set(['input', 'output', 'errors', 'labels']);

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
        : COLLECTION.test(filename) && !CHECKED_ON_PHONE.test(filename)
          ? ['schema']
          : [];
      program.traverse({
        ObjectExpression({ node }) {
          const drops = areParts(node.properties) ? ['input', 'output', 'labels'] : others;
          node.properties = node.properties.filter((member) => !drops.includes(nameOf(member)));
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
