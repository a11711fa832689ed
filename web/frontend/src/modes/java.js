export { java as mode } from "@codemirror/lang-java";
