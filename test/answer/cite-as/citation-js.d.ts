declare module '@citation-js/core' {
  interface Read {
    id: string
    type: string
    title?: string
    author?: { family?: string; given?: string; literal?: string }[]
    issued?: { 'date-parts': number[][] }
    accessed?: { 'date-parts': number[][] }
    URL?: string
    note?: string
    language?: string
  }
  export class Cite {
    constructor(source: string)
    data: Read[]
  }
}

declare module '@citation-js/plugin-bibtex' {}
