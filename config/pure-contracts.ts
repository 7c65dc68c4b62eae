import type { Compiler, javascript } from 'webpack';

type Parser = javascript.JavascriptParser;
type Expression = Parameters<Parser['isPure']>[0];

const NAME = 'pure-contracts';
const CONTRACTS = /[\\/]src[\\/]contracts[\\/]/;

/**
 * Webpack keeps what a declaration imports unless it sees that making it does nothing, and takes no object, list or
 * member for so harmless. Those of the contracts are: lean-contracts.cjs marks their calls, and this tells the rest.
 */
export class PureContracts {
  apply(compiler: Compiler): void {
    compiler.hooks.normalModuleFactory.tap(NAME, ({ hooks }) => {
      for (const type of ['javascript/auto', 'javascript/esm'] as const)
        hooks.parser.for(type).tap(NAME, look);
    });
  }
}

interface Node {
  type: string;
  range: [number, number];
}

function look(parser: Parser): void {
  const isPure = (node: Node | null, start: number): boolean =>
    node === null || parser.isPure(node as Expression, start);
  /** Each is looked at from the end of the one before, for a call's mark lies between the two. */
  const arePure = (nodes: readonly (Node | null)[], start: number): boolean =>
    nodes.every((node, index) => isPure(node, nodes[index - 1]?.range[1] ?? start));

  const kinds: Record<string, (node: never) => boolean> = {
    ObjectExpression: ({
      properties,
    }: {
      properties: (Node & { argument: Node; key: Node; value: Node })[];
    }) =>
      properties.every(({ type, range, argument, key, value }) =>
        type === 'SpreadElement' ? isPure(argument, range[0]) : isPure(value, key.range[1]),
      ),
    ArrayExpression: ({ elements, range }: Node & { elements: (Node | null)[] }) =>
      arePure(elements, range[0]),
    MemberExpression: ({ object, range }: Node & { object: Node }) => isPure(object, range[0]),
    SpreadElement: ({ argument, range }: Node & { argument: Node }) => isPure(argument, range[0]),
  };
  for (const [type, is] of Object.entries(kinds))
    parser.hooks.isPure
      .for(type)
      .tap(NAME, (node) =>
        CONTRACTS.test(parser.state.module.nameForCondition() ?? '') ? is(node as never) : undefined,
      );
}
