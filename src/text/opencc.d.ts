declare module 'opencc-js/dict/TSCharacters' {
  /** `繁 简` pairs, one Traditional character and its Simplified forms, separated by `|`. */
  const pairs: string
  export default pairs
}
