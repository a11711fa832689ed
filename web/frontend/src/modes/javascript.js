import { javascript } from "@codemirror/lang-javascript";

export const mode = () => javascript();
export const typed = () => javascript({ typescript: true });
