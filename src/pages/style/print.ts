/** On paper. */
export const printStyle = `@media print {
  .site nav, .ask, .skip, .links, .follow-ups { display: none; }
}
`
