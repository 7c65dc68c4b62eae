import type { CollectionPlan } from '../database';

/** The collections that the suite needs. On a real environment make these by hand first. */
export const CONFORMANCE_PLAN: readonly CollectionPlan[] = [
  {
    name: 'conformance_rows',
    indexes: [{ name: 'by_n', fields: [{ field: 'n', direction: 1 }], unique: false }],
  },
  { name: 'conformance_others', indexes: [] },
  {
    name: 'conformance_unique',
    indexes: [
      { name: 'by_code', fields: [{ field: 'code', direction: 1 }], unique: true },
      {
        name: 'by_owner_serial',
        fields: [
          { field: 'owner', direction: 1 },
          { field: 'serial', direction: -1 },
        ],
        unique: true,
      },
    ],
  },
];
