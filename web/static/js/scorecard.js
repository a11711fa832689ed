// Draws the card anew while something on it is still being judged.
import { one } from "./page.js";

const AGAIN_MS = 1500;
if (one("[data-waiting]")) setTimeout(() => location.reload(), AGAIN_MS);
