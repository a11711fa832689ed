// Every step doubles the union that the checker must make.
type Bit = "0" | "1";
type Four = `${Bit}${Bit}${Bit}${Bit}`;
type Sixteen = `${Four}${Four}${Four}${Four}`;
type Pairs<T extends string, U extends string> = T extends string ? (U extends string ? [T, U] : never) : never;
type All = Pairs<Sixteen, Sixteen>;

const x: All = 1;
console.log(x);
