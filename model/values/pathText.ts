/** Steps from an event's root as a path for messages: `detail.case.fields.status`, `resources[1]`, `["odd key"]`. */
export function pathText(steps: readonly PropertyKey[]): string {
  const text = steps.map(stepText).join('');
  return text === '' ? '$' : text.replace(/^\./, '');
}

function stepText(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = String(step);
  return /^[\w-]{1,100}$/.test(name) ? `.${name}` : `[${JSON.stringify(shorter(name))}]`;
}

function shorter(name: string): string {
  const characters = [...name];
  return characters.length <= 60 ? name : `${characters.slice(0, 59).join('')}…`;
}
