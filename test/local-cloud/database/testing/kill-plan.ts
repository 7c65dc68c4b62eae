import type { CollectionPlan } from '..';

/** The collection that the killed writer fills. */
export const KILL_PLAN: CollectionPlan = {
  name: 'rows',
  indexes: [
    { name: 'by_serial', fields: [{ field: 'serial', direction: 1 }], unique: true },
    {
      name: 'by_group',
      fields: [
        { field: 'group', direction: 1 },
        { field: 'revision', direction: -1 },
      ],
      unique: false,
    },
  ],
};
