/** A lectern: a slanted board on a stand, in the accent colour of the pages. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="6" fill="#8a2b1d"/>
<path d="M6 14 24 7l2 4-18 7zM14 17h4v7h4v2H10v-2h4z" fill="#fdfcfa"/>
</svg>
`
