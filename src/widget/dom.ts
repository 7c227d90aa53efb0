export type Child = Node | string | false | undefined

type Value = string | boolean | undefined | ((event: Event) => void)

/**
 * An element with attributes, listeners (`onclick: () => …`) and children; strings become text, never markup.
 * `true` sets an empty attribute; `false` and `undefined` set none.
 */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(key.slice(2), value)
    else if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value)
  }
  element.append(...children.filter(isShown))
  return element
}

/** `template` with `child` in the place of its `{}`. */
export function fill(template: string, ...children: Child[]): Child[] {
  const [before = '', after = ''] = template.split('{}')
  return [before, ...children, after]
}

// ---------------------------------------------------------------------------

function isShown(child: Child): child is Node | string {
  return child !== undefined && child !== false && child !== ''
}
