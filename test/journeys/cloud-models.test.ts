import { models } from '../../config/console/models';
import { keptSchema } from '../local-cloud/management/model-actions';
import { isWrite } from '../local-cloud/management/server';
import type { StoredModel } from '../local-cloud/management/state';
import { setManaged } from '../make/managed';

const managed = setManaged();
const { run, runBuild, environment, applied } = managed;
const names = Object.keys(models) as (keyof typeof models)[];

interface Schema {
  properties: Record<string, Record<string, unknown>>;
  [word: string]: unknown;
}
const model = (name: string) => environment().models.get(name) as StoredModel;
const schemaOf = (name: string) => JSON.parse(model(name).Schema) as Schema;
function change(name: string, how: (schema: Schema) => void): void {
  const schema = schemaOf(name);
  how(schema);
  model(name).Schema = JSON.stringify(schema);
}
const apply = () => runBuild('one', 'apply');
const look = async () => (await runBuild('one', 'verify', '--look')).code;
const published = names.map((Name) => ({ Name, PublishStatus: 1, PublishedTableName: Name }));

describe('the data models of 云后台', () => {
  test('are made on their collections, published, and stand as they must', async () => {
    const made = await applied();
    expect([...made.models.values()]).toMatchObject(published);
    for (const name of names)
      for (const [column, { title }] of Object.entries(models[name].properties))
        expect(schemaOf(name).properties[column]).toMatchObject({ title });
    // What the platform adds, leaves out, numbers and says in another order is no difference.
    expect(await look()).toBe(0);
    expect((await apply()).stdout).toContain('没有要做的');
  });

  test.each<[string, (schema: Schema) => void]>([
    ['a column’s title', ({ properties: { decision } }) => Object.assign(decision ?? {}, { title: '别的' })],
    [
      'a column that is hidden',
      ({ properties: { decision } }) => Object.assign(decision ?? {}, { 'x-hidden': true }),
    ],
    ['a column that is gone', ({ properties }) => delete properties['decision']],
    ['a value fewer', ({ properties: { kind } }) => (kind?.['enum'] as string[]).pop()],
    [
      'a value’s title',
      ({ properties: { kind } }) => Object.assign((kind?.['x-enumObj'] as object[])[0] ?? {}, { label: 'x' }),
    ],
    [
      'who may write',
      (schema) => Object.assign(schema, { 'x-defaultMethods': ['wedaGetItem', 'wedaDelete'] }),
    ],
    ['what must be filled', (schema) => Object.assign(schema, { required: ['code'] })],
  ])('are changed back where somebody changed %s, and a column of theirs stays', async (_, how) => {
    await applied();
    change('staff_decisions', (schema) => {
      how(schema);
      schema.properties['note'] = { type: 'string', title: '备注' };
    });
    const planned = await runBuild('one', 'plan');
    expect(planned.stdout).toContain('改数据模型 staff_decisions 并发布');
    expect(planned.stdout).toContain('staff_decisions.note');
    expect(await look()).toBe(1);
    expect((await apply()).code).toBe(0);
    expect(schemaOf('staff_decisions').properties['note']).toEqual(
      expect.objectContaining({ title: '备注' }),
    );
    expect([...environment().models.values()]).toMatchObject(published);
    expect(await look()).toBe(0);
  });

  test('are made of a collection that staff have filled already, and of one that somebody imported', async () => {
    const made = await applied();
    made.models.clear();
    for (const name of names) Object.assign(made.collections.get(name) as object, { rows: 12 });
    expect((await apply()).code).toBe(0);
    expect(made.models.size).toBe(names.length);
    for (const name of names) {
      const Schema = keptSchema(JSON.stringify(models[name]));
      Object.assign(model(name), { Id: `by-hand-${name}`, Schema, PublishStatus: 0, PublishedTableName: '' });
    }
    expect((await runBuild('one', 'plan')).stdout).toContain('发布数据模型 review_queue');
    expect((await apply()).code).toBe(0);
    expect(await look()).toBe(0);
  });

  test.each(['lost', 'answer-lost'] as const)(
    'are finished by the next run when a call is %s',
    async (how) => {
      await applied();
      const changed = () => {
        environment().models.delete('review_queue');
        change('staff_decisions', ({ properties: { decision } }) =>
          Object.assign(decision ?? {}, { title: 'x' }),
        );
      };
      for (let at = 1; at <= 3; at += 1) {
        changed();
        managed.cloud.calls.length = 0;
        managed.cloud.fault = { at, ofWrites: true, how };
        expect((await apply()).code).toBe(2);
        managed.cloud.fault = undefined;
        expect((await apply()).code).toBe(0);
        expect([...environment().models.values()].map(({ PublishStatus }) => PublishStatus)).toEqual([1, 1]);
        expect(await look()).toBe(0);
      }
    },
  );

  test('are published where the cloud does not say the id of a new one', async () => {
    managed.cloud.habits.tellsIds = false;
    expect((await apply()).code).toBe(0);
    expect([...environment().models.values()]).toMatchObject(published);
  });

  test.each<[string, (found: StoredModel) => void]>([
    ['of another collection', (found) => Object.assign(found, { PublishedTableName: 'shop_orders' })],
    ['of another database', (found) => Object.assign(found, { DbInstanceType: 'MYSQL' })],
    [
      'with none of our columns',
      (found) => Object.assign(found, { Schema: keptSchema('{"properties":{}}') }),
    ],
    ['with a schema that is none', (found) => Object.assign(found, { Schema: 'null' })],
  ])('%s bear the name by chance, and are nobody’s to change', async (_, how) => {
    await applied();
    how(model('review_queue'));
    managed.cloud.calls.length = 0;
    const { code, stdout } = await apply();
    expect(code).toBe(1);
    expect(stdout).toContain('已经有叫 review_queue 的数据模型');
    expect(managed.cloud.calls.filter(isWrite)).toEqual([]);
  });
});

