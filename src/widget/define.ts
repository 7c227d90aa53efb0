import { LecternChat } from './lectern-chat.ts'

// A classic script knows where it came from only while it runs.
const { src } = (globalThis.document?.currentScript ?? {}) as Partial<HTMLScriptElement>
if (src) LecternChat.defaultSrc = new URL(src).origin

if (globalThis.customElements && !customElements.get('lectern-chat')) {
  customElements.define('lectern-chat', LecternChat)
}

export { LecternChat }
