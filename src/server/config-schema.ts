/**
 * The JSON Schema of `diplograph.config.json`, by which an editor completes and checks it.
 */
import { defaultConfig } from './config.ts';
import { optionHelp, type Setting, type SettingKey, settingKeys, settings } from './settings.ts';

export function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Settings of Diplograph',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(settingKeys.map((key) => [key, { description: describe(key), ...shapeOf(settings[key]) }])),
    },
  };
}

/** A flag that is on unless said is told by what it does when it is off. */
const describe = (key: SettingKey): string => (settings[key].isOn ? `false: ${settings[key].help}` : optionHelp(key));

function shapeOf({ kind, most, choices }: Setting): object {
  switch (kind) {
    case 'flag':
      return { type: 'boolean' };
    case 'number':
      return { type: 'integer', minimum: 0, ...(most !== undefined && { maximum: most }) };
    case 'paths':
    case 'names':
      return { type: 'array', items: { type: 'string' } };
    case 'limits': {
      const limits = Object.entries(defaultConfig.limits);
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          limits.map(([name, value]) => [name, { type: 'integer', minimum: 1, default: value }]),
        ),
      };
    }
    default:
      return { type: 'string', ...(choices && { enum: choices }) };
  }
}