describe('a data model that the cloud refuses', () => {
  test.each(['InvalidParameter', 'AuthFailure', 'FailedOperation.LowcodeUserNotExist'])(
    'with %s is left to a hand, and all else is done',
    async (code) => {
      managed.cloud.habits.refuses = { action: 'CreateDataSourceDetail', of: 'staff_decisions', code };
      const first = await apply();
      expect(first).toMatchObject({ code: 1, stderr: '' });
      expect(first.stdout).toContain('数据模型 staff_decisions 没有建成。请在云后台导入');
      expect(first.stdout).toContain(`CreateDataSourceDetail：${code}`);
      expect([...environment().models.values()]).toMatchObject([published[0]]);
      expect(environment().functions.get('retention')?.triggers).toHaveLength(1);
      expect(environment().rule).toBeDefined();
      managed.cloud.habits.refuses = undefined;
      expect((await apply()).code).toBe(0);
      expect(await look()).toBe(0);
    },
  );

  test('when it is changed or published says what to do by hand', async () => {
    await applied();
    change('review_queue', (schema) => Object.assign(schema, { description: 'x' }));
    managed.cloud.habits.refuses = { action: 'ModifyDataSource', code: 'InternalError' };
    expect((await apply()).stdout).toContain('数据模型 review_queue 没有改成。请在云后台照');
    managed.cloud.habits.refuses = { action: 'BatchPublishDataSources', code: 'InvalidAction' };
    expect((await apply()).stdout).toContain('BatchPublishDataSources：InvalidAction');
    expect((await apply()).stdout).toContain('数据模型 review_queue 没有发布。请在云后台发布它');
    expect(await look()).toBe(1);
    environment().models.clear();
    const made = await apply();
    expect(made.stdout).not.toContain('没有建成');
    for (const name of names) expect(made.stdout).toContain(`数据模型 ${name} 没有发布`);
  });

  test('to be seen at all is said by plan, apply and verify, and stops none of them', async () => {
    managed.cloud.habits.refuses = { action: 'DescribeDataSourceList', code: 'AuthFailure' };
    expect((await run('plan')).stdout).toContain('云后台：导入 config/console 里的 review_queue.json');
    const unknown = '云端没有让这对密钥看数据模型（DescribeDataSourceList：AuthFailure）';
    for (const words of [['apply'], ['plan'], ['apply'], ['verify', '--look']]) {
      const { code, stdout } = await runBuild('one', words[0] ?? '', ...words.slice(1));
      expect(code).toBe(0);
      expect(stdout).toContain(unknown);
      expect(stdout).not.toContain('已经是应有的样子');
    }
    managed.cloud.habits.refuses = undefined;
    expect((await run('plan')).stdout).toContain('只能看 review_queue，能看、新建和修改 staff_decisions');
  });
});
