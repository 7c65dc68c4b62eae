/** Where a runbook lies, by its name; from the project's root. */
export const runbookOf = (name: string): string => `config/operate/runbooks/${name}.md`;
