import { LecternChat } from './lectern-chat.ts'

// A classic script knows where it came from only while it runs.
const script = globalThis.document?.currentScript
if (script instanceof HTMLScriptElement && script.src !== '') {
  LecternChat.defaultSrc = new URL(script.src).origin
}

if (globalThis.customElements && !customElements.get('lectern-chat')) {
  customElements.define('lectern-chat', LecternChat)
}

export { LecternChat }
