import { appSwitches, guidelineLines, guidelineText } from '../../src/contracts/data-map/derive/guideline';
import { guidelineUsage } from './copy';
import { argumentsOf, exit, run } from './run';

/**
 * Prints what the data map says for WeChat's privacy guideline: a line for each kind of information, as the form in
 * mp.weixin.qq.com (设置 > 服务内容声明 > 用户隐私保护指引) takes it, and the switches that app.json got. Reads no
 * database. `--json` prints the same as `setting_list` of WeChat's `setprivacysetting`.
 */
function main(): number {
  const { values } = argumentsOf({ usage: guidelineUsage, options: { json: { type: 'boolean' } } });
  const lines = guidelineLines();
  if (values.json) {
    const settings = lines.map(({ key, why }) => ({ privacy_key: key, privacy_text: why }));
    console.log(JSON.stringify(settings, null, 2));
    return exit.good;
  }
  console.log(guidelineText(lines));
  console.log(`\napp.json: ${JSON.stringify(appSwitches())}`);
  return exit.good;
}

void run(main);
