import { models } from '../../config/console/models';
import type { StoredModel } from '../local-cloud/management/state';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, runBuild, environment, applied } = managed;
const names = Object.keys(models);
const model = (name: string) => environment().models.get(name) as StoredModel;
const schemaOf = (name: string) =>
  JSON.parse(model(name).Schema) as { properties: Record<string, Record<string, unknown>> };
const change = (name: string, column: string, said: object) => {
  const schema = schemaOf(name);
  schema.properties[column] = { ...schema.properties[column], ...said };
  model(name).Schema = JSON.stringify(schema);
};
const writes = () => managed.cloud.calls.filter((action) => /^(?:Create|Modify|Batch)/.test(action));

describe('the data models of 云后台', () => {
  test('are made on their collections, published, and stand as they must', async () => {
    const made = await applied();
    expect([...made.models.values()]).toMatchObject(
      names.map((name) => ({ Name: name, PublishStatus: 1, PublishedTableName: name })),
    );
    for (const name of names)
      for (const [column, { title }] of Object.entries(models[name as keyof typeof models].properties))
        expect(schemaOf(name).properties[column]).toMatchObject({ title });
    // What the platform adds, and what it leaves out, is no difference.
    expect((await runBuild('one', 'verify', '--look')).code).toBe(0);
    expect((await runBuild('one', 'apply')).stdout).toContain('没有要做的');
  });

  test('are changed back where somebody changed them, and a column of theirs stays', async () => {
    await applied();
    change('staff_decisions', 'decision', { title: '别的' });
    change('staff_decisions', 'note', { type: 'string', title: '备注' });
    const planned = await runBuild('one', 'plan');
    expect(planned.stdout).toContain('改数据模型 staff_decisions 并发布');
    expect((await runBuild('one', 'verify', '--look')).code).toBe(1);
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect(schemaOf('staff_decisions').properties).toMatchObject({
      decision: { title: models.staff_decisions.properties['decision']?.title },
      note: { title: '备注' },
    });
    expect(model('staff_decisions').PublishStatus).toBe(1);
    expect((await runBuild('one', 'apply')).stdout).toContain('没有要做的');
  });

  test('are made of a collection that staff have filled already', async () => {
    const made = await applied();
    made.models.clear();
    for (const name of names) Object.assign(made.collections.get(name) as object, { rows: 12 });
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect(made.models.size).toBe(names.length);
  });

  test.each(['lost', 'answer-lost'] as const)(
    'are finished by the next run when a call is %s',
    async (how) => {
      await applied();
      for (let at = 1; at <= names.length + 1; at += 1) {
        environment().models.clear();
        managed.cloud.calls.length = 0;
        managed.cloud.fault = { at, ofWrites: true, how };
        expect((await runBuild('one', 'apply')).code).toBe(2);
        managed.cloud.fault = undefined;
        expect((await runBuild('one', 'apply')).code).toBe(0);
        expect([...environment().models.values()]).toMatchObject(names.map(() => ({ PublishStatus: 1 })));
        expect((await runBuild('one', 'verify', '--look')).code).toBe(0);
      }
    },
  );

  test('of the same name on another table are nobody’s to change', async () => {
    await applied();
    model('review_queue').PublishedTableName = 'shop_orders';
    managed.cloud.calls.length = 0;
    const { code, stdout } = await runBuild('one', 'apply');
    expect(code).toBe(1);
    expect(stdout).toContain('已经有叫 review_queue 的数据模型，接的却是 shop_orders');
    expect(writes()).toEqual([]);
  });

  test('that the cloud will not make are left to a hand, and all else is done', async () => {
    managed.cloud.habits.models = 'not-made';
    const first = await runBuild('one', 'apply');
    expect(first).toMatchObject({ code: 1, stderr: '' });
    expect(first.stdout).toContain('云端没有照做数据模型（CreateDataSourceDetail：InvalidParameter）');
    expect(first.stdout).toContain('导入 config/console 里的 review_queue.json');
    expect(environment().functions.get('retention')?.triggers).toHaveLength(1);
    expect(environment().rule).toBeDefined();
    // Imported by hand they stand as they must.
    managed.cloud.habits.models = 'known';
    expect((await runBuild('one', 'apply')).code).toBe(0);
    managed.cloud.habits.models = 'not-made';
    expect((await runBuild('one', 'verify', '--look')).code).toBe(0);
  });

  test('that the cloud does not tell of are in the list of what is done by hand', async () => {
    managed.cloud.habits.models = 'unknown';
    expect((await run('plan')).stdout).toContain('云后台：导入 config/console 里的 review_queue.json');
    expect((await runBuild('one', 'apply')).code).toBe(0);
    expect((await runBuild('one', 'verify', '--look')).code).toBe(0);
    managed.cloud.habits.models = 'known';
    expect((await run('plan')).stdout).toContain('云后台：数据模型由 apply 建好');
  });
});
