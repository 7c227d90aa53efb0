/** A record to read. */
export const recordStyle = `.record .where { margin-bottom: 2rem; }
.turn { padding: 0.75rem 0; scroll-margin-top: 1rem; }
.turn .who { margin-bottom: 0.25rem; }
.turn.question { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
.turn.question > p:not(.who) { color: var(--soft); }
.turn:target { background: var(--raised); margin-inline: -0.75rem; padding-inline: 0.75rem; border-radius: 0.375rem; }
`
