/** An open book on a stand, in the accent colour of the pages; its edges lie on the pixels of 16 by 16. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="4" fill="#8a2b1d"/>
<path d="M4 5l10 3v11L4 16zM28 5L18 8v11l10-3zM14 21h4v3h4v4H10v-4h4z" fill="#fdfcfa"/>
</svg>
`
