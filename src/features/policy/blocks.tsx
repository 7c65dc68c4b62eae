import { View } from '@tarojs/components';
import { accessible } from '@/ui/accessible';
import type { PolicyNode } from './model';
import './policy.less';

export interface BlocksProps {
  nodes: readonly PolicyNode[];
  /** Pieces out of order, where a heading is a quotation and leads nowhere. */
  isExcerpt?: boolean;
}

/** The blocks of the policy's text. */
export function Blocks({ nodes, isExcerpt = false }: BlocksProps) {
  return (
    <>
      {nodes.map((node, at) => (
        // The text never changes while it is shown.
        <Block key={at} node={node} isExcerpt={isExcerpt} />
      ))}
    </>
  );
}

function Block({ node, isExcerpt }: { node: PolicyNode; isExcerpt: boolean }) {
  switch (node.type) {
    case 'heading':
      return (
        <View
          className={`policy-heading policy-heading_${String(node.depth)}`}
          {...(isExcerpt ? {} : accessible({ role: 'heading', level: node.depth }))}
        >
          {node.text}
        </View>
      );
    case 'paragraph':
      return <View className="policy-paragraph">{node.text}</View>;
    case 'list':
      return (
        <View className="policy-list" {...accessible({ role: 'list' })}>
          {node.items.map((item, at) => (
            <View key={item} className="policy-item" {...accessible({ role: 'listitem' })}>
              {`${node.ordered ? `${String(at + 1)}.` : '·'} ${item}`}
            </View>
          ))}
        </View>
      );
    case 'table':
      return <Table node={node} />;
  }
}

/**
 * A table on a phone: each row is a card, its first cell the title, and every other cell stands under the name of its
 * column, since columns beside each other would be a few characters wide.
 */
function Table({ node: { head, rows } }: { node: Extract<PolicyNode, { type: 'table' }> }) {
  return (
    <View className="policy-table" {...accessible({ role: 'list' })}>
      {rows.map((cells, at) => (
        <View key={at} className="policy-row" {...accessible({ role: 'listitem' })}>
          {cells.map((cell, column) => (
            <View key={head[column] ?? column} className={column === 0 ? 'policy-cell_first' : 'policy-cell'}>
              {column === 0 ? cell : `${head[column] ?? ''}：${cell}`}
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}
