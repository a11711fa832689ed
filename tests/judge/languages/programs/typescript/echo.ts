import * as fs from "fs";

fs.writeSync(1, fs.readFileSync(0, "utf8"));
