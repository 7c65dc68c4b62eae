import { appSwitches, guidelineLines, guidelineText } from '../../../src/contracts/data-map/derive/guideline';
import { fieldAt } from '../../../src/contracts/data-map/derive/field-path';
import { guarded, interfaces, positionInterfaces } from '../../../src/contracts/data-map/interfaces';
import { purposes } from '../../../src/contracts/data-map/vocabulary';

const used = guarded.flatMap(([key, each]) => (each.use ? [{ key, ...each, use: each.use }] : []));
const namesOf = ({
  apis,
  openTypes = [],
  inputTypes = [],
  components = [],
  scopes = [],
}: (typeof guarded)[number][1]) => [...apis, ...openTypes, ...inputTypes, ...components, ...scopes];

describe('the table of WeChat’s privacy interfaces', () => {
  it('names each interface once, so that each has one kind of information', () => {
    const names = guarded.flatMap(([, each]) => [...new Set(namesOf(each))]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(50);
  });

  it('knows every interface that app.json must name', () => {
    const apis = guarded.flatMap(([, each]) => each.apis);
    expect(positionInterfaces.filter((name) => !apis.includes(name))).toEqual([]);
  });

  it.each(used)(
    '$key is used by its own interfaces, for a purpose of the map, for fields of that purpose',
    (each) => {
      expect(each.use.by.filter((name) => !namesOf(each).includes(name))).toEqual([]);
      expect(each.use.by.length).toBeGreaterThan(0);
      expect(each.use.purposes.length).toBeGreaterThan(0);
      for (const purpose of each.use.purposes) expect(purposes[purpose].label).toBeTruthy();
      for (const path of each.use.fields)
        expect({ path, isOf: each.use.purposes.some((each) => each === fieldAt(path)?.purpose) }).toEqual({
          path,
          isOf: true,
        });
    },
  );

  it('[P10] asks for a fuzzy position alone, fills no field with it, and says so in WeChat’s own question', () => {
    const positions = used.filter(({ key }) => ['Location', 'ChooseLocation', 'Address'].includes(key));
    expect(positions.map(({ use: { by, fields } }) => ({ by, fields }))).toEqual([
      { by: ['getFuzzyLocation'], fields: [] },
    ]);
    const { why } = interfaces.Location.use;
    // What WeChat shows is cut to 30 characters: it must say all of it.
    expect(why.length).toBeLessThanOrEqual(30);
    expect(appSwitches()).toEqual({
      requiredPrivateInfos: ['getFuzzyLocation'],
      permission: { 'scope.userFuzzyLocation': { desc: why } },
    });
    expect(appSwitches([])).toEqual({});
  });
});

describe('what follows for WeChat', () => {
  it('is a line for each kind that is used, and no other', () => {
    expect(guidelineLines().map(({ key }) => key)).toEqual(used.map(({ key }) => key));
    expect(guidelineLines()[0]).toEqual({
      key: 'UserInfo',
      label: interfaces.UserInfo.label,
      why: interfaces.UserInfo.use.why,
      purpose: purposes.profile.label,
    });
  });

  it('is a text of one plain sentence for each', () => {
    const lines = guidelineText().split('\n');
    expect(lines).toHaveLength(used.length);
    for (const line of lines) expect(line).toMatch(/^为了[^。]+，开发者将在获取你的明示同意后，[^。]+。$/u);
    expect(guidelineText([{ key: 'K', label: '收集甲', why: '乙', purpose: '丙' }])).toBe(
      '为了乙，开发者将在获取你的明示同意后，收集甲。',
    );
  });

  const why = '找到您所在的城市，省得您在很长很长很长很长很长很长的列表里找';
  const use = (by: readonly string[]) => ({ purposes: ['locate'], fields: [], by, why }) as const;
  const { Location, ChooseLocation } = interfaces;

  it.each([
    ['getFuzzyLocation', 'scope.userFuzzyLocation'],
    ['getLocation', 'scope.userLocation'],
  ])('%s would be named in app.json with its scope and our sentence, cut to 30 characters', (name, scope) => {
    expect(appSwitches([['Location', { ...Location, use: use([name]) }]])).toEqual({
      requiredPrivateInfos: [name],
      permission: { [scope]: { desc: why.slice(0, 30) } },
    });
  });

  it('choosing a place on a map is named and asks for no permission', () => {
    expect(appSwitches([['ChooseLocation', { ...ChooseLocation, use: use(['choosePoi']) }]])).toEqual({
      requiredPrivateInfos: ['choosePoi'],
    });
  });
});
