/// <reference path="{path}" />
import text from "{path}";

console.log(text);
