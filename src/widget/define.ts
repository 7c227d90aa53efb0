import { LecternChat } from './lectern-chat.ts'

// A classic script knows where it came from only while it runs.
const { src } = (globalThis.document?.currentScript ?? {}) as Partial<HTMLScriptElement>
// What came as `data:` came from nowhere that could be asked.
if (src && /^https?:/u.test(src)) LecternChat.defaultSrc = new URL(src).origin

if (globalThis.customElements && !customElements.get('lectern-chat')) {
  customElements.define('lectern-chat', LecternChat)
}

export { LecternChat }
