import { mergeInternalComponents } from '@tarojs/shared';
import aria from './aria.json';

/** The run-time half of config/accessibility.ts; loaded by the build through Taro's `runtimePath`, before the app. */
mergeInternalComponents(
  Object.fromEntries(
    aria.components.map((component) => [
      component,
      Object.fromEntries(aria.attributes.map((attribute) => [attribute, ''])),
    ]),
  ),
);
